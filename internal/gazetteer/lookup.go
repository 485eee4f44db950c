package gazetteer

// maxWords is the most words that a name may have.
const maxWords = 10

// Match is what [Gazetteer.Longest] found.
type Match struct {
	Words    int       // how many words the name takes; 0 where there is none
	Postings []Posting // the places of that name; shared, not to be changed
}

// Longest returns the longest name that begins at the first of n words, read
// through word. It allocates nothing for words in ASCII.
func (g *Gazetteer) Longest(word func(i int) string, n int) Match {
	var best Match
	g.each(word, n, func(m Match) { best = m })
	return best
}

// All calls found for every name that begins at the first word, shortest first.
func (g *Gazetteer) All(word func(i int) string, n int, found func(Match)) { g.each(word, n, found) }

func (g *Gazetteer) each(word func(i int) string, n int, found func(Match)) {
	h := uint64(hashSeed)
	for i := 0; i < min(n, maxWords); i++ {
		next := hashWord(h, word(i))
		if next == h { // a hyphen or an apostrophe
			if i == 0 {
				return
			}
			continue
		}
		h = next
		postings, known := g.at(h)
		if len(postings) > 0 {
			found(Match{i + 1, postings})
		}
		if !known {
			return
		}
	}
}

// at returns the places for a running hash and whether it is the beginning of
// some name at all.
func (g *Gazetteer) at(h uint64) ([]Posting, bool) {
	if g.extra != nil {
		if o, ok := g.extra.names[h]; ok {
			return o, true
		}
	}
	return g.table.at(h)
}

// Named returns the places of a name in one piece: "Port-au-Prince".
func (g *Gazetteer) Named(name string) []Posting {
	p, _ := g.at(hashWord(hashSeed, name))
	return p
}

// table is the open-addressing index. The postings of slot s are
// postings[ends[s-1]:ends[s]].
type table struct {
	prints   []uint32 // fingerprint a slot, 0 where empty
	ends     []uint32
	postings []Posting
}

func (t *table) at(h uint64) ([]Posting, bool) {
	mask := uint64(len(t.prints) - 1)
	if len(t.prints) == 0 {
		return nil, false
	}
	slot, print := finish(h)
	for s := slot & mask; t.prints[s] != 0; s = (s + 1) & mask {
		if t.prints[s] == print {
			return t.postings[t.begin(s):t.ends[s]], true
		}
	}
	return nil, false
}

func (t *table) begin(s uint64) uint32 {
	if s == 0 {
		return 0
	}
	return t.ends[s-1]
}

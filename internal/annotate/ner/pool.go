package ner

// pool shares what the taggers say of a word among its occurrences in a
// passage: a name that one sentence leaves in doubt is clear in another
// (Krishnan and Manning 2006, in one pass).
type pool struct {
	words []uint32 // by word of the passage: hash, 0 for a word that is not shared
	sums  map[uint32]sum
}

// sum adds up the margins of a word's occurrences, by kind.
type sum struct {
	n      int32
	margin [maxKinds]int64
}

// maxKinds is the largest number of kinds that are shared.
const maxKinds = 4

func (p *pool) reset(n int) {
	p.words = p.words[:0]
	if p.sums == nil {
		p.sums = map[uint32]sum{}
	}
	clear(p.sums)
}

// add notes the words of the sentence begun in x: those in capitals, where case
// says something.
func (p *pool) add(x *Extractor) {
	for i := range x.attrs {
		a := &x.attrs[i]
		h := uint32(0)
		if capital(a.kind) && !x.fold {
			h = a.lower
		}
		p.words = append(p.words, h)
	}
}

// shared is the part of the way, of 100, that a word's scores go towards the mean
// of its occurrences.
const shared = 40

// share moves the scores of each word's kinds towards the mean of its
// occurrences.
func (p *pool) share(emit []int32, t *Tagger) {
	L, kinds := t.labels, min(len(t.Kinds), maxKinds)
	for i, h := range p.words {
		if h == 0 {
			continue
		}
		s := p.sums[h]
		s.n++
		for k := range kinds {
			s.margin[k] += margin(emit[i*L:(i+1)*L], k)
		}
		p.sums[h] = s
	}
	for i, h := range p.words {
		if h == 0 {
			continue
		}
		s := p.sums[h]
		if s.n < 2 {
			continue
		}
		row := emit[i*L : (i+1)*L]
		for k := range kinds {
			d := (s.margin[k]/int64(s.n) - margin(row, k)) * shared / 100
			for l := 1 + k*places; l < 1+(k+1)*places; l++ {
				row[l] += int32(d)
			}
		}
	}
}

// margin is how far the best label of a kind is above "outside".
func margin(row []int32, kind int) int64 {
	best := row[1+kind*places]
	for _, v := range row[1+kind*places : 1+(kind+1)*places] {
		best = max(best, v)
	}
	return int64(best) - int64(row[0])
}

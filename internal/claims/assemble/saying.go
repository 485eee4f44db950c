package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// saying is the words that stand on one word: those of which an attribution is
// the innermost that vouches, or all that the article says in its own voice.
type saying struct {
	word
	at []document.Range // maximal stretches of such tokens, in text order
}

// readSayings parts the text by who vouches for it. The first saying is the
// article's own voice.
func (r *reader) readSayings() {
	r.says = []saying{{word: word{chain: []sayso.Voucher{}, stance: sayso.StanceAsserted, inner: -1}}}
	r.voice = make([]int, len(r.d.Tokens))
	held := make([]bool, len(r.d.Tokens))
	for i := range r.d.Attributions {
		if r.attributive[i] {
			continue
		}
		for _, c := range r.d.Attributions[i].Content {
			for t := c.First; t < c.End; t++ {
				held[t] = held[t] || r.d.Attributions[i].Vouches
			}
		}
	}
	index := map[string]int{}
	for t := range r.voice {
		if held[t] {
			r.voice[t] = r.sayingOf(t, index)
		}
		s := &r.says[r.voice[t]]
		if n := len(s.at); n > 0 && s.at[n-1].End == t {
			s.at[n-1].End++
			continue
		}
		s.at = append(s.at, document.Range{First: t, End: t + 1})
	}
}

// sayingOf is the saying that token t belongs to, a new one where none is like it.
func (r *reader) sayingOf(t int, index map[string]int) int {
	w := r.vouched(t)
	if w.inner < 0 {
		return 0
	}
	key := wordKey(&w)
	k, ok := index[key]
	if !ok {
		k = len(r.says)
		index[key] = k
		r.says = append(r.says, saying{word: w})
	}
	return k
}

// wordKey is the same for two words with the same chain, stance and innermost
// attribution.
func wordKey(w *word) string {
	var b strings.Builder
	b.WriteByte(byte(w.inner))
	b.WriteByte(byte(w.inner >> 8))
	b.WriteString(chainKey(w))
	return b.String()
}

// chainKey is the same for two words with the same chain and stance.
func chainKey(w *word) string {
	var b strings.Builder
	b.WriteString(string(w.stance))
	for i := range w.chain {
		b.WriteString("\x00" + string(w.chain[i].Kind) + " " + w.chain[i].Name)
	}
	return b.String()
}

// relation is how a saying stands to a happening.
type relation struct {
	says     *saying
	covered  []*document.Event // mentions of the happening in its words, in text order
	others   int               // mentions of other happenings in its words
	near     *document.Event   // the best mention covered, else the mention nearest to it
	at       document.Range    // the stretch that holds near or comes nearest to it
	gap      int               // sentences from near to the stretch
	before   int               // sayings before it, the article's own apart, that cover a mention
	kin      int               // mentions of others of the type in its words
	shared   int               // different words that the sentences of the mentions have too
	entities int               // of those that the clauses of the mentions name too
	cast     bool              // it names an actor of the happening
}

// leastQuoted is the score from which a mention is good enough to quote; the
// first of those is quoted unless the best one can be.
const leastQuoted = 0.2

// relate says how saying k stands to the happening of b.
func (b *builder) relate(k int) relation {
	r := b.r
	out := relation{says: &r.says[k]}
	if len(out.says.at) == 0 {
		return out // the article says nothing in its own voice
	}
	out.cast = b.names(out.says)
	if k > 0 {
		out.shared, out.entities = b.sharedWords(out.says), b.sharedEntities(out.says)
	}
	best, score := b.g.best(r), -1.0
	for i := range r.d.Events {
		e := &r.d.Events[i]
		if r.voice[e.Trigger] != k {
			continue
		}
		if !b.g.has(i) {
			out.others++
			if e.Type == b.g.kind {
				out.kin++
			}
			continue
		}
		out.covered = append(out.covered, e)
		if s := min(e.Score, leastQuoted); e == best || out.near != best && s > score {
			score, out.near = s, e
		}
	}
	if out.near != nil {
		for _, x := range out.says.at {
			if x.Has(out.near.Trigger) {
				out.at = x
			}
		}
		return out
	}
	least := 1 << 30
	for _, x := range out.says.at {
		for _, i := range b.g.events {
			e := &r.d.Events[i]
			gap := b.gapTo(e, x)
			if n := abs(gap)*1000 + min(apart(e.Trigger, x), 999); n < least {
				least, out.near, out.at, out.gap = n, e, x, gap
			}
		}
	}
	return out
}

// names reports whether a saying names an actor of the happening.
func (b *builder) names(s *saying) bool {
	for i := range b.r.d.Actors {
		m := &b.r.d.Actors[i]
		if b.r.voice[m.Head] != b.r.voice[s.at[0].First] {
			continue
		}
		for k := range b.in.Actors {
			if sameActor(&b.in.Actors[k], &m.Actor) {
				return true
			}
		}
	}
	return false
}

func sameActor(a, b *sayso.Actor) bool {
	return a.ID != "" && a.ID == b.ID || strings.EqualFold(a.Name, b.Name)
}

// namesActor reports whether a saying names an actor, be it by a pronoun.
func (b *builder) namesActor(s *saying, a *sayso.Actor) bool {
	d := b.r.d
	me := b.r.voice[s.at[0].First]
	for i := range d.Actors {
		m := &d.Actors[i]
		if !sameActor(a, &m.Actor) {
			continue
		}
		if b.r.voice[m.Head] == me {
			return true
		}
		if e := d.EntityAt(m.Head); e >= 0 {
			for _, x := range d.Entities[e].Mentions {
				if b.r.voice[x.Head] == me {
					return true
				}
			}
		}
	}
	return false
}

// sharedWords counts the nouns and verbs of a saying that also stand in the
// sentences of the mentions.
func (b *builder) sharedWords(s *saying) int {
	d := b.r.d
	if b.lemmas == nil {
		b.lemmas = map[string]bool{}
		for _, i := range b.g.events {
			sent := d.Sentences[d.SentenceOf(d.Events[i].Trigger)]
			for t := sent.First; t < sent.End; t++ {
				if telling(d.Tags[t].UPOS) {
					b.lemmas[strings.ToLower(d.Tags[t].Lemma)] = true
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, x := range s.at {
		for t := x.First; t < x.End; t++ {
			if l := strings.ToLower(d.Tags[t].Lemma); telling(d.Tags[t].UPOS) && b.lemmas[l] {
				seen[l] = true
			}
		}
	}
	return len(seen)
}

// telling reports whether a word of a class says what a text is about.
func telling(p document.UPOS) bool {
	return p == document.NOUN || p == document.PROPN || p == document.VERB
}

// sharedEntities counts the entities of a saying that also stand in the clauses
// of mentions.
func (b *builder) sharedEntities(s *saying) int {
	d := b.r.d
	n := 0
	for i := range d.Entities {
		mine, its := false, false
		for _, m := range d.Entities[i].Mentions {
			for _, x := range s.at {
				its = its || x.Has(m.Head)
			}
			for _, e := range b.g.events {
				mine = mine || d.Events[e].Extent.Has(m.Head)
			}
		}
		if mine && its {
			n++
		}
	}
	return n
}

// gapTo is by how many sentences a stretch comes after a mention; 0 where it
// reaches into the mention's sentence.
func (b *builder) gapTo(e *document.Event, x document.Range) int {
	d := b.r.d
	s, first, last := d.SentenceOf(e.Trigger), d.SentenceOf(x.First), d.SentenceOf(x.End-1)
	switch {
	case s < first:
		return first - s
	case s > last:
		return last - s
	}
	return 0
}

// words are what a claim on a saying quotes: the clause of the mention that it
// covers, else what of it lies in the sentence nearest to the mention.
func (b *builder) words(x *relation) document.Range {
	if len(x.covered) > 0 || x.says.inner < 0 {
		return x.near.Extent
	}
	d := b.r.d
	at := x.at.First
	if x.gap < 0 {
		at = x.at.End - 1
	} else if x.gap == 0 {
		at = min(max(x.near.Trigger, x.at.First), x.at.End-1)
	}
	sent := d.Sentences[d.SentenceOf(at)].Range
	return document.Range{First: max(sent.First, x.at.First), End: min(sent.End, x.at.End)}
}

package render

import (
	"sayso/internal/document"
	"sayso/internal/eval/muc/parts"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
)

// gloss is dense numbers made of word vectors, one vector a place, in the units
// of [net.Input].
type gloss struct {
	t    *Text
	vecs *wordvec.Table
	out  []int32
}

// unit is what one step of a word vector is in units of [net.Input].
const unit = 1 << (10 - wordvec.Bits)

// add adds the vector of a word to a place, divided by n.
func (g *gloss) add(place int, word string, n int) {
	v := g.vecs.Of(kern.Word(word))
	to := g.out[place*wordvec.Dims : (place+1)*wordvec.Dims]
	for i, b := range v {
		to[i] += int32(int8(b)) * unit / int32(n)
	}
}

// Places of the vectors of an expression.
const (
	atHead = iota
	atModifiers
	atGovernor
	atTrigger
	atLeft
	atRight
	placesOfPart
)

// besidePart is how many words before and after an expression are looked at.
const besidePart = 4

// glossOf is what the words of an expression and around its mentions mean: of
// "EIGHT ARMED MEN ENTERED THE FARM" for the men the vectors of "man", "armed",
// "enter", of the nearest trigger, and the means of what stands before and
// after. The name of a person means nothing.
func (t *Text) glossOf(k int) []int32 {
	g := gloss{t, t.vectors, make([]int32, placesOfPart*wordvec.Dims)}
	c := &t.parts[k]
	if m := c.Mentions[c.Best]; c.Name != document.NamePerson {
		g.add(atHead, t.lemma(m.Head), 1)
		for i := m.First; i < m.End; i++ {
			if i != m.Head {
				g.add(atModifiers, t.lemma(i), m.Len())
			}
		}
	}
	for _, m := range c.Mentions {
		g.around(m, len(c.Mentions))
	}
	return g.out
}

// around adds what governs one of n mentions, the nearest trigger, and the words
// on both sides.
func (g *gloss) around(m parts.Mention, n int) {
	t := g.t
	if h := int(t.d.Arcs[t.top(m.Head)].Head); h >= 0 {
		g.add(atGovernor, t.lemma(h), n)
	}
	near, dist := -1, 99
	for e := range t.d.Events {
		x := t.d.Events[e].Trigger
		if t.sentence[x] != t.sentence[m.Head] || x == m.Head {
			continue
		}
		if a := t.arcs(m.Head, x); a < dist {
			near, dist = x, a
		}
	}
	if near >= 0 {
		g.add(atTrigger, t.lemma(near), n)
	}
	s := t.d.Sentences[t.sentence[m.Head]]
	for i := max(s.First, m.First-besidePart); i < m.First; i++ {
		g.add(atLeft, t.lemma(i), n*besidePart)
	}
	for i := m.End; i < min(s.End, m.End+besidePart); i++ {
		g.add(atRight, t.lemma(i), n*besidePart)
	}
}

// top is the token that stands for the same as token i and depends on none that
// does: the first of "men" in "police and men", "leader" in "the leader, Soto".
func (t *Text) top(i int) int {
	for range 4 {
		switch t.d.Arcs[i].Rel {
		case document.Conj, document.Appos, document.Flat:
			if h := int(t.d.Arcs[i].Head); h >= 0 {
				i = h
				continue
			}
		}
		break
	}
	return i
}

// Places of the vectors of a mention of a happening.
const (
	ofTrigger = iota
	ofGovernor
	ofSentence
	ofDependents
	ofDocument
	placesOfEvent
)

// glossOfEvent is what a mention of a happening and the text around it mean.
func (t *Text) glossOfEvent(e int) []int32 {
	g := gloss{t, t.vectors, make([]int32, placesOfEvent*wordvec.Dims)}
	d, x := t.d, t.d.Events[e].Trigger
	g.add(ofTrigger, t.lemma(x), 1)
	if h := int(d.Arcs[x].Head); h >= 0 {
		g.add(ofGovernor, t.lemma(h), 1)
	}
	s := d.Sentences[t.sentence[x]]
	for i := s.First; i < s.End; i++ {
		g.add(ofSentence, t.lemma(i), s.Len())
		if int(d.Arcs[i].Head) == x {
			g.add(ofDependents, t.lemma(i), 3)
		}
	}
	copy(g.out[ofDocument*wordvec.Dims:], t.mean())
	return g.out
}

// mean is what the words of a document mean on the whole.
func (t *Text) mean() []int32 {
	if t.whole == nil {
		g := gloss{t, t.vectors, make([]int32, wordvec.Dims)}
		for i := range t.d.Tokens {
			g.add(0, t.lemma(i), len(t.d.Tokens))
		}
		t.whole = g.out
	}
	return t.whole
}

// Places of the vectors of a form.
const (
	inHead = iota
	inDropped
	inFirst
	inKept
	inBehind
	placesOfForm
)

// glossOfForm is what the words mean that a form has and those it leaves out.
func (t *Text) glossOfForm(f *form, k int) []int32 {
	g := gloss{t, t.vectors, make([]int32, placesOfForm*wordvec.Dims)}
	c := &t.parts[k]
	m := c.Mentions[c.Best]
	if c.Name != document.NamePerson {
		g.add(inHead, t.lemma(m.Head), 1)
	}
	for i := m.First; i < f.First; i++ {
		g.add(inDropped, t.lemma(i), 2)
	}
	if f.First < m.Head {
		g.add(inFirst, t.lemma(f.First), 1)
	}
	for i := f.First; i < m.Head; i++ {
		g.add(inKept, t.lemma(i), 2)
	}
	for i := m.End; i < f.End; i++ {
		g.add(inBehind, t.lemma(i), 2)
	}
	return g.out
}

package render

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/muc/net"
	"sayso/internal/eval/muc/parts"
	"sayso/internal/model/hashlin"
)

// Templates of the features of set fills.
const (
	vBias = iota + 601
	vHead
	vWord
	vClass
	vPair
	vName
	vActor
	vMate
	vBeside
	vEvent
	vNear
	vLemma
	vCount
	vEnd
	vVoice
	vOffice
	vDoc
)

// chooser adds the features of an expression for set fills.
type chooser struct {
	t   *Text
	k   int
	bag hashlin.Bag
}

// choiceInput is what is looked at of an expression for a set fill.
func (t *Text) choiceInput(c *choice, k int) net.Input {
	return net.Input{Keys: t.choiceKeys(c, k), Dense: t.dense[k]}
}

// choiceKeys are the features of an expression for a set fill: what it is for
// types, what happens around it for effects, who says so for confidence.
func (t *Text) choiceKeys(c *choice, k int) []uint32 {
	x := chooser{t: t, k: k}
	x.bag.Add(vBias)
	switch c.name {
	case "means-type", "thing-type", "person-type", "thing-number", "person-number":
		x.own()
		x.mates()
		x.numbers()
		if c.name == "means-type" {
			x.around(4)
		}
	case "confidence":
		x.vouched()
	default:
		x.own()
		x.happens()
		x.around(5)
	}
	return unique(x.bag.Keys)
}

// own adds the words of an expression, or those beside a name, and who is meant.
func (x *chooser) own() {
	c := &x.t.parts[x.k]
	x.bag.Add(vName, uint32(c.Name))
	if c.Name == document.NamePerson {
		x.title(c)
	} else {
		x.phrase(c.Mentions[c.Best])
	}
	x.actor(c)
}

// phrase adds the words of a phrase, their classes, and what follows.
func (x *chooser) phrase(m parts.Mention) {
	t := x.t
	head := t.lemma(m.Head)
	x.bag.Add(vHead, hash(head))
	cl := t.classes.OfWord(head)
	x.bag.Add(vClass, 1, uint32(cl.Fine))
	x.bag.Add(vClass, 2, uint32(cl.Middle))
	x.bag.Add(vClass, 3, uint32(cl.Coarse))
	if n := len(head); n > 4 {
		x.bag.Add(vEnd, hash(head[n-3:]))
	}
	for i := m.First; i < m.End; i++ {
		if t.d.Tags[i].UPOS == document.PUNCT {
			continue
		}
		w := t.lemma(i)
		x.bag.Add(vWord, hash(w))
		if i != m.Head {
			x.bag.Add(vPair, hash(w), hash(head))
			cl := t.classes.OfWord(w)
			x.bag.Add(vClass, 4, uint32(cl.Fine))
			x.bag.Add(vClass, 5, uint32(cl.Middle))
		}
	}
	for i := m.End; i < min(m.End+3, len(t.d.Tokens)) && t.sentence[i] == t.sentence[m.Head]; i++ {
		x.bag.Add(vBeside, hash(t.lemma(i)))
	}
}

// title adds the words before a name and those set beside it.
func (x *chooser) title(c *parts.Candidate) {
	t := x.t
	for _, m := range c.Mentions {
		for i := max(0, m.First-4); i < m.First; i++ {
			if t.sentence[i] == t.sentence[m.Head] && t.d.Tags[i].UPOS != document.PUNCT {
				x.beside(i)
			}
		}
		for i := range t.d.Arcs {
			if int(t.d.Arcs[i].Head) == m.Head && t.d.Arcs[i].Rel == document.Appos {
				x.beside(i)
				x.bag.Add(vBeside, 7, hash(t.lemma(i)))
			}
		}
	}
}

// actor adds what sort of actor an expression stands for.
func (x *chooser) actor(c *parts.Candidate) {
	t := x.t
	for _, m := range c.Mentions {
		for i := range t.d.Actors {
			a := &t.d.Actors[i]
			if a.Head != m.Head {
				continue
			}
			x.bag.Add(vActor, hash(string(a.Actor.Kind)))
			if a.Actor.ID != "" {
				x.bag.Add(vActor, hash(a.Actor.ID), 1)
			}
			if a.Official {
				x.bag.Add(vActor, 2)
			}
		}
	}
}

// beside adds a word that says something of somebody named.
func (x *chooser) beside(i int) {
	w := x.t.lemma(i)
	x.bag.Add(vBeside, hash(w))
	cl := x.t.classes.OfWord(w)
	x.bag.Add(vClass, 6, uint32(cl.Fine))
	x.bag.Add(vClass, 7, uint32(cl.Middle))
}

// mates adds the other expressions for the same.
func (x *chooser) mates() {
	t := x.t
	for o := range t.parts {
		if o != x.k && t.sameEntity(x.k, o) {
			m := t.parts[o].Mentions[t.parts[o].Best]
			for i := m.First; i < m.End; i++ {
				x.bag.Add(vMate, hash(t.lemma(i)))
			}
		}
	}
}

// numbers adds how many there are.
func (x *chooser) numbers() {
	t := x.t
	c := &t.parts[x.k]
	m := c.Mentions[c.Best]
	x.bag.Add(vCount, 1, uint32(t.d.Tags[m.Head].XPOS))
	for i := m.First; i < m.Head; i++ {
		if t.d.Tags[i].UPOS == document.NUM || t.d.Tags[i].UPOS == document.DET {
			x.bag.Add(vCount, 2, uint32(t.d.Tags[i].UPOS), uint32(t.d.Tags[m.Head].XPOS))
			x.bag.Add(vCount, 3, hash(strings.ToLower(t.d.Word(i))))
		}
	}
	if m.First > 0 {
		x.bag.Add(vCount, 4, hash(strings.ToLower(t.d.Word(m.First-1))))
	}
	for _, m := range c.Mentions {
		for i := range t.d.Quantities {
			if q := &t.d.Quantities[i]; q.Of == m.Head || m.Covers(q.Range) {
				x.bag.Add(vCount, 5)
			}
		}
	}
}

// happens adds the happenings told in the sentences where an expression stands,
// and the words for happenings in the whole document.
func (x *chooser) happens() {
	t := x.t
	for _, m := range t.parts[x.k].Mentions {
		x.happensAt(m)
		if h := int(t.d.Arcs[m.Head].Head); h >= 0 {
			x.bag.Add(vNear, 1, uint32(t.d.Arcs[m.Head].Rel), hash(t.lemma(h)))
		}
		for i := range t.d.Quantities {
			if q := &t.d.Quantities[i]; (q.Of == m.Head || m.Covers(q.Range)) && q.Count.What != "" {
				x.bag.Add(vCount, 6, hash(string(q.Count.What)))
			}
		}
	}
	for e := range t.d.Events {
		x.bag.Add(vDoc, hash(t.lemma(t.d.Events[e].Trigger)))
	}
}

// happensAt adds the happenings in the sentence of a mention.
func (x *chooser) happensAt(m parts.Mention) {
	t := x.t
	near, dist := -1, 99
	for e := range t.d.Events {
		g := t.d.Events[e].Trigger
		if t.sentence[g] != t.sentence[m.Head] {
			continue
		}
		l, k := hash(t.lemma(g)), hash(t.d.Events[e].Type)
		x.bag.Add(vEvent, l)
		x.bag.Add(vEvent, k, 1)
		if d := t.arcs(m.Head, g); d < dist {
			near, dist = e, d
		}
		for i := range t.d.Events[e].Args {
			if a := &t.d.Events[e].Args[i]; a.Has(m.Head) {
				x.bag.Add(vEvent, l, hash(a.Role))
				x.bag.Add(vEvent, k, hash(a.Role), 1)
			}
		}
	}
	if near >= 0 {
		x.bag.Add(vNear, hash(t.lemma(t.d.Events[near].Trigger)))
		x.bag.Add(vNear, hash(t.d.Events[near].Type), uint32(dist))
	}
}

// around adds the words within some tokens of each mention.
func (x *chooser) around(n int) {
	t := x.t
	for _, m := range t.parts[x.k].Mentions {
		for i := max(0, m.First-n); i < min(len(t.d.Tokens), m.End+n); i++ {
			if t.sentence[i] == t.sentence[m.Head] && t.d.Tags[i].UPOS != document.PUNCT && (i < m.First || i >= m.End) {
				x.bag.Add(vLemma, hash(t.lemma(i)))
			}
		}
	}
}

// lemma is the lemma of a token in lower case.
func (t *Text) lemma(i int) string { return strings.ToLower(t.d.Tags[i].Lemma) }

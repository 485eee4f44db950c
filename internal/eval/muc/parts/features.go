package parts

import (
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/hashlin"
	"sayso/internal/model/wordclass"
)

// Templates of features.
const (
	tBias = iota + 1
	tHead
	tWord
	tName
	tActor
	tClass
	tMentions
	tFirst
	tPlural
	tDocument
	tHeadDocument
	tGovernor
	tGovernorKind
	tGovernorClass
	tUpper
	tRelation
	tTrigger
	tTriggerKind
	tTriggerHead
	tNear
	tNearKind
	tLeft
	tRight
	tModifier
	tBelow
	tMateGovernor
	tMateTrigger
	tMateHead
	tConjunct
	tQuiet
	tLong
	tPath
	tBetween
	tArgument
	tActing
)

func hash(s string) uint32 { return uint32(kern.Word(s)) }

// Featurer turns candidates into feature keys.
type Featurer struct {
	*Reader
	classes *wordclass.Table
	kinds   []uint32 // types of the document's events, hashed
	seen    map[uint32]bool
}

// NewFeaturer prepares a document.
func NewFeaturer(r *Reader, classes *wordclass.Table) *Featurer {
	f := &Featurer{Reader: r, classes: classes}
	done := map[string]bool{}
	for i := range r.d.Events {
		if k := r.d.Events[i].Type; !done[k] {
			done[k] = true
			f.kinds = append(f.kinds, hash(k))
		}
	}
	return f
}

// Features adds the keys of a candidate to a bag, each once.
func (f *Featurer) Features(b *hashlin.Bag, c *Candidate) {
	start := len(b.Keys)
	f.own(b, c)
	for _, m := range c.Mentions {
		f.mention(b, m, c)
	}
	f.mates(b, c)
	f.unique(b, start)
}

func (f *Featurer) unique(b *hashlin.Bag, start int) {
	f.seen = map[uint32]bool{}
	out := b.Keys[:start]
	for _, k := range b.Keys[start:] {
		if !f.seen[k] {
			f.seen[k] = true
			out = append(out, k)
		}
	}
	b.Keys = out
}

// own adds what does not depend on where a candidate is mentioned.
func (f *Featurer) own(b *hashlin.Bag, c *Candidate) {
	best := c.Mentions[c.Best]
	head := hash(f.lemma[best.Head])
	if c.Name != 0 && c.Name != document.NameOrganisation {
		head = uint32(c.Name)
	}
	b.Add(tBias)
	b.Add(tHead, head)
	for _, w := range c.words {
		b.Add(tWord, hash(w))
	}
	b.Add(tLong, uint32(min(len(c.words), 5)), uint32(c.Name))
	b.Add(tName, uint32(c.Name))
	if a := f.actor[best.Head]; a >= 0 {
		x := &f.d.Actors[a].Actor
		b.Add(tActor, hash(string(x.Kind)), uint32(c.Name))
		b.Add(tActor, hash(x.ID), 77)
	}
	cl := f.classes.OfWord(f.lemma[best.Head])
	if c.Name == 0 {
		b.Add(tClass, 1, uint32(cl.Fine))
		b.Add(tClass, 2, uint32(cl.Middle))
	}
	b.Add(tMentions, uint32(min(len(c.Mentions), 5)))
	b.Add(tFirst, uint32(min(f.sentence[c.Mentions[0].Head], 8)))
	if x := f.d.Tags[best.Head].XPOS; x == document.NNS || x == document.NNPS {
		b.Add(tPlural)
	}
	for _, k := range f.kinds {
		b.Add(tDocument, k, uint32(c.Name))
		b.Add(tHeadDocument, k, head)
	}
	if len(f.kinds) == 0 {
		b.Add(tQuiet)
	}
}

// mention adds the syntax around one mention.
func (f *Featurer) mention(b *hashlin.Bag, m Mention, c *Candidate) {
	d := f.d
	kind := uint32(c.Name) + 1
	if a := f.actor[m.Head]; a >= 0 {
		kind = hash(string(d.Actors[a].Actor.Kind))
	}
	head := hash(f.lemma[m.Head])
	if c.Name == document.NamePerson {
		head = 5
	}
	f.governors(b, m.Head, head, kind)
	if t := f.nearest(m.Head); t >= 0 {
		e := &d.Events[t]
		side := uint32(0)
		if e.Trigger < m.Head {
			side = 1
		}
		dist := f.distance(m.Head, e.Trigger)
		b.Add(tNear, hash(e.Type), side, dist)
		b.Add(tNearKind, hash(e.Type), kind, side)
		b.Add(tNearKind, hash(f.lemma[e.Trigger]), kind, side, dist)
		b.Add(tNearKind, hash(e.Type), head, side)
	} else {
		b.Add(tNear, 0, kind)
	}
	f.paths(b, m.Head, kind)
	f.between(b, m, kind)
	f.arguments(b, m, kind)
	if m.First > 0 && f.sentence[m.First-1] == f.sentence[m.Head] {
		b.Add(tLeft, hash(f.lemma[m.First-1]), kind)
	}
	if m.End < len(d.Tokens) && f.sentence[m.End] == f.sentence[m.Head] {
		b.Add(tRight, hash(f.lemma[m.End]), kind)
	}
	for _, k := range f.kids[m.Head] {
		switch d.Arcs[k].Rel {
		case document.Amod, document.Compound, document.NmodPoss:
			b.Add(tModifier, hash(f.lemma[k]))
		case document.Acl, document.AclRelcl, document.Appos, document.Nmod, document.NmodDesc:
			b.Add(tBelow, uint32(d.Arcs[k].Rel), hash(f.lemma[k]))
			b.Add(tBelow, uint32(d.Arcs[k].Rel), hash(f.lemma[k]), kind)
		case document.Conj:
			b.Add(tConjunct, hash(f.lemma[k]))
		}
	}
}

// arguments adds the parts that the chain gives a mention in happenings.
func (f *Featurer) arguments(b *hashlin.Bag, m Mention, kind uint32) {
	for e := range f.d.Events {
		x := &f.d.Events[e]
		for i := range x.Args {
			if a := &x.Args[i]; a.Has(m.Head) {
				r := hash(a.Role)
				b.Add(tArgument, r, kind)
				b.Add(tArgument, r, hash(x.Type))
				b.Add(tArgument, r, hash(x.Type), kind)
				b.Add(tArgument, r, hash(f.lemma[x.Trigger]), 1)
			}
		}
	}
	at := f.d.SpanOf(m.Range)
	for i := range f.d.Incidents {
		x := &f.d.Incidents[i]
		for k := range x.Actors {
			if a := &x.Actors[k]; a.Span.Start <= at.Start && at.End <= a.Span.End || at.Start <= a.Span.Start && a.Span.End <= at.End {
				b.Add(tActing, hash(string(a.Role)), kind)
				b.Add(tActing, hash(string(a.Role)), hash(x.Type))
				b.Add(tActing, hash(string(a.Role)), hash(f.lemma[m.Head]), 1)
			}
		}
	}
}

// paths adds the way through the tree to each trigger of the sentence.
func (f *Featurer) paths(b *hashlin.Bag, head int, kind uint32) {
	for e := range f.d.Events {
		t := f.d.Events[e].Trigger
		if f.sentence[t] != f.sentence[head] {
			continue
		}
		if p := f.path(head, t); p != 0 {
			b.Add(tPath, p, hash(f.d.Events[e].Type), kind)
			b.Add(tPath, p, hash(f.lemma[t]))
		}
	}
}

// governors adds the words above a mention, two steps up, and the triggers there.
func (f *Featurer) governors(b *hashlin.Bag, i int, head, kind uint32) {
	d := f.d
	top := i
	for n := 0; n < 4 && (d.Arcs[top].Rel == document.Conj || d.Arcs[top].Rel == document.Appos || d.Arcs[top].Rel == document.Flat ||
		d.Arcs[top].Rel == document.Compound && f.name[i] >= 0) && d.Arcs[top].Head >= 0; n++ {
		if d.Arcs[top].Rel == document.Compound {
			b.Add(tModifier, hash(f.lemma[d.Arcs[top].Head]), 9)
		}
		top = int(d.Arcs[top].Head)
	}
	g := int(d.Arcs[top].Head)
	if g < 0 {
		b.Add(tRelation, 0, kind)
		return
	}
	rel := f.relation(top)
	b.Add(tRelation, rel, kind)
	b.Add(tGovernor, rel, hash(f.lemma[g]))
	b.Add(tGovernorKind, rel, hash(f.lemma[g]), kind)
	b.Add(tGovernorClass, rel, uint32(f.classes.OfWord(f.lemma[g]).Fine), kind)
	if t := f.trigger[g]; t >= 0 {
		k := hash(d.Events[t].Type)
		b.Add(tTrigger, rel, k)
		b.Add(tTriggerKind, rel, k, kind)
		b.Add(tTriggerHead, rel, k, head)
	}
	if u := int(d.Arcs[g].Head); u >= 0 {
		up := f.relation(g)
		b.Add(tUpper, rel, up, hash(f.lemma[u]))
		b.Add(tUpper, rel, hash(f.lemma[g]), up, hash(f.lemma[u]))
		if t := f.trigger[u]; t >= 0 {
			b.Add(tTrigger, rel, up, hash(d.Events[t].Type))
			b.Add(tTriggerKind, rel, up, hash(d.Events[t].Type), kind)
		}
	}
}

// relation is the relation of a token to its head with its preposition.
func (f *Featurer) relation(i int) uint32 {
	rel := uint32(f.d.Arcs[i].Rel)
	for _, k := range f.kids[i] {
		if f.d.Arcs[k].Rel == document.Case {
			return rel*31 + hash(f.lemma[k])
		}
	}
	if f.d.Arcs[i].Rel == document.Nsubj && f.passive(int(f.d.Arcs[i].Head)) {
		return uint32(document.NsubjPass)
	}
	return rel
}

func (f *Featurer) passive(v int) bool {
	if v < 0 {
		return false
	}
	for _, k := range f.kids[v] {
		if f.d.Arcs[k].Rel == document.AuxPass {
			return true
		}
	}
	return false
}

// nearest is the event of the same sentence whose trigger is nearest by the
// tree, or -1.
func (f *Reader) nearest(i int) int {
	best, dist := -1, uint32(99)
	for e := range f.d.Events {
		t := f.d.Events[e].Trigger
		if f.sentence[t] != f.sentence[i] || t == i {
			continue
		}
		if x := f.distance(i, t); x < dist {
			best, dist = e, x
		}
	}
	return best
}

// path hashes the relations on the way between two tokens, 0 where it is over
// five arcs.
func (f *Featurer) path(a, b int) uint32 {
	up, down := f.climb(a, b)
	if up < 0 || up+down > 5 {
		return 0
	}
	h := uint32(7)
	for i := b; down > 0; i, down = int(f.d.Arcs[i].Head), down-1 {
		h = h*37 + uint32(f.d.Arcs[i].Rel)
	}
	for i := a; up > 0; i, up = int(f.d.Arcs[i].Head), up-1 {
		h = h*31 + f.relation(i)
	}
	return h | 1
}

// distance counts arcs between two tokens, at most 6.
func (f *Reader) distance(a, b int) uint32 {
	up, down := f.climb(a, b)
	if up < 0 {
		return 6
	}
	return uint32(min(up+down, 6))
}

// climb counts the arcs from two tokens, under 16 each, up to the first that is
// above both; -1 for none.
func (f *Reader) climb(a, b int) (up, down int) {
	var over [16]int
	n := 0
	for i := a; i >= 0 && n < len(over); i = int(f.d.Arcs[i].Head) {
		over[n] = i
		n++
	}
	for i := b; i >= 0 && down < 16; i, down = int(f.d.Arcs[i].Head), down+1 {
		for k := range n {
			if over[k] == i {
				return k, down
			}
		}
	}
	return -1, 0
}

// mates adds the syntax around the other expressions for the same entity.
func (f *Featurer) mates(b *hashlin.Bag, c *Candidate) {
	if c.entity < 0 {
		return
	}
	own := map[int]bool{}
	for _, m := range c.Mentions {
		own[m.Head] = true
	}
	for _, h := range f.Reader.mates[c.entity] {
		if own[h] {
			continue
		}
		if f.d.Tags[h].UPOS == document.NOUN {
			b.Add(tMateHead, hash(f.lemma[h]))
		}
		g := int(f.d.Arcs[h].Head)
		if g < 0 {
			continue
		}
		rel := f.relation(h)
		b.Add(tMateGovernor, rel, hash(f.lemma[g]))
		if t := f.trigger[g]; t >= 0 {
			b.Add(tMateTrigger, rel, hash(f.d.Events[t].Type))
		}
	}
}

package assemble

import (
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// clausesBetween counts the borders of clauses on the way through the tree
// between two words of a sentence: none in "Gunmen killed two", one in "police,
// who seized arms, killed two" from arms to killed; -1 over sentences.
func (r *reader) clausesBetween(x, y int) int {
	up := map[int]int{}
	n := 0
	for i := x; i >= 0; i = int(r.d.Arcs[i].Head) {
		up[i] = n
		if clausal(r.d.Arcs[i].Rel) {
			n++
		}
	}
	n = 0
	for i := y; i >= 0; i = int(r.d.Arcs[i].Head) {
		if k, ok := up[i]; ok {
			return k + n
		}
		if clausal(r.d.Arcs[i].Rel) {
			n++
		}
	}
	return -1
}

// clausal reports whether a relation begins a clause of its own.
func clausal(rel document.Rel) bool {
	switch rel {
	case document.Acl, document.AclRelcl, document.Advcl, document.AdvclRelcl, document.Ccomp, document.Csubj,
		document.CsubjPass, document.Parataxis, document.Xcomp:
		return true
	}
	return false
}

// rivalEvent reports whether the word of another happening stands nearer to a
// range, in its sentence, than a mention of the group.
func (b *builder) rivalEvent(at document.Range, from int) bool {
	d := b.r.d
	s, own := d.SentenceOf(at.First), apart(from, at)
	for i := range d.Events {
		e := &d.Events[i]
		if !b.g.has(i) && e.Score >= 0.3 && d.SentenceOf(e.Trigger) == s && apart(e.Trigger, at) < own {
			return true
		}
	}
	return false
}

// numberNear tells what stands between a number and the mention nearest to it.
func (b *builder) numberNear(f *signs.Features, n *numbering, what string) {
	if n.gap == 0 {
		rival := b.rivalEvent(n.at, n.event.Trigger)
		f.AddIf(rival, "another happening stands nearer in the sentence")
		f.AddIf(rival, what+", another happening stands nearer in the sentence")
		f.Add(bucket("clauses away", b.r.clausesBetween(n.event.Trigger, b.r.headOf(n.at)), 0, 1, 2, 3))
	}
	f.Add(bucket(what+", sentences after the mention", n.gap, -2, -1, 0, 1, 2, 8))
	f.AddIf(b.longAgo() && n.gap != 0, "long ago, in another sentence")
}

package assemble

import (
	"sayso"
	"sayso/internal/document"
)

// ofWhole gives one of several strikes that a text counts up the doer of them all: of
// "Coalition forces conducted 23 strikes. Near Raqqa, five strikes destroyed a bridge" the
// five are the coalition's. Nobody does where the whole has two doers, or is no larger.
func (b *builder) ofWhole() {
	for i := range b.in.Actors {
		if b.in.Actors[i].Role != sayso.RoleTarget {
			return
		}
	}
	for _, i := range b.g.events {
		e := &b.r.d.Events[i]
		g := b.r.doerOfWhole(e)
		if g == nil {
			continue
		}
		a := b.actor(g)
		a.Role = sayso.RoleAgent
		b.in.Actors = append(b.in.Actors, a)
		b.named[len(b.in.Actors)-1] = []document.Range{g.Range}
		return
	}
}

// doerOfWhole is who did all the happenings of which a mention counts some, by every
// mention before it that counts more of them, or nil.
func (r *reader) doerOfWhole(part *document.Event) (doer *document.Argument) {
	n := r.strikes(part)
	if n == 0 {
		return nil
	}
	for i := range r.d.Events {
		e := &r.d.Events[i]
		if e.Trigger >= part.Trigger || e.Type != part.Type || r.d.Tags[e.Trigger].Lemma != r.d.Tags[part.Trigger].Lemma || r.strikes(e) <= n {
			continue
		}
		for k := range e.Args {
			g := &e.Args[k]
			if g.Role != "agent" || g.Index < 0 {
				continue
			}
			if doer != nil && !sameActor(&r.d.Actors[doer.Index].Actor, &r.d.Actors[g.Index].Actor) {
				return nil
			}
			doer = g
		}
	}
	return doer
}

// strikes is how many a noun for a happening counts, 0 where it is not counted.
func (r *reader) strikes(e *document.Event) int {
	if r.d.Tags[e.Trigger].UPOS != document.NOUN {
		return 0
	}
	for _, q := range r.d.Quantities {
		if q.Count.What == "strikes" && q.Has(e.Trigger) {
			return q.Count.Low()
		}
	}
	return 0
}

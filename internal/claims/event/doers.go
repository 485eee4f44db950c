package event

import (
	"sayso"
	"sayso/internal/document"
)

// fromAnswered sets what somebody does in answer apart from the force of others that it
// answers, told in its sentence or the one before: "The North fired 40 shells. The South
// retaliated with rockets".
func (v *view) fromAnswered(events []document.Event, x int) {
	if t := events[x].Trigger; v.answerOf(t) < 0 && !v.answers(t) {
		return
	}
	for y := range events {
		gap := v.sentence[events[x].Trigger] - v.sentence[events[y].Trigger]
		if events[y].Trigger < events[x].Trigger && gap <= 1 && force[events[y].Type] && v.otherDoers(&events[x], &events[y]) {
			sunder(events, x, y)
		}
	}
}

// fromOtherSide sets apart what forces of a state did and what others did, where both are
// told by verbs, each with its own number of dead.
func (v *view) fromOtherSide(events []document.Event, x int) {
	for y := range events[:x] {
		a, b := &events[x], &events[y]
		if a.Type != b.Type || !v.isVerb(a.Trigger) || !v.isVerb(b.Trigger) || !v.otherDoers(a, b) || v.sideOf(a)*v.sideOf(b) >= 0 {
			continue
		}
		if m, n := v.killed(a), v.killed(b); m > 0 && n > 0 && m != n {
			sunder(events, x, y)
		}
	}
}

// fromCharge sets what one man is charged with apart from what several did to others, or to
// nobody who is told: "A policeman was charged with beating Grosu to death" from "officers
// used force".
func (v *view) fromCharge(events []document.Event, x int) {
	if who := v.guilty(events[x].Trigger); len(who) != 1 || !v.alone(document.Range{First: who[0], End: who[0] + 1}) {
		return
	}
	for y := range events {
		if v.sentence[events[y].Trigger] != v.sentence[events[x].Trigger] && v.bySeveral(&events[y]) && !v.sameVictim(&events[x], &events[y]) {
			sunder(events, x, y)
		}
	}
}

// bySeveral reports whether a mention has several for its doer.
func (v *view) bySeveral(e *document.Event) bool {
	for i := range e.Args {
		if g := &e.Args[i]; g.Role == "agent" && v.many(g.Range) {
			return true
		}
	}
	return false
}

// sameVictim reports whether both mentions tell of somebody whom it befell, or may.
func (v *view) sameVictim(a, b *document.Event) bool {
	for i := range a.Args {
		for k := range b.Args {
			if a.Args[i].Role != "target" || b.Args[k].Role != "target" {
				continue
			}
			x, y := v.headOf(a.Args[i].Range), v.headOf(b.Args[k].Range)
			if v.oneBody(x, y) || v.alone(b.Args[k].Range) {
				return true
			}
		}
	}
	return false
}

// otherDoers reports whether both mentions name who did it, and nobody twice.
func (v *view) otherDoers(a, b *document.Event) bool {
	found := false
	for i := range a.Args {
		for k := range b.Args {
			if a.Args[i].Role != "agent" || b.Args[k].Role != "agent" {
				continue
			}
			if v.oneBody(v.headOf(a.Args[i].Range), v.headOf(b.Args[k].Range)) {
				return false
			}
			found = true
		}
	}
	return found
}

// sideOf says whether forces of a state did something, 1, or armed groups or people, -1; 0
// where that is not known.
func (v *view) sideOf(e *document.Event) int {
	for i := range e.Args {
		g := &e.Args[i]
		if g.Role != "agent" || g.Index < 0 {
			continue
		}
		switch v.d.Actors[g.Index].Actor.Kind {
		case sayso.KindState, sayso.KindStateForce, sayso.KindPolice:
			return 1
		case sayso.KindRebel, sayso.KindMilitia, sayso.KindCommunal, sayso.KindCivilians, sayso.KindProtesters:
			return -1
		}
	}
	return 0
}

// killed is how many a mention itself says were killed, or that it befell, 0 where it
// does not.
func (v *view) killed(e *document.Event) int {
	for i := range e.Args {
		g := &e.Args[i]
		if g.Role != "count:killed" && g.Role != "target" {
			continue
		}
		for k := range v.d.Quantities {
			if q := &v.d.Quantities[k]; q.Touches(g.Range) && q.Count.Low() > 0 {
				return q.Count.Low()
			}
		}
	}
	return 0
}

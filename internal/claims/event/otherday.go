package event

import "sayso/internal/document"

// otherDays is within how many mentions one of another day is looked for.
const otherDays = 12

// fromOtherDay sets a force that verbs tell of on two days against two targets apart: "A
// rocket hit a market on Sunday. The day before, shells had struck a school".
func (v *view) fromOtherDay(events []document.Event, x int) {
	a := &events[x]
	if !v.datedBlow(a) {
		return
	}
	for y := x + 1; y < len(events) && y <= x+otherDays; y++ {
		if b := &events[y]; v.datedBlow(b) && v.sentence[a.Trigger] != v.sentence[b.Trigger] && v.differ(a, b, "time") && v.differ(a, b, "target") {
			sunder(events, x, y)
		}
	}
}

// datedBlow reports whether a verb tells of a force, and not of what came of it.
func (v *view) datedBlow(e *document.Event) bool {
	return force[e.Type] && v.isVerb(e.Trigger) && !e.Traits.Has(document.TraitOutcome)
}

// differ reports whether two mentions have parts of a role, and none that may be the same.
func (v *view) differ(a, b *document.Event, role string) bool {
	l, found := linker{v: v}, false
	for i := range a.Args {
		for k := range b.Args {
			x, y := &a.Args[i], &b.Args[k]
			if x.Role != role || y.Role != role {
				continue
			}
			found = true
			if role == "time" && l.sameTime(x, y) >= 0 || role == "target" && (l.sameActor(x, y) > 0 || v.points(v.headOf(y.Range), "the", "that", "this", "it")) {
				return false
			}
		}
	}
	return found
}

// longSince is how many days what is told "since" a day reaches back where it is a sum of
// many happenings.
const longSince = 45

// fromSum sets what is summed up since a day long ago apart from each force told in
// another sentence: "13 aid workers had been killed since January" is no ambush in June.
func (v *view) fromSum(events []document.Event, y int) {
	if !v.summed(&events[y]) {
		return
	}
	for x := range events {
		if e := &events[x]; force[e.Type] && v.sentence[e.Trigger] != v.sentence[events[y].Trigger] && !v.summed(e) {
			sunder(events, x, y)
		}
	}
}

// summed reports whether a mention counts whom a force befell since a day long ago.
func (v *view) summed(e *document.Event) bool {
	since, count := false, false
	for i := range e.Args {
		a := &e.Args[i]
		if a.Role == "time" && a.Index >= 0 {
			w := &v.d.Times[a.Index].When
			since = since || w.Earliest.Known() && w.Latest.Known() && w.Latest-w.Earliest > longSince && (a.First > 0 && v.lemmas[a.First-1] == "since" || v.lemmas[a.First] == "since")
		}
		count = count || a.Role == "count:killed" || a.Role == "count:injured"
	}
	return since && count && force[e.Type]
}

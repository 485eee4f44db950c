package event

import "sayso/internal/document"

// fromListed sets a happening that a list names as one more of its kind, with an
// article, "and" before it and words of its own, apart from those before it in the
// sentence: "alarm at the killing of two traders in Malakal and at an ambush on the
// road in which a commissioner died". What its clause tells belongs to it.
func (v *view) fromListed(events []document.Event, y int) {
	t := events[y].Trigger
	if !v.listed(t) {
		return
	}
	for x := range events {
		e := events[x].Trigger
		if e >= t || v.sentence[e] != v.sentence[t] || v.isVerb(e) || v.rel(e) == document.Compound {
			continue
		}
		sunder(events, x, y)
		for z := y + 1; z < len(events) && v.sentence[events[z].Trigger] == v.sentence[t]; z++ {
			sunder(events, x, z)
		}
	}
}

// listed reports whether a noun is the last of a list by a preposition of its own, "and
// at an ambush on the road".
func (v *view) listed(t int) bool {
	and, at, an := v.child(t, document.Cc), v.child(t, document.Case), v.child(t, document.Det)
	return !v.isVerb(t) && and >= 0 && at == and+1 && an == at+1 && (v.lemmas[an] == "a" || v.lemmas[an] == "an")
}

// fromRetreat sets a move of forces that a clause with "after" or "as" tells of apart from
// what others did then: "militants seized a village hours after troops pulled out".
func (v *view) fromRetreat(events []document.Event, y int) {
	t := events[y].Trigger
	if events[y].Type != "troop-movement" || v.rel(t) != document.Advcl || v.child(t, document.Nsubj) < 0 {
		return
	}
	for x := range events {
		if e := &events[x]; x != y && v.head(t) == e.Trigger && e.Type != "troop-movement" {
			sunder(events, x, y)
		}
	}
}

// fromState sets what a participle before a noun tells, in which state something is, apart
// from the force that the sentence tells of: "commandos stormed a hijacked airliner,
// killing the hijackers".
func (v *view) fromState(events []document.Event, y int) {
	t := events[y].Trigger
	if events[y].Type != "abduction" || v.rel(t) != document.Amod {
		return
	}
	for x := range events {
		if e := &events[x]; x != y && v.sentence[e.Trigger] == v.sentence[t] && v.rel(e.Trigger) != document.Amod && (force[e.Type] || e.Type == "crackdown" || e.Traits.Has(document.TraitOutcome)) {
			sunder(events, x, y)
		}
	}
}

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

package event

import (
	"sayso"
	"sayso/internal/document"
)

// fromLongBefore sets a mention with a time of its own apart from those of other
// sentences that are told to have been weeks away from it: by a time of their own, by
// that of the paragraph they go on in, or, in the headline, by that of the first sentence
// that tells of the same. After "Thousands marched on Saturday. Two officers were hurt"
// those whom a body says to have been "shot in June" were not hurt on Saturday. What
// points back, as "the killing took place in June", is left to other signs.
func (v *view) fromLongBefore(events []document.Event, y int) {
	e := &events[y]
	w, ok := v.ownDays(e)
	if !ok || e.Traits.Has(document.TraitDefinite) || v.inTitle(e.Trigger) {
		return
	}
	for x := range events {
		o := &events[x]
		if x == y || v.sentence[o.Trigger] == v.sentence[e.Trigger] || o.Traits.Has(document.TraitDefinite) {
			continue
		}
		if z, ok := v.storyDays(events, x); ok && (z.Earliest > w.Latest+weeksApart || w.Earliest > z.Latest+weeksApart) {
			sunder(events, x, y)
		}
	}
}

// weeksApart is by how many days two mentions have to lie apart to be surely two
// happenings, ownTime how near to the word its time must stand to be its own, and
// goesOn over how many sentences of a paragraph a time is that of what follows.
const (
	weeksApart = 21
	ownTime    = 0.5
	goesOn     = 2
)

// ownDays is the time of a mention that stands by its word; not ok where none does.
func (v *view) ownDays(e *document.Event) (*sayso.When, bool) {
	for i := range e.Args {
		a := &e.Args[i]
		if a.Role != "time" || a.Score < ownTime || a.Index < 0 {
			continue
		}
		w := &v.d.Times[a.Index].When
		if w.Earliest.Known() && w.Latest.Known() && !v.ofSpeech(e.Trigger, v.headOf(a.Range)) {
			return w, true
		}
	}
	return nil, false
}

// storyDays is the time at which a mention is told to have been, by its own words, by
// the mention before it in its paragraph or, of a headline, by the first of its type that
// the two sentences after it tell of.
func (v *view) storyDays(events []document.Event, x int) (*sayso.When, bool) {
	e := &events[x]
	if w, ok := v.ownDays(e); ok {
		return w, true
	}
	if hasTime(e) {
		return nil, false
	}
	s := v.sentence[e.Trigger]
	if v.inTitle(e.Trigger) {
		for k := x + 1; k < len(events) && v.sentence[events[k].Trigger] <= s+goesOn; k++ {
			if events[k].Type == e.Type && v.lemmas[events[k].Trigger] == v.lemmas[e.Trigger] {
				return v.ownDays(&events[k])
			}
		}
		return nil, false
	}
	for k := x - 1; k >= 0; k-- {
		t := events[k].Trigger
		if v.blockOf(t) != v.blockOf(e.Trigger) || s-v.sentence[t] > goesOn {
			break
		}
		if v.sentence[t] == s {
			continue
		}
		if w, ok := v.ownDays(&events[k]); ok {
			return w, true
		}
		if hasTime(&events[k]) {
			break
		}
	}
	return nil, false
}

// hasTime reports whether some time of its sentence may be a mention's.
func hasTime(e *document.Event) bool {
	for i := range e.Args {
		if e.Args[i].Role == "time" {
			return true
		}
	}
	return false
}

// fromAside sets deaths apart from what a relative clause tells of somebody beside them that
// kills nobody by itself: those who "died in protests against the government that ousted
// Kabila" did not die when he was ousted.
func (v *view) fromAside(events []document.Event, x int) {
	e := &events[x]
	if !e.Traits.Has(document.TraitOutcome) {
		return
	}
	for y := range events {
		o := &events[y]
		switch o.Type {
		case "takeover", "agreement", "sanction", "troop-movement", "defection":
		default:
			continue
		}
		t := o.Trigger
		if v.rel(t) == document.AclRelcl && v.sentence[t] == v.sentence[e.Trigger] && v.above(e.Trigger, t) {
			sunder(events, x, y)
		}
	}
}

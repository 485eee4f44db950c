package event

import "sayso/internal/document"

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

package assemble

import (
	"slices"

	"sayso/internal/document"
)

// toldAbove reports whether a is what the highlights or a heading of a document say in
// short of b, which the body tells: of the same kind, with the same number of people, and
// for an item of a list on the same day and in no other place. "TWO ARRESTED OVER KILLING"
// heads "have arrested two suspects"; it stands a few lines above.
func (r *reader) toldAbove(a, b *builder) bool {
	if !sameNumber(a, b) || a.in.When != nil && b.in.When != nil && !sameDay(a.in.When, b.in.When) {
		return false
	}
	if r.allIn(a, document.BlockHeading) && !r.someIn(b, document.BlockHeading) {
		first := r.d.Sentences[r.d.SentenceOf(r.d.Events[b.g.events[0]].Trigger)].Block
		last := r.d.Sentences[r.d.SentenceOf(r.d.Events[a.g.events[len(a.g.events)-1]].Trigger)].Block
		return first > last && first-last <= maxBelow && b.likelihood >= b.mark()
	}
	return r.allIn(a, document.BlockListItem) && !r.someIn(b, document.BlockListItem) && a.in.When != nil && b.in.When != nil &&
		a.in.Where != nil && (b.in.Where == nil || samePlace(a.in.Where, b.in.Where))
}

// maxBelow is how many paragraphs below a heading what it says may be told.
const maxBelow = 2

func (r *reader) allIn(b *builder, kind document.BlockKind) bool {
	return !slices.ContainsFunc(b.g.events, func(i int) bool { return r.blockOf(r.d.Events[i].Trigger) != kind })
}

func (r *reader) someIn(b *builder, kind document.BlockKind) bool {
	return slices.ContainsFunc(b.g.events, func(i int) bool { return r.blockOf(r.d.Events[i].Trigger) == kind })
}

// sameNumber reports whether two happenings count the same people alike.
func sameNumber(a, b *builder) bool {
	for i := range a.in.Counts {
		for k := range b.in.Counts {
			x, y := &a.in.Counts[i], &b.in.Counts[k]
			if x.What == y.What && x.Min != nil && y.Min != nil && *x.Min == *y.Min && (x.Max == nil) == (y.Max == nil) {
				return true
			}
		}
	}
	return false
}

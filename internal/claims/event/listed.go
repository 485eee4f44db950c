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

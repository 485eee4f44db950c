package event

import (
	"strings"

	"sayso/internal/document"
)

// fromElsewhen sets a noun behind "that", which points to what was told just before,
// apart from what was at another time or place than it: after "On 4 March gunmen
// attacked a post", "that raid" is not Monday's bombing.
func (v *view) fromElsewhen(events []document.Event, x int) {
	t := events[x].Trigger
	if v.isVerb(t) || !v.points(t, "that", "those") {
		return
	}
	c := x - 1
	for c >= 0 && (!force[events[c].Type] && events[c].Type != "crackdown" || v.sentence[events[c].Trigger] == v.sentence[t]) {
		c--
	}
	if c < 0 || v.sentence[t]-v.sentence[events[c].Trigger] > 1 {
		return
	}
	same := v.sentence[events[c].Trigger]
	for y := range events {
		if v.sentence[events[y].Trigger] != same && y != x && v.elsewhen(&events[c], &events[y]) {
			sunder(events, x, y)
		}
	}
	for y := range events {
		if o := &events[y]; o.Trigger > t && !v.isVerb(o.Trigger) && v.lemmas[o.Trigger] == v.lemmas[t] && o.Traits.Has(document.TraitDefinite) {
			for _, z := range events[x].Apart {
				sunder(events, y, z) // "the raid" is that raid
			}
		}
	}
}

// points reports whether one of the words stands before a noun.
func (v *view) points(t int, words ...string) bool {
	d := v.child(t, document.Det)
	if d < 0 {
		return false
	}
	for _, w := range words {
		if strings.EqualFold(v.d.Word(d), w) {
			return true
		}
	}
	return false
}

// elsewhen reports whether two mentions name different times, or different places.
func (v *view) elsewhen(a, b *document.Event) bool {
	l := linker{v: v}
	for i := range a.Args {
		for k := range b.Args {
			x, y := &a.Args[i], &b.Args[k]
			if x.Role != y.Role || x.Score < 0.2 || y.Score < 0.2 {
				continue
			}
			if x.Role == "time" && l.sameTime(x, y) < 0 || x.Role == "place" && l.samePlace(x, y) < 0 {
				return true
			}
		}
	}
	return false
}

// fromHabit sets "the attack" apart from what a relative clause of its sentence says that
// somebody has done since some day: "the rebels, who have attacked ships since November,
// claimed the attack".
func (v *view) fromHabit(events []document.Event, x int) {
	t := events[x].Trigger
	if v.rel(t) != document.AclRelcl || v.d.Tags[t].XPOS != document.VBN || v.passive(t) {
		return
	}
	since := false
	for _, k := range v.children(t) {
		since = since || v.caseOf(int(k)) == "since"
	}
	for y := range events {
		if u := events[y].Trigger; since && v.sentence[u] == v.sentence[t] && !v.above(t, u) && events[y].Traits.Has(document.TraitDefinite) && !v.isVerb(u) && v.d.Tags[u].XPOS != document.NNS {
			sunder(events, x, y)
		}
	}
}

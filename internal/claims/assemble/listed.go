package assemble

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// ofListed reports whether a place or date hangs from a noun for another happening
// that the words set apart from this one in a sentence of this one: the road in "the
// killing of two traders in Malakal and an ambush on the road".
func (b *builder) ofListed(at document.Range) bool {
	d := b.r.d
	for i := range d.Events {
		e := &d.Events[i]
		if b.g.has(i) || strings.HasPrefix(d.Tags[e.Trigger].XPOS.String(), "V") || !b.r.hangsUnder(at.First, e.Trigger) {
			continue
		}
		for _, k := range b.g.events {
			g := &d.Events[k]
			if slices.Contains(g.Apart, i) && d.SentenceOf(g.Trigger) == d.SentenceOf(e.Trigger) && !b.r.hangsUnder(g.Trigger, e.Trigger) &&
				(d.Arcs[e.Trigger].Rel == document.Conj || !b.r.hangsUnder(e.Trigger, g.Trigger)) {
				return true
			}
		}
	}
	return false
}

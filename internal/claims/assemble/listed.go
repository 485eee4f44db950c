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

// ofCharge reports whether a date is that of what somebody was arrested for: "arrested two
// in connection with the murder of a priest on 19 August". Behind "after" it may be
// that of both.
func (b *builder) ofCharge(at document.Range) bool {
	d := b.r.d
	if b.g.kind != "arrest" {
		return false
	}
	for i := range d.Events {
		e := &d.Events[i]
		if b.g.has(i) || !violent(e.Type) && e.Type != "abduction" || d.Tags[e.Trigger].UPOS != document.NOUN || b.r.preposition(e.Trigger, "after") || b.r.preposition(e.Trigger, "following") {
			continue
		}
		if slices.ContainsFunc(b.g.events, func(k int) bool {
			t := d.Events[k].Trigger
			return b.r.hangsUnder(e.Trigger, t) && (b.r.hangsUnder(at.First, e.Trigger) || t < e.Trigger && e.Trigger < at.First && b.r.runsOn(e.Trigger, at.First))
		}) {
			return true
		}
	}
	return false
}

// runsOn reports whether nothing but nouns and prepositions stands from one word to
// another of a sentence.
func (r *reader) runsOn(from, to int) bool {
	return r.d.SentenceOf(from) == r.d.SentenceOf(to) && !slices.ContainsFunc(r.d.Skeleton(from+1, to), func(s string) bool { return s == "V" || s == "W" || s == "P" || s == "," || s == "and" })
}

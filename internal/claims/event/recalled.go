package event

import "sayso/internal/document"

// fromRecalled sets what a happening is only measured against ("the deadliest
// since an assault in Ghazni, in which officials said hundreds were killed") apart
// from it, and from what later paragraphs point back to: that is what the article
// is about, not what it recalled in passing.
func (v *view) fromRecalled(events []document.Event, y int) {
	t := events[y].Trigger
	c := v.measure(t)
	if c < 0 {
		return
	}
	for x := range events {
		o := events[x].Trigger
		switch {
		case v.sentence[o] == v.sentence[t]:
			if !v.above(c, o) {
				sunder(events, x, y)
			}
		case x > y && v.blockOf(o) != v.blockOf(t) && events[x].Traits.Has(document.TraitDefinite) && v.lemmas[o] != v.lemmas[t]:
			sunder(events, x, y)
		}
	}
}

// measure is the word behind "since" that a token stands under, where a
// superlative is said of what has been since; -1 for none.
func (v *view) measure(t int) int {
	for n, i := 0, t; n < 10 && i >= 0; n, i = n+1, v.head(i) {
		if v.caseOf(i) != "since" {
			continue
		}
		for k, h := 0, v.head(i); k < 3 && h >= 0; k, h = k+1, v.head(h) {
			if v.superlative(h) {
				return i
			}
		}
	}
	return -1
}

// superlative reports whether a word is, or has below it, a superlative or "first".
func (v *view) superlative(h int) bool {
	for _, k := range append([]int32{int32(h)}, v.children(h)...) {
		if v.d.Tags[k].XPOS == document.JJS || v.lemmas[k] == "first" {
			return true
		}
	}
	return false
}

// blockOf is the paragraph of a token.
func (v *view) blockOf(t int) int { return v.d.Sentences[v.sentence[t]].Block }

package assemble

import (
	"strings"

	"sayso/internal/document"
)

// figures are the words of a number: those it was taken from, and others that
// give the same.
func (b *builder) figures(i int) []document.Range {
	c := &b.in.Counts[i]
	out := []document.Range{b.counted[i]}
	for k := range b.r.d.Quantities {
		q := &b.r.d.Quantities[k]
		if (q.Count.What == c.What || q.Count.What == "" && b.r.sameNoun(q.Range, b.counted[i])) && ends(&q.Count) == ends(c) &&
			!q.Touches(b.counted[i]) && !b.countsOther(q.Range) {
			out = append(out, q.Range)
		}
	}
	return out
}

// countsOther reports a number of another happening and of none of the mentions: one
// killed here is not the one killed there.
func (b *builder) countsOther(q document.Range) bool {
	other := false
	for i := range b.r.d.Events {
		for k := range b.r.d.Events[i].Args {
			if a := &b.r.d.Events[i].Args[k]; strings.HasPrefix(a.Role, "count:") && a.Range == q {
				if b.g.has(i) {
					return false
				}
				other = true
			}
		}
	}
	return other
}

// sameNoun reports whether a number without a kind counts what another counts: it has the
// same noun, none, or one for anybody. "Two officials said two soldiers were killed."
func (r *reader) sameNoun(q, counted document.Range) bool {
	noun := func(x document.Range) string {
		for i := x.End - 1; i >= x.First; i-- {
			if u := r.d.Tags[i].UPOS; u == document.NOUN || u == document.PROPN {
				return strings.ToLower(r.d.Tags[i].Lemma)
			}
		}
		return ""
	}
	switch n := noun(q); n {
	case "", "people", "person", "dead", "death", "victim", "casualty", "other", "body", "toll":
		return true
	default:
		return n == noun(counted)
	}
}

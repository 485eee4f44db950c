package dates

import (
	"fmt"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/dates/timeml"
)

// counts are matches of one kind and the sizes of both sides.
type counts struct{ strict, overlap, value, kind, gold, found int }

// Found gives the time layer of d in the terms of the corpus.
func Found(d *document.Document) []timeml.Timex {
	base := d.Article.BodyStart()
	var out []timeml.Timex
	for _, t := range d.Times {
		s := d.SpanOf(t.Range)
		if s.Start >= base {
			out = append(out, timeml.Timex{Start: s.Start - base, End: s.End - base, Kind: t.Kind, Value: t.Value})
		}
	}
	return out
}

// Pair is an expression of the corpus beside the one found; either may be nil.
type Pair struct{ Gold, Found *timeml.Timex }

// Strict reports whether both spans are the same.
func (p Pair) Strict() bool {
	return p.Gold != nil && p.Found != nil && p.Gold.Start == p.Found.Start && p.Gold.End == p.Found.End
}

// Match pairs expressions that overlap, in text order; each is used once, and
// equal spans are paired before others.
func Match(gold, found []timeml.Timex) []Pair {
	var pairs []Pair
	used := make([]bool, len(found))
	mate := make([]int, len(gold))
	for pass := range 2 {
		for g := range gold {
			if pass == 0 {
				mate[g] = -1
			}
			for f := range found {
				same := gold[g].Start == found[f].Start && gold[g].End == found[f].End
				touch := gold[g].Start < found[f].End && found[f].Start < gold[g].End
				if mate[g] < 0 && !used[f] && (same || pass == 1 && touch) {
					mate[g], used[f] = f, true
				}
			}
		}
	}
	for g := range gold {
		p := Pair{Gold: &gold[g]}
		if mate[g] >= 0 {
			p.Found = &found[mate[g]]
		}
		pairs = append(pairs, p)
	}
	for f := range found {
		if !used[f] {
			pairs = append(pairs, Pair{Found: &found[f]})
		}
	}
	return pairs
}

func (c *counts) add(p Pair) {
	if p.Gold != nil {
		c.gold++
	}
	if p.Found != nil {
		c.found++
	}
	if p.Gold == nil || p.Found == nil {
		return
	}
	c.overlap++
	if p.Strict() {
		c.strict++
	}
	if p.Gold.Value == p.Found.Value {
		c.value++
	}
	if p.Gold.Kind == p.Found.Kind {
		c.kind++
	}
}

func (c *counts) f1(right int) float64 {
	if c.gold+c.found == 0 {
		return 0
	}
	return 2 * float64(right) / float64(c.gold+c.found)
}

// miss lists the pair where it is wrong: cause, gold, found, day of writing, context.
func (p Pair) miss(o eval.Options, d *document.Document) {
	cause := ""
	switch {
	case p.Gold == nil:
		cause = "invented"
	case p.Found == nil:
		cause = "missed"
	case !p.Strict():
		cause = "span"
	case p.Gold.Value != p.Found.Value:
		cause = "value"
	case p.Gold.Kind != p.Found.Kind:
		cause = "type"
	default:
		return
	}
	base := d.Article.BodyStart()
	at := base
	for _, t := range []*timeml.Timex{p.Found, p.Gold} {
		if t != nil {
			at = base + t.Start
		}
	}
	context := d.Text[max(0, at-margin):min(len(d.Text), at+margin)]
	o.Miss(cause, in(p.Gold, d.Text[base:]), in(p.Found, d.Text[base:]), d.Article.Published.String(), context)
}

// margin is how many bytes of context stand on each side of an error.
const margin = 60

func in(t *timeml.Timex, text string) string {
	if t == nil {
		return "-"
	}
	return fmt.Sprintf("[%s] %s %s", text[t.Start:t.End], t.Kind, t.Value)
}

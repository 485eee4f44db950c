package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// figures are the values told for one thing counted, in the order of the claims.
type figures struct {
	values []string
	claims map[string][]int
}

// countFields names, for each thing counted, the figure with most claims
// behind it, the first of equals, and holds the claims of others against it. An
// exact figure that lies inside that one, 39 where dozens are told of, says the
// same more exactly: it is named, and the claims of both are for it. "31" and "at
// least 31" speak for each other.
func (b *builder) countFields() {
	for i := range b.in.Counts {
		b.in.Counts[i].Claim = b.countClaim(&b.in.Counts[i], b.counted[i])
	}
	done := map[string]bool{}
	for i := range b.in.Counts {
		if what := b.in.Counts[i].What; !done[what] {
			done[what] = true
			b.countField(what, &b.in.Counts[i])
		}
	}
}

// countField names the figure of one thing counted, whose first count is given.
func (b *builder) countField(what string, first *sayso.Count) {
	f := b.figuresOf(what)
	best, rule := ends(first), "the figure with most claims behind it, the first of equals"
	if f.claims[best] == nil {
		f.claims[best] = []int{first.Claim}
	}
	for _, v := range f.values {
		if f.support(v) > f.support(best) || v == twin(best) && len(f.claims[v]) > len(f.claims[best]) {
			best = v
		}
	}
	if exact := b.exactIn(what, best); exact != nil {
		best, rule = ends(exact), "an exact figure inside the one with most claims behind it"
		if f.claims[best] == nil {
			f.claims[best] = []int{exact.Claim}
		}
	}
	if finer := b.refined(what, best); finer != nil {
		best, rule = ends(finer), "the finer of two figures that both only begin"
		if f.claims[best] == nil {
			f.claims[best] = []int{finer.Claim}
		}
	}
	if now := b.risenTo(what); now != nil {
		best, rule = ends(now), "what the toll is said to have come to"
		if f.claims[best] == nil {
			f.claims[best] = []int{now.Claim}
		}
	} else if whole := b.sumWith(what, best); whole != nil {
		best, rule = ends(whole), "a sum that the figure with most claims behind it is part of"
		if f.claims[best] == nil {
			f.claims[best] = []int{whole.Claim}
		}
	}
	pro, con := f.claims[best], []int(nil)
	for _, v := range f.values {
		switch exact := b.exactIn(what, v); {
		case v == best:
		case v == twin(best), exact != nil && ends(exact) == best:
			pro = append(pro[:len(pro):len(pro)], f.claims[v]...)
		default:
			con = append(con, f.claims[v]...)
		}
	}
	field := b.field(sayso.AboutCount+what, best, rule, pro, con)
	field.Why = b.whyCounts(what, best)
}

// refined is the count that says more finely what a figure behind "more than" does: "at
// least 106" where the headline has "more than 100".
func (b *builder) refined(what, value string) *sayso.Count {
	var rough, out *sayso.Count
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		if c.What != what || c.Min == nil || c.Max != nil {
			continue
		}
		w := strings.ToLower(c.Words)
		if ends(c) == value && (strings.HasPrefix(w, "more than ") || strings.HasPrefix(w, "over ")) {
			rough = c
		}
	}
	if rough == nil {
		return nil
	}
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		if c.What == what && c.Min != nil && c.Max == nil && *c.Min > *rough.Min && *c.Min <= *rough.Min+*rough.Min/5 && (out == nil || *c.Min > *out.Min) {
			out = c
		}
	}
	return out
}

// risenTo is the highest count told as what a toll has come to, nil where none is.
func (b *builder) risenTo(what string) *sayso.Count {
	var out *sayso.Count
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		if i >= len(b.counted) || c.What != what {
			continue
		}
		q := b.r.quantityIn(b.counted[i], false)
		if q >= 0 && b.r.d.Quantities[q].Risen && (out == nil || c.Low() > out.Low()) {
			out = c
		}
	}
	return out
}

// sumWith is the count that adds up a figure and others told beside it: where the
// headline has 17 soldiers dead and the text "17 soldiers and four volunteers".
func (b *builder) sumWith(what, value string) *sayso.Count {
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		if i >= len(b.counted) || c.What != what || ends(c) == value || ends(c) == twin(value) {
			continue
		}
		for k := range b.r.d.Quantities {
			q := &b.r.d.Quantities[k]
			if q.Part && q.Count.What == what && b.counted[i].Covers(q.Range) && (ends(&q.Count) == value || ends(&q.Count) == twin(value)) {
				return c
			}
		}
	}
	return nil
}

// support is how many claims there are for a figure: "31" and "at least 31" are one,
// as headlines leave "at least" out.
func (f *figures) support(value string) int { return len(f.claims[value]) + len(f.claims[twin(value)]) }

// twin is the open figure of an exact one, "31-" of "31", and the other way round.
func twin(value string) string {
	if v, open := strings.CutSuffix(value, "-"); open {
		return v
	}
	return value + "-"
}

// figuresOf are the values that claims give for one thing counted.
func (b *builder) figuresOf(what string) figures {
	f := figures{claims: map[string][]int{}}
	for k := range b.in.Claims {
		c := &b.in.Claims[k]
		if c.About != sayso.AboutCount+what {
			continue
		}
		if f.claims[c.Value] == nil {
			f.values = append(f.values, c.Value)
		}
		f.claims[c.Value] = append(f.claims[c.Value], c.N)
	}
	return f
}

// exactIn is the largest exact count inside a figure that is a stretch with both
// ends, or nil.
func (b *builder) exactIn(what, value string) *sayso.Count {
	var out *sayso.Count
	for i := range b.in.Counts {
		if wide := &b.in.Counts[i]; wide.What != what || ends(wide) != value {
			continue
		}
		for k := range b.in.Counts {
			if c := &b.in.Counts[k]; c.What == what && inside(c, &b.in.Counts[i]) && (out == nil || *c.Min > *out.Min) {
				out = c
			}
		}
	}
	return out
}

// inside reports whether a count is exact and lies in a stretch with both ends.
func inside(c, wide *sayso.Count) bool {
	return c.Min != nil && (c.Max == nil || *c.Min == *c.Max) &&
		wide.Min != nil && wide.Max != nil && *wide.Min < *wide.Max && *wide.Min <= *c.Min && *c.Min <= *wide.Max
}

// partial reports whether a count is told as part of another of the same: the
// children of "31 people, including nine children", who bound nothing.
func (b *builder) partial(i int) bool {
	at := b.counted
	if i >= len(at) || len(b.in.Counts) == 1 {
		return false
	}
	return slices.ContainsFunc(b.r.d.Quantities, func(q document.Quantity) bool { return q.Part && at[i].Covers(q.Range) })
}

// toldExactly reports whether an exact count of the same lies inside one.
func (b *builder) toldExactly(wide *sayso.Count) bool { return b.exactIn(wide.What, ends(wide)) != nil }

// deaths gives the lowest, best and highest figure of people killed; a vague one
// that an exact one lies inside bounds nothing.
func (b *builder) deaths() {
	var d sayso.Deaths
	any := false
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		if c.What != "killed" || b.toldExactly(c) || b.partial(i) {
			continue
		}
		any = true
		if n := c.Min; n != nil {
			if d.Low == nil || *n < *d.Low {
				d.Low, d.LowClaims = n, nil
			}
			if *n == *d.Low {
				d.LowClaims = append(d.LowClaims, c.Claim)
			}
		}
		top := c.Max
		if top == nil {
			top = c.Min
		}
		if top != nil {
			if d.High == nil || *top > *d.High {
				d.High, d.HighClaims = top, nil
			}
			if *top == *d.High {
				d.HighClaims = append(d.HighClaims, c.Claim)
			}
		}
	}
	if !any {
		return
	}
	b.bestOfDeaths(&d)
	b.in.Deaths = &d
}

// bestOfDeaths takes the best figure of people killed off its field.
func (b *builder) bestOfDeaths(d *sayso.Deaths) {
	for _, f := range b.in.Fields {
		if f.Name != sayso.AboutCount+"killed" {
			continue
		}
		for i := range b.in.Counts {
			if c := &b.in.Counts[i]; c.What == "killed" && ends(c) == f.Value {
				if d.Best = c.Min; d.Best == nil {
					d.Best = c.Max
				}
				d.BestClaims = f.For
				break
			}
		}
	}
}

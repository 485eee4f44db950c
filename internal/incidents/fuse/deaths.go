package fuse

import (
	"slices"

	"sayso"
)

// Deaths are the people killed as UCDP gives them: the lowest and the highest
// figure that is not denied, and the one that most claims give, the higher of
// two with as many. Nil where no figure is given.
func Deaths(in *sayso.Incident) *sayso.Deaths {
	tolls := tolls(in)
	if len(tolls) == 0 {
		return nil
	}
	d := &sayso.Deaths{}
	for i := range tolls {
		t := &tolls[i]
		d.Low, d.LowClaims = extreme(d.Low, d.LowClaims, t.low, t.claims, -1)
		d.High, d.HighClaims = extreme(d.High, d.HighClaims, t.high, t.claims, +1)
		if d.Best == nil || len(t.claims) > len(d.BestClaims) || len(t.claims) == len(d.BestClaims) && t.best() > *d.Best {
			best := t.best()
			d.Best, d.BestClaims = &best, t.claims
		}
	}
	if d.High == nil || *d.High < *d.Best { // all figures are open above
		d.High, d.HighClaims = nil, nil
	}
	return d
}

// toll is a figure with the claims that give it.
type toll struct {
	low, high *int
	claims    []int
}

func (t *toll) best() int {
	if t.low != nil {
		return *t.low
	}
	return *t.high
}

// tolls are the figures of people killed that stand undenied.
func tolls(in *sayso.Incident) []toll {
	var out []toll
	for i := range in.Counts {
		c := &in.Counts[i]
		if c.What != "killed" || c.Min == nil && c.Max == nil || denied(in, c.Claim) {
			continue
		}
		t := toll{c.Min, c.Max, nil}
		if c.Claim > 0 {
			t.claims = append(t.claims, c.Claim)
		}
		for k := range in.Claims {
			if cl := &in.Claims[k]; cl.N != c.Claim && cl.About == sayso.AboutCount+"killed" && c.Claim > 0 && cl.Value != "" && cl.Value == valueOf(in, c.Claim) && cl.Stance != sayso.StanceDenied {
				t.claims = append(t.claims, cl.N)
			}
		}
		slices.Sort(t.claims)
		out = append(out, t)
	}
	return out
}

func valueOf(in *sayso.Incident, n int) string {
	for i := range in.Claims {
		if in.Claims[i].N == n {
			return in.Claims[i].Value
		}
	}
	return ""
}

func denied(in *sayso.Incident, n int) bool {
	for i := range in.Claims {
		if in.Claims[i].N == n {
			return in.Claims[i].Stance == sayso.StanceDenied
		}
	}
	return false
}

// extreme keeps the lower (sign -1) or higher (sign +1) of two figures, with
// its claims; nil gives way.
func extreme(old *int, oldClaims []int, v *int, claims []int, sign int) (*int, []int) {
	switch {
	case v == nil:
		return old, oldClaims
	case old == nil || (*v-*old)*sign > 0:
		n := *v
		return &n, slices.Clone(claims)
	case *v == *old:
		return old, append(oldClaims, claims...)
	}
	return old, oldClaims
}

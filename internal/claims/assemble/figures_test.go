package assemble

import (
	"testing"

	"sayso"
)

// figure is a count of people killed on the word of claim n.
func figure(low, high, n int) sayso.Count {
	return sayso.Count{What: "killed", Min: &low, Max: &high, Claim: n}
}

// An exact figure inside a vague one is the same told more exactly.
func TestExactInsideVague(t *testing.T) {
	for _, x := range []struct {
		name            string
		counts          []sayso.Count
		claims          []string // values, by claim
		best            string
		pro, con        int
		low, mean, high int
	}{
		{"dozens and 39", []sayso.Count{figure(24, 99, 1), figure(39, 39, 3)}, []string{"24-99", "24-99", "39"}, "39", 3, 0, 39, 39, 39},
		{"dozens and 12", []sayso.Count{figure(24, 99, 1), figure(12, 12, 3)}, []string{"24-99", "24-99", "12"}, "24-99", 2, 1, 12, 24, 99},
		{"12 and 14", []sayso.Count{figure(12, 12, 1), figure(14, 14, 2)}, []string{"12", "14"}, "12", 1, 1, 12, 12, 14},
		{"several, 4 and 7", []sayso.Count{figure(3, 9, 1), figure(4, 4, 2), figure(7, 7, 3)}, []string{"3-9", "4", "7"}, "7", 2, 1, 4, 7, 7},
		{"31, at least 31 and 19 twice", []sayso.Count{figure(31, 31, 1), open(31, 2), figure(19, 19, 3)}, []string{"31", "31-", "19", "19"}, "31", 2, 2, 19, 31, 31},
	} {
		b := &builder{m: &models{}}
		b.in.Counts = x.counts
		for i, v := range x.claims {
			b.in.Claims = append(b.in.Claims, sayso.Claim{N: i + 1, About: sayso.AboutCount + "killed", Value: v})
		}
		b.countField("killed", &b.in.Counts[0])
		b.deaths()
		f := b.in.Fields[0]
		if f.Value != x.best || len(f.For) != x.pro || len(f.Against) != x.con {
			t.Errorf("%s: %s with %d for and %d against, want %s with %d and %d", x.name, f.Value, len(f.For), len(f.Against), x.best, x.pro, x.con)
		}
		if d := b.in.Deaths; *d.Low != x.low || *d.Best != x.mean || *d.High != x.high {
			t.Errorf("%s: %d, %d, %d, want %d, %d, %d", x.name, *d.Low, *d.Best, *d.High, x.low, x.mean, x.high)
		}
	}
}

// open is a figure of people killed without an upper end.
func open(least, claim int) sayso.Count {
	return sayso.Count{What: "killed", Min: &least, Claim: claim}
}

package agreement

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// units turns a table, a line a coder and "." for no value, into units.
func units(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		for i, v := range strings.Fields(line) {
			if i >= len(out) {
				out = append(out, nil)
			}
			if v != "." {
				out[i] = append(out[i], v)
			}
		}
	}
	return out
}

// The worked examples of Krippendorff 2011, to the three digits that it prints.
func TestWorkedExamples(t *testing.T) {
	const many = `1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .`
	for _, c := range []struct {
		name, table string
		m           Metric
		want        float64
		units       int
	}{
		{"A: two observers, two values", "0 1 0 0 0 0 0 0 1 0\n1 1 1 0 0 1 0 0 0 0", Nominal, 0.095, 10},
		{"B: two observers, five values", "a a b b d c c c e d d a\nb a b b b c c c e d d d", Nominal, 0.692, 12},
		{"C: four observers, values missing", many, Nominal, 0.743, 11},
		{"D: the same on an interval scale", many, Interval, 0.849, 11},
	} {
		r := Alpha(units(c.table), c.m)
		if !r.Known || math.Abs(r.Alpha-c.want) > 0.0005 || r.Units != c.units {
			t.Errorf("%s: %+v, want %.3f", c.name, r, c.want)
		}
	}
}

func TestNothingToShow(t *testing.T) {
	for _, u := range [][][]string{nil, {{"a"}}, {{"a", "a"}, {"a", "a"}}, {{"x", "1"}, {}}} {
		if r := Alpha(u, Interval); r.Known {
			t.Errorf("%v: %+v", u, r)
		}
	}
	if r := Alpha([][]string{{"a", "a"}, {"b", "b"}, {"c"}}, Nominal); r.Alpha != 1 || r.Same != 2 || r.Values != 4 {
		t.Errorf("%+v", r)
	}
}

// The order of coders and of units does not matter, and nobody agrees more
// than wholly.
func TestProperties(t *testing.T) {
	value := rapid.SampledFrom([]string{"1", "2", "3", "10"})
	rapid.Check(t, func(t *rapid.T) {
		u := rapid.SliceOf(rapid.SliceOfN(value, 0, 4)).Draw(t, "units")
		m := rapid.SampledFrom([]Metric{Nominal, Interval}).Draw(t, "metric")
		r := Alpha(u, m)
		turned := make([][]string, len(u))
		for i := range u {
			turned[len(u)-1-i] = u[i]
		}
		if s := Alpha(turned, m); math.Abs(s.Alpha-r.Alpha) > 1e-9 || s.Units != r.Units {
			t.Fatalf("%+v, turned %+v", r, s)
		}
		if r.Alpha > 1 || r.Known && r.Same == r.Units && r.Alpha != 1 {
			t.Fatalf("%+v", r)
		}
	})
}

// Package agreement says how far coders agree beyond chance: Krippendorff's
// alpha (Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011),
// for any number of coders, with values left out, nominal or interval.
//
//	Alpha([][]string{{"bombing", "bombing"}, {"protest", "riot"}, …}, Nominal)
//
// Each unit holds the values that coders gave it, in any order; units with less
// than two values say nothing. Alpha is 1 where all agree, 0 where they do as by
// chance, and unknown where no two values differ at all: who always says the
// same shows nothing.
//
// Limits: the ordinal, ratio, polar and circular metrics are left out; no
// confidence interval is given.
package agreement

import (
	"maps"
	"slices"
	"strconv"
)

// Metric says how far two values are apart.
type Metric string

// The metrics.
const (
	Nominal  Metric = "nominal"  // the same, or not
	Interval Metric = "interval" // numbers, by the square of their difference
)

// Result is what units show.
type Result struct {
	Alpha  float64
	Known  bool // whether two values differ at all
	Units  int  // with two values or more
	Values int  // in those
	Same   int  // units all of whose values are the same
}

// Alpha computes the agreement over units. Under [Interval] a value that is no
// number is left out.
func Alpha(units [][]string, m Metric) Result {
	var r Result
	total := map[string]int{}
	observed := 0.0
	for _, u := range units {
		if m == Interval {
			u = slices.DeleteFunc(slices.Clone(u), func(v string) bool { _, err := strconv.ParseFloat(v, 64); return err != nil })
		}
		if len(u) < 2 {
			continue
		}
		count := map[string]int{}
		for _, v := range u {
			count[v]++
			total[v]++
		}
		r.Units, r.Values = r.Units+1, r.Values+len(u)
		if len(count) == 1 {
			r.Same++
		}
		observed += apart(count, m) / float64(len(u)-1)
	}
	expected := apart(total, m)
	if expected == 0 {
		return r
	}
	r.Known = true
	r.Alpha = 1 - float64(float64(r.Values-1)*observed)/expected
	return r
}

// apart is the sum of distances over all ordered pairs of values, in the fixed
// order of the values, so that it is the same on every machine.
func apart(count map[string]int, m Metric) float64 {
	values := slices.Sorted(maps.Keys(count))
	sum := 0.0
	for i, a := range values {
		for _, b := range values[:i] {
			sum += float64(2 * float64(count[a]) * float64(count[b]) * distance(a, b, m))
		}
	}
	return sum
}

func distance(a, b string, m Metric) float64 {
	if m == Nominal {
		return 1
	}
	x, _ := strconv.ParseFloat(a, 64) // values that are no numbers were left out
	y, _ := strconv.ParseFloat(b, 64)
	return float64((x - y) * (x - y))
}

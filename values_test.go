package sayso_test

import (
	"testing"

	"sayso"
)

func TestWhenAgainst(t *testing.T) {
	day := func(s string) sayso.Day {
		d, err := sayso.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	one := sayso.When{Earliest: day("2019-10-01"), Latest: day("2019-10-01")}
	week := sayso.When{Earliest: day("2019-09-30"), Latest: day("2019-10-06")}
	later := sayso.When{Earliest: day("2019-10-07"), Latest: day("2019-10-07")}
	none := sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay}
	for _, x := range []struct {
		a, b sayso.When
		want int
	}{{one, one, 1}, {one, week, 0}, {week, later, -1}, {one, none, 0}} {
		if got := x.a.Against(&x.b); got != x.want || x.b.Against(&x.a) != got {
			t.Errorf("%v against %v: %d, want %d", x.a, x.b, got, x.want)
		}
	}
}

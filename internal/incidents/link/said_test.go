package link

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"sayso"
)

func TestSayings(t *testing.T) {
	unknown := func(words string) *sayso.When {
		return &sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay, Precision: sayso.PrecisionUnknown, Words: words}
	}
	on := func(y, m, d int) *sayso.When {
		day := sayso.DayOf(y, time.Month(m), d)
		return &sayso.When{Earliest: day, Latest: day}
	}
	for _, c := range []struct {
		when *sayso.When
		want saying
	}{
		{nil, saying{}},
		{unknown("late on Saturday"), saying{weekday: 7}},
		{unknown("November 18"), saying{month: 11, day: 18}},
		{unknown("Nov. 18"), saying{month: 11, day: 18}},
		{unknown("last month"), saying{}},
		{unknown("at 1100 hours"), saying{}},
		{on(2008, 12, 13), saying{weekday: 7, month: 12, day: 13}},
		{&sayso.When{Earliest: sayso.DayOf(2008, 12, 1), Latest: sayso.DayOf(2008, 12, 13), Words: "Saturday"}, saying{}},
	} {
		if got := sayings(c.when); got != c.want {
			t.Errorf("%+v: %+v, not %+v", c.when, got, c.want)
		}
	}
}

// "Saturday" goes with Saturday the 13th and not with Thursday, where nobody
// knows the day of one.
func TestSaid(t *testing.T) {
	d := decider(t)
	of := func(article, words string) *Report {
		rec := tells(article, "bombing", "Jolo", sayso.NoDay, "A bomb at the cathedral in Jolo killed twenty worshippers")
		rec.Incidents[0].When = &sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay, Words: words}
		return d.Reports(rec)[0]
	}
	a := of("a", "Saturday")
	same, other := d.Score(a, of("b", "on Saturday")), d.Score(a, of("b", "Thursday morning"))
	if same <= other {
		t.Errorf("the same day of the week %d, another %d", same, other)
	}
}

// Whether two reports are compared does not depend on which came first, and a
// day or a week apart they are.
func TestNear(t *testing.T) {
	d := decider(t)
	rapid.Check(t, func(t *rapid.T) {
		apart := rapid.IntRange(-12, 12).Draw(t, "apart")
		a := d.Reports(tells("a", "bombing", "Jolo", sunday, "A bomb in Jolo"))[0]
		b := d.Reports(tells("b", "bombing", "Jolo", sunday+sayso.Day(apart), "A bomb in Jolo"))[0]
		met := func(x, y *Report) bool {
			file, _ := x.Keys()
			_, ask := y.Keys()
			for _, k := range ask {
				for _, f := range file {
					if k == f {
						return x.Near(y)
					}
				}
			}
			return false
		}
		gap := max(apart, -apart)
		want := gap <= slack || gap >= week-1 && gap <= week+1
		if met(a, b) != want || met(b, a) != want {
			t.Fatalf("%d days apart: %v and %v, not %v", apart, met(a, b), met(b, a), want)
		}
	})
}

// "last month" goes with last month, whichever that is, and not with Saturday.
func TestWording(t *testing.T) {
	at := func(words string) *Report { return &Report{wording: wordingOf(&sayso.When{Words: words})} }
	for _, c := range []struct {
		a, b        string
		same, other int
	}{
		{"last month", "in the last month", 1000, 0},
		{"last month", "on Saturday", 0, 1000},
		{"on 18 November", "November 18", 1000, 0},
		{"on 18 November", "11 November", 500, 500},
		{"last month", "last week", 500, 500},
		{"", "last week", 0, 0},
	} {
		var v [count]int
		if wording(at(c.a), at(c.b), &v); v[sameWording] != c.same || v[otherWording] != c.other {
			t.Errorf("%q and %q: %d and %d", c.a, c.b, v[sameWording], v[otherWording])
		}
	}
}

func TestFigures(t *testing.T) {
	in := &sayso.Incident{Mention: "the navy seized 23 pirates", Claims: []sayso.Claim{{Quote: "The 23, 9 of them boys, were held in 2008, with 116 rounds."}}}
	if got := len(figures(in)); got != 2 {
		t.Errorf("%d numbers, not 23 and 116", got)
	}
}

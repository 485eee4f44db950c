package ui

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/store"
)

func TestWordsOfANumberAreThoseForIt(t *testing.T) {
	in := &sayso.Incident{Counts: []sayso.Count{{What: "killed", Words: "at least 14", Claim: 2}, {What: "killed", Words: "Nineteen", Claim: 5}}}
	f := &sayso.Field{Name: "count:killed", For: []int{5}, Against: []int{2}}
	if got := wordsOf(in, f); got != "Nineteen" {
		t.Errorf("the words are %q", got)
	}
}

func TestSayDays(t *testing.T) {
	d := func(s string) sayso.Day {
		day, err := sayso.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return day
	}
	for _, c := range []struct{ from, to, want string }{
		{"2017-02-08", "2017-02-08", "8 February 2017"}, {"2017-02-08", "2017-02-10", "8–10 February 2017"}, {"2017-02-01", "2017-02-28", "February 2017"},
		{"2017-01-01", "2017-12-31", "2017"}, {"2017-02-08", "2017-03-01", "8 February – 1 March 2017"}, {"2016-12-31", "2017-01-01", "31 December 2016 – 1 January 2017"},
		{"", "2017-02-08", "until 8 February 2017"}, {"2017-02-08", "", "from 8 February 2017"}, {"", "", ""},
	} {
		if got := sayDays(d(c.from), d(c.to)); got != c.want {
			t.Errorf("%s to %s is %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestSayUndated(t *testing.T) {
	for sentence, want := range map[string]string{"On 2 January 2019 a bomb struck a market.": "A bomb struck a market.", "In January 2020 Iran struck.": "Iran struck.", "In 2003 people protested.": "People protested.",
		"Between 1 January 2019 and 3 March 2020 the army fought.": "The army fought.", "From 1 May 2020 on people protested.": "People protested.", "By 1 May 2020 Élan was taken.": "Élan was taken.",
		"On Monday a bomb went off.": "On Monday a bomb went off.", "": ""} {
		if got := sayUndated(sentence); got != want {
			t.Errorf("%q is %q, want %q", sentence, got, want)
		}
	}
}

// Whatever is marked, all of the text is shown once and in order, and every
// element that begins ends.
func TestPiecesShowTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 60, -1).Draw(t, "text")
		var marks []mark
		for range rapid.IntRange(0, 6).Draw(t, "marks") {
			a, b := rapid.IntRange(0, len(text)).Draw(t, "start"), rapid.IntRange(0, len(text)).Draw(t, "end")
			if s := (sayso.Span{Start: min(a, b), End: max(a, b)}); s.Resolves(text) {
				marks = append(marks, mark{span: s, class: rapid.SampledFrom([]string{"ev place", "said denied", "ev voucher"}).Draw(t, "class"), claim: "c"})
			}
		}
		var shown strings.Builder
		open := 0
		for _, p := range pieces(text, sayso.Span{Start: 0, End: len(text)}, marks) {
			if p.Start != shown.Len() {
				t.Fatalf("a piece says that it starts at %d, and starts at %d", p.Start, shown.Len())
			}
			shown.WriteString(p.Text)
			if open += len(p.Open) - len(p.Ends); open < 0 {
				t.Fatal("an element ends that did not begin")
			}
		}
		if shown.String() != text || open != 0 {
			t.Fatalf("shown is %q, and %d elements stay open", shown.String(), open)
		}
	})
}

// Cells hold every point once, and stand far enough from one another.
func TestCellsHoldEveryPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []store.Point
		for range rapid.IntRange(0, 80).Draw(t, "points") {
			list = append(list, store.Point{ID: "i", Deaths: -1, Lat: rapid.Float64Range(-80, 80).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon")})
		}
		n := 0
		for _, c := range cellsOf(list, nil, rapid.Float64Range(0, 10).Draw(t, "zoom"), 44) {
			n += c.N
			if (c.N == 1) != (c.ID != "") {
				t.Fatalf("a cell of %d has the id %q", c.N, c.ID)
			}
		}
		if n != len(list) {
			t.Fatalf("%d of %d points are in cells", n, len(list))
		}
	})
}

func BenchmarkCells(b *testing.B) {
	list := make([]store.Point, 100_000)
	for i := range list {
		list[i] = store.Point{ID: "i", Lat: float64(i%1400)/10 - 70, Lon: float64(i*7%3600)/10 - 180}
	}
	for b.Loop() {
		cellsOf(list, nil, 2, 44)
	}
}

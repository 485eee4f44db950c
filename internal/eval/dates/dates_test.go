package dates

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/dates/timeml"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

// chain is the standard one.
func chain(t *testing.T) eval.Chain {
	t.Helper()
	p, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSamples(t *testing.T) {
	data, articles := reporttest.Shared(t, "data/tempeval3"), reporttest.Shared(t, "gold")
	c := chain(t)
	for _, s := range []struct{ data, set string }{{data, "AQUAINT"}, {data, "TimeBank"}, {articles, "dev"}} {
		t.Run(s.set, func(t *testing.T) {
			reporttest.Check(t, Task, eval.Options{Data: s.data, Set: s.set, Sample: 4, Chain: c}, "dates-"+s.set+".sample")
		})
	}
}

const tml = `<TimeML><DCT><TIMEX3 type="DATE" value="1998-08-08" functionInDocument="CREATION_TIME">8/8</TIMEX3></DCT>
<TEXT>They met <TIMEX3 type="DATE" value="1998-08-07">Friday</TIMEX3> &amp; left <TIMEX3 type="DURATION" value="P2D">two
days</TIMEX3> later.</TEXT></TimeML>`

func TestMatch(t *testing.T) {
	gold := []timeml.Timex{{Start: 0, End: 6, Kind: "DATE", Value: "a"}, {Start: 10, End: 20, Kind: "DATE", Value: "b"}, {Start: 30, End: 40, Value: "c"}}
	found := []timeml.Timex{{Start: 2, End: 4, Kind: "DATE", Value: "a"}, {Start: 0, End: 6, Kind: "TIME", Value: "a"}, {Start: 15, End: 25, Kind: "DATE", Value: "b"}}
	var c counts
	for _, p := range Match(gold, found) {
		c.add(p)
	}
	if want := (counts{strict: 1, overlap: 2, value: 2, kind: 1, gold: 3, found: 3}); c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
}

// written is a chain that finds one given time.
type written struct{ times []document.Time }

func (w written) Run(_ context.Context, a *sayso.Article, _ document.Layer) (*document.Document, error) {
	d := document.New(a)
	for i := range d.Text {
		d.Tokens = append(d.Tokens, document.Token{Start: int32(i), End: int32(i + 1)})
	}
	d.Times = w.times
	return d, nil
}

func TestCoded(t *testing.T) {
	day := func(s string) sayso.Day { d, _ := sayso.ParseDay(s); return d }
	text := func(s string) *string { return &s }
	d, _ := written{[]document.Time{
		{Range: document.Range{First: 0, End: 6}, When: sayso.When{Earliest: day("2019-10-06"), Latest: day("2019-10-06")}},
		{Range: document.Range{First: 8, End: 14}, When: sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay}},
	}}.Run(context.Background(), &sayso.Article{Text: "Sunday, Monday, June"}, "")
	var c coded
	for _, w := range []gold.When{
		{Earliest: text("2019-10-06"), Latest: text("2019-10-06"), Words: "Sunday"},
		{Earliest: text("2019-10-05"), Latest: text("2019-10-06"), Words: "Sunday"},
		{Earliest: text("2019-10-07"), Latest: text("2019-10-07"), Words: "Monday"},
		{Earliest: text("2019-06-01"), Latest: text("2019-06-30"), Words: "June"},
		{Words: "Monday"},
		{Words: "Sunday"},
	} {
		if err := c.add(eval.Options{}, d, &gold.Incident{When: &w}); err != nil {
			t.Fatal(err)
		}
	}
	if want := (coded{dated: 4, found: 3, right: 1, near: 2, open: 2, kept: 1}); c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
	if err := c.add(eval.Options{}, d, &gold.Incident{When: &gold.When{Words: "Friday"}}); err == nil {
		t.Error("words that do not stand in the article are scored")
	}
}

// TestUnread makes sure that errors of the part kept for measuring are not listed.
func TestUnread(t *testing.T) {
	dir := t.TempDir()
	for _, set := range []string{"AQUAINT", "TimeBank"} {
		if err := os.MkdirAll(filepath.Join(dir, set), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, set, "a.tml"), []byte(tml), 0o644); err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if _, err := Task.Run(context.Background(), eval.Options{Data: dir, Set: set, Chain: written{}, Misses: &b}); err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(b.String(), "\n"); lines != map[string]int{"AQUAINT": 0, "TimeBank": 2}[set] {
			t.Errorf("%s lists %d errors", set, lines)
		}
	}
}

package dates

import (
	"context"
	"fmt"
	"path/filepath"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
)

// coded counts the times of hand-coded incidents. Those with days and those
// left without are apart.
type coded struct{ dated, found, right, near, open, kept int }

// runCoded scores the intervals of a folder of coded articles.
func runCoded(ctx context.Context, o eval.Options, dir string) (*eval.Report, error) {
	articles, err := gold.Read(filepath.Join(dir, "articles"), filepath.Join(dir, "coded"), "")
	if err != nil {
		return nil, err
	}
	var c coded
	n := 0
	for i := range articles {
		if !o.Takes(articles[i].Article.ID) {
			continue
		}
		n++
		d, err := o.Chain.Run(ctx, &articles[i].Article, document.LayerTimes)
		if err != nil {
			return nil, err
		}
		for k := range articles[i].Gold {
			if err := c.add(o, d, &articles[i].Gold[k]); err != nil {
				return nil, err
			}
		}
	}
	r := &eval.Report{Task: "dates", Set: filepath.Base(dir), Notes: []string{
		"right: earliest and latest day are those that people gave for the words of an incident, at the place of the",
		"words nearest to the clause that reports it; within reach: the intervals share a day; kept open: no day is",
		"given where people gave none"}}
	r.AddCount("articles", n)
	r.AddCount("times with days", c.dated)
	r.Add("words found", share(c.found, c.dated))
	r.Add("right", share(c.right, c.dated))
	r.Add("within reach", share(c.near, c.dated))
	r.AddCount("times without days", c.open)
	r.Add("kept open", share(c.kept, c.open))
	return r, nil
}

// add scores one incident.
func (c *coded) add(o eval.Options, d *document.Document, g *gold.Incident) error {
	if g.When == nil || g.When.Words == "" {
		return nil
	}
	want, err := interval(g.When)
	if err != nil {
		return fmt.Errorf("%s %s: %w", d.Article.ID, g.ID, err)
	}
	span, ok := gold.Near(d.Text, g.When.Words, g.Mention)
	if !ok {
		return fmt.Errorf("%s %s: %q does not stand in the article", d.Article.ID, g.ID, g.When.Words)
	}
	got, found := at(d, span)
	same := got.Earliest == want.Earliest && got.Latest == want.Latest
	if !same {
		o.Miss(cause(found, want), d.Article.ID, g.When.Words, show(want), show(got), d.Article.Published.String(), g.Mention)
	}
	if !want.Earliest.Known() && !want.Latest.Known() {
		c.open++
		if same {
			c.kept++
		}
		return nil
	}
	c.dated++
	if found {
		c.found++
	}
	if same {
		c.right++
	}
	if shares(got, want) {
		c.near++
	}
	return nil
}

func cause(found bool, want sayso.When) string {
	switch {
	case !found:
		return "missed"
	case !want.Earliest.Known() && !want.Latest.Known():
		return "invented"
	}
	return "days"
}

func show(w sayso.When) string { return w.Earliest.String() + ".." + w.Latest.String() }

// interval reads the days of a coded time.
func interval(w *gold.When) (sayso.When, error) {
	out := sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay}
	for _, end := range []struct {
		text *string
		day  *sayso.Day
	}{{w.Earliest, &out.Earliest}, {w.Latest, &out.Latest}} {
		if end.text == nil {
			continue
		}
		day, err := sayso.ParseDay(*end.text)
		if err != nil {
			return out, err
		}
		*end.day = day
	}
	return out, nil
}

// at joins what the stage says of the expressions on the words: of those that
// lie on them, or else of those that touch them.
func at(d *document.Document, words sayso.Span) (sayso.When, bool) {
	out := sayso.When{Earliest: sayso.NoDay, Latest: sayso.NoDay}
	found := false
	for _, t := range d.Times {
		if s := d.SpanOf(t.Range); !s.Touches(words) {
			continue
		}
		found = true
		w := t.When
		if !w.Earliest.Known() && !w.Latest.Known() {
			continue
		}
		if !out.Earliest.Known() && !out.Latest.Known() {
			out.Earliest, out.Latest = w.Earliest, w.Latest
			continue
		}
		out.Earliest = min(out.Earliest, w.Earliest)
		out.Latest = max(out.Latest, w.Latest)
	}
	return out, found
}

// shares reports whether two intervals have a day in common; an open end
// reaches any day.
func shares(a, b sayso.When) bool {
	if !a.Earliest.Known() && !a.Latest.Known() {
		return false
	}
	before := func(hi, lo sayso.Day) bool { return hi.Known() && lo.Known() && hi < lo }
	return !before(a.Latest, b.Earliest) && !before(b.Latest, a.Earliest)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

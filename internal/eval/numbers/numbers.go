package numbers

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon/numeral"
)

// Task is `sayso eval numbers --data ../shared/gold --set dev|more|joined` or
// `--data ../shared/data/muc34`.
var Task = eval.Task{Name: "numbers", Doc: "counts: range and what is counted, on coded articles or MUC-4 keys", Run: run}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Chain == nil {
		return nil, errors.New("numbers: no chain to run")
	}
	if _, err := os.Stat(filepath.Join(o.Data, "TASK", "CORPORA")); err == nil {
		return runMUC(ctx, o)
	}
	if o.Set == "" {
		o.Set = "more"
	}
	dir := filepath.Join(o.Data, o.Set)
	articles, err := gold.Read(filepath.Join(dir, "articles"), filepath.Join(dir, "coded"), "")
	if err != nil {
		return nil, err
	}
	var s recall
	n := 0
	for i := range articles {
		if !o.Takes(articles[i].Article.ID) {
			continue
		}
		n++
		d, err := o.Chain.Run(ctx, &articles[i].Article, document.LayerQuantities)
		if err != nil {
			return nil, err
		}
		for k := range articles[i].Gold {
			s.incident(o, d, &articles[i].Gold[k])
		}
	}
	return s.report(o.Set, n), nil
}

// recall counts coded counts: 0 those with a number in their words, 1 those without.
type recall struct{ n, ranges, both [2]int }

func (s *recall) report(set string, articles int) *eval.Report {
	r := &eval.Report{Task: "numbers", Set: set, Notes: []string{
		"right: a count that the stage finds at the words of the coded count, at the place nearest to the clause that",
		"reports the incident, has the same least and most; what: and counts the same thing. Counts without a number",
		"in their words (\"the pilot\") are apart"}}
	r.AddCount("articles", articles)
	r.AddCount("counts with a number", s.n[0])
	r.Add("right", share(s.ranges[0], s.n[0]))
	r.Add("right, and what", share(s.both[0], s.n[0]))
	r.AddCount("counts without a number", s.n[1])
	r.Add("without: right, and what", share(s.both[1], s.n[1]))
	return r
}

func share(a, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(a) / float64(n)
}

func (s *recall) incident(o eval.Options, d *document.Document, g *gold.Incident) {
	for i := range g.Counts {
		c := &g.Counts[i]
		k := 0
		if !numbered(c.Words) {
			k = 1
		}
		a := Compare(d, c, g.Mention)
		s.n[k]++
		if a.Range {
			s.ranges[k]++
		}
		if a.Both {
			s.both[k]++
			continue
		}
		o.Miss(a.cause(k == 1), d.Article.ID, fmt.Sprintf("%s %s", c.What, limits(c.Min, c.Max)), c.Words, a.found(), g.Mention)
	}
}

// numbered reports whether words hold a number, a vague number or an article
// that stands for one.
func numbered(words string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == '-' || r == '–' }) {
		if numeral.Look(w).Kind != numeral.None || vague[w] {
			return true
		}
	}
	return false
}

var vague = map[string]bool{"a": true, "an": true, "no": true, "dozen": true, "dozens": true, "scores": true, "hundreds": true,
	"thousands": true, "tens": true, "several": true, "few": true, "both": true, "couple": true, "pair": true, "handful": true}

// Agreement says how far a coded count is found in a document.
type Agreement struct {
	Range bool // a count at its words has the same ends
	Both  bool // and one such counts the same thing
	Found []document.Quantity
}

// Compare looks for a coded count among the counts at its words.
func Compare(d *document.Document, c *gold.Count, mention string) Agreement {
	var a Agreement
	span, ok := gold.Near(d.Text, c.Words, mention)
	if !ok {
		return a
	}
	for _, q := range d.Quantities {
		if !q.Count.Span.Touches(span) {
			continue
		}
		a.Found = append(a.Found, q)
		if same(q.Count.Min, c.Min) && same(q.Count.Max, c.Max) {
			a.Range = true
			a.Both = a.Both || q.Count.What == c.What
		}
	}
	return a
}

func (a *Agreement) cause(bare bool) string {
	switch {
	case bare:
		return "no number"
	case len(a.Found) == 0:
		return "missed"
	case a.Range:
		return "what"
	}
	return "range"
}

func (a *Agreement) found() string {
	var out []string
	for _, q := range a.Found {
		out = append(out, fmt.Sprintf("%s %s %q", blank(q.Count.What), limits(q.Count.Min, q.Count.Max), q.Count.Words))
	}
	return blank(strings.Join(out, "; "))
}

func blank(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func limits(lo, hi *int) string { return end(lo) + ".." + end(hi) }

func end(n *int) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(*n)
}

func same(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// overlap reports whether two spans share a byte or stand within a few of each other.
func overlap(a, b sayso.Span, slack int) bool {
	return a.Start < b.End+slack && b.Start < a.End+slack
}

package dates

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/ground/temporal"
	"sayso/internal/pipeline"
)

// Task is `sayso eval dates --data ../shared/data/tempeval3 [--set TimeBank]`.
var Task = eval.Task{Name: "dates", Doc: "time expressions: span and value F1 on TimeML (tempeval3)", Run: run}

// counts are matches of one kind and the sizes of both sides.
type counts struct{ strict, overlap, value, kind, gold, found int }

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Set == "" {
		o.Set = "AQUAINT"
	}
	docs, err := Read(folder(o.Data, o.Set))
	if err != nil {
		return nil, err
	}
	chain, err := pipeline.New(tokenize.New(), sentence.New(), temporal.New())
	if err != nil {
		return nil, err
	}
	var c counts
	for i := range docs {
		d, err := chain.Run(ctx, &docs[i].Article, document.LayerTimes)
		if err != nil {
			return nil, err
		}
		for _, m := range Match(docs[i].Times, Found(d)) {
			c.add(m)
		}
	}
	r := &eval.Report{Task: "dates", Set: o.Set, Notes: []string{"strict: same first and last byte; value and type over overlapping spans; the day of writing is given"}}
	r.AddCount("documents", len(docs))
	r.AddCount("expressions", c.gold)
	r.AddCount("found", c.found)
	r.Add("strict span F1", c.f1(c.strict))
	r.Add("span F1", c.f1(c.overlap))
	r.Add("value F1", c.f1(c.value))
	r.Add("type F1", c.f1(c.kind))
	return r, nil
}

// folder finds the part of the corpus below its root, or takes data as it is.
func folder(data, set string) string {
	for _, dir := range []string{filepath.Join(data, "TBAQ-cleaned", set), filepath.Join(data, set)} {
		if st, err := os.Stat(dir); err == nil && st.IsDir() {
			return dir
		}
	}
	return data
}

// Found gives the time layer of d in the terms of the corpus.
func Found(d *document.Document) []Timex {
	base := d.Article.BodyStart()
	var out []Timex
	for _, t := range d.Times {
		s := d.SpanOf(t.Range)
		if s.Start >= base {
			out = append(out, Timex{Start: s.Start - base, End: s.End - base, Kind: t.Kind, Value: t.Value})
		}
	}
	return out
}

// Pair is an expression of the corpus beside the one found; either may be nil.
type Pair struct{ Gold, Found *Timex }

// Strict reports whether both spans are the same.
func (p Pair) Strict() bool {
	return p.Gold != nil && p.Found != nil && p.Gold.Start == p.Found.Start && p.Gold.End == p.Found.End
}

// String is for reading errors: gold | found.
func (p Pair) String() string { return fmt.Sprint(p.Gold, " | ", p.Found) }

// Match pairs expressions that overlap, in text order; each is used once, and
// equal spans are paired before others.
func Match(gold, found []Timex) []Pair {
	var pairs []Pair
	used := make([]bool, len(found))
	mate := make([]int, len(gold))
	for pass := range 2 {
		for g := range gold {
			if pass == 0 {
				mate[g] = -1
			}
			for f := range found {
				same := gold[g].Start == found[f].Start && gold[g].End == found[f].End
				touch := gold[g].Start < found[f].End && found[f].Start < gold[g].End
				if mate[g] < 0 && !used[f] && (same || pass == 1 && touch) {
					mate[g], used[f] = f, true
				}
			}
		}
	}
	for g := range gold {
		p := Pair{Gold: &gold[g]}
		if mate[g] >= 0 {
			p.Found = &found[mate[g]]
		}
		pairs = append(pairs, p)
	}
	for f := range found {
		if !used[f] {
			pairs = append(pairs, Pair{Found: &found[f]})
		}
	}
	return pairs
}

func (c *counts) add(p Pair) {
	if p.Gold != nil {
		c.gold++
	}
	if p.Found != nil {
		c.found++
	}
	if p.Gold == nil || p.Found == nil {
		return
	}
	c.overlap++
	if p.Strict() {
		c.strict++
	}
	if p.Gold.Value == p.Found.Value {
		c.value++
	}
	if p.Gold.Kind == p.Found.Kind {
		c.kind++
	}
}

func (c *counts) f1(right int) float64 {
	if c.gold+c.found == 0 {
		return 0
	}
	return 2 * float64(right) / float64(c.gold+c.found)
}

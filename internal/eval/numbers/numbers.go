package numbers

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/ground/quantity"
	"sayso/internal/ground/temporal"
	"sayso/internal/pipeline"
)

// Task is `sayso eval numbers --data ../shared/gold --set more|joined` or
// `--data ../shared/data/muc34`.
var Task = eval.Task{Name: "numbers", Doc: "counts: value and what is counted, on hand-coded articles or MUC-4 keys", Run: run}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if _, err := os.Stat(filepath.Join(o.Data, "TASK", "CORPORA")); err == nil {
		return runMUC(ctx, o)
	}
	if o.Set == "" {
		o.Set = "more"
	}
	docs, err := ReadGold(filepath.Join(o.Data, o.Set))
	if err != nil {
		return nil, err
	}
	chain, err := Chain()
	if err != nil {
		return nil, err
	}
	var s score
	for i := range docs {
		d, err := chain.Run(ctx, &docs[i].Article, document.LayerQuantities)
		if err != nil {
			return nil, err
		}
		for k := range docs[i].Counts {
			s.add(Compare(d, &docs[i].Counts[k]), docs[i].Counts[k].bare())
		}
	}
	r := &eval.Report{Task: "numbers", Set: o.Set, Notes: []string{
		"shares of the coded counts whose words overlap a count of the text that agrees; counts whose words hold no number are apart"}}
	r.AddCount("documents", len(docs))
	r.AddCount("counts with a number", s.n[0])
	r.Add("range right", share(s.value[0], s.n[0]))
	r.Add("range and what right", share(s.both[0], s.n[0]))
	r.AddCount("counts without a number", s.n[1])
	r.Add("without: range and what right", share(s.both[1], s.n[1]))
	return r, nil
}

// Chain is the part of the chain that counts need.
func Chain() (*pipeline.Pipeline, error) {
	tags, err := tag.New()
	if err != nil {
		return nil, err
	}
	trees, err := depparse.New()
	if err != nil {
		trees = document.Stage{Name: "null", Provides: []document.Layer{document.LayerTrees}, Run: func(context.Context, *document.Document) error { return nil }}
	}
	counts, err := quantity.New()
	if err != nil {
		return nil, err
	}
	return pipeline.New(tokenize.New(), sentence.New(), temporal.New(), tags, trees, counts)
}

type score struct{ n, value, both [2]int }

func (s *score) add(a Agreement, bare bool) {
	k := 0
	if bare {
		k = 1
	}
	s.n[k]++
	if a.Value {
		s.value[k]++
	}
	if a.Both {
		s.both[k]++
	}
}

func share(a, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(a) / float64(n)
}

// Agreement says how far a coded count is found in a document.
type Agreement struct {
	Value bool // a quantity on its words has the same range
	Both  bool // and one such counts the same thing
	Found []document.Quantity
}

// Compare looks for a coded count among the quantities of d that overlap any
// place where its words stand.
func Compare(d *document.Document, c *Coded) Agreement {
	var a Agreement
	for at := 0; c.Words != ""; {
		i := strings.Index(d.Text[at:], c.Words)
		if i < 0 {
			break
		}
		span := sayso.Span{Start: at + i, End: at + i + len(c.Words)}
		at = span.End
		for _, q := range d.Quantities {
			s := q.Count.Span
			if s.Start >= span.End || span.Start >= s.End {
				continue
			}
			a.Found = append(a.Found, q)
			if same(q.Count.Min, c.Min) && same(q.Count.Max, c.Max) {
				a.Value = true
				a.Both = a.Both || q.Count.What == c.What
			}
		}
	}
	return a
}

func same(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

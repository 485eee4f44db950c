package attribution

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
)

// Task scores attributions on PolNeAR.
var Task = eval.Task{
	Name: name,
	Doc:  "who says what on PolNeAR: cue, source, content exact, and all three; --set gold: chains of coded articles",
	Run:  run,
}

// name is the task on the command line.
const name = "attribution"

// rounds of the bootstrap over articles.
const rounds = 1000

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Set == SetGold {
		return runGold(ctx, o)
	}
	split := o.Split
	if split == "" {
		split = "dev"
	}
	coded, err := ReadPolnear(o.Data, split)
	if err != nil {
		return nil, err
	}
	var scores []Score // one an article
	last := ""
	var d *document.Document
	coded = slices.DeleteFunc(coded, func(c Coded) bool { return !o.Takes(c.Name) })
	for _, c := range coded {
		if c.Name != last {
			if d, err = o.Chain.Run(ctx, &sayso.Article{ID: c.Name, Text: c.Text}, document.LayerAttributions); err != nil {
				return nil, err
			}
			scores = append(scores, Score{})
			last = c.Name
		}
		scores[len(scores)-1].Add(Said(d), c.Golds, c.Of)
	}
	return report("polnear "+split, scores, coded), nil
}

func report(set string, scores []Score, coded []Coded) *eval.Report {
	r := &eval.Report{Task: name, Set: set}
	total := sum(scores)
	low, high := interval(scores)
	for _, p := range parts(&total) {
		r.Add(p.name+"_precision", p.precision())
		r.Add(p.name+"_recall", p.recall())
		f := eval.Figure{Name: p.name + "_f1", Value: p.f1()}
		if p.name == "all_exact" {
			f.Low, f.High = low, high
		}
		r.Figures = append(r.Figures, f)
	}
	r.AddCount("articles", len(scores))
	several, pieces := 0, 0
	for i, c := range coded {
		if c.Of > 1 && (i == 0 || coded[i-1].Name != c.Name) {
			several++
		}
		for _, g := range c.Golds {
			if len(g.Content) > 1 {
				pieces++
			}
		}
	}
	r.Notes = append(r.Notes,
		fmt.Sprintf("%d articles have several annotators: each annotator counts as a share, so that an article counts once.", several),
		fmt.Sprintf("%d contents are in pieces: all pieces must match; pieces with only white space between them are one.", pieces),
		"Discuss and Discard mark nothing: what is found in such passages counts as wrong.",
		"Of nested attributions the outermost is scored, since the corpus lets a token be part of one only.")
	return r
}

// interval is the 95 % bootstrap interval of the F1 of all three parts.
func interval(scores []Score) (low, high float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	var fs []float64
	for range rounds {
		var all tally
		for range scores {
			s := scores[rng.IntN(len(scores))].all
			all.hit, all.said, all.gold = all.hit+s.hit, all.said+s.said, all.gold+s.gold
		}
		fs = append(fs, all.f1())
	}
	slices.Sort(fs)
	return fs[rounds*25/1000], fs[rounds*975/1000]
}

type part struct {
	name string
	tally
}

func parts(s *Score) []part {
	return []part{{"cue", s.cue}, {"source", s.source}, {"content", s.content}, {"all_exact", s.all}}
}

func sum(scores []Score) Score {
	var t Score
	for _, s := range scores {
		t.cue.plus(s.cue)
		t.source.plus(s.source)
		t.content.plus(s.content)
		t.all.plus(s.all)
	}
	return t
}

func (t *tally) plus(o tally) {
	t.hit, t.said, t.gold = t.hit+o.hit, t.said+o.said, t.gold+o.gold
}

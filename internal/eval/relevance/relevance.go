package relevance

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"sayso/internal/claims/relevance"
	"sayso/internal/document"
	"sayso/internal/eval"
)

// Task is `sayso eval relevance --data DIR`; DIR holds gold and data.
var Task = eval.Task{Name: "relevance", Doc: "does the gate let articles with incidents pass, and skip the others", Run: run}

// Folds is the number of parts for the five-fold figures.
const Folds = 5

// tally counts the articles of a set.
type tally struct{ relevant, passed, others, skipped int }

func (t *tally) recall() float64 { return float64(t.passed) / float64(max(1, t.relevant)) }
func (t *tally) share() float64  { return float64(t.skipped) / float64(max(1, t.others)) }

func (t *tally) add(relevant, passes bool) {
	switch {
	case relevant && passes:
		t.relevant, t.passed = t.relevant+1, t.passed+1
	case relevant:
		t.relevant++
	case passes:
		t.others++
	default:
		t.others, t.skipped = t.others+1, t.skipped+1
	}
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	gate, err := relevance.New(nil)
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: "relevance", Set: "gold/dev, india-police-events, muc34 dev"}
	var spent, whole time.Duration
	var messages []Example
	articles := 0
	for _, set := range []struct {
		name string
		read func() ([]Labelled, error)
	}{
		{"gold_dev", func() ([]Labelled, error) { return Coded(filepath.Join(o.Data, "gold", "dev")) }},
		{"police_events", func() ([]Labelled, error) {
			return Police(filepath.Join(o.Data, "data", "india-police-events", "dev"))
		}},
		{"muc_dev", func() ([]Labelled, error) { return Messages(filepath.Join(o.Data, "data", "muc34"), "dev") }},
	} {
		in, err := set.read()
		if err != nil {
			return nil, err
		}
		var t tally
		for _, x := range in {
			if !o.Takes(x.Article.ID) {
				continue
			}
			from := time.Now()
			d, err := o.Chain.Run(ctx, x.Article, document.LayerSentences)
			if err != nil {
				return nil, err
			}
			read := time.Now()
			if err := gate.Run(ctx, d); err != nil {
				return nil, err
			}
			spent, whole = spent+time.Since(read), whole+time.Since(from)
			articles++
			t.add(x.Relevant, d.Relevance.Relevant)
			if set.name == "muc_dev" {
				messages = append(messages, Example{d, x.Relevant})
			}
		}
		report(r, set.name, &t)
	}
	folded(r, messages)
	if o.Sample <= 1 {
		r.Notes = append(r.Notes, fmt.Sprintf("cost on this machine: %d µs an article, %.0f %% of tokens, sentences and gate together",
			spent.Microseconds()/int64(max(1, articles)), 100*spent.Seconds()/whole.Seconds()))
	}
	return r, nil
}

func report(r *eval.Report, name string, t *tally) {
	r.AddCount(name+"_with_incidents", t.relevant)
	r.Add(name+"_recall", t.recall())
	r.AddCount(name+"_without", t.others)
	r.Add(name+"_skipped", t.share())
}

// folded learns the leanings anew without a fifth of the messages and scores
// these, five times. The signs are not learned and stay as they are.
func folded(r *eval.Report, messages []Example) {
	var t tally
	for fold := range Folds {
		var train, test []Example
		for i, x := range messages {
			if i%Folds == fold {
				test = append(test, x)
			} else {
				train = append(train, x)
			}
		}
		leanings := Learn(train)
		for _, x := range test {
			t.add(x.Relevant, x.Doc.Relevance.Score >= relevance.Threshold && Score(leanings, x.Doc) >= relevance.Leaning)
		}
	}
	r.Add("muc_dev_recall_five_fold", t.recall())
	r.Add("muc_dev_skipped_five_fold", t.share())
}

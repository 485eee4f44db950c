package locations

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/claims/event/where"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/model/hashlin"
	"sayso/internal/pipeline"
)

// Folds is how many parts the texts are cut into.
const Folds = 5

// Task scores where happenings were, on event-location.
var Task = eval.Task{
	Name: "locations",
	Doc:  "where it happened: the place that belongs to a verb (event-location, five-fold)",
	Run:  run,
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	read, err := Prepare(ctx, o)
	if err != nil {
		return nil, err
	}
	var t tally
	for fold := range Folds {
		s := where.With(Train(read, func(r *Read) bool { return r.Fold != fold }))
		for i := range read {
			if read[i].Fold == fold {
				t.add(o, &read[i], s)
			}
		}
	}
	return t.report(o), nil
}

// Read is a row with its annotated text.
type Read struct {
	Row
	Doc     *document.Document
	Text    int // number of the text
	Trigger int
	Fold    int
}

// Prepare annotates the rows that the options take up to the toponyms layer. A
// nil chain stands for the standard one.
func Prepare(ctx context.Context, o eval.Options) ([]Read, error) {
	if o.Split == "" {
		o.Split = "dev"
	}
	rows, err := read(o.Data, o.Split)
	if err != nil {
		return nil, fmt.Errorf("locations: %w", err)
	}
	if o.Chain == nil {
		if o.Chain, err = pipeline.Standard(pipeline.Options{}); err != nil {
			return nil, err
		}
	}
	docs, texts := map[string]*document.Document{}, map[string]int{}
	var out []Read
	for _, r := range rows {
		if !o.Takes(r.Text) {
			continue
		}
		if docs[r.Text] == nil {
			a := &sayso.Article{ID: r.ID, Text: r.Text, Published: sayso.NoDay}
			if docs[r.Text], err = o.Chain.Run(ctx, a, document.LayerToponyms); err != nil {
				return nil, err
			}
			texts[r.Text] = len(texts)
		}
		x := Read{Row: r, Doc: docs[r.Text], Text: texts[r.Text], Fold: int(sha256.Sum256([]byte(r.Text))[0]) % Folds}
		if x.Trigger = triggerOf(x.Doc, r.Verb); x.Trigger >= 0 {
			out = append(out, x)
		}
	}
	return out, nil
}

// triggerOf is the token that holds the first letter of a verb, or -1.
func triggerOf(d *document.Document, verb sayso.Span) int {
	return slices.IndexFunc(d.Tokens, func(t document.Token) bool { return int(t.Start) <= verb.Start && verb.Start < int(t.End) })
}

// gold reports whether a candidate has the span of one of the row's places.
func (r *Read) gold(c *where.Candidate) bool { return slices.Contains(r.Places, r.Doc.SpanOf(c.Range)) }

// Train fits the weights on some of the rows. Each feature of "none" has a
// second copy for its source, which takes up the habits of who marked it and is
// never asked for again (Daumé III, ACL 2007).
func Train(read []Read, use func(*Read) bool) *hashlin.Group {
	var data []hashlin.Instance
	for i := range read {
		r := &read[i]
		if !use(r) {
			continue
		}
		keys, candidates := where.Instance(r.Doc, r.Trigger)
		target := slices.IndexFunc(candidates, func(c where.Candidate) bool { return r.gold(&c) }) + 1
		if target == 0 && len(r.Places) > 0 {
			continue // the place is no candidate
		}
		source := sourceKey(r.Source)
		for _, k := range slices.Clone(keys[0]) {
			keys[0] = append(keys[0], hashlin.Key(source, k))
		}
		data = append(data, hashlin.Instance{Doc: r.Text, Target: float64(target), Cand: keys})
	}
	l := hashlin.Learner{Loss: hashlin.Softmax, Epochs: 12, Rate: 0.05, L2: 1e-4, Seed: 1}
	return l.Fit(data)
}

func sourceKey(source string) uint32 {
	sum := sha256.Sum256([]byte(source))
	return uint32(sum[0])<<8 | uint32(sum[1]) | 1<<24
}

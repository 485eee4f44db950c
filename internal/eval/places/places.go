package places

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/places/fit"
	"sayso/internal/gazetteer"
	"sayso/internal/ground/toponym"
	"sayso/internal/pipeline"
)

// Folds is how many parts LGL and TR-News are cut into.
const Folds = 5

// Task scores places on LGL, TR-News or another set of the same form.
var Task = eval.Task{
	Name: "places",
	Doc:  "place names found, and found and right within 161 km (LGL, TR-News)",
	Run:  run,
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	set := o.Set
	if set == "" {
		set = "LGL"
	}
	g, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	read, err := Prepare(ctx, o, set)
	if err != nil {
		return nil, err
	}
	tally := newTally(g, o)
	if _, ours := sets[set]; !ours {
		err := tally.shipped(ctx, read)
		return tally.report(o, set, "weights that ship"), err
	}
	other := "TR-News"
	if set == other {
		other = "LGL"
	}
	more, err := Prepare(ctx, o, other)
	if err != nil {
		return nil, err
	}
	if err := tally.folds(ctx, read, more); err != nil {
		return nil, err
	}
	return tally.report(o, set, fmt.Sprintf("%d folds by document, the other corpus always in training", Folds)), nil
}

// Read is an article of a corpus with the layers that the toponym stage needs.
type Read struct {
	Text
	fit.Example
	Fold int
}

// Prepare annotates the texts of a set that the options take, up to the names
// layer. A nil chain stands for the stages that the layers need.
func Prepare(ctx context.Context, o eval.Options, set string) ([]Read, error) {
	texts, err := readSet(o.Data, set)
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	if o.Chain == nil {
		if o.Chain, err = shortChain(); err != nil {
			return nil, err
		}
	}
	out := make([]Read, 0, len(texts))
	for _, t := range texts {
		if !o.Takes(t.Article.ID) {
			continue
		}
		d, err := o.Chain.Run(ctx, t.Article, document.LayerNames)
		if err != nil {
			return nil, err
		}
		r := Read{Text: t, Fold: int(sha256.Sum256([]byte(t.Article.ID))[0]) % Folds}
		r.Example = fit.Example{Doc: d}
		gold := map[document.Range]*Gold{}
		for i := range t.Gold {
			at := tokensOf(d, t.Gold[i].Span)
			r.Names = append(r.Names, at)
			gold[at] = &t.Gold[i]
		}
		r.Right = func(at document.Range, e *gazetteer.Entry) fit.Grade { return gold[at].grade(e) }
		out = append(out, r)
	}
	return out, nil
}

func shortChain() (*pipeline.Pipeline, error) {
	tags, err := tag.New()
	if err != nil {
		return nil, err
	}
	names, err := ner.New()
	if err != nil {
		return nil, err
	}
	return pipeline.New(tokenize.New(), sentence.New(), tags, names)
}

// tokensOf returns the tokens that a span covers; a negative range where its
// ends are inside tokens, so that it matches nothing.
func tokensOf(d *document.Document, s sayso.Span) document.Range {
	first, _ := slices.BinarySearchFunc(d.Tokens, s.Start, func(t document.Token, at int) int { return int(t.Start) - at })
	last, _ := slices.BinarySearchFunc(d.Tokens, s.End, func(t document.Token, at int) int { return int(t.End) - at })
	if first >= len(d.Tokens) || last >= len(d.Tokens) || int(d.Tokens[first].Start) != s.Start || int(d.Tokens[last].End) != s.End {
		return document.Range{First: -1 - s.Start, End: -1}
	}
	return document.Range{First: first, End: last + 1}
}

// folds scores each fold with weights trained on the others and on more.
func (t *tally) folds(ctx context.Context, read, more []Read) error {
	for fold := range Folds {
		var train []fit.Example
		for i := range read {
			if read[i].Fold != fold {
				train = append(train, read[i].Example)
			}
		}
		for i := range more {
			train = append(train, more[i].Example)
		}
		m := fit.Train(t.gaz, train)
		stage := toponym.NewWith(t.gaz, m)
		for i := range read {
			if read[i].Fold == fold {
				if err := t.add(ctx, stage, &read[i]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (t *tally) shipped(ctx context.Context, read []Read) error {
	stage, err := toponym.New(t.gaz)
	if err != nil {
		return err
	}
	for i := range read {
		if err := t.add(ctx, stage, &read[i]); err != nil {
			return err
		}
	}
	return nil
}

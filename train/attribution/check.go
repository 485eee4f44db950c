package main

import (
	"context"
	"os"

	"sayso"
	"sayso/internal/claims/attribution"
	"sayso/internal/document"
	"sayso/internal/eval"
	evalattr "sayso/internal/eval/attribution"
	"sayso/internal/pipeline"
)

// check scores the stage on a split with cached trees. Names and actors are
// left out: they name the source and choose no span.
func check(dir, split, cache string) error {
	before, err := chain()
	if err != nil {
		return err
	}
	stage, err := attribution.New()
	if err != nil {
		return err
	}
	trees := document.Stage{Name: "trees", Provides: stage.Requires, Run: func(ctx context.Context, d *document.Document) error {
		got, err := evalattr.Cached(cache, d.Article.ID, d.Text, func(a *sayso.Article) (*document.Document, error) {
			return before.Run(ctx, a, document.LayerTrees)
		})
		if err != nil {
			return err
		}
		d.Blocks, d.Tokens, d.Sentences, d.Tags, d.Arcs = got.Blocks, got.Tokens, got.Sentences, got.Tags, got.Arcs
		return nil
	}}
	both, err := pipeline.New(trees, stage)
	if err != nil {
		return err
	}
	r, err := evalattr.Task.Run(context.Background(), eval.Options{Data: dir, Split: split, Chain: both})
	if err != nil {
		return err
	}
	return r.WriteText(os.Stdout)
}

// Command muc learns the bridge from the chain's layers to the templates of
// MUC-4 from the dev messages and their keys, and writes data/models/muc4.
//
//	go run ./train/muc
package main

import (
	"context"
	"flag"
	"log"
	"path/filepath"

	"sayso/data"
	"sayso/internal/claims/assemble"
	"sayso/internal/claims/attribution"
	"sayso/internal/claims/event"
	"sayso/internal/claims/factuality"
	"sayso/internal/document"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/render"
	"sayso/internal/eval/muc/score"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/pipeline"
)

func main() {
	log.SetFlags(0)
	corpusDir := flag.String("data", filepath.Join("..", "shared", "data", "muc34"), "folder of the corpus")
	out := flag.String("out", filepath.Join("data", "models", "muc4", "en-2026-11-24"), "folder of the model")
	flag.Parse()
	if err := run(context.Background(), *corpusDir, *out); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, dir, out string) error {
	messages, err := corpus.Read(dir, "dev")
	if err != nil {
		return err
	}
	keys, err := score.ReadKeys(dir, "dev")
	if err != nil {
		return err
	}
	read, err := reader()
	if err != nil {
		return err
	}
	var in []render.Message
	for i := range messages {
		d, err := read(ctx, &messages[i])
		if err != nil {
			return err
		}
		in = append(in, render.Message{Doc: d, Keys: keys.Templates[messages[i].ID]})
	}
	base, err := render.Untrained()
	if err != nil {
		return err
	}
	m := render.Learn(base, in)
	return model.Save(out, "muc4", m.Payload())
}

// reader runs the whole chain (the gate stands before the parser), but takes every message for relevant: the gate
// was learned from these very messages and would hide what others are like.
func reader() (func(context.Context, *corpus.Message) (*document.Document, error), error) {
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		return nil, err
	}
	claims, err := stages()
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, m *corpus.Message) (*document.Document, error) {
		d, err := chain.Run(ctx, m.Article(), document.LayerActors)
		if err != nil {
			return nil, err
		}
		d.Relevance.Relevant = true
		for _, s := range claims {
			if err := s.Run(ctx, d); err != nil {
				return nil, err
			}
		}
		return d, nil
	}, nil
}

func stages() ([]document.Stage, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	var out []document.Stage
	for _, f := range []func() (document.Stage, error){
		func() (document.Stage, error) { return event.New(lex) },
		attribution.New,
		func() (document.Stage, error) { return factuality.New() },
		func() (document.Stage, error) { return assemble.New(lex, data.FS) },
	} {
		s, err := f()
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

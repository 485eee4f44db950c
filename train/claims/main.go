// Command claims fits the models by which the assemble stage decides
// (data/models/happening) to the hand-coded articles.
//
//	go run ./train/claims                # fit to gold/more and gold/joined, write the models
//	go run ./train/claims -folds         # print the five-fold figures instead
package main

import (
	"context"
	"flag"
	"log"
	"os"
	"path/filepath"

	"sayso/internal/claims/assemble"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/gold/learn"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/pipeline"
)

func main() {
	data := flag.String("data", "../shared/gold", "folder of the hand-coded articles")
	out := flag.String("out", "data/models/"+assemble.Task+"/en-2026-11-24", "folder of the models")
	folds := flag.Bool("folds", false, "print five-fold figures and write nothing")
	errors := flag.Bool("errors", false, "with -folds: list every difference")
	flag.Parse()
	if err := run(*data, *out, *folds, *errors); err != nil {
		log.Fatal(err)
	}
}

func run(data, out string, folds, errors bool) error {
	lex, err := lexicon.Load()
	if err != nil {
		return err
	}
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		return err
	}
	var coded []gold.Coded
	for _, set := range []string{"more", "joined"} {
		c, err := gold.Read(filepath.Join(data, set, "articles"), filepath.Join(data, set, "coded"), "")
		if err != nil {
			return err
		}
		coded = append(coded, c...)
	}
	items, err := learn.Read(context.Background(), chain, coded)
	if err != nil {
		return err
	}
	if folds {
		scored, err := learn.Folds(items, lex, 5)
		if err != nil {
			return err
		}
		r := gold.ReportOn(scored, gold.Rounds)
		r.Set = "more and joined, five-fold"
		if errors {
			r.Notes = gold.Differences(scored)
		}
		return r.WriteText(os.Stdout)
	}
	models, err := learn.Fit(items, lex)
	if err != nil {
		return err
	}
	return model.Save(out, assemble.Task, models.Payload())
}

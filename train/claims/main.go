// Command claims fits the models by which the assemble stage decides
// (data/models/happening) to the hand-coded articles.
//
//	go run ./train/claims                # fit to gold/more and gold/joined, write the models
//	go run ./train/claims -folds         # print the five-fold figures instead
package main

import (
	"bytes"
	"context"
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"

	"sayso/internal/claims/assemble"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/gold/learn"
	"sayso/internal/eval/unrelated"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/pipeline"
)

func main() {
	data := flag.String("data", "../shared/gold", "folder of the hand-coded articles")
	out := flag.String("out", "data/models", "folder of the models")
	folds := flag.Bool("folds", false, "print five-fold figures and write nothing")
	errors := flag.Bool("errors", false, "with -folds: list every difference")
	stories := flag.Bool("stories", false, "with -folds: folds by story, so that no story is both learnt from and scored")
	flag.Parse()
	if err := run(*data, *out, *folds, *errors, *stories); err != nil {
		log.Fatal(err)
	}
}

// folder names language and date of the models.
const folder = "en-2026-11-24"

func run(data, out string, folds, errors, stories bool) error {
	lex, err := lexicon.Load()
	if err != nil {
		return err
	}
	chain, err := pipeline.Standard(pipeline.Options{Until: document.LayerFactuality})
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
	unrelated, err := unrelated.Articles("train/claims/unrelated.txt", filepath.Join(data, "..", "data", "wikinews-vanatteveldt"))
	if err != nil {
		return err
	}
	for _, a := range unrelated {
		coded = append(coded, gold.Coded{Article: *a, Whole: a.Reading()})
	}
	coded = slices.DeleteFunc(coded, func(c gold.Coded) bool { return c.Article.Outlet == "BBC Online" }) // to be measured on alone
	items, err := learn.Read(context.Background(), chain, coded)
	if err != nil {
		return err
	}
	fold := learn.Fifths
	if stories {
		fold = learn.Stories
	}
	scored, err := learn.Folds(items, lex, 5, fold)
	if err != nil {
		return err
	}
	r := gold.ReportOn(scored, gold.Rounds)
	r.Set = "more and joined, five-fold"
	if folds {
		if errors {
			r.Notes = gold.Differences(scored)
		}
		return r.WriteText(os.Stdout)
	}
	models, err := learn.Fit(items, lex)
	if err != nil {
		return err
	}
	dir := filepath.Join(out, assemble.Task, folder)
	if err := model.Save(dir, assemble.Task, models.Payload()); err != nil {
		return err
	}
	return card(dir, r)
}

// card says what the models are, with the five-fold figures.
func card(dir string, r *eval.Report) error {
	var b bytes.Buffer
	b.WriteString(cardHead)
	if err := r.WriteText(&b); err != nil {
		return err
	}
	b.WriteString("```\n")
	return os.WriteFile(filepath.Join(dir, "README.md"), b.Bytes(), 0o644)
}

const cardHead = `# Happenings, English

How the assemble stage decides: which groups of mentions are happenings, which of them the article is about, where and when they were, and what belongs to them. Weights of named signs, logistic regression and conditional logit (internal/model/signs); the file is a table that can be read.

Made by ` + "`go run ./train/claims`" + ` from the hand-coded articles "more" (re3d but for the BBC's, GUM; weights only) and "joined" (ECB+). A sign seen in fewer than three articles has no weight; no words of an article are kept but the lemmas of triggers. Licence of the weights: as the project's; of the articles: see NOTICE.

Limits: a hundred and some articles, of few outlets and two wars; the figures below are five-fold over the same articles, each scored by models that have not seen it.

` + "```\n"

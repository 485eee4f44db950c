// Command claims fits the models by which the assemble stage decides
// (data/models/happening), and that of the event stage (data/models/trigger),
// to the hand-coded articles.
//
//	go run ./train/claims     # from the project's root; two to four minutes
//
// `sayso eval happenings` prints the five-fold figures alone.
package main

import (
	"bytes"
	"context"
	"flag"
	"log"
	"os"
	"path/filepath"

	"sayso/internal/claims/assemble"
	"sayso/internal/claims/event"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold/learn"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/model/signs"
	"sayso/internal/pipeline"
)

func main() {
	data := flag.String("data", "../shared/gold", "folder of the hand-coded articles")
	out := flag.String("out", "data/models", "folder of the models")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		log.Fatal(err)
	}
}

// folder names language and date of the models.
const folder = "en-2026-11-24"

const triggersFolder = "en-2026-11-30"

func run(data, out string) error {
	lex, err := lexicon.Load()
	if err != nil {
		return err
	}
	chain, err := pipeline.Standard(pipeline.Options{Until: document.LayerFactuality})
	if err != nil {
		return err
	}
	items, err := learn.Read(context.Background(), chain, data, learn.Standard)
	if err != nil {
		return err
	}
	triggers, err := learn.FitTriggers(items, lex)
	if err != nil {
		return err
	}
	if err := saveTriggers(filepath.Join(out, event.Task, triggersFolder), triggers); err != nil {
		return err
	}
	r, err := learn.Score(items, lex, "")
	if err != nil {
		return err
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

// saveTriggers writes the model of the event stage and its card.
func saveTriggers(dir string, set signs.Set) error {
	if err := model.Save(dir, event.Task, set.Payload()); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "README.md"), []byte(triggersCard), 0o644)
}

const triggersCard = `# Triggers, English

How likely a trigger of the event stage tells of a happening that conflict news is about, by what stands around it: weights of named signs, logistic regression (internal/model/signs); the file is a table that can be read.

Made by ` + "`go run ./train/claims`" + ` from the articles that data/models/happening is made from, in whose coded words triggers stand or do not. A sign seen in fewer than three articles has no weight; of the words of an article, lemmas alone are kept, one or two at a time. Licence of the weights: as the project's; of the articles: see NOTICE.

What it is good for is scored by what is made of it: ` + "`sayso eval happenings`" + `, where each article has odds by a model that has not seen it.

Limits: a word is held to tell of nothing where no coded incident quotes it, also where it repeats one.
`

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

Made by ` + "`go run ./train/claims`" + ` from the hand-coded articles "more" (re3d, GUM; those of the BBC are scored but not learnt from) and "joined" (ECB+), from articles of MUC, PolNeAR, TimeBank, India Police Events, TR-News and LGL that this project coded (` + "`" + `train/claims/coded` + "`" + `), and from articles of Wikinews and PolNeAR that hold no incident (` + "`" + `train/claims/unrelated.txt` + "`" + `, ` + "`" + `politics.txt` + "`" + `). A sign seen in fewer than three articles has no weight; no words of an article are kept but the lemmas of triggers. Licence of the weights: as the project's; of the articles: see NOTICE.

Limits: 1,091 coded articles, nearly half of them from Latin America in 1988 to 1991; the figures below are five-fold over more and joined, each article scored by models that have not seen it; those over the project's own codings stand in eval/reports/happenings-own.golden.

` + "```\n"

package learn

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon"
)

// Task is `sayso eval happenings --data ../shared/gold`: incidents, fields and
// claims of the sets more and joined by models that have not seen the article.
// The set "own" scores the project's codings in their place. The set "stories"
// makes the folds by story; "errors" and "own-errors" list every difference;
// "coders" scores no program, but articles of more and joined as who coded the
// project's own did, without sight of the shared coding.
var Task = eval.Task{Name: "happenings", Doc: "the same over the articles that the models are fitted to, five-fold", Run: run}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Set == "coders" {
		return coders(o.Data)
	}
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	items, err := Read(ctx, o.Chain, o.Data, Standard)
	if err != nil {
		return nil, err
	}
	return Score(items, lex, o.Set)
}

// Score reports the five-fold figures; set is as Task has it.
func Score(items []Item, lex *lexicon.Lexicon, set string) (*eval.Report, error) {
	fold := Fifths
	if set == "stories" {
		fold = Stories
	}
	coded, groups, err := Folds(items, lex, folds, fold)
	if err != nil {
		return nil, err
	}
	of := parts(items, coded)
	scored, name, from := of[Shared], "more+joined", Shared
	if strings.HasPrefix(set, "own") {
		scored, name, from = of[Own], "", Own
	}
	r := gold.ReportOn(scored, gold.Rounds)
	r.Task, r.Set = "happenings", filepath.Join(name, set)
	groups.report(r, from)
	none := slices.Concat(of[None], of[Politics])
	alarms := 0
	for i := range none {
		alarms += len(none[i].Pred)
	}
	r.AddCount("articles_without_incident", len(none))
	r.AddCount("incidents_in_them", alarms)
	if strings.HasSuffix(set, "errors") {
		r.Notes = gold.Differences(scored)
	}
	return r, nil
}

// Blind is the folder of articles that were coded a second time.
const Blind = "train/claims/blind"

// coders says how far the project's coders agree with the shared coding.
func coders(dir string) (*eval.Report, error) {
	again, err := codings(Blind, &corpora{data: filepath.Join(dir, "..", "data")})
	if err != nil {
		return nil, err
	}
	for i := range again {
		c := &again[i]
		set, id, _ := strings.Cut(c.Article.ID, "-")
		first, err := gold.ReadOne(filepath.Join(dir, set), id)
		if err != nil {
			return nil, err
		}
		c.Gold, c.Pred = first.Gold, c.Gold
		for k := range c.Gold {
			c.Gold[k].Key = ""
		}
	}
	r := gold.ReportOn(again, gold.Rounds)
	r.Task, r.Set = "happenings", "coders"
	return r, nil
}

package learn

import (
	"context"
	"path/filepath"

	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon"
)

// Task is `sayso eval happenings --data ../shared/gold`: incidents, fields and
// claims of the sets more and joined by models that have not seen the article.
// The set "stories" makes the folds by story, "errors" lists every difference.
var Task = eval.Task{Name: "happenings", Doc: "the same over the articles that the models are fitted to, five-fold", Run: run}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	items, err := Read(ctx, o.Chain, o.Data, WithoutIncident)
	if err != nil {
		return nil, err
	}
	return Score(items, lex, o.Set)
}

// Score reports the five-fold figures; set is "", "stories" or "errors".
func Score(items []Item, lex *lexicon.Lexicon, set string) (*eval.Report, error) {
	fold := Fifths
	if set == "stories" {
		fold = Stories
	}
	coded, err := Folds(items, lex, 5, fold)
	if err != nil {
		return nil, err
	}
	scored, none := split(items, coded)
	r := gold.ReportOn(scored, gold.Rounds)
	r.Task, r.Set = "happenings", filepath.Join("more+joined", set)
	alarms := 0
	for i := range none {
		alarms += len(none[i].Pred)
	}
	r.AddCount("articles_without_incident", len(none))
	r.AddCount("incidents_in_them", alarms)
	if set == "errors" {
		r.Notes = gold.Differences(scored)
	}
	return r, nil
}

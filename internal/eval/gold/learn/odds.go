package learn

import (
	"strings"

	"sayso/internal/claims/event"
	"sayso/internal/document"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// FitTriggers learns the model of the event stage from all articles that may be
// learnt from: a trigger tells of a happening where it stands in the words of a
// coded incident.
func FitTriggers(items []Item, lex *lexicon.Lexicon) (signs.Set, error) {
	read, err := mentionSigns(items, lex)
	if err != nil {
		return nil, err
	}
	return signs.Set{event.Reports: fitReports(items, read, func(int) bool { return true })}, nil
}

// crossOdds gives the events of each article the odds that a model gives them
// which is learnt from the articles of the other folds, so that what is learnt
// and scored of them later sees those of an article that is new.
func crossOdds(items []Item, lex *lexicon.Lexicon) error {
	read, err := mentionSigns(items, lex)
	if err != nil {
		return err
	}
	for k := range folds {
		m := fitReports(items, read, func(i int) bool { return i%folds != k })
		for i := k; i < len(items); i += folds {
			for e := range items[i].Doc.Events {
				items[i].Doc.Events[e].Odds = m.Score(read[i][e])
			}
		}
	}
	return nil
}

// folds is into how many parts the articles are put.
const folds = 5

// mentionSigns lists the signs of each event of each article.
func mentionSigns(items []Item, lex *lexicon.Lexicon) ([][]signs.Features, error) {
	r, err := event.NewReader(lex)
	if err != nil {
		return nil, err
	}
	out := make([][]signs.Features, len(items))
	for i := range items {
		out[i] = r.Signs(items[i].Doc)
	}
	return out, nil
}

func fitReports(items []Item, read [][]signs.Features, use func(i int) bool) signs.Model {
	var data []signs.Example
	for i := range items {
		if !items[i].Learnt || !use(i) {
			continue
		}
		for e, f := range read[i] {
			at := items[i].Doc.Tokens[items[i].Doc.Events[e].Trigger].Start
			data = append(data, signs.Example{Features: f, Yes: coded(items[i].Doc, items[i].Gold, int(at)), Doc: items[i].Article.ID})
		}
	}
	return reportsLearner.Learn(data)
}

// coded reports whether a byte of a text stands in the words of an incident.
func coded(d *document.Document, incidents []gold.Incident, at int) bool {
	for k := range incidents {
		from := strings.Index(d.Text, incidents[k].Mention)
		if from >= 0 && at >= from && at < from+len(incidents[k].Mention) {
			return true
		}
	}
	return false
}

package gold

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sort"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
)

// Joiner names in each incident of the records, as Joined, the incident across
// articles that it is part of. texts are those of the articles.
type Joiner func(_ context.Context, records []sayso.ArticleRecord, texts []string) error

// Config says what the task does beyond scoring the chain's incidents.
type Config struct {
	Join   Joiner // nil leaves Joined empty: every incident stands alone
	Errors bool   // list every difference under the table
}

// Task is `sayso eval gold --data DIR` without joining; the set "errors" asks
// for the table of errors.
var Task = New(Config{})

// New makes the task.
func New(c Config) eval.Task {
	return eval.Task{Name: "gold", Doc: "incidents, fields and claims against hand-coded articles",
		Run: func(ctx context.Context, o eval.Options) (*eval.Report, error) { return run(ctx, o, c) }}
}

// Rounds is the number of bootstrap samples.
const Rounds = 1000

func run(ctx context.Context, o eval.Options, c Config) (*eval.Report, error) {
	if o.Chain == nil {
		return nil, errors.New("gold: no chain to run")
	}
	coded, err := Read(filepath.Join(o.Data, "articles"), filepath.Join(o.Data, "coded"), "")
	if err != nil {
		return nil, err
	}
	records, texts := make([]sayso.ArticleRecord, len(coded)), make([]string, len(coded))
	for i := range coded {
		d, err := o.Chain.Run(ctx, &coded[i].Article, document.LayerIncidents)
		if err != nil {
			return nil, err
		}
		a := &coded[i].Article
		records[i] = sayso.ArticleRecord{Article: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Incidents: d.Incidents}
		texts[i] = a.Reading()
	}
	if c.Join != nil {
		if err := c.Join(ctx, records, texts); err != nil {
			return nil, err
		}
	}
	for i := range coded {
		if coded[i].Pred, err = FromIncidents(records[i].Incidents); err != nil {
			return nil, err
		}
	}
	r := ReportOn(coded, Rounds)
	r.Set = filepath.Base(o.Data)
	if c.Errors || o.Set == "errors" {
		r.Notes = append(r.Notes, Differences(coded)...)
	}
	return r, nil
}

// Score scores a folder of predictions against a folder of coded articles,
// as score.py does. No intervals are given.
func Score(articles, gold, pred string) (*eval.Report, error) {
	coded, err := Read(articles, gold, pred)
	if err != nil {
		return nil, err
	}
	return ReportOn(coded, 0), nil
}

// ReportOn scores articles that carry both sides; rounds is the number of
// bootstrap samples behind the intervals, 0 for none.
func ReportOn(coded []Coded, rounds int) *eval.Report {
	each := make([]tally, len(coded))
	var all tally
	for i := range coded {
		each[i] = tallyOf(&coded[i])
		all.add(&each[i])
	}
	r := &eval.Report{Task: "gold", Figures: all.figures()}
	if rounds > 0 {
		intervals(r, each, rounds)
	}
	for _, n := range []struct {
		name string
		n    int
	}{{"gold_main", all.ng}, {"gold_all", all.ngAll}, {"predicted", all.npAll}, {"aligned", all.tpAll}, {"articles_missing", all.missing}} {
		r.AddCount(n.name, n.n)
	}
	return r
}

// intervals fills in the 2.5th and 97.5th percentile of each figure over
// samples of articles with replacement, from a fixed seed.
func intervals(r *eval.Report, each []tally, rounds int) {
	rnd := rand.New(rand.NewPCG(20240601, 1))
	values := map[string][]float64{}
	for range rounds {
		var t tally
		for range each {
			t.add(&each[rnd.IntN(len(each))])
		}
		for _, f := range t.figures() {
			values[f.Name] = append(values[f.Name], f.Value)
		}
	}
	for i := range r.Figures {
		v := values[r.Figures[i].Name]
		if len(v) == 0 {
			continue
		}
		sort.Float64s(v)
		r.Figures[i].Low, r.Figures[i].High = v[len(v)*25/1000], v[len(v)*975/1000]
	}
}

// Differences lists, article by article, incidents that were missed, invented
// or differ in a field, and claims that differ.
func Differences(coded []Coded) []string {
	var out []string
	for i := range coded {
		out = append(out, differences(&coded[i])...)
	}
	return out
}

func differences(c *Coded) []string {
	var out []string
	say := func(format string, args ...any) {
		out = append(out, c.Article.ID+": "+fmt.Sprintf(format, args...))
	}
	toGold, toPred := map[int]int{}, map[int]int{}
	for _, p := range Align(c) {
		toPred[p.Gold], toGold[p.Pred] = p.Pred, p.Gold
	}
	for j := range c.Gold {
		g := &c.Gold[j]
		i, ok := toPred[j]
		if !ok {
			say("MISSED %s %s %s %q", g.ID, g.Salience, g.Type, g.Mention)
			continue
		}
		fieldDifferences(&c.Pred[i], g, say)
	}
	for i := range c.Pred {
		if _, ok := toGold[i]; !ok {
			p := &c.Pred[i]
			say("INVENTED %s %s %q", p.Salience, p.Type, p.Mention)
		}
	}
	return out
}

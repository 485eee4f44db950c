package factuality

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"sayso/internal/claims/factuality/signal"
	"sayso/internal/eval"
)

// Task scores the shipped model on the corpora below the data folder, or on the
// one that the set names.
var Task = eval.Task{
	Name: "factuality",
	Doc:  "did it happen: learnt certainty against people's, on UDS-IH2, UW, MEANTIME and MegaVeridicality",
	Run:  run,
}

// rounds of the bootstrap over sentences.
const rounds = 500

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	split := o.Split
	if split == "" {
		split = "dev"
	}
	corpora := Corpora
	if o.Set != "" {
		if !slices.Contains(Corpora, o.Set) {
			return nil, fmt.Errorf("there is no corpus %q; the corpora are %s", o.Set, strings.Join(Corpora, ", "))
		}
		corpora = []string{o.Set}
	}
	m, err := signal.Load()
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: "factuality", Set: strings.Join(corpora, "+") + " " + split}
	for _, c := range corpora {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		a, err := Part{o.Data, c, split, o.Takes}.answers(m)
		if err != nil {
			return nil, err
		}
		a.report(r, strings.ToLower(strings.ReplaceAll(c, "_", "-")))
	}
	r.Notes = append(r.Notes, "One model answers all; it was trained on the train sides of all four.")
	return r, nil
}

// report adds the figures of one corpus.
func (a *answers) report(r *eval.Report, name string) {
	f := Compare(slices.Concat(a.said...), slices.Concat(a.gold...))
	low, high := a.interval()
	r.Figures = append(r.Figures, eval.Figure{Name: name + "_r", Value: f.Pearson, Low: low, High: high})
	r.Add(name+"_mae", f.MAE)
	r.AddCount(name+"_happenings", f.N)
}

// interval is the 95 % bootstrap interval of r over sentences.
func (a *answers) interval() (low, high float64) {
	rng := rand.New(rand.NewPCG(1, 2))
	var rs []float64
	for range rounds {
		var said, gold []float64
		for range a.said {
			i := rng.IntN(len(a.said))
			said, gold = append(said, a.said[i]...), append(gold, a.gold[i]...)
		}
		rs = append(rs, Compare(said, gold).Pearson)
	}
	slices.Sort(rs)
	return rs[rounds*25/1000], rs[rounds*975/1000]
}

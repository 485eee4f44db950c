package factuality

import (
	"math"

	"sayso/internal/claims/factuality/signal"
	"sayso/internal/model/hashlin"
)

// Figures compare predicted and gold certainty.
type Figures struct {
	Pearson, MAE float64
	N            int
}

// Measure scores the weights of a group on one split of a corpus.
func Measure(dir, corpus, split string, g *hashlin.Group) (Figures, error) {
	sentences, err := Read(dir, corpus, split)
	if err != nil {
		return Figures{}, err
	}
	parser, err := NewParser()
	if err != nil {
		return Figures{}, err
	}
	reader, err := signal.NewReader()
	if err != nil {
		return Figures{}, err
	}
	var said, gold []float64
	for _, s := range sentences {
		d, err := parser.Parse(s.Words)
		if err != nil {
			return Figures{}, err
		}
		t := reader.Tree(d)
		for _, target := range s.Targets {
			sig := t.Read(target.Token)
			said = append(said, t.Certainty(&sig, g))
			gold = append(gold, target.Label)
		}
	}
	return Compare(said, gold), nil
}

// Compare computes Pearson's r and the mean absolute error.
func Compare(said, gold []float64) Figures {
	n := float64(len(said))
	f := Figures{N: len(said)}
	if n == 0 || len(said) != len(gold) {
		return f
	}
	var ms, mg float64
	for i := range said {
		ms += said[i] / n
		mg += gold[i] / n
	}
	var sg, ss, gg float64
	for i := range said {
		a, b := said[i]-ms, gold[i]-mg
		sg, ss, gg = sg+a*b, ss+a*a, gg+b*b
		f.MAE += math.Abs(said[i]-gold[i]) / n
	}
	if ss > 0 && gg > 0 {
		f.Pearson = sg / math.Sqrt(ss*gg)
	}
	return f
}

package factuality

import (
	"fmt"
	"math"
	"slices"

	"sayso/internal/claims/factuality/signal"
)

// Figures compare predicted and gold certainty.
type Figures struct {
	Pearson, MAE float64
	N            int
}

// Part is one split of a corpus below Dir.
type Part struct {
	Dir, Corpus, Split string
	Takes              func(id string) bool // which sentences; nil: all
}

// answers are predicted and gold certainties, sentence by sentence.
type answers struct{ said, gold [][]float64 }

// Measure scores a model on one split of a corpus.
func Measure(p Part, m *signal.Model) (Figures, error) {
	a, err := p.answers(m)
	if err != nil {
		return Figures{}, err
	}
	return Compare(slices.Concat(a.said...), slices.Concat(a.gold...)), nil
}

func (p Part) answers(m *signal.Model) (answers, error) {
	var a answers
	sentences, err := Read(p.Dir, p.Corpus, p.Split)
	if err != nil {
		return a, err
	}
	parser, err := NewParser()
	if err != nil {
		return a, err
	}
	reader, err := signal.NewReader()
	if err != nil {
		return a, err
	}
	for i, s := range sentences {
		if p.Takes != nil && !p.Takes(fmt.Sprintf("%s-%d", p.Corpus, i)) {
			continue
		}
		d, err := parser.Parse(s.Words)
		if err != nil {
			return a, err
		}
		t := reader.Tree(d)
		var said, gold []float64
		for _, target := range s.Targets {
			sig := t.Read(target.Token)
			said = append(said, m.Certainty(t, &sig))
			gold = append(gold, target.Label)
		}
		a.said, a.gold = append(a.said, said), append(a.gold, gold)
	}
	return a, nil
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

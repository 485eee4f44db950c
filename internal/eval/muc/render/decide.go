package render

import (
	"sayso/internal/eval/muc/net"
	"sayso/internal/model/hashlin"
)

// decision is one of several values to be learned.
type decision struct {
	doc, right int
	input      net.Input
}

// linearly fits a linear group that tells n values apart.
func linearly(l *hashlin.Learner, n int, from []decision) *hashlin.Group {
	l.Loss, l.Seed = hashlin.Softmax, 1
	var data []hashlin.Instance
	for i := range from {
		x := hashlin.Instance{Doc: from[i].doc, Target: float64(from[i].right)}
		for v := range n {
			x.Cand = append(x.Cand, classed(v, from[i].input.Keys))
		}
		data = append(data, x)
	}
	return l.Fit(data)
}

// deeply fits a network that tells n values apart.
func deeply(l *net.Learner, n int, from []decision) *net.Net {
	l.Softmax, l.Drop, l.DropUnit, l.Seed = true, 0.3, 0.3, 1
	var data []net.Instance
	for i := range from {
		x := net.Instance{Doc: from[i].doc, Input: from[i].input, Target: make([]int8, n)}
		x.Target[from[i].right] = 1
		data = append(data, x)
	}
	return l.Fit(data)
}

// scores are those of n values by what has weights for them.
func (w *Weights) scores(name string, n int, in *net.Input) []float64 {
	if deep := w.Net(name); deep != nil {
		return deep.Scores(in)
	}
	out := make([]float64, n)
	for v := range out {
		out[v] = w.Group(name).Score(classed(v, in.Keys))
	}
	return out
}

package signs

import (
	"math"
	"sort"
)

// Example is one decision with its answer. Doc is the document it comes from:
// a feature seen in fewer than [Learner.LeastDocs] documents gets no weight.
type Example struct {
	Features Features
	Yes      bool
	Weight   float64 // 0 is 1
	Doc      string
}

// Learner fits models by gradient descent with a penalty on the square of the
// weights (Adam, Kingma and Ba 2015, on the whole set at once). The same
// examples in the same order give the same model.
type Learner struct {
	L2        float64 // penalty on the square of each weight, per example
	Rounds    int     // steps over the whole set
	LeastDocs int     // documents a feature must be seen in
}

// Default is what the small sets of hand-coded articles bear.
var Default = Learner{L2: 0.003, Rounds: 600, LeastDocs: 3}

// Learn fits a model.
func (l Learner) Learn(data []Example) Model {
	names := l.names(data)
	index := map[string]int{}
	for i, n := range names {
		index[n] = i
	}
	rows := make([]row, len(data))
	for i := range data {
		rows[i] = newRow(&data[i], index)
	}
	total := 0.0
	for i := range rows {
		total += rows[i].weight
	}
	w := l.minimise(len(names), func(w, g []float64) {
		for i := range rows {
			rows[i].gradient(w, g, total)
		}
	})
	return rounded(names, w)
}

func rounded(names []string, w []float64) Model {
	m := Model{}
	for i, n := range names {
		if r := math.Round(w[i]*1e4) / 1e4; r != 0 {
			m[n] = r
		}
	}
	return m
}

// names lists the features that are seen in enough documents.
func (l Learner) names(data []Example) []string {
	docs := map[string]map[string]bool{}
	for i := range data {
		for _, f := range data[i].Features {
			if docs[f.Name] == nil {
				docs[f.Name] = map[string]bool{}
			}
			docs[f.Name][data[i].Doc] = true
		}
	}
	var out []string
	for n, d := range docs {
		if len(d) >= l.LeastDocs {
			out = append(out, n)
		}
	}
	sort.Strings(out)
	return out
}

type row struct {
	at     []int
	value  []float64
	yes    float64
	weight float64
}

func newRow(e *Example, index map[string]int) row {
	r := row{weight: e.Weight}
	if r.weight == 0 {
		r.weight = 1
	}
	if e.Yes {
		r.yes = 1
	}
	for _, f := range e.Features {
		if i, ok := index[f.Name]; ok {
			r.at, r.value = append(r.at, i), append(r.value, f.Value)
		}
	}
	return r
}

// minimise walks down from zero; gradient adds the slope at w to g.
func (l Learner) minimise(n int, gradient func(w, g []float64)) []float64 {
	const rate, b1, b2, eps = 0.05, 0.9, 0.999, 1e-8
	w, m, v := make([]float64, n), make([]float64, n), make([]float64, n)
	c1, c2 := 1.0, 1.0
	for range l.Rounds {
		g := make([]float64, n)
		gradient(w, g)
		c1, c2 = c1*b1, c2*b2
		for i := range w {
			d := g[i] + l.L2*w[i]
			m[i] = b1*m[i] + (1-b1)*d
			v[i] = b2*v[i] + (1-b2)*d*d
			w[i] -= rate * (m[i] / (1 - c1)) / (math.Sqrt(v[i]/(1-c2)) + eps)
		}
	}
	return w
}

func (r *row) score(w []float64) float64 {
	s := 0.0
	for k, i := range r.at {
		s += w[i] * r.value[k]
	}
	return s
}

func (r *row) gradient(w, g []float64, total float64) {
	d := r.weight * (Probability(r.score(w)) - r.yes) / total
	for k, i := range r.at {
		g[i] += d * r.value[k]
	}
}

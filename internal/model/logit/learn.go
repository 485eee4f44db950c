package logit

import (
	"fmt"
	"math"
)

// Instance is one decision to learn from.
type Instance struct {
	Values []int
	Yes    bool
	Weight float64 // 0 is 1
}

// Learner fits a model by Newton's method on the log loss with a quadratic
// penalty.
type Learner struct {
	Names  []string
	L2     float64 // 1
	Rounds int     // 12
}

// Fit learns from the instances. It fails where these say nothing about the
// features.
func (l Learner) Fit(data []Instance) (*Model, error) {
	if l.L2 == 0 {
		l.L2 = 1
	}
	if l.Rounds == 0 {
		l.Rounds = 12
	}
	d := len(l.Names) + 1
	w := make([]float64, d)
	for range l.Rounds {
		grad, hess := l.slope(data, w)
		step, err := solve(hess, grad)
		if err != nil {
			return nil, err
		}
		far := 0.0
		for i := range w {
			w[i] -= step[i]
			far = max(far, math.Abs(step[i]))
		}
		if far < 1e-5 {
			break
		}
	}
	m := &Model{Names: l.Names, Weights: make([]int, len(l.Names)), Bias: int(math.Round(w[0] * 1000))}
	for i := range m.Weights {
		m.Weights[i] = int(math.Round(w[i+1] * 1000))
	}
	return m, nil
}

// slope is the gradient and the matrix of second derivatives at w.
func (l Learner) slope(data []Instance, w []float64) (grad []float64, hess [][]float64) {
	d := len(w)
	grad, hess = make([]float64, d), make([][]float64, d)
	for i := range hess {
		hess[i] = make([]float64, d)
		if i > 0 {
			grad[i], hess[i][i] = l.L2*w[i], l.L2
		}
	}
	hess[0][0] = 1e-9
	at, x := make([]int, 0, d), make([]float64, 0, d)
	for i := range data {
		at, x = append(at[:0], 0), append(x[:0], 1)
		z := w[0]
		for k, v := range data[i].Values {
			if v != 0 {
				at, x = append(at, k+1), append(x, float64(v)/Full)
				z += float64(w[k+1] * float64(v) / Full)
			}
		}
		weight := data[i].Weight
		if weight == 0 {
			weight = 1
		}
		p := 1 / (1 + math.Exp(-z))
		e := p
		if data[i].Yes {
			e = p - 1
		}
		curve := weight * max(p*(1-p), 1e-6)
		for a, k := range at {
			grad[k] += float64(weight * e * x[a])
			row := hess[k]
			for b := 0; b <= a; b++ {
				row[at[b]] += float64(curve * x[a] * x[b])
			}
		}
	}
	return grad, hess
}

// solve solves the symmetric system whose lower half is given, by Cholesky's
// method.
func solve(h [][]float64, g []float64) ([]float64, error) {
	d := len(g)
	for i := range d {
		for j := 0; j <= i; j++ {
			sum := h[i][j]
			for k := range j {
				sum -= float64(h[i][k] * h[j][k])
			}
			switch {
			case i != j:
				h[i][j] = sum / h[j][j]
			case sum <= 0:
				return nil, fmt.Errorf("feature %d says nothing: %w", i, errModel)
			default:
				h[i][i] = math.Sqrt(sum)
			}
		}
	}
	x := make([]float64, d)
	for i := range d {
		x[i] = g[i]
		for k := range i {
			x[i] -= float64(h[i][k] * x[k])
		}
		x[i] /= h[i][i]
	}
	for i := d - 1; i >= 0; i-- {
		for k := i + 1; k < d; k++ {
			x[i] -= float64(h[k][i] * x[k])
		}
		x[i] /= h[i][i]
	}
	return x, nil
}

package net

import (
	"math"
	"math/rand/v2"
	"testing"
)

func filled(rng *rand.Rand, rows, cols int) *Mat {
	m := NewMat(rows, cols)
	for i := range rows * cols {
		m.V[i] = float32(rng.NormFloat64())
	}
	return m
}

// TestLinearBack holds gradients against differences.
func TestLinearBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	x, w := filled(rng, 5, 16), filled(rng, 6, 16)
	b := make([]float32, 6)
	dy := filled(rng, 5, 6)
	loss := func() (sum float64) {
		y := NewMat(0, 0)
		Linear(y, x, w, b)
		for i := range 5 * 6 {
			sum += float64(y.V[i] * dy.V[i])
		}
		return sum
	}
	g := Grad{X: NewMat(5, 16), W: NewMat(6, 16), B: make([]float32, 6)}
	LinearBack(g, dy, x, w)
	for name, c := range map[string][2][]float32{"input": {x.V[:80], g.X.V}, "weights": {w.V[:96], g.W.V}, "bias": {b, g.B}} {
		for i := range c[0] {
			const d = 0.05
			at := c[0][i]
			c[0][i] = at + d
			up := loss()
			c[0][i] = at - d
			down := loss()
			c[0][i] = at
			if want := (up - down) / (2 * d); math.Abs(want-float64(c[1][i])) > 0.02 {
				t.Fatalf("%s %d: gradient %.4f, difference %.4f", name, i, c[1][i], want)
			}
		}
	}
}

func TestSoftmax(t *testing.T) {
	s := []float32{1, 1, -1e9}
	if loss := Softmax(s, 0); math.Abs(loss-math.Ln2) > 1e-6 || s[0] != 0.5 || s[2] != 0 {
		t.Errorf("loss %v, %v", loss, s)
	}
}

// TestAdam says that a parameter finds the least of a square.
func TestAdam(t *testing.T) {
	p := NewParam(rand.New(rand.NewPCG(1, 1)), 1, 8, 1)
	a := &Adam{Rate: 0.05, Decay: 0.9}
	for range 500 {
		for i, v := range p.W.V[:8] {
			p.G.V[i] = 2 * (v - 3)
		}
		a.Step([]*Param{p})
	}
	if v := p.Mean.V[0]; math.Abs(float64(v)-3) > 0.05 {
		t.Errorf("found %v, want 3", v)
	}
}

func TestRelu(t *testing.T) {
	y := NewMat(1, 8)
	copy(y.V, []float32{-1, 2, 0, 3})
	Relu(y, nil, 0)
	d := NewMat(1, 8)
	copy(d.V, []float32{5, 5, 5, 5})
	ReluBack(d, y, 0)
	if y.V[0] != 0 || y.V[1] != 2 || d.V[0] != 0 || d.V[1] != 5 {
		t.Errorf("y %v, gradient %v", y.V, d.V)
	}
}

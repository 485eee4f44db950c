// Package net holds what training of the small networks needs: matrices of
// float32, linear layers with their gradients, dropout and Adam (Kingma and Ba
// 2015). One thread, fixed order: the same seed gives the same weights on the
// same kind of processor.
package net

import (
	"math"
	"math/rand/v2"
)

// Mat is a matrix of Rows times Cols numbers; memory is padded with rows of
// zeros to a multiple of 4 rows.
type Mat struct {
	Rows, Cols int
	V          []float32
}

// NewMat returns a matrix of zeros.
func NewMat(rows, cols int) *Mat {
	m := &Mat{}
	m.Zero(rows, cols)
	return m
}

// Zero gives the matrix a size and sets it to zero.
func (m *Mat) Zero(rows, cols int) {
	n := (rows + 3) / 4 * 4 * cols
	if cap(m.V) < n {
		m.V = make([]float32, n)
	}
	m.Rows, m.Cols, m.V = rows, cols, m.V[:n]
	clear(m.V)
}

// Row returns row i.
func (m *Mat) Row(i int) []float32 { return m.V[i*m.Cols : (i+1)*m.Cols] }

// Param is a matrix to learn, with its gradient and the moments of Adam, and
// the running mean of its values.
type Param struct {
	W, G, M, S, Mean *Mat
	Sparse           bool // only rows touched have a gradient
	touched          []int
	dirty            []bool
}

// NewParam returns a parameter with normal values of a deviation.
func NewParam(rng *rand.Rand, rows, cols int, deviation float64) *Param {
	p := &Param{W: NewMat(rows, cols), G: NewMat(rows, cols), M: NewMat(rows, cols), S: NewMat(rows, cols), Mean: NewMat(rows, cols)}
	for i := range rows * cols {
		p.W.V[i] = float32(rng.NormFloat64() * deviation)
	}
	copy(p.Mean.V, p.W.V)
	p.dirty = make([]bool, rows)
	return p
}

// Touch says that row i has a gradient.
func (p *Param) Touch(i int) {
	if !p.dirty[i] {
		p.dirty[i] = true
		p.touched = append(p.touched, i)
	}
}

// Adam updates parameters.
type Adam struct {
	Rate, Decay float64 // of the step, of the running mean
	steps       int
}

// Step updates the parameters with their gradients and clears those.
func (a *Adam) Step(params []*Param) {
	a.steps++
	const b1, b2 = 0.9, 0.99
	rate := float32(a.Rate * math.Sqrt(1-math.Pow(b2, float64(a.steps))) / (1 - math.Pow(b1, float64(a.steps))))
	keep := float32(min(a.Decay, float64(a.steps)/float64(a.steps+10)))
	for _, p := range params {
		if !p.Sparse {
			p.update(0, p.W.Rows*p.W.Cols, rate, keep)
			continue
		}
		for _, r := range p.touched {
			p.update(r*p.W.Cols, (r+1)*p.W.Cols, rate, keep)
			p.dirty[r] = false
		}
		p.touched = p.touched[:0]
	}
}

// update changes the values from..to.
func (p *Param) update(from, to int, rate, keep float32) {
	w, g, m, s, mean := p.W.V[from:to], p.G.V[from:to], p.M.V[from:to], p.S.V[from:to], p.Mean.V[from:to]
	for i, x := range g {
		m[i] = 0.9*m[i] + 0.1*x
		s[i] = 0.99*s[i] + 0.01*x*x
		w[i] -= rate * m[i] / (float32(math.Sqrt(float64(s[i]))) + 1e-7)
		mean[i] = keep*mean[i] + (1-keep)*w[i]
		g[i] = 0
	}
}

// Linear fills y with x W^T + b; b may be nil.
func Linear(y, x, w *Mat, b []float32) {
	y.Zero(x.Rows, w.Rows)
	var out [4]float32
	for r := 0; r < x.Rows; r += 4 {
		rows := x.V[r*x.Cols:]
		for m := range w.Rows {
			dot4(w.Row(m), rows, x.Cols, &out)
			bias := float32(0)
			if b != nil {
				bias = b[m]
			}
			for k := range min(4, x.Rows-r) {
				y.V[(r+k)*y.Cols+m] = out[k] + bias
			}
		}
	}
}

// Grad is where the gradients of a linear layer go: those of its input (X, may
// be nil), of its weights and of its bias (B, may be nil).
type Grad struct {
	X, W *Mat
	B    []float32
}

// LinearBack adds the gradients of a linear layer of input x and weights w,
// given that of its output. The padded rows of w are zero, those of dy too.
func LinearBack(g Grad, dy, x, w *Mat) {
	dx, dw, db := g.X, g.W, g.B
	var a [4]float32
	for r := 0; r < dy.Rows && dx != nil; r++ {
		row := dy.Row(r)
		out := dx.Row(r)
		for m := 0; m < w.Rows; m += 4 {
			a = [4]float32{}
			copy(a[:], row[m:])
			if a != ([4]float32{}) {
				axpy4(out, w.V[m*w.Cols:], w.Cols, &a)
			}
		}
	}
	for m := range w.Rows {
		out := dw.Row(m)
		for r := 0; r < dy.Rows; r += 4 {
			for k := range 4 {
				a[k] = dy.V[(r+k)*dy.Cols+m]
			}
			if a == ([4]float32{}) {
				continue
			}
			axpy4(out, x.V[r*x.Cols:], x.Cols, &a)
			if db != nil {
				db[m] += a[0] + a[1] + a[2] + a[3]
			}
		}
	}
}

// Relu sets negative numbers to zero and drops others at the rate, the rest
// scaled up. Where y is zero afterwards, its gradient is: see [ReluBack].
func Relu(y *Mat, rng *rand.Rand, rate float32) {
	keep := 1 / (1 - rate)
	for i, v := range y.V[:y.Rows*y.Cols] {
		if v <= 0 || rate > 0 && rng.Float32() < rate {
			y.V[i] = 0
		} else {
			y.V[i] = v * keep
		}
	}
}

// ReluBack carries the gradient of y back through [Relu] of the same rate.
func ReluBack(dy, y *Mat, rate float32) {
	keep := 1 / (1 - rate)
	for i, v := range y.V[:y.Rows*y.Cols] {
		if v == 0 {
			dy.V[i] = 0
		} else {
			dy.V[i] *= keep
		}
	}
}

// Softmax turns scores into probabilities in place and returns the negative
// logarithm of that of the right one.
func Softmax(s []float32, right int) float64 {
	top := s[0]
	for _, v := range s {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range s {
		e := math.Exp(float64(v - top))
		s[i] = float32(e)
		sum += e
	}
	for i := range s {
		s[i] = float32(float64(s[i]) / sum)
	}
	return -math.Log(max(float64(s[right]), 1e-12))
}

package net

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Layer is a linear layer to learn.
type Layer struct{ W, B *Param }

// Params makes parameters and keeps them in the order made.
type Params struct {
	Rng *rand.Rand
	All []*Param
}

// New returns a parameter with normal values of a deviation.
func (p *Params) New(rows, cols int, deviation float64) *Param {
	n := NewParam(p.Rng, rows, cols, deviation)
	p.All = append(p.All, n)
	return n
}

// Table returns a parameter of which a batch touches few rows.
func (p *Params) Table(rows, cols int, deviation float64) *Param {
	n := p.New(rows, cols, deviation)
	n.Sparse = true
	return n
}

// Snapshot copies the values of all parameters and of their moments.
func (p *Params) Snapshot() [][]float32 {
	var out [][]float32
	for _, q := range p.All {
		for _, m := range q.state() {
			out = append(out, slices.Clone(m.V))
		}
	}
	return out
}

// Restore brings back the values of a snapshot.
func (p *Params) Restore(snapshot [][]float32) {
	for i, q := range p.All {
		for k, m := range q.state() {
			copy(m.V, snapshot[i*len(q.state())+k])
		}
	}
}

func (p *Param) state() [4]*Mat { return [4]*Mat{p.W, p.M, p.S, p.Mean} }

// layerDev is the deviation of a layer's weights, times the root of its inputs.
const layerDev = 1.2

// Layer returns a layer of cols inputs and rows outputs.
func (p *Params) Layer(rows, cols int) Layer {
	return Layer{p.New(rows, cols, layerDev/math.Sqrt(float64(cols))), p.New(1, rows, 0)}
}

// Forward is the layer with ReLU and dropout.
func (l Layer) Forward(y, x *Mat, rng *rand.Rand, drop float32) {
	Linear(y, x, l.W.W, l.B.W.V)
	Relu(y, rng, drop)
}

// Backward carries the gradient dy of the output y of [Layer.Forward] to dx,
// which it adds to, and to the layer.
func (l Layer) Backward(dx, dy *Mat, x, y *Mat, drop float32) {
	ReluBack(dy, y, drop)
	LinearBack(Grad{X: dx, W: l.W.G, B: l.B.G.V}, dy, x, l.W.W)
}

// Conv is a network of dilated convolutions to learn; see kern.Conv.
type Conv struct {
	Dilations []int
	Input     Layer
	Blocks    []Layer
	Drop      float32 // of the outputs of a block
	h, g, z   []Mat
	dz, dg    Mat
}

// Conv returns a network of so many inputs and outputs.
func (p *Params) Conv(dilations []int, inputs, outputs int, drop float32) *Conv {
	c := &Conv{Dilations: dilations, Input: p.Layer(outputs, inputs), Drop: drop}
	for range dilations {
		c.Blocks = append(c.Blocks, p.Layer(outputs, 3*outputs))
	}
	c.h, c.g, c.z = make([]Mat, len(dilations)+1), make([]Mat, len(dilations)), make([]Mat, len(dilations))
	return c
}

// Forward reads the rows of x; sentences begin at starts.
func (c *Conv) Forward(x *Mat, starts []int, rng *rand.Rand) *Mat {
	c.Input.Forward(&c.h[0], x, rng, 0)
	for l, d := range c.Dilations {
		gather(&c.g[l], &c.h[l], starts, d, false)
		c.Blocks[l].Forward(&c.z[l], &c.g[l], rng, c.Drop)
		next := &c.h[l+1]
		next.Zero(x.Rows, c.h[l].Cols)
		for i := range next.V {
			next.V[i] = c.h[l].V[i] + c.z[l].V[i]
		}
	}
	return &c.h[len(c.Dilations)]
}

// Backward carries the gradient of the output of [Conv.Forward] back to that
// of its input x; dh is overwritten.
func (c *Conv) Backward(dx, dh, x *Mat, starts []int) {
	for l := len(c.Dilations) - 1; l >= 0; l-- {
		c.dz.Zero(dh.Rows, dh.Cols)
		copy(c.dz.V, dh.V)
		c.dg.Zero(dh.Rows, 3*dh.Cols)
		c.Blocks[l].Backward(&c.dg, &c.dz, &c.g[l], &c.z[l], c.Drop)
		gather(&c.dg, dh, starts, c.Dilations[l], true)
	}
	dx.Zero(x.Rows, x.Cols)
	c.Input.Backward(dx, dh, x, &c.h[0], 0)
}

// gather puts each row between its neighbours in the sentence; with back it adds
// the gradients of the gathered rows to those of h.
func gather(g, h *Mat, starts []int, d int, back bool) {
	if !back {
		g.Zero(h.Rows, 3*h.Cols)
	}
	for k, start := range starts {
		end := h.Rows
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		for i := start; i < end; i++ {
			for p, j := range [...]int{i - d, i, i + d} {
				if j < start || j >= end {
					continue
				}
				part := g.Row(i)[p*h.Cols : (p+1)*h.Cols]
				if !back {
					copy(part, h.Row(j))
					continue
				}
				row := h.Row(j)
				for c, v := range part {
					row[c] += v
				}
			}
		}
	}
}

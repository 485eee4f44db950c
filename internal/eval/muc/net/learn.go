package net

import (
	"math"
	"math/rand"
	"slices"
)

// Instance is one decision to learn from.
type Instance struct {
	Doc int
	Input
	Target []int8 // an output each: 1, 0, or -1 where it is not known
}

// Learner fits a network. The zero values of the settings are replaced by
// usable ones.
type Learner struct {
	Softmax  bool // one output is right, rather than each for itself
	Hidden   int
	Epochs   int
	MinDocs  int     // documents that a feature must occur in
	Rate     float64 // of AdaGrad, at the start; falls to less than a third
	Drop     float64 // share of the features left out by chance
	DropUnit float64 // share of the hidden units left out by chance
	L2       float64
	Prior    float64 // output without any feature, in logits, at the start
	Seed     int64
}

// layer is weights with the squared gradients that AdaGrad keeps.
type layer struct{ w, g []float32 }

func newLayer(n int, start float32) layer {
	l := layer{make([]float32, n), make([]float32, n)}
	for i := range l.g {
		l.g[i] = start
	}
	return l
}

// run is the state of learning.
type run struct {
	*Learner
	outputs, width int
	keys           []uint32
	rows, inputs   layer
	bias, out      layer
	rng            *rand.Rand
	z, grad, hold  []float32
	active         []int32
	rate           float32
	positions      [][]int32
}

// Fit learns from the instances. The same instances in the same order give the
// same network.
func (l *Learner) Fit(data []Instance) *Net {
	if len(data) == 0 {
		return nil
	}
	l.defaults()
	r := &run{Learner: l, outputs: len(data[0].Target), rng: rand.New(rand.NewSource(l.Seed))}
	r.width = l.Hidden + r.outputs
	r.start(data)
	order := r.rng.Perm(len(data))
	for epoch := range l.Epochs {
		r.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		r.rate = float32(l.Rate * (1 - 0.7*float64(epoch)/float64(l.Epochs)))
		for _, i := range order {
			r.learn(&data[i], r.positions[i])
		}
	}
	return r.quantise(len(data[0].Dense))
}

func (l *Learner) defaults() {
	if l.Hidden == 0 {
		l.Hidden = 24
	}
	if l.Epochs == 0 {
		l.Epochs = 4
	}
	if l.MinDocs == 0 {
		l.MinDocs = 4
	}
	if l.Rate == 0 {
		l.Rate = 0.03
	}
	if l.L2 == 0 {
		l.L2 = 1e-4
	}
}

// start makes the layers and maps keys to rows.
func (r *run) start(data []Instance) {
	r.keys = frequent(data, r.MinDocs)
	at := make(map[uint32]int32, len(r.keys))
	for i, k := range r.keys {
		at[k] = int32(i)
	}
	r.positions = make([][]int32, len(data))
	for i := range data {
		for _, k := range data[i].Keys {
			if p, ok := at[k]; ok {
				r.positions[i] = append(r.positions[i], p)
			}
		}
	}
	r.rows = newLayer(len(r.keys)*r.width, 0.1)
	r.inputs = newLayer(len(data[0].Dense)*r.width, 1)
	r.bias, r.out = newLayer(r.width, 0.1), newLayer(r.outputs*r.Hidden, 0.1)
	for _, l := range []layer{r.rows, r.inputs} {
		for i := range l.w {
			if i%r.width < r.Hidden {
				l.w[i] = float32(r.rng.NormFloat64() * 0.05)
			}
		}
	}
	for i := range r.out.w {
		r.out.w[i] = float32(r.rng.NormFloat64() * 0.2)
	}
	for i := range r.outputs {
		r.bias.w[r.Hidden+i] = float32(r.Prior)
	}
	r.z, r.grad, r.hold = make([]float32, r.width), make([]float32, r.width), make([]float32, r.Hidden)
}

// frequent lists the keys that occur in enough documents, rising.
func frequent(data []Instance, least int) []uint32 {
	type seen struct{ docs, last int }
	all := map[uint32]seen{}
	for i := range data {
		for _, k := range data[i].Keys {
			if s, ok := all[k]; !ok || s.last != data[i].Doc {
				all[k] = seen{s.docs + 1, data[i].Doc}
			}
		}
	}
	var out []uint32
	for k, s := range all {
		if s.docs >= least {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// learn takes one step on an instance whose keys have the rows at positions.
func (r *run) learn(x *Instance, positions []int32) {
	r.active = r.active[:0]
	for _, p := range positions {
		if r.Drop == 0 || r.rng.Float64() >= r.Drop {
			r.active = append(r.active, p)
		}
	}
	scale := float32(1 / (1 - r.Drop))
	r.forward(x, scale)
	if !r.errors(x) {
		return
	}
	r.backward()
	r.step(r.bias, 0, 1)
	for _, p := range r.active {
		r.step(r.rows, int(p), scale)
	}
	for i, v := range x.Dense {
		if v != 0 {
			r.step(r.inputs, i, float32(v)/one)
		}
	}
}

// forward sums up the hidden units and the outputs, some units left out.
func (r *run) forward(x *Instance, scale float32) {
	copy(r.z, r.bias.w)
	for _, p := range r.active {
		for j, w := range r.rows.w[int(p)*r.width : (int(p)+1)*r.width] {
			r.z[j] += scale * w
		}
	}
	for i, v := range x.Dense {
		if v == 0 {
			continue
		}
		f := float32(v) / one
		for j, w := range r.inputs.w[i*r.width : (i+1)*r.width] {
			r.z[j] += f * w
		}
	}
	for j := range r.hold {
		if r.hold[j] = 0; r.z[j] > 0 && r.rng.Float64() >= r.DropUnit {
			r.hold[j] = r.z[j] / float32(1-r.DropUnit)
		}
	}
	for o := range r.outputs {
		for j, w := range r.out.w[o*r.Hidden : (o+1)*r.Hidden] {
			r.z[r.Hidden+o] += w * r.hold[j]
		}
	}
}

// small is the error of an output under which nothing is learned from it.
const small = 0.02

// errors sets the gradients of the outputs and reports whether one is worth a
// step.
func (r *run) errors(x *Instance) bool {
	clear(r.grad)
	chance := logistic
	if r.Softmax {
		chance = softmax(r.z[r.Hidden:])
	}
	worth := false
	for o, t := range x.Target {
		if t < 0 {
			continue
		}
		g := chance(r.z[r.Hidden+o]) - float32(t)
		r.grad[r.Hidden+o] = g
		worth = worth || g > small || g < -small
	}
	return worth
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// softmax gives the chance of a score among all.
func softmax(all []float32) func(float32) float32 {
	top, sum := slices.Max(all), 0.0
	for _, x := range all {
		sum += math.Exp(float64(x - top))
	}
	return func(x float32) float32 { return float32(math.Exp(float64(x-top)) / sum) }
}

// backward carries the gradients to the hidden units and moves the weights
// between them and the outputs.
func (r *run) backward() {
	for o := range r.outputs {
		g := r.grad[r.Hidden+o]
		if g == 0 {
			continue
		}
		for j, h := range r.hold {
			if h == 0 {
				continue
			}
			i := o*r.Hidden + j
			r.grad[j] += g * r.out.w[i] / float32(1-r.DropUnit)
			r.move(r.out, i, g*h)
		}
	}
}

// step moves the weights of a row by the gradients times what the row was
// taken with.
func (r *run) step(l layer, row int, scale float32) {
	for j, g := range r.grad {
		if g != 0 {
			r.move(l, row*r.width+j, g*scale)
		}
	}
}

func (r *run) move(l layer, i int, g float32) {
	g += float32(r.L2) * l.w[i]
	l.g[i] += g * g
	l.w[i] -= r.rate * g / float32(math.Sqrt(float64(l.g[i])))
}

// quantise rounds the weights to integers.
func (r *run) quantise(dense int) *Net {
	n := &Net{outputs: r.outputs, hidden: r.Hidden, dense: dense, keys: r.keys}
	n.rows, n.inputs, n.bias, n.out = rounded(r.rows.w, rowStep), rounded(r.inputs.w, 1), rounded(r.bias.w, 1), rounded(r.out.w, 1)
	n.index()
	return n
}

// rowStep is what the weights of keys are multiples of, in [one]ths: they are
// many, and finer ones would only make the model file larger.
const rowStep = 64

// rounded gives weights as multiples of a step.
func rounded(w []float32, step float64) []int16 {
	out := make([]int16, len(w))
	for i, x := range w {
		out[i] = int16(max(math.MinInt16, min(math.MaxInt16-step, step*math.Round(float64(x)*one/step))))
	}
	return out
}

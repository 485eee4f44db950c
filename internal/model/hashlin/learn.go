package hashlin

import (
	"math"
	"math/rand/v2"
)

// Loss says what a [Learner] minimises.
type Loss int

// The losses.
const (
	Logistic Loss = iota // one candidate, target 0 or 1
	Softmax              // several candidates, target the index of the right one
	Squared              // one candidate, target a number
)

// Instance is one decision to learn from: candidates with their feature keys.
type Instance struct {
	Doc    int        // document that it comes from
	Target float64    // by the loss
	Weight float64    // 0 is 1
	Cand   [][]uint32 // feature keys
}

// Learner fits one group. The zero values of the settings are replaced by
// usable ones.
type Learner struct {
	Loss    Loss
	Epochs  int     // 8
	Rate    float64 // 0.1
	L2      float64 // 1e-6, per update of a weight that is in the instance
	MinDocs int     // 3
	Seed    uint64

	index map[uint32]int32
	keys  []uint32
	w, g  []float64
}

// Fit learns from the instances and returns the group. The same instances in
// the same order give the same group.
func (l *Learner) Fit(data []Instance) *Group {
	l.defaults()
	l.count(data)
	dense := l.dense(data)
	avg := make([]float64, len(l.w))
	rng := rand.New(rand.NewPCG(l.Seed, 7))
	order := rng.Perm(len(data))
	for e := range l.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.update(&data[i], dense[i])
		}
		if e >= l.Epochs/2 {
			for j := range avg {
				avg[j] += l.w[j]
			}
		}
	}
	for j := range avg {
		avg[j] /= float64(l.Epochs - l.Epochs/2)
	}
	return l.quantise(avg)
}

func (l *Learner) defaults() {
	if l.Epochs == 0 {
		l.Epochs = 8
	}
	if l.Rate == 0 {
		l.Rate = 0.1
	}
	if l.L2 == 0 {
		l.L2 = 1e-6
	}
	if l.MinDocs == 0 {
		l.MinDocs = 3
	}
}

// count keeps the features that occur in enough documents.
func (l *Learner) count(data []Instance) {
	type seen struct{ docs, last int32 }
	all := map[uint32]seen{}
	var order []uint32
	for i := range data {
		for _, c := range data[i].Cand {
			for _, k := range c {
				s, ok := all[k]
				if !ok {
					order = append(order, k)
				}
				if !ok || s.last != int32(data[i].Doc) {
					all[k] = seen{s.docs + 1, int32(data[i].Doc)}
				}
			}
		}
	}
	l.index = map[uint32]int32{}
	for _, k := range order {
		if int(all[k].docs) >= l.MinDocs {
			l.index[k] = int32(len(l.keys))
			l.keys = append(l.keys, k)
		}
	}
	l.w, l.g = make([]float64, len(l.keys)), make([]float64, len(l.keys))
}

// dense maps the keys of each candidate to positions in the weights; keys
// without one are left out.
func (l *Learner) dense(data []Instance) [][][]int32 {
	out := make([][][]int32, len(data))
	for i := range data {
		out[i] = make([][]int32, len(data[i].Cand))
		for c, keys := range data[i].Cand {
			pos := make([]int32, 0, len(keys))
			for _, k := range keys {
				if j, ok := l.index[k]; ok {
					pos = append(pos, j)
				}
			}
			out[i][c] = pos
		}
		data[i].Cand = nil
	}
	return out
}

func (l *Learner) dot(pos []int32) float64 {
	s := 0.0
	for _, j := range pos {
		s += l.w[j]
	}
	return s
}

func (l *Learner) update(in *Instance, cand [][]int32) {
	weight := in.Weight
	if weight == 0 {
		weight = 1
	}
	switch l.Loss {
	case Logistic:
		p := 1 / (1 + math.Exp(-l.dot(cand[0])))
		l.step(cand[0], weight*(p-in.Target))
	case Squared:
		e := l.dot(cand[0]) - in.Target
		l.step(cand[0], weight*max(-1.5, min(1.5, e)))
	case Softmax:
		l.softmax(int(in.Target), weight, cand)
	}
}

func (l *Learner) softmax(right int, weight float64, cand [][]int32) {
	p := make([]float64, len(cand))
	top := math.Inf(-1)
	for i, c := range cand {
		p[i] = l.dot(c)
		top = max(top, p[i])
	}
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i, c := range cand {
		grad := p[i] / sum
		if i == right {
			grad--
		}
		if math.Abs(grad) > 1e-4 {
			l.step(c, weight*grad)
		}
	}
}

func (l *Learner) step(pos []int32, grad float64) {
	for _, j := range pos {
		d := grad + l.L2*l.w[j]
		l.g[j] += d * d
		l.w[j] -= l.Rate * d / (math.Sqrt(l.g[j]) + 1e-3)
	}
}

// quantise rounds the weights to 16 bits; those that round to 0 are dropped.
func (l *Learner) quantise(w []float64) *Group {
	top := 1e-9
	for _, x := range w {
		top = max(top, math.Abs(x))
	}
	scale := top / 1000
	var keys []uint32
	var weights []int16
	for j, x := range w {
		if q := math.Round(x / scale); q != 0 {
			keys = append(keys, l.keys[j])
			weights = append(weights, int16(q))
		}
	}
	return NewGroup(scale, keys, weights)
}

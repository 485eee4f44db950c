package main

import (
	"log"
	"math"
	"math/rand/v2"

	"sayso/internal/claims/factuality/signal"
	eval "sayso/internal/eval/factuality"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
	"sayso/train/annotate/net"
)

// weights of the corpora: UDS-IH2 has more happenings than all others, the
// made-up sentences of MegaVeridicality count less.
var weights = map[string]float32{"UDS_IH2": 0.6, "UW": 1.25, "MEANTIME": 0.5, "MV2": 0.3}

// Rates of what is dropped while training, and the size of a step's batch.
const (
	dropHidden = 0.35
	dropRow    = 0.3
	dropWord   = 0.2
	batchSize  = 32
)

// trainer is a network in floating point.
type trainer struct {
	rows, w1, b1, w2, b2, w3, b3 *net.Param
	affine                       *net.Param // a scale and a shift for each corpus
	vectors                      *wordvec.Table
	rng                          *rand.Rand
	x, h1, h2, y, d1, d2, dy     net.Mat
	used                         [][]int32
}

func newTrainer(keys []uint32, seed uint64) (*trainer, error) {
	v, err := wordvec.Load()
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(seed, 3))
	dense := func(rows, cols int, gain float64) *net.Param {
		return net.NewParam(rng, rows, cols, gain/math.Sqrt(float64(cols)))
	}
	t := &trainer{vectors: v, rng: rng, rows: net.NewParam(rng, len(keys), signal.Hidden, 0.02),
		w1: dense(signal.Hidden, signal.Inputs, 1), b1: net.NewParam(rng, 1, signal.Hidden, 0),
		w2: dense(signal.Hidden2, signal.Hidden, 1.4), b2: net.NewParam(rng, 1, signal.Hidden2, 0),
		w3: dense(1, signal.Hidden2, 1), b3: net.NewParam(rng, 1, 1, 0), affine: net.NewParam(rng, len(eval.Corpora), 2, 0)}
	t.rows.Sparse = true
	for i := range eval.Corpora {
		t.affine.W.Row(i)[0], t.affine.Mean.Row(i)[0] = 1, 1
	}
	return t, nil
}

func (t *trainer) params() []*net.Param {
	return []*net.Param{t.rows, t.w1, t.b1, t.w2, t.b2, t.w3, t.b3, t.affine}
}

func (t *trainer) fit(data []example, c settings) {
	adam := &net.Adam{Decay: 0.999}
	order := t.rng.Perm(len(data))
	for e := range c.epochs {
		adam.Rate = c.rate * (1 - float64(e)/float64(c.epochs+1))
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for a := 0; a < len(order); a += batchSize {
			var batch []*example
			for _, i := range order[a:min(len(order), a+batchSize)] {
				batch = append(batch, &data[i])
			}
			t.forward(batch)
			loss += t.backward(batch)
			adam.Step(t.params())
		}
		log.Printf("round %d: squared error %.3f", e+1, loss/float64(len(data)))
	}
}

// forward fills the layers for a batch.
func (t *trainer) forward(batch []*example) {
	t.x.Zero(len(batch), signal.Inputs)
	for r, e := range batch {
		t.words(t.x.Row(r), &e.in)
	}
	net.Linear(&t.h1, &t.x, t.w1.W, t.b1.W.V)
	t.used = t.used[:0]
	for r, e := range batch {
		var used []int32
		h := t.h1.Row(r)
		for _, j := range e.rows {
			if t.rng.Float32() < dropRow {
				continue
			}
			used = append(used, j)
			for i, v := range t.rows.W.Row(int(j)) {
				h[i] += v / (1 - dropRow)
			}
		}
		t.used = append(t.used, used)
	}
	net.Relu(&t.h1, t.rng, dropHidden)
	net.Linear(&t.h2, &t.h1, t.w2.W, t.b2.W.V)
	net.Relu(&t.h2, t.rng, dropHidden)
	net.Linear(&t.y, &t.h2, t.w3.W, t.b3.W.V)
}

// words writes the vectors of the words, some left out.
func (t *trainer) words(row []float32, in *signal.Input) {
	const unit = 1.0 / (1 << wordvec.Bits)
	for s, h := range in.Slots {
		if h == 0 || t.rng.Float32() < dropWord {
			continue
		}
		for i, b := range t.vectors.Of(h) {
			row[s*wordvec.Dims+i] = float32(int8(b)) * unit
		}
	}
	for s, bag := range in.Bags {
		out := row[(signal.Slots+s)*wordvec.Dims:][:wordvec.Dims]
		n := float32(0)
		for _, h := range bag {
			v := t.vectors.Of(h)
			if v == nil || t.rng.Float32() < dropWord {
				continue
			}
			n++
			for i, b := range v {
				out[i] += float32(int8(b)) * unit
			}
		}
		for i := range out {
			out[i] /= max(n, 1)
		}
	}
}

// backward adds the gradients of a batch and returns its squared error.
func (t *trainer) backward(batch []*example) float64 {
	t.dy.Zero(t.y.Rows, 1)
	loss := 0.0
	for r, e := range batch {
		a, g := t.affine.W.Row(e.corpus), t.affine.G.Row(e.corpus)
		d := t.y.V[r]*a[0] + a[1] - e.label
		loss += float64(d * d)
		d = max(-2, min(2, d)) * weights[eval.Corpora[e.corpus]]
		g[0] += d * t.y.V[r]
		g[1] += d
		t.dy.V[r] = d * a[0]
	}
	t.d2.Zero(t.h2.Rows, t.h2.Cols)
	net.LinearBack(net.Grad{X: &t.d2, W: t.w3.G, B: t.b3.G.V}, &t.dy, &t.h2, t.w3.W)
	net.ReluBack(&t.d2, &t.h2, dropHidden)
	t.d1.Zero(t.h1.Rows, t.h1.Cols)
	net.LinearBack(net.Grad{X: &t.d1, W: t.w2.G, B: t.b2.G.V}, &t.d2, &t.h1, t.w2.W)
	net.ReluBack(&t.d1, &t.h1, dropHidden)
	net.LinearBack(net.Grad{W: t.w1.G, B: t.b1.G.V}, &t.d1, &t.x, t.w1.W)
	for r := range batch {
		d := t.d1.Row(r)
		for _, j := range t.used[r] {
			t.rows.Touch(int(j))
			for i, g := 0, t.rows.G.Row(int(j)); i < len(g); i++ {
				g[i] += d[i] / (1 - dropRow)
			}
		}
	}
	return loss
}

// quantised is the network of running means in whole numbers, on the scale of
// UW.
func (t *trainer) quantised(keys []uint32) *signal.Network {
	rows := make([]int8, len(keys)*signal.Hidden)
	for i, v := range t.rows.Mean.V[:len(rows)] {
		rows[i] = int8(max(-127, min(127, math.Round(float64(v)*(1<<signal.EmbBits)))))
	}
	n := signal.NewNetwork(keys, rows)
	n.First = fixed(t.w1.Mean, t.b1.Mean.V)
	n.Second = fixed(t.w2.Mean, t.b2.Mean.V)
	uw := t.affine.Mean.Row(1)
	out := net.NewMat(1, signal.Hidden2)
	for i, v := range t.w3.Mean.Row(0) {
		out.V[i] = v * uw[0]
	}
	n.Out = fixed(out, []float32{t.b3.Mean.V[0]*uw[0] + uw[1]})
	return n
}

// fixed is a layer in fixed point.
func fixed(w *net.Mat, b []float32) kern.Dense {
	var l kern.Dense
	l.W.Resize(w.Rows, w.Cols)
	for i, v := range w.V[:w.Rows*w.Cols] {
		l.W.Data[i] = int16(max(-32768, min(32767, math.Round(float64(v)*(1<<kern.WeightBits)))))
	}
	for _, v := range b[:w.Rows] {
		l.B = append(l.B, int32(math.Round(float64(v)*(1<<(kern.WeightBits+kern.ActBits)))))
	}
	return l
}

package learn

import (
	"math"
	"math/rand"

	"sayso/internal/annotate/ner"
	"sayso/internal/document"
)

// sample is a sentence as feature rows and gold labels.
type sample struct {
	rows [][]int32
	gold []uint8
}

// crf is a linear-chain conditional random field (Lafferty, McCallum & Pereira
// 2001) under training: AdaGrad on single sentences, L2 on the features seen.
type crf struct {
	labels     int
	w, g       []float32 // weight and sum of squared gradients: rows*labels
	tw, tg     []float32 // label pairs
	rate, l2   float64
	open       []bool // label pairs that may be
	start, end []bool
	sc         scratch
}

// scratch is the working memory of an update.
type scratch struct {
	emit, alpha, beta, norm []float64
	trans                   []float64
	tgrad                   []float64
	grad                    []float64
}

func newCRF(kinds []document.NameKind, rows int, rate, l2 float64) *crf {
	L := ner.LabelCount(kinds)
	c := &crf{labels: L, w: make([]float32, rows*L), g: make([]float32, rows*L),
		tw: make([]float32, L*L), tg: make([]float32, L*L), rate: rate, l2: l2,
		open: make([]bool, L*L), start: make([]bool, L), end: make([]bool, L)}
	for a := 0; a < L; a++ {
		c.start[a], c.end[a] = ner.Follows(0, uint8(a)), ner.Follows(uint8(a), 0)
		for b := 0; b < L; b++ {
			c.open[a*L+b] = ner.Follows(uint8(a), uint8(b))
		}
	}
	return c
}

// train runs epochs over the samples in a seeded random order.
func (c *crf) train(samples []sample, epochs int, seed int64) {
	rng := rand.New(rand.NewSource(seed))
	order := rng.Perm(len(samples))
	for e := 0; e < epochs; e++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			if len(samples[i].gold) > 0 {
				c.update(&samples[i])
			}
		}
	}
}

// update takes one step on one sentence.
func (c *crf) update(s *sample) {
	n, L := len(s.gold), c.labels
	c.potentials(s)
	c.forwardBackward(n)
	sc := &c.sc
	clear(sc.tgrad)
	for i := 0; i < n; i++ {
		// grad = expected - observed
		for l := 0; l < L; l++ {
			sc.grad[l] = sc.alpha[i*L+l] * sc.beta[i*L+l]
		}
		sc.grad[s.gold[i]]--
		for _, r := range s.rows[i] {
			c.step(c.w[int(r)*L:int(r)*L+L], c.g[int(r)*L:int(r)*L+L], sc.grad)
		}
		if i > 0 {
			c.pairs(i)
			sc.tgrad[int(s.gold[i-1])*L+int(s.gold[i])]--
		}
	}
	c.step(c.tw, c.tg, sc.tgrad)
}

// pairs adds the expected label pairs before word i.
func (c *crf) pairs(i int) {
	L, sc := c.labels, &c.sc
	for a := 0; a < L; a++ {
		pa := sc.alpha[(i-1)*L+a]
		if pa == 0 {
			continue
		}
		for b := 0; b < L; b++ {
			if c.open[a*L+b] {
				sc.tgrad[a*L+b] += pa * sc.trans[a*L+b] * sc.emit[i*L+b] * sc.beta[i*L+b] / sc.norm[i]
			}
		}
	}
}

func (c *crf) step(w, g []float32, grad []float64) {
	for l, d := range grad {
		d += c.l2 * float64(w[l])
		if d == 0 {
			continue
		}
		g[l] += float32(d * d)
		w[l] -= float32(c.rate * d / (math.Sqrt(float64(g[l])) + 1e-6))
	}
}

func grow(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	return s[:n]
}

// potentials computes exp of emissions (scaled a word) and of transitions.
func (c *crf) potentials(s *sample) {
	n, L, sc := len(s.gold), c.labels, &c.sc
	sc.emit, sc.alpha, sc.beta = grow(sc.emit, n*L), grow(sc.alpha, n*L), grow(sc.beta, n*L)
	sc.norm, sc.trans, sc.tgrad, sc.grad = grow(sc.norm, n), grow(sc.trans, L*L), grow(sc.tgrad, L*L), grow(sc.grad, L)
	for k, w := range c.tw {
		sc.trans[k] = 0
		if c.open[k] {
			sc.trans[k] = math.Exp(float64(w))
		}
	}
	for i := 0; i < n; i++ {
		row := sc.emit[i*L : i*L+L]
		clear(row)
		for _, r := range s.rows[i] {
			w := c.w[int(r)*L : int(r)*L+L]
			for l := range row {
				row[l] += float64(w[l])
			}
		}
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		for l := range row {
			row[l] = math.Exp(row[l] - top)
		}
	}
}

// forwardBackward leaves in alpha·beta the marginals of each word; norm holds
// the scale of each word.
func (c *crf) forwardBackward(n int) {
	L, sc := c.labels, &c.sc
	for i := 0; i < n; i++ {
		a := sc.alpha[i*L : i*L+L]
		sum := 0.0
		for b := 0; b < L; b++ {
			v := 0.0
			if i == 0 {
				if c.start[b] {
					v = 1
				}
			} else {
				for p := 0; p < L; p++ {
					v += sc.alpha[(i-1)*L+p] * sc.trans[p*L+b]
				}
			}
			a[b] = v * sc.emit[i*L+b]
			if i == n-1 && !c.end[b] {
				a[b] = 0
			}
			sum += a[b]
		}
		sc.norm[i] = sum
		for b := range a {
			a[b] /= sum
		}
	}
	last := sc.beta[(n-1)*L : n*L]
	for l := range last {
		last[l] = 0
		if c.end[l] {
			last[l] = 1
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := 0; a < L; a++ {
			v := 0.0
			for b := 0; b < L; b++ {
				v += sc.trans[a*L+b] * sc.emit[(i+1)*L+b] * sc.beta[(i+1)*L+b]
			}
			sc.beta[i*L+a] = v / sc.norm[i+1]
		}
	}
}

package main

import (
	"sayso/internal/annotate/depparse"
	"sayso/internal/model/wordvec"
	"sayso/train/annotate/net"
)

// scratch holds the values of a batch, and their gradients (d…).
type scratch struct {
	x                     net.Mat
	h, g, z               [len(depparse.Dilations) + 1]net.Mat
	rooted, drooted       net.Mat
	dep, head, ld, lh     net.Mat
	ddep, dhead, dld, dlh net.Mat
	dh, dz, dg            net.Mat
	sd, sh, dsd, dsh      net.Mat
	du, ddu, s            net.Mat
	p, q, dp, dq          net.Mat
	mix, dmix, out        net.Mat
}

// learn adds the gradients of the batch.
func (t *parseTrainer) learn() {
	t.encode()
	s, h := &t.s, t.hidden()
	s.rooted.Zero(t.b.n+1, depparse.Hidden)
	copy(s.rooted.V, h.V[:t.b.n*depparse.Hidden])
	copy(s.rooted.Row(t.b.n), t.root.W.Row(0))
	t.forward(&s.dep, h, t.dep, dropHead)
	t.forward(&s.head, &s.rooted, t.head, dropHead)
	net.Linear(&s.ld, h, t.labelDep.w.W, t.labelDep.b.W.V)
	net.Linear(&s.lh, &s.rooted, t.labelHead.w.W, t.labelHead.b.W.V)
	for _, m := range [][2]*net.Mat{{&s.ddep, &s.dep}, {&s.dhead, &s.head}, {&s.dld, &s.ld}, {&s.dlh, &s.lh}, {&s.drooted, &s.rooted}} {
		m[0].Zero(m[1].Rows, m[1].Cols)
	}
	s.dh.Zero(t.b.n, depparse.Hidden)
	for k := range t.b.sents {
		t.arcs(k)
		t.relations(k)
	}
	t.backward(&s.dh, &s.ddep, pass{h, &s.dep, t.dep, dropHead})
	t.backward(&s.drooted, &s.dhead, pass{&s.rooted, &s.head, t.head, dropHead})
	net.LinearBack(net.Grad{X: &s.dh, W: t.labelDep.w.G, B: t.labelDep.b.G.V}, &s.dld, h, t.labelDep.w.W)
	net.LinearBack(net.Grad{X: &s.drooted, W: t.labelHead.w.G, B: t.labelHead.b.G.V}, &s.dlh, &s.rooted, t.labelHead.w.W)
	for i, v := range s.drooted.V[:t.b.n*depparse.Hidden] {
		s.dh.V[i] += v
	}
	for i, v := range s.drooted.Row(t.b.n) {
		t.root.G.V[i] += v
	}
	t.decode()
}

func (t *parseTrainer) hidden() *net.Mat { return &t.s.h[len(depparse.Dilations)] }

// forward is a linear layer with ReLU and dropout.
func (t *parseTrainer) forward(y, x *net.Mat, l layer, drop float32) {
	net.Linear(y, x, l.w.W, l.b.W.V)
	net.Relu(y, t.rng, drop)
}

// pass is what went through a layer: input and output.
type pass struct {
	x, y *net.Mat
	layer
	drop float32
}

// backward carries the gradient of the output of [parseTrainer.forward] back.
func (t *parseTrainer) backward(dx, dy *net.Mat, p pass) {
	net.ReluBack(dy, p.y, p.drop)
	net.LinearBack(net.Grad{X: dx, W: p.w.G, B: p.b.G.V}, dy, p.x, p.w.W)
}

// encode reads the words of the batch in their sentences.
func (t *parseTrainer) encode() {
	s := &t.s
	t.inputs()
	t.forward(&s.h[0], &s.x, t.input, 0)
	for l, d := range depparse.Dilations {
		t.gather(&s.g[l], &s.h[l], d, false)
		t.forward(&s.z[l], &s.g[l], t.blocks[l], dropBlock)
		next := &s.h[l+1]
		next.Zero(t.b.n, depparse.Hidden)
		for i := range next.V {
			next.V[i] = s.h[l].V[i] + s.z[l].V[i]
		}
	}
}

// decode carries the gradient of the hidden states back to the inputs.
func (t *parseTrainer) decode() {
	s := &t.s
	for l := len(depparse.Dilations) - 1; l >= 0; l-- {
		s.dz.Zero(t.b.n, depparse.Hidden)
		copy(s.dz.V, s.dh.V)
		s.dg.Zero(t.b.n, 3*depparse.Hidden)
		t.backward(&s.dg, &s.dz, pass{&s.g[l], &s.z[l], t.blocks[l], dropBlock})
		t.gather(&s.dg, &s.dh, depparse.Dilations[l], true)
	}
	s.dg.Zero(t.b.n, depparse.InputDims)
	t.backward(&s.dg, &s.dh, pass{&s.x, &s.h[0], t.input, 0})
	t.inputsBack(&s.dg)
}

// gather puts each row between its neighbours in the sentence; with back it adds
// the gradients of the gathered rows to those of h.
func (t *parseTrainer) gather(g, h *net.Mat, d int, back bool) {
	if !back {
		g.Zero(h.Rows, 3*h.Cols)
	}
	for k, start := range t.b.starts {
		end := t.b.end(k)
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

// inputs fills the inputs of the batch, with dropout of words and of numbers.
func (t *parseTrainer) inputs() {
	x := &t.s.x
	x.Zero(t.b.n, depparse.InputDims)
	for i := range t.b.entries {
		e := &t.b.entries[i]
		if e.Word > 0 && t.rng.Float32() < dropWord {
			e.Word = 0
		}
		row := x.Row(i)
		at := copy(row, t.words.W.Row(e.Word))
		at += copy(row[at:], t.suffixes.W.Row(e.Suffix))
		at += copy(row[at:], t.tags.W.Row(e.Tag))
		for k, v := range e.Vector {
			row[at+k] = float32(int8(v)) / (1 << wordvec.Bits)
		}
		for k := range row {
			if t.rng.Float32() < dropInput {
				row[k] = 0
			} else {
				row[k] /= 1 - dropInput
			}
		}
	}
}

// inputsBack adds the gradients of the inputs to the tables they came from.
func (t *parseTrainer) inputsBack(dx *net.Mat) {
	for i, e := range t.b.entries {
		row := dx.Row(i)
		x := t.s.x.Row(i)
		for k := range row {
			if x[k] == 0 {
				row[k] = 0
			}
			row[k] /= 1 - dropInput
		}
		at := 0
		for _, p := range [...]struct {
			p   *net.Param
			row int
		}{{t.words, e.Word}, {t.suffixes, e.Suffix}, {t.tags, e.Tag}} {
			p.p.Touch(p.row)
			g := p.p.G.Row(p.row)
			for k := range g {
				g[k] += row[at+k]
			}
			at += len(g)
		}
	}
}

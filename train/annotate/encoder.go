package main

import (
	"sayso/internal/annotate/depparse"
	"sayso/internal/model/wordvec"
	"sayso/train/annotate/net"
)

// scratch holds the values of a batch, and their gradients (d…).
type scratch struct {
	x, dx                 net.Mat
	rooted, drooted       net.Mat
	dep, head, ld, lh     net.Mat
	ddep, dhead, dld, dlh net.Mat
	dh                    net.Mat
	sd, sh, dsd, dsh      net.Mat
	du, ddu, s            net.Mat
	p, q, dp, dq          net.Mat
	mix, dmix, out        net.Mat
}

// learn adds the gradients of the batch.
func (t *parseTrainer) learn() {
	t.inputs()
	s := &t.s
	h := t.conv.Forward(&s.x, t.b.starts, t.Rng)
	s.rooted.Zero(t.b.n+1, depparse.Hidden)
	copy(s.rooted.V, h.V[:t.b.n*depparse.Hidden])
	copy(s.rooted.Row(t.b.n), t.root.W.Row(0))
	t.dep.Forward(&s.dep, h, t.Rng, dropHead)
	t.head.Forward(&s.head, &s.rooted, t.Rng, dropHead)
	net.Linear(&s.ld, h, t.labelDep.W.W, t.labelDep.B.W.V)
	net.Linear(&s.lh, &s.rooted, t.labelHead.W.W, t.labelHead.B.W.V)
	for _, m := range [][2]*net.Mat{{&s.ddep, &s.dep}, {&s.dhead, &s.head}, {&s.dld, &s.ld}, {&s.dlh, &s.lh}, {&s.drooted, &s.rooted}} {
		m[0].Zero(m[1].Rows, m[1].Cols)
	}
	s.dh.Zero(t.b.n, depparse.Hidden)
	for k := range t.b.sents {
		t.arcs(k)
		t.relations(k)
	}
	t.dep.Backward(&s.dh, &s.ddep, h, &s.dep, dropHead)
	t.head.Backward(&s.drooted, &s.dhead, &s.rooted, &s.head, dropHead)
	net.LinearBack(net.Grad{X: &s.dh, W: t.labelDep.W.G, B: t.labelDep.B.G.V}, &s.dld, h, t.labelDep.W.W)
	net.LinearBack(net.Grad{X: &s.drooted, W: t.labelHead.W.G, B: t.labelHead.B.G.V}, &s.dlh, &s.rooted, t.labelHead.W.W)
	for i, v := range s.drooted.V[:t.b.n*depparse.Hidden] {
		s.dh.V[i] += v
	}
	for i, v := range s.drooted.Row(t.b.n) {
		t.root.G.V[i] += v
	}
	t.conv.Backward(&s.dx, &s.dh, &s.x, t.b.starts)
	t.inputsBack(&s.dx)
}

// inputs fills the inputs of the batch, with dropout of words and of numbers.
func (t *parseTrainer) inputs() {
	x := &t.s.x
	x.Zero(t.b.n, depparse.InputDims)
	for i := range t.b.entries {
		e := &t.b.entries[i]
		if e.Word > 0 && t.Rng.Float32() < dropWord {
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
			if t.Rng.Float32() < dropInput {
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

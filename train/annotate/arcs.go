package main

import (
	"math"

	"sayso/internal/annotate/depparse"
	"sayso/internal/kern"
	"sayso/train/annotate/net"
)

// take copies rows from..to of a matrix, and the last row as well if rooted.
func take(dst, src *net.Mat, from, to int, rooted bool) {
	n := to - from
	if rooted {
		dst.Zero(n+1, src.Cols)
		copy(dst.Row(n), src.Row(src.Rows-1))
	} else {
		dst.Zero(n, src.Cols)
	}
	copy(dst.V[:n*src.Cols], src.V[from*src.Cols:to*src.Cols])
}

// give adds the rows that take has taken back.
func give(dst, src *net.Mat, from, to int, rooted bool) {
	n := to - from
	for i, v := range src.V[:n*src.Cols] {
		dst.V[from*src.Cols+i] += v
	}
	if rooted {
		row := dst.Row(dst.Rows - 1)
		for i, v := range src.Row(n) {
			row[i] += v
		}
	}
}

// arcs adds loss and gradients of the heads of sentence k.
func (t *parseTrainer) arcs(k int) {
	s, from, to := &t.s, t.b.starts[k], t.b.end(k)
	n := to - from
	take(&s.sd, &s.dep, from, to, false)
	take(&s.sh, &s.head, from, to, true)
	net.Linear(&s.du, &s.sd, t.arc.W.W, t.arc.B.W.V)
	net.Linear(&s.s, &s.du, &s.sh, nil)
	net.Linear(&s.p, &s.sd, t.depDist.W, nil)
	net.Linear(&s.q, &s.sh, t.headDist.W, nil)
	s.dp.Zero(n, depparse.Distances)
	s.dq.Zero(n+1, depparse.Distances)
	for i := range n {
		t.head1(k, i, s.s.Row(i))
	}
	s.dsd.Zero(n, depparse.ArcDims)
	s.dsh.Zero(n+1, depparse.ArcDims)
	s.ddu.Zero(n, depparse.ArcDims)
	net.LinearBack(net.Grad{X: &s.ddu, W: &s.dsh}, &s.s, &s.du, &s.sh)
	net.LinearBack(net.Grad{X: &s.dsd, W: t.arc.W.G, B: t.arc.B.G.V}, &s.ddu, &s.sd, t.arc.W.W)
	net.LinearBack(net.Grad{X: &s.dsd, W: t.depDist.G}, &s.dp, &s.sd, t.depDist.W)
	net.LinearBack(net.Grad{X: &s.dsh, W: t.headDist.G}, &s.dq, &s.sh, t.headDist.W)
	give(&s.ddep, &s.dsd, from, to, false)
	give(&s.dhead, &s.dsh, from, to, true)
}

// head1 turns the scores of the heads of word i into their gradient.
func (t *parseTrainer) head1(k, i int, row []float32) {
	s, n := &t.s, t.b.end(k)-t.b.starts[k]
	best := -1
	for j := range row {
		d := depparse.Distance(i, j, n)
		row[j] += s.p.Row(i)[d] + s.q.Row(j)[d]
		if j == i {
			row[j] = -1e9
		}
		if best < 0 || row[j] > row[best] {
			best = j
		}
	}
	gold := goldHead(t.b.sents[k], i)
	t.arcLoss += net.Softmax(row, gold)
	t.seen++
	if best == gold {
		t.good++
	}
	row[gold]--
	for j := range row {
		row[j] /= float32(t.b.n)
		d := depparse.Distance(i, j, n)
		s.dp.Row(i)[d] += row[j]
		s.dq.Row(j)[d] += row[j]
	}
}

// relations adds loss and gradients of the relations of sentence k.
func (t *parseTrainer) relations(k int) {
	s, from := &t.s, t.b.starts[k]
	n, sent := t.b.end(k)-from, t.b.sents[k]
	s.mix.Zero(n, depparse.LabelDims)
	at := func(i int) (h, d int) {
		h = goldHead(sent, i)
		d = depparse.Distance(i, h, n)
		if h == n {
			return t.b.n, d
		}
		return from + h, d
	}
	for i := range n {
		h, d := at(i)
		a, b, c := s.ld.Row(from+i), s.lh.Row(h), t.labelDist.W.Row(d)
		for x := range s.mix.Row(i) {
			s.mix.Row(i)[x] = a[x] + b[x] + c[x]
		}
	}
	net.Relu(&s.mix, t.Rng, dropHead)
	net.Linear(&s.out, &s.mix, t.label.W.W, t.label.B.W.V)
	for i := range n {
		row, gold := s.out.Row(i), goldLabel(sent, i)
		t.labelLoss += net.Softmax(row, gold)
		row[gold]--
		for x := range row {
			row[x] /= float32(t.b.n)
		}
	}
	s.dmix.Zero(n, depparse.LabelDims)
	net.LinearBack(net.Grad{X: &s.dmix, W: t.label.W.G, B: t.label.B.G.V}, &s.out, &s.mix, t.label.W.W)
	net.ReluBack(&s.dmix, &s.mix, dropHead)
	for i := range n {
		h, d := at(i)
		a, b, c := s.dld.Row(from+i), s.dlh.Row(h), t.labelDist.G.Row(d)
		for x, v := range s.dmix.Row(i) {
			a[x] += v
			b[x] += v
			c[x] += v
		}
	}
}

// matrix returns the running mean of a parameter in integers with so many bits
// after the point.
func matrix(p *net.Param, bits int) kern.Matrix {
	var m kern.Matrix
	m.Resize(p.W.Rows, p.W.Cols)
	for i, v := range p.Mean.V[:p.W.Rows*p.W.Cols] {
		m.Data[i] = int16(max(-32767, min(32767, math.Round(float64(v)*float64(int(1)<<bits)))))
	}
	return m
}

package depparse

import (
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordclass"
)

// lexeme is what the features take from a word: its hash, its tags, the two
// joined, its classes.
type lexeme struct {
	w, p, u, wp, c, m, f uint64
}

var (
	none = lexeme{w: 3, p: 3, u: 3, wp: 3, c: 1 << 20, m: 1 << 20, f: 1 << 20}
	root = lexeme{w: 5, p: 5, u: 5, wp: 5, c: 2 << 20, m: 2 << 20, f: 2 << 20}
)

// Lattice holds the words of a sentence for [Lattice.Features].
type Lattice struct{ words []lexeme }

// Reset prepares the lattice for a sentence; word gives word i.
func (l *Lattice) Reset(classes *wordclass.Table, tags []document.Tag, word func(int) string) {
	l.words = l.words[:0]
	for i, t := range tags {
		h := kern.Word(word(i))
		c := classes.Of(h)
		p := uint64(t.UPOS)<<8 | uint64(t.XPOS)
		l.words = append(l.words, lexeme{w: h, p: p, u: uint64(t.UPOS), wp: kern.Join(h, p),
			c: uint64(c.Coarse), m: uint64(c.Middle), f: uint64(c.Fine)})
	}
	l.words = append(l.words, root)
}

func (l *Lattice) at(i int32) *lexeme {
	if i < 0 || int(i) >= len(l.words) {
		return &none
	}
	return &l.words[i]
}

// Features appends the keys of the features of a state.
func (l *Lattice) Features(dst []uint64, s *State) []uint64 {
	i0, i1, i2 := nth(s.Stack, 0), nth(s.Stack, 1), nth(s.Stack, 2)
	v := view{l: l, s: s, i0: i0, i1: i1, k: keys{dst: dst},
		s0: l.at(i0), s1: l.at(i1), s2: l.at(i2),
		n0: l.at(s.Front), n1: l.at(s.Front + 1), n2: l.at(s.Front + 2)}
	v.words()
	v.pairs()
	v.children(&v.k, 200, i0, v.s0, v.n0)
	v.children(&v.k, 230, i1, v.s1, v.s0)
	v.children(&v.k, 260, s.Front, v.n0, v.s0)
	v.attachment()
	v.distances()
	return v.k.dst
}

func nth(stack []int32, k int) int32 {
	if k >= len(stack) {
		return -1
	}
	return stack[len(stack)-1-k]
}

// view is a state as the templates see it.
type view struct {
	l                      *Lattice
	s                      *State
	i0, i1                 int32
	s0, s1, s2, n0, n1, n2 *lexeme
	k                      keys
}

// words are the templates of single words.
func (v *view) words() {
	for i, x := range [...]*lexeme{v.s0, v.s1, v.n0, v.n1} {
		t := uint64(10 + 5*i)
		v.k.one(t, x.w)
		v.k.one(t+1, x.p)
		v.k.one(t+2, x.wp)
		v.k.two(t+3, x.f, x.u)
		v.k.two(t+4, x.m, x.p)
	}
	v.k.one(1, v.s2.w)
	v.k.one(2, v.s2.p)
	v.k.one(3, v.n2.w)
	v.k.one(4, v.n2.p)
	v.k.three(5, v.n0.p, v.n1.p, v.n2.p)
	v.k.three(6, v.s0.p, v.n0.p, v.n1.p)
	v.k.three(7, v.s1.p, v.s0.p, v.n0.p)
	v.k.three(8, v.s2.p, v.s1.p, v.s0.p)
	v.k.two(9, v.n0.p, v.n1.p)
}

// pairs are the templates of the two words that an arc may join.
func (v *view) pairs() {
	v.pair(50, v.s0, v.n0)
	v.pair(70, v.s1, v.s0)
	v.k.two(90, v.s0.w, v.n1.w)
	v.k.two(91, v.s0.p, v.n1.p)
	v.k.two(92, v.n0.wp, v.n1.p)
	v.k.two(93, v.n0.w, v.n1.w)
	v.k.two(94, v.s1.w, v.n0.w)
	v.k.two(95, v.s1.p, v.n0.p)
	v.k.three(96, v.s1.w, v.s0.p, v.n0.p)
	v.k.three(97, v.s1.p, v.s0.w, v.n0.p)
	v.k.three(98, v.s1.p, v.s0.p, v.n0.w)
	v.k.three(99, v.s1.m, v.s0.m, v.n0.m)
	v.k.three(100, v.s0.w, v.n0.p, v.n1.p)
	v.k.three(101, v.s0.p, v.n0.w, v.n1.p)
	v.k.three(102, v.s1.u, v.s0.w, v.n0.w)
}

func (v *view) pair(t uint64, a, b *lexeme) {
	v.k.two(t, a.wp, b.wp)
	v.k.two(t+1, a.wp, b.p)
	v.k.two(t+2, a.p, b.wp)
	v.k.two(t+3, a.w, b.w)
	v.k.two(t+4, a.p, b.p)
	v.k.two(t+5, a.f, b.f)
	v.k.two(t+6, a.m, b.m)
	v.k.three(t+7, a.m, b.p, a.p)
	v.k.three(t+8, a.p, b.m, b.p)
	v.k.two(t+9, a.w, b.m)
	v.k.two(t+10, a.m, b.w)
	v.k.two(t+11, a.w, b.f)
	v.k.two(t+12, a.f, b.w)
	v.k.three(t+13, a.c, b.c, a.u<<8|b.u)
}

// children are the templates of a word x at i with its outermost children, and
// of another word y.
func (v *view) children(k *keys, t uint64, i int32, x, y *lexeme) {
	kid := kids{l1: -1, l2: -1, r1: -1, r2: -1}
	if i >= 0 && int(i) < len(v.s.kids) {
		kid = v.s.kids[i]
	}
	l1, l2, r1, r2 := v.l.at(kid.l1), v.l.at(kid.l2), v.l.at(kid.r1), v.l.at(kid.r2)
	k.two(t, v.rel(kid.l1), x.p)
	k.two(t+1, v.rel(kid.r1), x.p)
	k.two(t+2, l1.w, x.p)
	k.two(t+3, r1.w, x.p)
	k.three(t+4, l1.p, x.p, y.p)
	k.three(t+5, r1.p, x.p, y.p)
	k.three(t+6, l1.p, l2.p, x.p)
	k.three(t+7, r1.p, r2.p, x.p)
	k.two(t+8, x.w, kid.setL)
	k.two(t+9, x.w, kid.setR)
	k.two(t+10, x.p, kid.setL)
	k.two(t+11, x.p, kid.setR)
	k.three(t+12, x.p, uint64(kid.nl), y.p)
	k.three(t+13, x.p, uint64(kid.nr), y.p)
	k.three(t+14, x.w, l1.w, y.p)
	k.three(t+15, y.w, x.p, l1.w)
	k.three(t+16, y.p, x.w, r1.w)
	k.three(t+17, kid.setL, kid.setR, x.p<<16|y.p)
	k.two(t+18, v.rel(kid.l1)<<8|v.rel(kid.l2), y.p)
	k.two(t+19, v.rel(kid.r1)<<8|v.rel(kid.r2), y.p)
}

func (v *view) rel(i int32) uint64 {
	if i < 0 {
		return 99
	}
	return uint64(v.s.Arcs[i].Rel)
}

// attachment are the templates that choose between the two words below the top
// of the stack, by the preposition or other first child of the top.
func (v *view) attachment() {
	first := &none
	if v.i0 >= 0 {
		first = v.l.at(v.s.kids[v.i0].l1)
	}
	v.k.three(110, v.s1.w, first.w, v.s0.p)
	v.k.three(111, v.s2.w, first.w, v.s1.p)
	v.k.three(112, v.s1.m, first.w, v.s0.m)
	v.k.three(113, v.s2.m, first.w, v.s1.m)
	v.k.three(114, v.s2.p, v.s1.p, first.w)
	v.k.three(115, v.s2.w, v.s1.w, first.w)
	v.k.three(116, v.s2.f, v.s1.f, first.w)
	v.k.three(117, v.s1.w, v.s0.w, first.w)
	v.k.three(118, v.s1.f, v.s0.f, first.w)
	v.k.three(119, v.s2.p, v.s0.p, v.n0.p)
}

// distances are the templates with the distance between two words.
func (v *view) distances() {
	d0, d1 := gap(v.i0, v.s.Front), gap(v.i1, v.i0)
	for i, d := range [...]uint64{d0, d1} {
		t, a, b := uint64(130+10*i), v.s0, v.n0
		if i == 1 {
			a, b = v.s1, v.s0
		}
		v.k.two(t, d, a.w)
		v.k.two(t+1, d, a.p)
		v.k.two(t+2, d, b.w)
		v.k.two(t+3, d, b.p)
		v.k.three(t+4, d, a.p, b.p)
		v.k.three(t+5, d, a.w, b.w)
		v.k.three(t+6, d, a.m, b.m)
	}
}

// gap is the distance from a to b in steps that widen.
func gap(a, b int32) uint64 {
	if a < 0 || b < 0 {
		return 0
	}
	switch d := b - a; {
	case d <= 5:
		return uint64(d)
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 18:
		return 8
	}
	return 9
}

// keys gathers feature keys, each with the number of its template.
type keys struct{ dst []uint64 }

func (k *keys) one(template, a uint64) {
	k.dst = append(k.dst, kern.Join(template*0x51ed27, a))
}

func (k *keys) two(template, a, b uint64) {
	k.dst = append(k.dst, kern.Join(kern.Join(template*0x51ed27, a), b))
}

func (k *keys) three(template, a, b, c uint64) {
	k.dst = append(k.dst, kern.Join(kern.Join(kern.Join(template*0x51ed27, a), b), c))
}

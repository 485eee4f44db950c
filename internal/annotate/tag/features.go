package tag

import (
	"sayso/internal/kern"
	"sayso/internal/model/wordclass"
)

// FeatureCount is the number of features of a token.
const FeatureCount = 46

// lexeme is what the features of a token take from its word.
type lexeme struct {
	word, pre1, pre2, pre3, suf1, suf2, suf3, suf4 uint64
	shape, coarse, middle, fine                    uint64
}

// border stands before the first and after the last word of a sentence.
var border = lexeme{word: 1, suf3: 1, shape: 15}

// Lattice holds the words of a sentence for [Lattice.Features].
type Lattice struct {
	words  []lexeme // with two borders at either end
	shapes []kern.Shape
	casing uint64
}

// Reset prepares the lattice for a sentence of n words; word gives word i.
func (l *Lattice) Reset(classes *wordclass.Table, n int, word func(int) string) {
	l.shapes, l.words = l.shapes[:0], append(l.words[:0], border, border)
	for i := range n {
		l.shapes = append(l.shapes, kern.ShapeOf(word(i)))
	}
	casing := kern.CasingOf(l.shapes)
	l.casing = uint64(casing)
	for i := range n {
		l.words = append(l.words, lexemeOf(classes, word(i), l.shapes[i], casing))
	}
	l.words = append(l.words, border, border)
}

func lexemeOf(classes *wordclass.Table, w string, shape kern.Shape, casing kern.Casing) lexeme {
	switch {
	case casing == kern.Headline:
		shape += 16 // capitals say less, but something
	case casing != kern.MixedCase && shape < kern.Number:
		shape = kern.Blank
	}
	h := kern.Word(w)
	c := classes.Of(h)
	return lexeme{word: h, pre1: kern.Prefix(w, 1), pre2: kern.Prefix(w, 2), pre3: kern.Prefix(w, 3),
		suf1: kern.Suffix(w, 1), suf2: kern.Suffix(w, 2), suf3: kern.Suffix(w, 3), suf4: kern.Suffix(w, 4),
		shape: uint64(shape), coarse: uint64(c.Coarse), middle: uint64(c.Middle), fine: uint64(c.Fine)}
}

// Features appends the keys of the features of word i, given the classes of
// the two words before it plus 1 (0 before the first).
func (l *Lattice) Features(dst []uint64, i int, t1, t2 uint8) []uint64 {
	a, b, c, d, e := &l.words[i], &l.words[i+1], &l.words[i+2], &l.words[i+3], &l.words[i+4]
	p, q := uint64(t1), uint64(t2)
	k := keys{dst}
	k.one(1, c.word)
	k.one(2, b.word)
	k.one(3, d.word)
	k.one(4, a.word)
	k.one(5, e.word)
	k.two(6, b.word, c.word)
	k.two(7, c.word, d.word)
	k.two(8, b.word, d.word)
	k.one(9, c.pre1)
	k.one(10, c.pre2)
	k.one(11, c.pre3)
	k.one(12, c.suf1)
	k.one(13, c.suf2)
	k.one(14, c.suf3)
	k.one(15, c.suf4)
	k.two(16, c.shape, l.casing)
	k.two(17, c.shape, b.shape)
	k.two(18, c.shape, d.shape)
	k.one(19, b.suf3)
	k.one(20, d.suf3)
	k.one(21, d.suf2)
	k.two(22, c.suf3, c.shape)
	k.two(23, c.suf2, d.suf2)
	k.one(24, p)
	k.two(25, p, q)
	k.two(26, p, c.word)
	k.two(27, p, d.word)
	k.two(28, p, c.suf3)
	k.three(29, p, q, c.word)
	k.one(30, c.coarse)
	k.one(31, c.middle)
	k.one(32, c.fine)
	k.one(33, b.fine)
	k.one(34, d.fine)
	k.one(35, a.middle)
	k.one(36, e.middle)
	k.three(37, b.coarse, c.coarse, d.coarse)
	k.two(38, p, c.middle)
	k.two(39, p, d.middle)
	k.two(40, c.fine, c.suf2)
	k.two(41, c.middle, c.shape)
	k.two(42, c.word, d.middle)
	k.two(43, c.middle, d.middle)
	k.two(44, c.word, c.shape)
	k.three(45, p, c.suf2, d.suf2)
	k.three(46, p, c.coarse, d.coarse)
	return k.dst
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

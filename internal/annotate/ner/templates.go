package ner

import (
	"sayso/internal/kern"
)

// Templates number the kinds of features; the number seeds a feature's hash.
const (
	tBias = iota
	tWord
	tForm
	tPrefix
	tSuffix
	tShape
	tShapes
	tCluster
	tClusters
	tPair
	tGazetteer
	tGazetteerKind
	tKind
	tRun
	tRunBefore
	tRunAfter
	tInitial
	tRunFirst
	tRunLast
	tShapeNext
)

// edge stands for what lies outside the sentence.
var edge = attribute{form: 3, lower: 3, shape: 3}

// Extractor analyses sentences and lists the features of their words. It keeps
// its scratch between sentences and must not be shared by goroutines.
type Extractor struct {
	lex    *Lexicon
	fold   bool
	attrs  []attribute
	marks  []uint32
	runs   []run
	buf    []byte
	shapes []kern.Shape
	feats  []uint32 // of the words of the sentence, one after the other
	ends   []int    // where those of each word end
	found  []int32  // rows of a tagger
}

// run is a stretch of words in capitals around a word: where it begins and ends.
type run struct{ first, end int32 }

// NewExtractor returns an extractor that looks words up in lex.
func NewExtractor(lex *Lexicon) *Extractor { return &Extractor{lex: lex} }

// Begin analyses the words of a sentence; with fold, as if in lower case.
// words(i) is the i-th of n.
func (x *Extractor) Begin(n int, words func(int) string, fold bool) {
	x.fold = fold
	x.attrs = resize(x.attrs, n)
	x.marks = resize(x.marks, n)
	x.runs = resize(x.runs, n)
	for i := range x.attrs {
		a := &x.attrs[i]
		x.buf = a.analyse(words(i), fold, x.buf)
		a.cluster = x.lex.classOf(words(i))
	}
	x.lex.mark(x.attrs, x.marks)
	x.findRuns()
	x.feats, x.ends = x.feats[:0], x.ends[:0]
	for i := range x.attrs {
		x.feats = x.Features(i, x.feats)
		x.ends = append(x.ends, len(x.feats))
	}
}

// features are the hashes of the features of word i.
func (x *Extractor) features(i int) []uint32 {
	if i == 0 {
		return x.feats[:x.ends[0]]
	}
	return x.feats[x.ends[i-1]:x.ends[i]]
}

// casing tells what case says in the sentence begun, and fills x.shapes.
func (x *Extractor) casing(word func(int) string) kern.Casing {
	x.shapes = x.shapes[:0]
	for i := range x.attrs {
		x.shapes = append(x.shapes, kern.ShapeOf(word(i)))
	}
	c := kern.CasingOf(x.shapes)
	if x.fold && c != kern.AllUpper {
		return kern.AllLower
	}
	return c
}

// Len is the number of words of the sentence begun.
func (x *Extractor) Len() int { return len(x.attrs) }

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// findRuns finds the stretches of words in capitals.
func (x *Extractor) findRuns() {
	for i := 0; i < len(x.attrs); {
		j := i
		for j < len(x.attrs) && capital(x.attrs[j].kind) {
			j++
		}
		for k := i; k < j; k++ {
			x.runs[k] = run{int32(i), int32(j)}
		}
		if j == i {
			x.runs[i] = run{int32(i), int32(i)}
			j++
		}
		i = j
	}
}

func capital(k caseKind) bool { return k == caseFirst || k == caseUpper || k == caseMixed }

// at returns the attributes of word i, or the edge's.
func (x *Extractor) at(i int) *attribute {
	if i < 0 || i >= len(x.attrs) {
		return &edge
	}
	return &x.attrs[i]
}

// Features appends the hashes of the features of word i.
func (x *Extractor) Features(i int, out []uint32) []uint32 {
	out = append(out, mix(tBias, 1))
	out = x.wordFeatures(i, out)
	out = x.windowFeatures(i, out)
	out = x.listFeatures(i, out)
	return x.runFeatures(i, out)
}

func feature(template, place int, value uint32) uint32 {
	return mix(uint32(template*8+place+2), value) | 1
}

// wordFeatures look at the word itself.
func (x *Extractor) wordFeatures(i int, out []uint32) []uint32 {
	a := x.at(i)
	out = append(out, feature(tForm, 0, a.form), feature(tKind, 0, uint32(a.kind)), feature(tShape, 0, a.shape))
	for n, h := range a.prefix {
		if h != 0 {
			out = append(out, feature(tPrefix, n, h))
		}
	}
	for n, h := range a.suffix {
		if h != 0 {
			out = append(out, feature(tSuffix, n, h))
		}
	}
	initial := uint32(0)
	if i == 0 {
		initial = 1
	}
	return append(out, feature(tInitial, int(initial), uint32(a.kind)))
}

// windowFeatures look at the words, clusters and shapes within two words.
func (x *Extractor) windowFeatures(i int, out []uint32) []uint32 {
	for d := -2; d <= 2; d++ {
		a := x.at(i + d)
		out = append(out, feature(tWord, d+2, a.lower))
		for k := range a.cluster {
			if a.cluster[k] != 0 {
				out = append(out, feature(tCluster, d+2, mix(uint32(k), a.cluster[k])))
			}
		}
	}
	p, a, n := x.at(i-1), x.at(i), x.at(i+1)
	return append(out,
		feature(tShapeNext, 0, p.shape), feature(tShapeNext, 1, n.shape),
		feature(tShapes, 0, mix(p.shape, a.shape)), feature(tShapes, 1, mix(a.shape, n.shape)),
		feature(tShapes, 2, mix(mix(p.shape, a.shape), n.shape)),
		feature(tPair, 0, mix(p.lower, a.lower)), feature(tPair, 1, mix(a.lower, n.lower)), feature(tPair, 2, mix(p.lower, n.lower)),
		feature(tClusters, 0, mix(p.cluster[1], a.cluster[1])), feature(tClusters, 1, mix(a.cluster[1], n.cluster[1])),
		feature(tClusters, 2, mix(p.cluster[1], n.cluster[1])),
		feature(tClusters, 3, mix(p.cluster[2], uint32(a.kind))), feature(tClusters, 4, mix(n.cluster[2], uint32(a.kind))))
}

// listFeatures look at the lists that cover the word and its neighbours.
func (x *Extractor) listFeatures(i int, out []uint32) []uint32 {
	for d := -1; d <= 1; d++ {
		marks, kind := x.at(i+d).gazetteer, uint32(x.at(i+d).kind)
		if marks == 0 {
			continue
		}
		for list := uint32(0); list < MaxLists; list++ {
			if place := marks >> (2 * list) & 3; place != 0 {
				out = append(out, feature(tGazetteer, d+1, list*4+place), feature(tGazetteerKind, d+1, mix(list*4+place, kind)))
			}
		}
	}
	return out
}

// runFeatures look at the stretch of capitals that the word is in, and the
// words around that stretch.
func (x *Extractor) runFeatures(i int, out []uint32) []uint32 {
	r := x.runs[i]
	if r.end == r.first {
		return out
	}
	before, after := x.at(int(r.first)-1), x.at(int(r.end))
	place := min(int(r.end-r.first), 4)*4 + min(i-int(r.first), 3)
	first, last := x.at(int(r.first)), x.at(int(r.end)-1)
	return append(out, feature(tRun, 0, uint32(place)),
		feature(tRunBefore, 0, before.lower), feature(tRunAfter, 0, after.lower),
		feature(tRunBefore, 1, before.cluster[1]), feature(tRunAfter, 1, after.cluster[1]),
		feature(tRunFirst, 0, first.lower), feature(tRunLast, 0, last.lower),
		feature(tRunFirst, 1, first.cluster[1]), feature(tRunLast, 1, last.cluster[1]))
}

package ner

import (
	"sayso/internal/document"
	"sayso/internal/kern"
)

// Tagger is a linear-chain model over labels: integer weights for features of
// a word and for pairs of neighbouring labels; the best sequence is found by
// the Viterbi algorithm.
type Tagger struct {
	Kinds   []document.NameKind
	labels  int
	rows    table   // hash of a feature → row in weights
	wide    int     // labels, padded to a block
	weights []int16 // wide a row
	trans   []int32 // labels*labels, [previous*labels+label]; never where not allowed
	ways    [][]way // by label: from which labels it may be reached, in order
}

// never is the score of what may not be; adding it a few thousand times stays
// inside an int64.
const never = -1 << 30

// Scale is what a weight of 1 in training is in a model.
const Scale = 128

// Feature is a row of a tagger: the hash of a feature and a weight a label.
type Feature struct {
	Key     uint32
	Weights []int16
}

// NewTagger builds a tagger from rows and from weights of label pairs
// ([previous*labels+label]). Pairs that no span allows are closed.
func NewTagger(kinds []document.NameKind, rows []Feature, pairs []int16) *Tagger {
	t := newTagger(kinds, len(rows), pairs)
	for _, r := range rows {
		known := t.rows.n
		if at := int(t.rows.put(r.Key, len(rows))); at == known {
			copy(t.weights[at*t.wide:], r.Weights)
		}
	}
	return t
}

// way is a label that may come before another, and the score of the pair.
type way struct {
	from  uint8
	score int64
}

// newTagger returns a tagger with room for the weights of so many features.
func newTagger(kinds []document.NameKind, rows int, pairs []int16) *Tagger {
	n := LabelCount(kinds)
	t := &Tagger{Kinds: kinds, labels: n, wide: (n + kern.Block - 1) / kern.Block * kern.Block, trans: transitions(n, pairs)}
	t.weights = make([]int16, rows*t.wide)
	t.ways = make([][]way, n)
	for k, s := range t.trans {
		if s != never {
			t.ways[k%n] = append(t.ways[k%n], way{uint8(k / n), int64(s)})
		}
	}
	return t
}

// transitions are the scores of pairs of n labels; what no span allows is closed.
func transitions(n int, pairs []int16) []int32 {
	out := make([]int32, n*n)
	for a := range n {
		for b := range n {
			out[a*n+b] = never
			if follows(uint8(a), uint8(b)) {
				out[a*n+b] = int32(pairs[a*n+b])
			}
		}
	}
	return out
}

// Score fills emit with a row of label scores for each word of the sentence
// begun in x.
func (t *Tagger) Score(emit []int32, x *Extractor) {
	var sums [maxLabels]int32
	wide := sums[:t.wide]
	for i := range x.Len() {
		x.found = t.rows.rows(x.found[:0], x.features(i))
		clear(wide)
		kern.AddRows(wide, t.weights, x.found)
		copy(emit[i*t.labels:(i+1)*t.labels], wide)
	}
}

// maxLabels is the largest number of labels of a tagger, padded: those of 16
// kinds.
const maxLabels = 80

// search is the scratch of the Viterbi search.
type search struct {
	score  []int64 // labels a word
	back   []uint8 // best previous label
	labels []uint8
	votes  int64 // how many models the scores come from
}

// best returns the best labels for the scores of words; the slice is s's.
func (s *search) best(t *Tagger, emit []int32) []uint8 {
	L := t.labels
	n := len(emit) / L
	s.labels = resize(s.labels, n)
	if n == 0 {
		return s.labels
	}
	s.score, s.back = resize(s.score, n*L), resize(s.back, n*L)
	for i := range n {
		row := s.score[i*L : (i+1)*L]
		for l := range row {
			row[l] = int64(emit[i*L+l])
			if i == 0 {
				row[l] += int64(t.trans[l])
			}
		}
		if i > 0 {
			t.step(s.score[(i-1)*L:i*L], row, s.back[i*L:(i+1)*L])
		}
	}
	best := 0
	last := s.score[(n-1)*L:]
	for l := range last {
		if follows(uint8(l), 0) && (!follows(uint8(best), 0) || last[l] > last[best]) {
			best = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		s.labels[i] = uint8(best)
		best = int(s.back[i*L+best])
	}
	return s.labels
}

// step adds the best way to each label from the word before.
func (t *Tagger) step(before, row []int64, back []uint8) {
	for l := range row {
		best, from := int64(-1)<<62, uint8(0)
		for _, w := range t.ways[l] {
			if s := before[w.from] + w.score; s > best {
				best, from = s, w.from
			}
		}
		row[l] += best
		back[l] = from
	}
}

// spans finds the best labels for the scores of words and appends their spans;
// the first word is token first.
func (s *search) spans(t *Tagger, emit []int32, first int, out []document.Name) []document.Name {
	from := len(out)
	out = Decode(s.best(t, emit), t.Kinds, first, out)
	for k := from; k < len(out); k++ {
		out[k].Score = s.confidence(t, emit, out[k].First-first, out[k].End-first)
	}
	return out
}

// confidence maps the margin m of a span's words over "outside", the mean of the
// words and of the models, to 1/2 + m/(1+m)/2.
func (s *search) confidence(t *Tagger, emit []int32, first, end int) float32 {
	sum := int64(0)
	for i := first; i < end; i++ {
		row := emit[i*t.labels : (i+1)*t.labels]
		sum += max(0, int64(row[s.labels[i]])-int64(row[0]))
	}
	scale := Scale * int64(end-first) * max(s.votes, 1)
	return 0.5 + 0.5*float32(sum)/float32(sum+scale)
}

// Labels tags the sentence begun in x.
func (t *Tagger) Labels(x *Extractor) []uint8 {
	emit := make([]int32, x.Len()*t.labels)
	t.Score(emit, x)
	return (&search{}).best(t, emit)
}

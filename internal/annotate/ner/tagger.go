package ner

import "sayso/internal/document"

// Tagger is a linear-chain model over labels: integer weights for features of
// a word and for pairs of neighbouring labels; the best sequence is found by
// the Viterbi algorithm.
type Tagger struct {
	Kinds   []document.NameKind
	labels  int
	rows    table   // hash of a feature → row in weights
	weights []int16 // labels a row
	trans   []int32 // labels*labels, [previous*labels+label]; never where not allowed
}

// never is the score of what may not be; adding it a few thousand times stays
// inside an int64.
const never = -1 << 30

// Feature is a row of a tagger: the hash of a feature and a weight a label.
type Feature struct {
	Key     uint32
	Weights []int16
}

// NewTagger builds a tagger from rows and from weights of label pairs
// ([previous*labels+label]). Pairs that no span allows are closed.
func NewTagger(kinds []document.NameKind, rows []Feature, pairs []int16) *Tagger {
	n := 1 + places*len(kinds)
	t := &Tagger{Kinds: kinds, labels: n, trans: make([]int32, n*n), weights: make([]int16, 0, len(rows)*n)}
	for _, r := range rows {
		if int(t.rows.put(r.Key, len(rows)))*n == len(t.weights) {
			t.weights = append(t.weights, r.Weights...)
		}
	}
	for a := 0; a < n; a++ {
		for b := 0; b < n; b++ {
			t.trans[a*n+b] = never
			if follows(uint8(a), uint8(b)) {
				t.trans[a*n+b] = int32(pairs[a*n+b])
			}
		}
	}
	return t
}

// lattice is the scratch of the search.
type lattice struct {
	score  []int64 // labels a word
	emit   []int64 // labels a word, before the search
	back   []uint8 // best previous label
	feats  []uint32
	labels []uint8
}

// tag returns the best labels for the sentence begun in x; the slice is p's.
func (t *Tagger) tag(x *Extractor, p *lattice) []uint8 {
	n, L := x.Len(), t.labels
	p.labels = resize(p.labels, n)
	if n == 0 {
		return p.labels
	}
	p.score, p.emit, p.back = resize(p.score, n*L), resize(p.emit, n*L), resize(p.back, n*L)
	for i := 0; i < n; i++ {
		row := p.score[i*L : (i+1)*L]
		t.emit(x, i, row, p)
		copy(p.emit[i*L:], row)
		if i == 0 {
			for l := range row {
				row[l] += int64(t.trans[l])
			}
			continue
		}
		t.step(p.score[(i-1)*L:i*L], row, p.back[i*L:(i+1)*L])
	}
	best := 0
	last := p.score[(n-1)*L:]
	for l := range last {
		if follows(uint8(l), 0) && (!follows(uint8(best), 0) || last[l] > last[best]) {
			best = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		p.labels[i] = uint8(best)
		best = int(p.back[i*L+best])
	}
	return p.labels
}

// emit adds up the weights of the features of word i.
func (t *Tagger) emit(x *Extractor, i int, row []int64, p *lattice) {
	clear(row)
	p.feats = x.Features(i, p.feats[:0])
	for _, f := range p.feats {
		r, ok := t.rows.get(f)
		if !ok {
			continue
		}
		w := t.weights[int(r)*t.labels:][:t.labels]
		for l := range row {
			row[l] += int64(w[l])
		}
	}
}

// step adds the best way to each label from the word before.
func (t *Tagger) step(before, row []int64, back []uint8) {
	for l := range row {
		best, from := int64(-1)<<62, 0
		for k, s := range before {
			if s += int64(t.trans[k*t.labels+l]); s > best {
				best, from = s, k
			}
		}
		row[l] += best
		back[l] = uint8(from)
	}
}

// spans tags the sentence begun in x and appends its spans with their scores.
func (t *Tagger) spans(x *Extractor, p *lattice, first int, out []document.Name) []document.Name {
	from := len(out)
	out = Decode(t.tag(x, p), t.Kinds, first, out)
	for k := from; k < len(out); k++ {
		out[k].Score = t.confidence(p, out[k].First-first, out[k].End-first)
	}
	return out
}

// Scale is what a weight of 1 in training is in a model.
const Scale = 128

// confidence maps the mean margin m of a span's words over "outside" to
// 1/2 + m/(1+m)/2.
func (t *Tagger) confidence(p *lattice, first, end int) float32 {
	sum := int64(0)
	for i := first; i < end; i++ {
		row := p.emit[i*t.labels : (i+1)*t.labels]
		sum += max(0, row[p.labels[i]]-row[0])
	}
	scale := int64(Scale * (end - first))
	return 0.5 + 0.5*float32(sum)/float32(sum+scale)
}

// Names tags the sentence begun in x and appends its spans.
func (t *Tagger) Names(x *Extractor, first int, out []document.Name) []document.Name {
	return t.spans(x, &lattice{}, first, out)
}

// Labels tags the sentence begun in x.
func (t *Tagger) Labels(x *Extractor) []uint8 { return t.tag(x, &lattice{}) }

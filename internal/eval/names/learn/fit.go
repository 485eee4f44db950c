package learn

import (
	"strings"

	"sayso/internal/annotate/ner"
	"sayso/internal/document"
	"sayso/internal/eval/names/corpus"
)

// Settings of a fit.
type Settings struct {
	Kinds   []document.NameKind
	Fold    bool    // read everything as if in lower case
	Lowered int     // percent of the sentences that are seen in lower case as well
	MinDocs int     // features of fewer documents have no weight
	Epochs  int     //
	Rate    float64 // AdaGrad's step
	L2      float64 //
	Seed    int64   //
}

// Tagger is a fitted tagger with what its file is made of.
type Tagger struct {
	*ner.Tagger
	Rows  []ner.Feature
	Pairs []int16
}

// Fit trains a tagger on sentences.
func Fit(lex *ner.Lexicon, train []corpus.Sentence, s Settings) *Tagger {
	if s.Lowered > 0 {
		train = withLowered(train, s.Lowered)
	}
	f := &features{Settings: s, x: ner.NewExtractor(lex), rows: map[uint32]int32{}}
	f.count(train)
	samples := f.samples(train)
	c := newCRF(s.Kinds, len(f.keys), s.Rate, s.L2)
	c.train(samples, s.Epochs, s.Seed)
	return f.tagger(c)
}

// withLowered adds some of the sentences in lower case, spread evenly.
func withLowered(train []corpus.Sentence, percent int) []corpus.Sentence {
	out := append([]corpus.Sentence(nil), train...)
	for i, s := range train {
		if i*37%100 < percent {
			out = append(out, Lower(s))
		}
	}
	return out
}

// Lower returns a sentence in lower case.
func Lower(s corpus.Sentence) corpus.Sentence { return mapped(s, strings.ToLower) }

// Upper returns a sentence in capitals.
func Upper(s corpus.Sentence) corpus.Sentence { return mapped(s, strings.ToUpper) }

func mapped(s corpus.Sentence, f func(string) string) corpus.Sentence {
	words := make([]string, len(s.Words))
	for i, w := range s.Words {
		words[i] = f(w)
	}
	s.Words = words
	return s
}

// features turns sentences into samples.
type features struct {
	Settings
	x    *ner.Extractor
	rows map[uint32]int32
	keys []uint32
	buf  []uint32
}

func (f *features) begin(s *corpus.Sentence) {
	f.x.Begin(len(s.Words), func(i int) string { return s.Words[i] }, f.Fold)
}

// sighting is the last document that a feature was seen in, and how many.
type sighting struct {
	doc  string
	docs int
}

// count gives a row to every feature of enough documents, in the order in
// which they are first seen.
func (f *features) count(train []corpus.Sentence) {
	seen := map[uint32]sighting{}
	var order []uint32
	for k := range train {
		f.begin(&train[k])
		for i := range train[k].Words {
			f.buf = f.x.Features(i, f.buf[:0])
			for _, h := range f.buf {
				e, known := seen[h]
				if !known {
					order = append(order, h)
				}
				if !known || e.doc != train[k].Doc {
					seen[h] = sighting{train[k].Doc, e.docs + 1}
				}
			}
		}
	}
	for _, h := range order {
		if seen[h].docs >= f.MinDocs {
			f.rows[h] = int32(len(f.keys))
			f.keys = append(f.keys, h)
		}
	}
}

func (f *features) samples(train []corpus.Sentence) []sample {
	out := make([]sample, len(train))
	for k := range train {
		f.begin(&train[k])
		out[k].gold = ner.Encode(len(train[k].Words), train[k].Spans, f.Kinds)
		for i := range train[k].Words {
			f.buf = f.x.Features(i, f.buf[:0])
			row := make([]int32, 0, len(f.buf))
			for _, h := range f.buf {
				if r, ok := f.rows[h]; ok {
					row = append(row, r)
				}
			}
			out[k].rows = append(out[k].rows, row)
		}
	}
	return out
}

// tagger makes integer weights; rows whose weights are all small are dropped.
func (f *features) tagger(c *crf) *Tagger {
	t := &Tagger{Pairs: make([]int16, len(c.tw))}
	for r, key := range f.keys {
		w, top := make([]int16, c.labels), int16(0)
		for l := range w {
			w[l] = quantize(c.w[r*c.labels+l])
			top = max(top, w[l], -w[l])
		}
		if top >= ner.Scale/32 {
			t.Rows = append(t.Rows, ner.Feature{Key: key, Weights: w})
		}
	}
	for i := range t.Pairs {
		t.Pairs[i] = quantize(c.tw[i])
	}
	t.Tagger = ner.NewTagger(f.Kinds, t.Rows, t.Pairs)
	return t
}

func quantize(w float32) int16 {
	v := w * ner.Scale
	if v < 0 {
		v -= 0.5
	} else {
		v += 0.5
	}
	return int16(max(-32767, min(32767, v)))
}

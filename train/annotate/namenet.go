package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"sayso/internal/annotate/ner"
	"sayso/internal/document"
	"sayso/internal/eval/names/corpus"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
	"sayso/train/annotate/net"
)

// nameSettings are the settings of the network of names.
type nameSettings struct {
	epochs              int
	rate                float64
	input, block, words float32 // dropout
	seed                uint64
}

// shippedNames are the settings of the network that ships.
var shippedNames = nameSettings{epochs: 8, rate: 0.002, input: 0.3, block: 0.35, words: 0.3, seed: 7}

// nameTrainer learns the network of names.
type nameTrainer struct {
	nameSettings
	net.Params
	network                                                          *ner.Network
	words, prefixes, suffixes, shapes, tags, classes, corpora, lists *net.Param
	conv                                                             *net.Conv
	out                                                              net.Layer
	x, dx, y, dh                                                     net.Mat
	inputs                                                           []ner.Input
	starts                                                           []int
	gold                                                             []uint8
	loss, seen                                                       float64
}

func newNameTrainer(sents []corpus.Sentence, vectors *wordvec.Table, lex *ner.Lexicon, s nameSettings) *nameTrainer {
	words, prefixes, suffixes := newCensus(), newCensus(), newCensus()
	docs := map[string]int{}
	for _, s := range sents {
		if _, ok := docs[s.Doc]; !ok {
			docs[s.Doc] = len(docs)
		}
		for _, w := range s.Words {
			words.add(docs[s.Doc], []uint64{kern.Word(w)})
			prefixes.add(docs[s.Doc], []uint64{kern.Prefix(w, 3)})
			suffixes.add(docs[s.Doc], []uint64{kern.Suffix(w, 3)})
		}
	}
	t := &nameTrainer{nameSettings: s, Params: net.Params{Rng: rand.New(rand.NewPCG(s.seed, 11))},
		network: &ner.Network{WordKeys: words.admitted(), PrefixKeys: prefixes.admitted(), SuffixKeys: suffixes.admitted()}}
	t.network.Index(vectors)
	t.words = t.Table(len(t.network.WordKeys)+1, ner.WordDims, wordDev)
	t.prefixes = t.Table(len(t.network.PrefixKeys)+1, ner.AffixDims, wordDev)
	t.suffixes = t.Table(len(t.network.SuffixKeys)+1, ner.AffixDims, wordDev)
	t.shapes = t.Table(ner.ShapeRows, ner.ShapeDims, tagDev)
	t.tags = t.Table(ner.TagRows, ner.TagDims, tagDev)
	t.classes = t.Table(ner.ClassRows, ner.ClassDims, tagDev)
	t.corpora = t.Table(ner.CorpusRows, ner.CorpusDims, tagDev)
	t.lists = t.Table(ner.ListRows, ner.ListDims, tagDev)
	t.conv = t.Conv(ner.Dilations, ner.InputDims, ner.Hidden, s.block)
	t.out = t.Layer(ner.Outputs, ner.Hidden)
	return t
}

// prepared is a sentence with its inputs and labels.
type prepared struct {
	inputs []ner.Input
	gold   []uint8
}

func (t *nameTrainer) prepare(sents []corpus.Sentence, lex *ner.Lexicon) []prepared {
	x := ner.NewExtractor(lex)
	out := make([]prepared, 0, len(sents))
	for i := range sents {
		s := &sents[i]
		word := func(i int) string { return s.Words[i] }
		x.Begin(len(s.Words), word, false)
		t.network.Corpus = s.Corpus
		in := t.network.Inputs(nil, x, word, func(i int) document.XPOS { return s.Tags[i] })
		out = append(out, prepared{in, ner.Encode(len(s.Words), s.Spans, corpus.NamedKinds)})
	}
	return out
}

// trainNames learns the network.
func trainNames(sents []corpus.Sentence, vectors *wordvec.Table, lex *ner.Lexicon, s nameSettings) *ner.Network {
	t := newNameTrainer(sents, vectors, lex, s)
	all := t.prepare(sents, lex)
	adam := &net.Adam{Decay: meanDecay}
	total, done := t.epochs*len(all), 0
	start := time.Now()
	for epoch := range t.epochs {
		t.loss, t.seen = 0, 0
		order := t.Rng.Perm(len(all))
		for len(order) > 0 {
			t.inputs, t.starts, t.gold = t.inputs[:0], t.starts[:0], t.gold[:0]
			for len(order) > 0 && len(t.inputs) < batchWords {
				p := &all[order[0]]
				t.starts = append(t.starts, len(t.inputs))
				t.inputs, t.gold = append(t.inputs, p.inputs...), append(t.gold, p.gold...)
				order = order[1:]
				done++
			}
			if len(t.inputs) == 0 {
				continue
			}
			t.learn()
			rate := float64(done) / float64(total)
			adam.Rate = t.rate * min(1, 20*rate) * (1 - rate)
			adam.Step(t.All)
		}
		fmt.Printf("pass %d: loss %.4f, %v\n", epoch+1, t.loss/t.seen, time.Since(start).Round(time.Second))
	}
	return t.export(vectors)
}

// learn adds the gradients of the batch.
func (t *nameTrainer) learn() {
	t.fill()
	h := t.conv.Forward(&t.x, t.starts, t.Rng)
	net.Linear(&t.y, h, t.out.W.W, t.out.B.W.V)
	n := len(t.inputs)
	for i := range n {
		row := t.y.Row(i)
		t.loss += net.Softmax(row, int(t.gold[i]))
		t.seen++
		row[t.gold[i]]--
		for k := range row {
			row[k] /= float32(n)
		}
	}
	t.dh.Zero(n, ner.Hidden)
	net.LinearBack(net.Grad{X: &t.dh, W: t.out.W.G, B: t.out.B.G.V}, &t.y, h, t.out.W.W)
	t.conv.Backward(&t.dx, &t.dh, &t.x, t.starts)
	t.back()
}

// tables lists the tables of an input with the rows that it takes.
func (t *nameTrainer) tables(in *ner.Input) [7]tableRow {
	return [7]tableRow{{t.words, in.Word}, {t.prefixes, in.Prefix}, {t.suffixes, in.Suffix}, {t.shapes, in.Shape}, {t.tags, in.Tag}, {t.classes, in.Class}, {t.corpora, in.Corpus}}
}

type tableRow struct {
	p   *net.Param
	row int
}

func (t *nameTrainer) fill() {
	x := &t.x
	x.Zero(len(t.inputs), ner.InputDims)
	for i := range t.inputs {
		in := &t.inputs[i]
		if t.Rng.Float32() < t.nameSettings.words {
			in.Word = 0
			if t.Rng.Float32() < 0.3 {
				in.Prefix, in.Suffix = 0, 0
			}
		}
		row := x.Row(i)
		at := 0
		for _, r := range t.tables(in) {
			at += copy(row[at:], r.p.W.Row(r.row))
		}
		for list := range ner.MaxLists {
			if place := int(in.Marks >> (2 * list) & 3); place != 0 {
				for k, v := range t.lists.W.Row(4*list + place) {
					row[at+k] += v
				}
			}
		}
		at += ner.ListDims
		for k, v := range in.Vector {
			row[at+k] = float32(int8(v)) / (1 << wordvec.Bits)
		}
		for k := range row {
			if t.Rng.Float32() < t.input {
				row[k] = 0
			} else {
				row[k] /= 1 - t.input
			}
		}
	}
}

func (t *nameTrainer) back() {
	for i := range t.inputs {
		in := &t.inputs[i]
		row := t.dx.Row(i)
		x := t.x.Row(i)
		for k := range row {
			if x[k] == 0 {
				row[k] = 0
			}
			row[k] /= 1 - t.input
		}
		at := 0
		add := func(p *net.Param, r int) int {
			p.Touch(r)
			g := p.G.Row(r)
			for k := range g {
				g[k] += row[at+k]
			}
			return len(g)
		}
		for _, r := range t.tables(in) {
			at += add(r.p, r.row)
		}
		for list := range ner.MaxLists {
			if place := int(in.Marks >> (2 * list) & 3); place != 0 {
				add(t.lists, 4*list+place)
			}
		}
	}
}

func (t *nameTrainer) export(vectors *wordvec.Table) *ner.Network {
	n := &ner.Network{WordKeys: t.network.WordKeys, PrefixKeys: t.network.PrefixKeys, SuffixKeys: t.network.SuffixKeys,
		Words: matrix(t.words, kern.ActBits), Prefixes: matrix(t.prefixes, kern.ActBits), Suffixes: matrix(t.suffixes, kern.ActBits),
		Shapes: matrix(t.shapes, kern.ActBits), Tags: matrix(t.tags, kern.ActBits), Classes: matrix(t.classes, kern.ActBits), Corpora: matrix(t.corpora, kern.ActBits),
		Lists: matrix(t.lists, kern.ActBits), Conv: conv(t.conv), Out: dense(t.out)}
	n.Index(vectors)
	return n
}

// conv returns a network in integers.
func conv(c *net.Conv) kern.Conv {
	k := kern.Conv{Dilations: c.Dilations, Input: dense(c.Input)}
	for _, b := range c.Blocks {
		k.Blocks = append(k.Blocks, dense(b))
	}
	return k
}

// dense returns a layer in integers.
func dense(l net.Layer) kern.Dense {
	d := kern.Dense{W: matrix(l.W, kern.WeightBits), B: make([]int32, l.W.W.Rows)}
	for i := range d.B {
		d.B[i] = int32(math.Round(float64(l.B.Mean.V[i]) * (1 << (kern.ActBits + kern.WeightBits))))
	}
	return d
}

package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"sayso/internal/annotate/depparse"
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
	"sayso/train/annotate/net"
)

// Hyperparameters of the parser.
const (
	batchWords                         = 350
	learningRate                       = 0.002
	dropInput, dropBlock, dropHead     = 0.25, 0.2, 0.3
	dropWord                           = 0.2
	meanDecay                          = 0.999
	wordDev, tagDev, layerDev, distDev = 0.3, 0.3, 1.2, 0.1
)

// layer is a linear layer to learn.
type layer struct{ w, b *net.Param }

// parseTrainer learns the network of the parser.
type parseTrainer struct {
	network                        *depparse.Network // vocabularies alone
	rng                            *rand.Rand
	words, suffixes, tags          *net.Param
	input                          layer
	blocks                         [len(depparse.Dilations)]layer
	root                           *net.Param
	dep, head, arc                 layer
	depDist, headDist, labelDist   *net.Param
	labelDep, labelHead, label     layer
	all                            []*net.Param
	arcLoss, labelLoss, seen, good float64
	b                              batch
	s                              scratch
}

// newParseTrainer sets up the parameters for words and suffixes seen in at least
// minDocs documents.
func newParseTrainer(sents []sent, vectors *wordvec.Table) *parseTrainer {
	words, suffixes := newCensus(), newCensus()
	for _, s := range sents {
		if s.again {
			continue
		}
		for i := range s.words {
			words.add(s.doc, []uint64{kern.Word(s.word(i))})
			suffixes.add(s.doc, []uint64{kern.Suffix(s.word(i), 3)})
		}
	}
	t := &parseTrainer{rng: rand.New(rand.NewPCG(5, 8)),
		network: &depparse.Network{WordKeys: words.admitted(), SuffixKeys: suffixes.admitted()}}
	t.network.Index(vectors)
	t.words = t.table(len(t.network.WordKeys)+1, depparse.WordDims, wordDev)
	t.suffixes = t.table(len(t.network.SuffixKeys)+1, depparse.SuffixDims, wordDev)
	t.tags = t.table(depparse.TagCount, depparse.TagDims, tagDev)
	t.input = t.layer(depparse.Hidden, depparse.InputDims)
	for i := range t.blocks {
		t.blocks[i] = t.layer(depparse.Hidden, 3*depparse.Hidden)
	}
	t.root = t.param(1, depparse.Hidden, 0.5)
	t.dep, t.head = t.layer(depparse.ArcDims, depparse.Hidden), t.layer(depparse.ArcDims, depparse.Hidden)
	t.arc = t.layer(depparse.ArcDims, depparse.ArcDims)
	t.depDist = t.param(depparse.Distances, depparse.ArcDims, distDev)
	t.headDist = t.param(depparse.Distances, depparse.ArcDims, distDev)
	t.labelDep, t.labelHead = t.layer(depparse.LabelDims, depparse.Hidden), t.layer(depparse.LabelDims, depparse.Hidden)
	t.labelDist = t.param(depparse.Distances, depparse.LabelDims, distDev)
	t.label = t.layer(depparse.Labels, depparse.LabelDims)
	return t
}

func (t *parseTrainer) param(rows, cols int, deviation float64) *net.Param {
	p := net.NewParam(t.rng, rows, cols, deviation)
	t.all = append(t.all, p)
	return p
}

// table is a parameter of which a batch touches few rows.
func (t *parseTrainer) table(rows, cols int, deviation float64) *net.Param {
	p := t.param(rows, cols, deviation)
	p.Sparse = true
	return p
}

func (t *parseTrainer) layer(rows, cols int) layer {
	return layer{t.param(rows, cols, layerDev/sqrt(cols)), t.param(1, rows, 0)}
}

// trainParser returns the payload of a parser learned from the sentences, whose
// tags are predicted. After each pass it shows what check says of the network.
func trainParser(sents []sent, vectors *wordvec.Table, epochs int, check func(*depparse.Network) string) []byte {
	t := newParseTrainer(sents, vectors)
	adam := &net.Adam{Decay: meanDecay}
	total, done := epochs*len(sents), 0
	start := time.Now()
	for epoch := range epochs {
		t.arcLoss, t.labelLoss, t.seen, t.good = 0, 0, 0, 0
		order := t.rng.Perm(len(sents))
		for len(order) > 0 {
			t.b.reset()
			for len(order) > 0 && t.b.n < batchWords {
				t.b.add(&sents[order[0]], t.network)
				order = order[1:]
				done++
			}
			t.learn()
			rate := float64(done) / float64(total)
			adam.Rate = learningRate * min(1, 20*rate) * (1 - rate)
			adam.Step(t.all)
		}
		fmt.Printf("pass %d: arcs %.3f, labels %.3f, heads right %.4f, %v; %s\n", epoch+1, t.arcLoss/t.seen, t.labelLoss/t.seen,
			t.good/t.seen, time.Since(start).Round(time.Second), check(t.export(vectors)))
	}
	return t.export(vectors).Append(nil)
}

// export returns the network in integers, with the running means of the
// parameters.
func (t *parseTrainer) export(vectors *wordvec.Table) *depparse.Network {
	n := &depparse.Network{WordKeys: t.network.WordKeys, SuffixKeys: t.network.SuffixKeys,
		Words: matrix(t.words, kern.ActBits), Suffixes: matrix(t.suffixes, kern.ActBits), Tags: matrix(t.tags, kern.ActBits),
		Input: dense(t.input), Root: matrix(t.root, kern.ActBits), Dep: dense(t.dep), Head: dense(t.head), Arc: dense(t.arc),
		DepDist: matrix(t.depDist, kern.ActBits), HeadDist: matrix(t.headDist, kern.ActBits),
		LabelDist: matrix(t.labelDist, kern.ActBits), LabelDep: dense(t.labelDep), LabelHead: dense(t.labelHead),
		Label: dense(t.label)}
	for i := range n.Blocks {
		n.Blocks[i] = dense(t.blocks[i])
	}
	n.Index(vectors)
	return n
}

// batch is a run of sentences that are read together.
type batch struct {
	n       int
	sents   []*sent
	starts  []int
	entries []depparse.Entry
}

func (b *batch) reset() {
	b.n, b.sents, b.starts, b.entries = 0, b.sents[:0], b.starts[:0], b.entries[:0]
}

func (b *batch) add(s *sent, network *depparse.Network) {
	b.sents, b.starts = append(b.sents, s), append(b.starts, b.n)
	for i := range s.words {
		b.entries = append(b.entries, network.Entry(s.word(i), s.tags[i]))
	}
	b.n += len(s.words)
}

// end returns where sentence k ends.
func (b *batch) end(k int) int {
	if k+1 < len(b.starts) {
		return b.starts[k+1]
	}
	return b.n
}

// goldHead returns the head of word i as the network counts: the root last.
func goldHead(s *sent, i int) int {
	if h := s.words[i].Head; h >= 0 {
		return h
	}
	return len(s.words)
}

// goldLabel returns the number of the relation of word i.
func goldLabel(s *sent, i int) int {
	if r := s.words[i].Rel; r != 0 {
		return int(r)
	}
	return int(document.Dep)
}

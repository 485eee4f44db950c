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
	batchWords                     = 350
	learningRate                   = 0.002
	dropInput, dropBlock, dropHead = 0.25, 0.2, 0.3
	dropWord                       = 0.2
	meanDecay                      = 0.999
	wordDev, tagDev, distDev       = 0.3, 0.3, 0.1
)

// parseTrainer learns the network of the parser.
type parseTrainer struct {
	network *depparse.Network // vocabularies alone
	net.Params
	adam                           net.Adam
	words, suffixes, tags          *net.Param
	conv                           *net.Conv
	root                           *net.Param
	dep, head, arc                 net.Layer
	depDist, headDist, labelDist   *net.Param
	labelDep, labelHead, label     net.Layer
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
	t := &parseTrainer{adam: net.Adam{Decay: meanDecay}, Params: net.Params{Rng: rand.New(rand.NewPCG(5, 8))},
		network: &depparse.Network{WordKeys: words.admitted(), SuffixKeys: suffixes.admitted()}}
	t.network.Index(vectors)
	t.words = t.Table(len(t.network.WordKeys)+1, depparse.WordDims, wordDev)
	t.suffixes = t.Table(len(t.network.SuffixKeys)+1, depparse.SuffixDims, wordDev)
	t.tags = t.Table(depparse.TagCount, depparse.TagDims, tagDev)
	t.conv = t.Conv(depparse.Dilations, depparse.InputDims, depparse.Hidden, dropBlock)
	t.root = t.New(1, depparse.Hidden, 0.5)
	t.dep, t.head = t.Layer(depparse.ArcDims, depparse.Hidden), t.Layer(depparse.ArcDims, depparse.Hidden)
	t.arc = t.Layer(depparse.ArcDims, depparse.ArcDims)
	t.depDist = t.New(depparse.Distances, depparse.ArcDims, distDev)
	t.headDist = t.New(depparse.Distances, depparse.ArcDims, distDev)
	t.labelDep, t.labelHead = t.Layer(depparse.LabelDims, depparse.Hidden), t.Layer(depparse.LabelDims, depparse.Hidden)
	t.labelDist = t.New(depparse.Distances, depparse.LabelDims, distDev)
	t.label = t.Layer(depparse.Labels, depparse.LabelDims)
	return t
}

// trainParser returns the payload of a parser learned from the sentences, whose
// tags are predicted. After each pass it shows what check says of the network.
func trainParser(sents []sent, vectors *wordvec.Table, epochs int, check func(*depparse.Network) string) []byte {
	t := newParseTrainer(sents, vectors)
	start := time.Now()
	for epoch := range epochs {
		t.pass(sents, epoch, epochs)
		fmt.Printf("pass %d: arcs %.3f, labels %.3f, heads right %.4f, %v; %s\n", epoch+1, t.arcLoss/t.seen, t.labelLoss/t.seen,
			t.good/t.seen, time.Since(start).Round(time.Second), check(t.export(vectors)))
	}
	return t.export(vectors).Append(nil)
}

// pass goes once over the sentences, in an order of its own; the rate of
// learning falls over all passes.
func (t *parseTrainer) pass(sents []sent, epoch, epochs int) {
	t.arcLoss, t.labelLoss, t.seen, t.good = 0, 0, 0, 0
	total, done := epochs*len(sents), epoch*len(sents)
	order := t.Rng.Perm(len(sents))
	for len(order) > 0 {
		t.b.reset()
		for len(order) > 0 && t.b.n < batchWords {
			t.b.add(&sents[order[0]], t.network)
			order = order[1:]
			done++
		}
		t.learn()
		rate := float64(done) / float64(total)
		t.adam.Rate = learningRate * min(1, 20*rate) * (1 - rate)
		t.adam.Step(t.All)
	}
}

// export returns the network in integers, with the running means of the
// parameters.
func (t *parseTrainer) export(vectors *wordvec.Table) *depparse.Network {
	n := &depparse.Network{WordKeys: t.network.WordKeys, SuffixKeys: t.network.SuffixKeys,
		Words: matrix(t.words, kern.ActBits), Suffixes: matrix(t.suffixes, kern.ActBits), Tags: matrix(t.tags, kern.ActBits),
		Conv: conv(t.conv), Root: matrix(t.root, kern.ActBits), Dep: dense(t.dep), Head: dense(t.head), Arc: dense(t.arc),
		DepDist: matrix(t.depDist, kern.ActBits), HeadDist: matrix(t.headDist, kern.ActBits),
		LabelDist: matrix(t.labelDist, kern.ActBits), LabelDep: dense(t.labelDep), LabelHead: dense(t.labelHead),
		Label: dense(t.label)}
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

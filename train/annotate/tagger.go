package main

import (
	"math/rand/v2"
	"strings"

	"sayso/internal/annotate/tag"
	"sayso/internal/document"
	"sayso/internal/model/wordclass"
)

// tagEpochs is the number of passes over the treebank.
const tagEpochs = 8

// tagScale turns averaged weights into integers.
const tagScale = 48

// tagTrainer learns a tagger.
type tagTrainer struct {
	words   *wordclass.Table
	classes []tag.Class
	number  map[tag.Class]int
	p       *perceptron
	lattice tag.Lattice
	keys    []uint64
	rows    []int32
	scores  []float32
}

// trainTagger returns the payload of a tagger learned from the sentences.
func trainTagger(sents []sent, words *wordclass.Table, epochs int) []byte {
	t := &tagTrainer{words: words, number: map[tag.Class]int{}}
	c := newCensus()
	for i := range sents {
		for k := range sents[i].words {
			t.classOf(&sents[i], k)
		}
		for _, change := range []func(string) string{nil, strings.ToUpper, strings.ToLower, headline} {
			s := sents[i]
			if change != nil {
				s = s.recased(change)
			}
			t.count(c, &s)
		}
	}
	t.p = newPerceptron(len(t.classes), c)
	t.scores = make([]float32, len(t.classes))
	rng := rand.New(rand.NewPCG(3, 14))
	for range epochs {
		for _, i := range rng.Perm(len(sents)) {
			s := sents[i].variant(rng.IntN(1 << 20))
			t.learn(&s)
		}
	}
	return tag.Append(nil, t.classes, t.p.average(tagScale), learnLemmas(sents))
}

// classOf returns the number of the class of word k, a new one if need be.
func (t *tagTrainer) classOf(s *sent, k int) int {
	c := tag.Class{UPOS: s.words[k].UPOS, XPOS: s.words[k].XPOS}
	n, ok := t.number[c]
	if !ok && len(t.classes) < 255 {
		n = len(t.classes)
		t.number[c] = n
		t.classes = append(t.classes, c)
	}
	return n
}

func (t *tagTrainer) count(c *census, s *sent) {
	t.lattice.Reset(t.words, len(s.words), s.word)
	t1, t2 := uint8(0), uint8(0)
	for i := range s.words {
		t.keys = t.lattice.Features(t.keys[:0], i, t1, t2)
		c.add(s.doc, t.keys)
		t1, t2 = uint8(t.classOf(s, i))+1, t1
	}
}

// learn tags a sentence and corrects the weights where the guess is wrong.
func (t *tagTrainer) learn(s *sent) {
	t.lattice.Reset(t.words, len(s.words), s.word)
	t1, t2 := uint8(0), uint8(0)
	for i := range s.words {
		t.keys = t.lattice.Features(t.keys[:0], i, t1, t2)
		t.rows = t.p.find(t.rows[:0], t.keys)
		t.p.score(t.scores, t.rows)
		guess := 0
		for c, x := range t.scores {
			if x > t.scores[guess] {
				guess = c
			}
		}
		t.p.update(t.rows, t.classOf(s, i), guess)
		t1, t2 = uint8(guess)+1, t1
	}
}

// learnLemmas gathers the lemmas of forms that are seen in at least minDocs
// documents.
func learnLemmas(sents []sent) *tag.Lemmas {
	forms := tally[string]{}
	for i := range sents {
		for _, w := range sents[i].words {
			c := tag.Class{UPOS: w.UPOS, XPOS: w.XPOS}
			if w.UPOS == document.PROPN || w.Lemma == "_" || len(w.Form) > 40 || w.Typo {
				continue
			}
			forms.add(tag.FormKey(w.Form, c), w.Lemma, sents[i].doc)
		}
	}
	return &tag.Lemmas{Forms: forms.best()}
}

// tally counts answers by key, and the documents each was seen in.
type tally[V comparable] map[uint64]map[V]*sighted

// sighted counts occurrences and documents.
type sighted struct{ n, docs, last int }

func (t tally[V]) add(key uint64, v V, doc int) {
	m := t[key]
	if m == nil {
		m = map[V]*sighted{}
		t[key] = m
	}
	s := m[v]
	if s == nil {
		s = &sighted{last: -1}
		m[v] = s
	}
	s.n++
	if s.last != doc {
		s.docs, s.last = s.docs+1, doc
	}
}

// best returns the most frequent answer of each key that was seen often enough
// and is more than half of all.
func (t tally[V]) best() map[uint64]V {
	out := map[uint64]V{}
	for key, m := range t {
		total := 0
		for _, s := range m {
			total += s.n
		}
		for v, s := range m {
			if s.docs >= minDocs && 2*s.n > total {
				out[key] = v
			}
		}
	}
	return out
}

package main

import (
	"math/rand/v2"
	"strings"

	"sayso/internal/annotate/depparse"
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordclass"
)

// parseScale turns averaged weights into integers.
const parseScale = 12

// parseTrainer learns a parser.
type parseTrainer struct {
	words   *wordclass.Table
	p       *perceptron
	lattice depparse.Lattice
	state   depparse.State
	oracle  depparse.Oracle
	keys    []uint64
	rows    []int32
	scores  []float32
	rng     *rand.Rand
}

// trainParser returns the payload of a parser learned from the sentences, whose
// tags are predicted.
func trainParser(sents []sent, words *wordclass.Table, epochs int) []byte {
	t := &parseTrainer{words: words, rng: rand.New(rand.NewPCG(2, 71))}
	c := newCensus()
	for i := range sents {
		t.walk(&sents[i], func(keys []uint64) { c.add(sents[i].doc, keys) })
	}
	t.p = newPerceptron(depparse.MoveCount, c)
	t.scores = make([]float32, depparse.MoveCount)
	for epoch := range epochs {
		for _, i := range t.rng.Perm(len(sents)) {
			t.learn(&sents[i], epoch)
		}
	}
	return kern.AppendLinear(nil, depparse.MoveCount, t.p.average(parseScale))
}

// reset prepares lattice, state and oracle for a sentence.
func (t *parseTrainer) reset(s *sent) {
	t.lattice.Reset(t.words, s.tags, s.word)
	t.state.Reset(len(s.words))
	heads := make([]int32, len(s.words))
	for i, w := range s.words {
		heads[i] = int32(w.Head)
	}
	t.oracle.Reset(heads)
}

// walk makes the moves of the gold tree and shows the features on the way.
func (t *parseTrainer) walk(s *sent, see func([]uint64)) {
	t.reset(s)
	for !t.state.Done() {
		t.keys = t.lattice.Features(t.keys[:0], &t.state)
		see(t.keys)
		t.state.Apply(t.right(s, nil))
	}
}

// right returns the best move of least cost by the scores, the first one
// without them.
func (t *parseTrainer) right(s *sent, scores []float32) int {
	st := &t.state
	shift, left, right := t.oracle.Costs(st)
	best, least := -1, 1<<30
	try := func(cost, move int) {
		if cost < least || cost == least && scores != nil && scores[move] > scores[best] {
			best, least = move, cost
		}
	}
	if st.CanShift() {
		try(shift, depparse.Shift)
	}
	if st.CanRight() {
		top := st.Stack[len(st.Stack)-1]
		try(right, depparse.RightMove(t.label(s, top, st.Stack[len(st.Stack)-2])))
	}
	if st.CanLeft() {
		top := st.Stack[len(st.Stack)-1]
		if st.AtRoot() {
			try(left, depparse.LeftMove(document.Root))
		} else {
			try(left, depparse.LeftMove(t.label(s, top, st.Front)))
		}
	}
	return best
}

// label returns the relation of a word under a head: its own, whatever the head,
// but never root.
func (t *parseTrainer) label(s *sent, child, _ int32) document.Rel {
	if r := s.words[child].Rel; r != document.Root && r != 0 {
		return r
	}
	return document.Parataxis
}

// learn parses a sentence, corrects the weights, and follows its own guesses
// most of the time after the first passes.
func (t *parseTrainer) learn(s *sent, epoch int) {
	t.reset(s)
	for !t.state.Done() {
		t.keys = t.lattice.Features(t.keys[:0], &t.state)
		t.rows = t.p.find(t.rows[:0], t.keys)
		t.p.score(t.scores, t.rows)
		guess := depparse.Best(&t.state, t.scores)
		right := t.right(s, t.scores)
		t.p.update(t.rows, right, guess)
		if epoch > 0 && t.rng.IntN(10) > 0 {
			right = guess
		}
		t.state.Apply(right)
	}
}

// tagAll gives the sentences predicted tags: each of the folds is tagged by a
// tagger that did not see it.
func tagAll(sents []sent, words *wordclass.Table, folds int) error {
	for f := range folds {
		var rest []sent
		for _, s := range sents {
			if s.doc%folds != f {
				rest = append(rest, s)
			}
		}
		stage, err := taggerOf(trainTagger(rest, words, 4), words)
		if err != nil {
			return err
		}
		for i := range sents {
			if sents[i].doc%folds == f {
				if err := tagSentence(stage, &sents[i]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// recasedShare adds copies of a tenth of the sentences in capitals and of
// another tenth in small letters.
func recasedShare(sents []sent) []sent {
	out := sents
	for i := range sents {
		switch i % 10 {
		case 3:
			out = append(out, sents[i].recased(strings.ToUpper))
		case 7:
			out = append(out, sents[i].recased(strings.ToLower))
		}
	}
	return out
}

package signal

import (
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/hashlin"
)

// Part is a part of what is known about a trigger.
type Part int

// The parts.
const (
	Own       Part = iota // the word with its form, auxiliaries and adverbs
	Near                  // the words around it
	Above                 // what governs it
	Below                 // what hangs on it
	Elsewhere             // the other words of the sentence
	PartCount
	NoPart Part = -1
)

// Slots is how many words of a trigger's surroundings are looked up by their
// vectors, Bags how many sets of words are averaged.
const (
	Slots = 16
	Bags  = 3
)

// Input is what the network reads of a trigger: feature keys, single words in
// fixed places and sets of words, by their hashes, 0 where there is none.
type Input struct {
	Keys  []uint32
	Slots [Slots]uint64
	Bags  [Bags][]uint64
}

// Input collects what the network reads, leaving one part out.
func (t *Tree) Input(s *Signal, without Part) Input {
	var in Input
	var b hashlin.Bag
	b.Add(0)
	for p, add := range [...]func(*Signal, *hashlin.Bag, *Input){t.own, t.near, t.above, t.below, t.elsewhere} {
		if Part(p) != without {
			add(s, &b, &in)
		}
	}
	in.Keys = b.Keys
	return in
}

func (t *Tree) put(in *Input, slot, token int) {
	if token >= 0 && token < len(t.Lower) {
		in.Slots[slot] = kern.Word(t.Lower[token])
	}
}

func (t *Tree) own(s *Signal, b *hashlin.Bag, in *Input) {
	t.ownFeatures(s, b)
	t.put(in, 0, s.Trigger)
	for _, k := range t.Kids(s.Trigger) {
		switch t.Rel(int(k)) {
		case document.Aux, document.AuxPass:
			t.put(in, 11, int(k))
		case document.Mark, document.Case:
			t.put(in, 13, int(k))
		}
	}
}

// reach is how far the sets of words on each side go.
const reach = 6

func (t *Tree) near(s *Signal, b *hashlin.Bag, in *Input) {
	t.nearFeatures(s, b)
	r := t.sentence(s.Trigger)
	for k, d := range [...]int{-1, -2, 1, 2} {
		if r.Has(s.Trigger + d) {
			t.put(in, 4+k, s.Trigger+d)
		}
	}
	for i := max(r.First, s.Trigger-reach); i < min(r.End, s.Trigger+reach+1); i++ {
		switch {
		case i < s.Trigger:
			in.Bags[1] = append(in.Bags[1], kern.Word(t.Lower[i]))
		case i > s.Trigger:
			in.Bags[2] = append(in.Bags[2], kern.Word(t.Lower[i]))
		}
	}
}

func (t *Tree) sentence(i int) document.Range {
	if n := t.D.SentenceOf(i); n >= 0 {
		return t.D.Sentences[n].Range
	}
	return document.Range{First: i, End: i + 1}
}

func (t *Tree) above(s *Signal, b *hashlin.Bag, in *Input) {
	t.aboveFeatures(s, b)
	for k := range min(3, len(s.Above)) {
		t.put(in, 1+k, s.Above[k].Token)
	}
	if len(s.Above) == 0 {
		return
	}
	for _, k := range t.Kids(s.Above[0].Token) {
		switch t.Rel(int(k)) {
		case document.Nsubj, document.NsubjPass:
			t.put(in, 14, int(k))
		case document.Aux, document.AuxPass:
			t.put(in, 15, int(k))
		}
	}
}

func (t *Tree) below(s *Signal, b *hashlin.Bag, in *Input) {
	t.kidFeatures(s, b)
	for _, k := range t.Kids(s.Trigger) {
		switch t.Rel(int(k)) {
		case document.Nsubj, document.NsubjPass:
			t.put(in, 8, int(k))
		case document.Obj:
			t.put(in, 9, int(k))
		case document.Obl, document.Nmod:
			t.put(in, 10, int(k))
		case document.Xcomp, document.Ccomp, document.Advcl:
			t.put(in, 12, int(k))
		}
	}
}

func (t *Tree) elsewhere(s *Signal, b *hashlin.Bag, in *Input) {
	r := t.sentence(s.Trigger)
	for i := r.First; i < r.End; i++ {
		h := kern.Word(t.Lower[i])
		b.Add(80, uint32(h))
		in.Bags[0] = append(in.Bags[0], h)
	}
	b.Add(81, uint32(min(r.Len()/4, 12)))
}

package main

import (
	"math"
	"slices"

	"sayso/internal/kern"
)

// minDocs is the number of documents in which a feature has to be seen for its
// weights to be kept.
const minDocs = 3

// census counts the documents in which features are seen.
type census struct {
	seen map[uint64]sighting
}

// sighting is the last document a feature was seen in, and how many so far.
type sighting struct {
	doc int32
	n   int32
}

func newCensus() *census { return &census{seen: map[uint64]sighting{}} }

// add notes that the features occur in a document; documents come in order.
func (c *census) add(doc int, keys []uint64) {
	for _, k := range keys {
		if s := c.seen[k]; s.n == 0 || s.doc != int32(doc) {
			c.seen[k] = sighting{int32(doc), s.n + 1}
		}
	}
}

// admitted returns the features seen in at least minDocs documents, sorted.
func (c *census) admitted() []uint64 {
	var out []uint64
	for k, s := range c.seen {
		if s.n >= minDocs && k != 0 {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// perceptron is an averaged perceptron (Collins 2002) over the features that a
// census admits.
type perceptron struct {
	classes int
	shift   uint
	slots   []uint64 // open hash table of keys, 0 is free
	rows    []int32  // their rows
	w, u    []float32
	keys    []uint64 // by row
	step    float32
}

// newPerceptron admits the features seen in at least minDocs documents.
func newPerceptron(classes int, c *census) *perceptron {
	p := &perceptron{classes: classes, step: 1, keys: c.admitted()}
	bits := uint(4)
	for 1<<bits < 2*len(p.keys) {
		bits++
	}
	p.shift, p.slots, p.rows = 64-bits, make([]uint64, 1<<bits), make([]int32, 1<<bits)
	mask := uint64(len(p.slots) - 1)
	for i, k := range p.keys {
		at := k >> p.shift
		for p.slots[at] != 0 {
			at = (at + 1) & mask
		}
		p.slots[at], p.rows[at] = k, int32(i)
	}
	p.w = make([]float32, len(p.keys)*classes)
	p.u = make([]float32, len(p.keys)*classes)
	return p
}

// find appends the rows of the admitted ones of the features.
func (p *perceptron) find(dst []int32, keys []uint64) []int32 {
	mask := uint64(len(p.slots) - 1)
	for _, k := range keys {
		for at := k >> p.shift; p.slots[at] != 0; at = (at + 1) & mask {
			if p.slots[at] == k {
				dst = append(dst, p.rows[at])
				break
			}
		}
	}
	return dst
}

// score fills the scores of the classes.
func (p *perceptron) score(scores []float32, rows []int32) {
	clear(scores)
	for _, r := range rows {
		w := p.w[int(r)*p.classes : (int(r)+1)*p.classes]
		for c, x := range w {
			scores[c] += x
		}
	}
}

// bump adds d to the weights of a class.
func (p *perceptron) bump(rows []int32, class int, d float32) {
	for _, r := range rows {
		at := int(r)*p.classes + class
		p.w[at] += d
		p.u[at] += float32(d * p.step)
	}
}

// update moves the weights from the guessed class to the right one.
func (p *perceptron) update(rows []int32, right, guess int) {
	p.step++
	if right != guess {
		p.bump(rows, right, 1)
		p.bump(rows, guess, -1)
	}
}

// average returns the averaged weights as integers of a scale at which nearly
// all fit 16 bits.
func (p *perceptron) average(scale float32) []kern.Row {
	var out []kern.Row
	for i, key := range p.keys {
		row := kern.Row{Key: key}
		for c := range p.classes {
			at := i*p.classes + c
			q := math.Round(float64(p.w[at]-float32(p.u[at]/p.step)) * float64(scale))
			if q = max(-32767, min(32767, q)); math.Abs(q) >= 1 {
				row.Classes = append(row.Classes, uint8(c))
				row.Weights = append(row.Weights, int16(q))
			}
		}
		if len(row.Classes) > 0 && len(row.Classes) < 256 {
			out = append(out, row)
		}
	}
	return out
}

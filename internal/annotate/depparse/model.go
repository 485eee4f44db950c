package depparse

import (
	"context"
	"errors"
	"slices"
	"sync"

	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
)

// Model is what the parser knows. It is read only.
type Model struct {
	linear *kern.Linear
	words  *wordclass.Table
}

var errModel = errors.New("depparse: model is broken")

var load = sync.OnceValues(func() (*Model, error) {
	words, err := wordclass.Load()
	if err != nil {
		return nil, err
	}
	b, err := model.Load("depparse")
	if err != nil {
		return nil, err
	}
	return Read(b, words)
})

// Read reads a model from its payload.
func Read(b []byte, words *wordclass.Table) (*Model, error) {
	linear, rest, err := kern.ReadLinear(b)
	if err != nil {
		return nil, err
	}
	if linear.Classes() != MoveCount || len(rest) > 0 {
		return nil, errModel
	}
	return &Model{linear, words}, nil
}

// New returns the stage that provides trees. It reads the model that the
// program carries, once.
func New() (document.Stage, error) {
	m, err := load()
	if err != nil {
		return document.Stage{}, err
	}
	return m.Stage(), nil
}

// Stage returns the stage that parses with the model.
func (m *Model) Stage() document.Stage {
	pool := sync.Pool{New: func() any { return &run{model: m} }}
	return document.Stage{
		Name:     "depparse",
		Version:  "1",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags},
		Provides: []document.Layer{document.LayerTrees},
		Run: func(_ context.Context, d *document.Document) error {
			r := pool.Get().(*run)
			defer pool.Put(r)
			d.Arcs = make([]document.Arc, len(d.Tokens))
			for _, s := range d.Sentences {
				r.sentence(d, s.Range)
			}
			return nil
		},
	}
}

// run holds the buffers of one pass over a document.
type run struct {
	model   *Model
	lattice Lattice
	state   State
	keys    []uint64
	scores  []int32
}

// sentence parses the words of range s and stores their arcs.
func (r *run) sentence(d *document.Document, s document.Range) {
	r.lattice.Reset(r.model.words, d.Tags[s.First:s.End], func(i int) string { return d.Word(s.First + i) })
	r.state.Reset(s.Len())
	r.scores = slices.Grow(r.scores[:0], MoveCount)[:MoveCount]
	for !r.state.Done() {
		r.keys = r.lattice.Features(r.keys[:0], &r.state)
		clear(r.scores)
		r.model.linear.Add(r.scores, r.keys)
		r.state.Apply(Best(&r.state, r.scores))
	}
	for i, a := range r.state.Arcs[:s.Len()] {
		if int(a.Head) == s.Len() {
			a.Head = -1
		} else {
			a.Head += int32(s.First)
		}
		d.Arcs[s.First+i] = a
	}
}

package depparse

import (
	"context"
	"errors"
	"sync"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/model"
	"sayso/internal/model/wordvec"
)

var errModel = errors.New("depparse: model is broken")

var load = sync.OnceValues(func() (*Network, error) {
	vectors, err := wordvec.Load()
	if err != nil {
		return nil, err
	}
	b, err := model.Load(data.FS, "depparse")
	if err != nil {
		return nil, err
	}
	return ReadNetwork(b, vectors)
})

// New returns the stage that provides trees. It reads the model that the
// program carries, once.
func New() (document.Stage, error) {
	n, err := load()
	if err != nil {
		return document.Stage{}, err
	}
	return n.Stage(), nil
}

// Stage returns the stage that parses with the network.
func (n *Network) Stage() document.Stage {
	pool := sync.Pool{New: func() any { return &run{scorer: scorer{net: n}} }}
	return document.Stage{
		Name:     "depparse",
		Version:  "6",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags},
		Provides: []document.Layer{document.LayerTrees},
		Run: func(_ context.Context, d *document.Document) error {
			r := pool.Get().(*run)
			defer pool.Put(r)
			d.Arcs = make([]document.Arc, len(d.Tokens))
			for _, s := range d.Sentences {
				r.sentence(d, s.Range)
				describedSubject(d, s.Range)
				clauseAfter(d, s.Range)
				mend(d, s.Range)
				numbered(d, s.Range)
				ownObjects(d, s.Range)
				teller(d, s.Range)
				told(d, s.Range)
			}
			return nil
		},
	}
}

// MaxWords is the number of words that are parsed at a time: a longer sentence
// is parsed in pieces, whose roots hang from the first.
const MaxWords = 160

// run holds the buffers of one pass over a document.
type run struct {
	scorer scorer
	forest forest
}

// sentence parses the words of range s and stores their arcs.
func (r *run) sentence(d *document.Document, s document.Range) {
	root := int32(-1)
	for first := s.First; first < s.End; first += MaxWords {
		top := r.piece(d, document.Range{First: first, End: min(first+MaxWords, s.End)})
		if root < 0 {
			root = top
			continue
		}
		d.Arcs[top] = document.Arc{Head: root, Rel: document.Parataxis}
	}
}

// piece parses the words of range p and returns their root.
func (r *run) piece(d *document.Document, p document.Range) int32 {
	n := p.Len()
	r.scorer.encode(n, func(i int) Entry { return r.scorer.net.Entry(d.Word(p.First+i), d.Tags[p.First+i]) })
	r.scorer.arcs()
	heads := r.forest.tree(r.scorer.scores, n, r.scorer.stride)
	r.scorer.relations(heads)
	root := int32(p.First)
	for i, h := range heads {
		arc := document.Arc{Head: h + int32(p.First), Rel: r.scorer.relation(i, int(h) == n)}
		if int(h) == n {
			arc.Head = -1
			root = int32(p.First + i)
		}
		d.Arcs[p.First+i] = arc
	}
	return root
}

package ner

import (
	"context"
	"slices"
	"sync"

	"sayso/data"
	"sayso/internal/document"
)

// New returns the stage that provides names, with the newest English model of
// the program's data. It fails where that model cannot be read.
func New() (document.Stage, error) {
	m, err := Shipped()
	if err != nil {
		return document.Stage{}, err
	}
	return NewWith(m), nil
}

// Shipped returns the embedded model; it is loaded once.
func Shipped() (*Model, error) { return shipped() }

var shipped = sync.OnceValues(loadShipped)

func loadShipped() (*Model, error) {
	dir, err := latest(data.FS, "models/ner", "en-")
	if err != nil {
		return nil, err
	}
	return Load(data.FS, dir)
}

// NewWith returns the stage over a given model.
func NewWith(m *Model) document.Stage {
	pool := &sync.Pool{New: func() any { return &worker{x: NewExtractor(m.Lexicon)} }}
	return document.Stage{
		Name:     "ner",
		Version:  "1",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences},
		Provides: []document.Layer{document.LayerNames},
		Run: func(ctx context.Context, d *document.Document) error {
			w := pool.Get().(*worker)
			defer pool.Put(w)
			return w.run(ctx, m, d)
		},
	}
}

// worker is the scratch of one run.
type worker struct {
	x       *Extractor
	lattice lattice
	names   []document.Name
}

// maxSentence is the longest stretch that is tagged at once, in words; a
// longer sentence is cut.
const maxSentence = 400

func (w *worker) run(ctx context.Context, m *Model, d *document.Document) error {
	caseless := caselessText(d.Text)
	out := make([]document.Name, 0, len(d.Tokens)/12+4)
	for _, s := range d.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		fold := caseless || capitals(d, s.Range)
		for first := s.First; first < s.End; first += maxSentence {
			r := document.Range{First: first, End: min(first+maxSentence, s.End)}
			out = w.tag(m, d, r, fold, out)
		}
	}
	d.Names = out
	return nil
}

// tag appends the names and extents of a stretch, in order.
func (w *worker) tag(m *Model, d *document.Document, r document.Range, fold bool, out []document.Name) []document.Name {
	from := len(out)
	w.x.Begin(r.Len(), func(i int) string { return d.Word(r.First + i) }, fold)
	names := m.Names
	if fold {
		names = m.Caseless
	}
	out = names.spans(w.x, &w.lattice, r.First, out)
	w.names = m.Extents.spans(w.x, &w.lattice, r.First, w.names[:0])
	named := out[from:]
	for _, e := range w.names {
		if !touchesAny(named, e.Range) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out[from:], func(a, b document.Name) int { return a.First - b.First })
	return out
}

func touchesAny(names []document.Name, r document.Range) bool {
	for _, n := range names {
		if n.Touches(r) {
			return true
		}
	}
	return false
}

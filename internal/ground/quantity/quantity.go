package quantity

import (
	"context"
	"io/fs"

	"sayso"
	"sayso/internal/document"
)

// Version changes whenever the stage's output may change for the same input.
const Version = "10"

// New returns the stage. A user's own tables are read after ours: folders that
// hold quantity/vague.tsv, quantity/cues.tsv or quantity/units.tsv.
func New(own ...fs.FS) (document.Stage, error) {
	s := document.Stage{Name: "ground/quantity", Version: Version,
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees, document.LayerTimes},
		Provides: []document.Layer{document.LayerQuantities}}
	lx, err := Load(own...)
	if err != nil {
		return s, err
	}
	s.Run = func(_ context.Context, d *document.Document) error {
		d.Quantities = lx.Annotate(d)
		return nil
	}
	return s, nil
}

// Annotate finds the counts of a document in text order. Tokens, sentences,
// tags, trees and times must have been read; without tags and trees numbers
// are still found, and fewer of them say what is counted.
func (lx *Lexicon) Annotate(d *document.Document) []document.Quantity {
	out := []document.Quantity{}
	var figures []figure
	for _, r := range d.Sentences {
		s := &scanner{lx: lx, d: d, first: r.First, end: r.End}
		figures = s.scan(figures[:0])
		for i := range figures {
			s.counted(&figures[i])
		}
		figures = s.share(figures)
		for i := range figures {
			f := &figures[i]
			s.decide(f)
			if f.what == "" && f.part && i > 0 {
				f.what, f.cue = figures[i-1].what, figures[i-1].cue
			}
		}
		s.tellers(figures)
		s.wholes(figures)
		s.elide(figures)
		s.spread(figures)
		s.carry(figures)
		figures = s.sum(figures)
		for i := range figures {
			out = s.layer(out, &figures[i])
		}
	}
	return out
}

// layer appends what is kept of a figure, and nothing of how many live somewhere. "No casualties" is none killed and
// none injured; a zero or an indefinite singular without a cue is nothing.
func (s *scanner) layer(out []document.Quantity, f *figure) []document.Quantity {
	if (f.zero || f.indefinite) && f.what == "" || f.former || f.idle || f.kin && !f.part || s.inhabited(f) {
		return out
	}
	whats := []string{f.what}
	if f.zero {
		f.min, f.max = 0, 0
		whats = s.nothing(f)
	}
	for _, what := range whats {
		out = append(out, s.quantity(f, what))
	}
	return out
}

func (s *scanner) quantity(f *figure, what string) document.Quantity {
	r := f.Range
	if f.of >= f.End && !f.shared {
		r.End = f.of + 1
	} else if f.of >= 0 && f.of < f.First {
		r.First = f.of
	}
	span := s.d.SpanOf(r)
	c := sayso.Count{What: what, Min: bound(f.min), Max: bound(f.max), Words: span.In(s.d.Text), Span: span}
	if f.of >= 0 {
		c.Of = s.d.Word(f.of)
	}
	return document.Quantity{Range: r, Count: c, Of: f.of, Cue: f.cue, Part: f.part, Total: f.total, Mixed: f.mixed, Risen: f.risen}
}

func bound(n int) *int {
	if n == open {
		return nil
	}
	return &n
}

package opinion

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"

	"sayso/data"
	"sayso/internal/document"
)

// Version changes whenever other passages may be found.
const Version = "2026-12-01"

// New returns the stage on the embedded table, and on tables of the same name in
// more, whose lines are added. It fails where one cannot be read.
func New(more ...fs.FS) (document.Stage, error) {
	own, err := fs.Sub(data.FS, "lexicon")
	if err != nil {
		return document.Stage{}, fmt.Errorf("opinion: %w", err)
	}
	words, err := readCues(append([]fs.FS{own}, more...)...)
	if err != nil {
		return document.Stage{}, fmt.Errorf("opinion: %w", err)
	}
	return document.Stage{
		Name:    "opinion",
		Version: Version,
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerAttributions},
		Provides: []document.Layer{document.LayerOpinions},
		Run:      words.run,
	}, nil
}

// run writes the layer.
func (w cues) run(_ context.Context, d *document.Document) error {
	d.Opinions = []document.Opinion{}
	if len(d.Tags) != len(d.Tokens) || len(d.Arcs) != len(d.Tokens) {
		return fmt.Errorf("%d tokens, %d tags, %d arcs", len(d.Tokens), len(d.Tags), len(d.Arcs))
	}
	f := newFinder(w, d)
	for s := range d.Sentences {
		f.sentence(s)
	}
	slices.SortStableFunc(f.found, func(a, b document.Opinion) int { return cmp.Or(a.First-b.First, b.End-a.End) })
	d.Opinions = append(d.Opinions, f.found...)
	return nil
}

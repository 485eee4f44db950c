package toponym

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// WeightsPath is where the weights lie in data.FS.
const WeightsPath = "gazetteer/toponym-weights.tsv"

var shipped = sync.OnceValues(func() (*Model, error) {
	text, err := data.FS.ReadFile(WeightsPath)
	if err != nil {
		return nil, fmt.Errorf("toponym weights: %w", err)
	}
	return ReadModel(strings.NewReader(string(text)))
})

// New returns the stage that provides toponyms, with the weights that the
// program carries. It fails where those cannot be read.
func New(g *gazetteer.Gazetteer) (document.Stage, error) {
	m, err := shipped()
	if err != nil {
		return document.Stage{}, err
	}
	return NewWith(g, m), nil
}

// NewWith returns the stage over given weights.
func NewWith(g *gazetteer.Gazetteer, m *Model) document.Stage {
	return document.Stage{
		Name:     "toponym",
		Version:  "6",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerNames},
		Provides: []document.Layer{document.LayerToponyms},
		Run: func(ctx context.Context, d *document.Document) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			r := newReader(d, g, m)
			r.find()
			r.detect()
			r.gather()
			r.choose()
			d.Toponyms = r.toponyms()
			return nil
		},
	}
}

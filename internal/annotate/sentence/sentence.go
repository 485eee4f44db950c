package sentence

import (
	"context"

	"sayso/internal/document"
)

// New returns the stage that provides sentences and blocks.
func New() document.Stage {
	return document.Stage{
		Name:     "sentence",
		Version:  "1",
		Requires: []document.Layer{document.LayerTokens},
		Provides: []document.Layer{document.LayerSentences},
		Run: func(_ context.Context, d *document.Document) error {
			d.Blocks = blocks(d)
			d.Sentences = make([]document.Sentence, 0, len(d.Tokens)/16+len(d.Blocks))
			for b := range d.Blocks {
				d.Sentences = split(d.Sentences, d, b)
			}
			return nil
		},
	}
}

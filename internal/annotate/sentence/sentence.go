package sentence

import (
	"context"
	"sync"

	"sayso/internal/document"
)

// New returns the stage that provides sentences and blocks. It runs with the
// model that the program carries, which is read at the first run; a model that
// cannot be read is the error of every run.
func New() document.Stage {
	return stage(load)
}

// Stage returns the stage that works with the model.
func (m *Model) Stage() document.Stage {
	return stage(func() (*Model, error) { return m, nil })
}

// Alone returns the stage of [New] without the rule that no sentence ends at a
// rank ("Lt. Gen. Ann Lee"): the sentences that the taggers of names learn from.
func Alone() document.Stage {
	return stage(func() (*Model, error) {
		m, err := load()
		if err != nil {
			return nil, err
		}
		alone := *m
		alone.alone = true
		return &alone, nil
	})
}

func stage(model func() (*Model, error)) document.Stage {
	pool := sync.Pool{New: func() any { return &splitter{} }}
	return document.Stage{
		Name:     "sentence",
		Version:  "4",
		Requires: []document.Layer{document.LayerTokens},
		Provides: []document.Layer{document.LayerSentences},
		Run: func(_ context.Context, d *document.Document) error {
			m, err := model()
			if err != nil {
				return err
			}
			s := pool.Get().(*splitter)
			defer pool.Put(s)
			s.model = m
			d.Blocks = Blocks(d)
			d.Sentences = make([]document.Sentence, 0, len(d.Tokens)/16+len(d.Blocks))
			for b := range d.Blocks {
				d.Sentences = s.split(d.Sentences, d, b)
			}
			s.gaps.d = nil
			return nil
		},
	}
}

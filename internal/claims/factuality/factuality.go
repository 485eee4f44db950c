package factuality

import (
	"context"
	"fmt"
	"io/fs"

	"sayso"
	"sayso/data"
	"sayso/internal/claims/factuality/signal"
	"sayso/internal/document"
)

// Version changes whenever the same events may be judged differently.
const Version = "2026-12-01.3"

// New returns the stage on the embedded model and tables, and on tables of the
// same names in more, whose lines are added. It fails where one cannot be read.
func New(more ...fs.FS) (document.Stage, error) {
	j, err := newJudge(more...)
	if err != nil {
		return document.Stage{}, fmt.Errorf("factuality: %w", err)
	}
	return document.Stage{
		Name:    "factuality",
		Version: Version,
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerEvents, document.LayerAttributions},
		Provides: []document.Layer{document.LayerFactuality},
		Run:      j.run,
	}, nil
}

// judge holds what the stage knows; it is read-only once made.
type judge struct {
	signals   *signal.Reader
	certainty *signal.Model
	*tables
}

func newJudge(more ...fs.FS) (*judge, error) {
	own, err := fs.Sub(data.FS, "lexicon")
	if err != nil {
		return nil, err
	}
	t, err := readTables(append([]fs.FS{own}, more...)...)
	if err != nil {
		return nil, err
	}
	r, err := signal.NewReader()
	if err != nil {
		return nil, err
	}
	m, err := signal.Load()
	if err != nil {
		return nil, err
	}
	return &judge{r, m, t}, nil
}

// run writes the layer.
func (j *judge) run(_ context.Context, d *document.Document) error {
	d.Factuality = []document.Factuality{}
	if len(d.Events) == 0 {
		return nil
	}
	if len(d.Tags) != len(d.Tokens) || len(d.Arcs) != len(d.Tokens) {
		return fmt.Errorf("%d tokens, %d tags, %d arcs", len(d.Tokens), len(d.Tags), len(d.Arcs))
	}
	t := j.signals.Tree(d)
	clues := make([]*clue, len(d.Events))
	in := make([]signal.Input, len(d.Events))
	for i := range d.Events {
		clues[i] = &clue{judge: j, t: t, d: d, e: &d.Events[i], sig: t.Read(d.Events[i].Trigger)}
		in[i] = t.Input(&clues[i].sig, signal.NoPart)
	}
	for i, certainty := range j.certainty.Certainties(in) {
		d.Factuality = append(d.Factuality, clues[i].judged(i, certainty))
	}
	return nil
}

// judged gives the verdict on event i: the first rule that holds says what it
// makes of the learnt certainty.
func (c *clue) judged(i int, certainty float64) document.Factuality {
	v := c.verdict(certainty)
	f := document.Factuality{Event: i, Status: v.status, Opinion: v.opinion, Generic: v.generic, Barred: v.barred,
		Certainty: max(v.low, min(v.high, certainty))}
	f.Why = sayso.Because(string(f.Status), v.why, c.learnt(certainty, v.learnt))
	return f
}

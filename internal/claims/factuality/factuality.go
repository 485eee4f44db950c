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
const Version = "2026-11-24"

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
	for i := range d.Events {
		d.Factuality = append(d.Factuality, j.event(t, i))
	}
	return nil
}

// event judges one event: the learnt certainty first, then the first rule that
// holds.
func (j *judge) event(t *signal.Tree, i int) document.Factuality {
	c := &clue{judge: j, t: t, d: t.D, e: &t.D.Events[i]}
	c.sig = t.Read(c.e.Trigger)
	f := document.Factuality{Event: i, Status: sayso.StatusOccurred, Certainty: j.certainty.Certainty(t, &c.sig, signal.NoPart)}
	learnt := j.learnt(t, &c.sig, f.Certainty)
	v := c.verdict(f.Certainty)
	f.Status, f.Opinion, f.Generic = v.status, v.opinion, v.generic
	f.Certainty = max(v.low, min(v.high, f.Certainty))
	f.Why = sayso.Because(string(f.Status), v.why, learnt)
	return f
}

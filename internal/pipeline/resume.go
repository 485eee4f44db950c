package pipeline

import (
	"context"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/document/packed"
)

// Cursor says at which version a stage's output is: a digest of the stage's own
// version and of those of all stages that its input comes from. A new version of
// one stage so moves its cursor and those of what reads it, and no other.
type Cursor struct{ Stage, Version string }

// Cursors are those of the stages as they are now, in their order.
func (p *Pipeline) Cursors() []Cursor {
	out := make([]Cursor, len(p.stages))
	for i, s := range p.stages {
		out[i] = Cursor{s.Name, p.version[i]}
	}
	return out
}

// Progress is how far an article came.
type Progress struct {
	Ran     []string // stages that ran this time
	Cursors []Cursor // of the stages whose output there is
	Layers  []byte   // what they made, but for the incidents: see [packed.Pack]
}

// Resume codes an article from how far it came before: it runs the stages whose
// cursors moved, on the layers that the others made. Of an article that it knows
// nothing about, or whose layers were packed by a program with other types, it
// runs all; what an older version made is not there while a newer one runs. It ends where [Pipeline.Run] ends; the stage that provides the
// incidents runs whenever it comes so far, since they are not among the layers.
func (p *Pipeline) Resume(ctx context.Context, a *sayso.Article, before Progress) (*document.Document, Progress, error) {
	at, fresh := map[string]string{}, map[document.Layer]bool{}
	for _, c := range before.Cursors {
		at[c.Stage] = c.Version
	}
	for i, s := range p.stages {
		for _, l := range s.Provides {
			fresh[l] = at[s.Name] == p.version[i]
		}
	}
	d, err := packed.Unpack(a, before.Layers, func(l document.Layer) bool { return fresh[l] })
	if err != nil {
		d = document.New(a)
	}
	got, err := p.run(ctx, d, func(i int) bool { return has(d, p.stages[i].Provides) }, "")
	if err != nil {
		return d, got, err
	}
	mine := map[document.Layer]bool{}
	for i := range got.Cursors {
		for _, l := range p.stages[i].Provides {
			mine[l] = true
		}
	}
	got.Layers = packed.Pack(d, func(l document.Layer) bool { return mine[l] })
	return d, got, nil
}

func has(d *document.Document, layers []document.Layer) bool {
	for _, l := range layers {
		if !d.Has(l) {
			return false
		}
	}
	return true
}

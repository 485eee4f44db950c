package people

import (
	"context"
	"io/fs"
	"slices"

	"sayso"
	"sayso/internal/document"
)

// New returns the stage that provides the people layer, by our tables and those
// of a user.
func New(more ...fs.FS) (document.Stage, error) {
	t, err := load(more...)
	if err != nil {
		return document.Stage{}, err
	}
	return document.Stage{
		Name: "people", Version: "5",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerNames, document.LayerCoref, document.LayerToponyms, document.LayerActors},
		Provides: []document.Layer{document.LayerPeople},
		Run: func(_ context.Context, d *document.Document) error {
			d.People = t.people(d)
			return nil
		},
	}, nil
}

// people reads who is named, decides and describes.
func (t *tables) people(d *document.Document) []sayso.Person {
	r := &reader{d: d, t: t}
	r.collect()
	out := []sayso.Person{}
	for i := range r.all {
		s := &r.all[i]
		for _, m := range s.at {
			r.around(s, m)
		}
		r.elsewhere(s)
	}
	r.share()
	r.kin()
	for i := range r.all {
		r.all[i].decide(t)
	}
	r.all = slices.DeleteFunc(r.all, r.both)
	public := r.publicWords()
	for i := range r.all {
		s := &r.all[i]
		out = append(out, sayso.Person{Name: s.name, Forms: r.forms(s, public), Private: s.private, Reason: s.reason, Description: s.describe()})
	}
	return out
}

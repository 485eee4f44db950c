package main

import (
	"context"

	"sayso/internal/lexicon"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
)

// pages are the options of the desk's pages: what they cannot do by themselves.
func (d *deskFlags) pages(_ context.Context, _ streams, st store.Store, f *codeFlags) (ui.Options, error) {
	chain, err := standard(f.lexicon)
	if err != nil {
		return ui.Options{}, err
	}
	types, err := typesOf(f.lexicon)
	if err != nil {
		return ui.Options{}, err
	}
	return ui.Options{Store: st, Version: version(), Types: types, Code: coder(chain), Now: now}, nil
}

// typesOf are the incident types of the lexicon, in its order.
func typesOf(dir string) ([]ui.Type, error) {
	l, err := lexicon.LoadWith(dir)
	if err != nil {
		return nil, fail(exitData, err)
	}
	var out []ui.Type
	for _, t := range l.Types {
		out = append(out, ui.Type{ID: t.ID, Family: t.Family, Label: t.Label, Definition: t.Definition})
	}
	return out, nil
}

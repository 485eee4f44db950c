package main

import (
	"sayso/internal/publish/api"
	"sayso/internal/publish/ui"
)

// pages are the options of the desk's pages: they do what the API does.
func (d *deskWork) pages(o api.Options) ui.Options {
	p := ui.Options{Store: o.Store, Table: o.Table, Desk: o.Desk, Version: o.Version, Grade: o.Grade, Now: now,
		Code: o.Code, Read: o.Read, Add: o.Add, Retry: o.Retry, Decide: o.Decide}
	for _, t := range d.lexicon.Types {
		p.Types = append(p.Types, ui.Type{ID: t.ID, Family: t.Family, Label: t.Label, Definition: t.Definition})
	}
	return p
}

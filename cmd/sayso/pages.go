package main

import (
	"context"
	"slices"

	"sayso"
	"sayso/internal/ingest"
	"sayso/internal/publish/api"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
)

// pages are the options of the desk's pages: what they cannot do by themselves.
func (d *deskWork) pages(st store.Store) ui.Options {
	o := ui.Options{Store: st, Version: version(), Code: d.code, Keep: d.keep, Fetch: d.fetch, Now: now}
	for _, t := range d.lexicon.Types {
		o.Types = append(o.Types, ui.Type{ID: t.ID, Family: t.Family, Label: t.Label, Definition: t.Definition})
	}
	o.Join = func(ctx context.Context) error {
		return d.alone(store.Act{}, func(api.Progress) {}, func(a *adder) error { return a.catchUp(ctx) })
	}
	return o
}

// keep takes articles into the store and joins what they tell.
func (d *deskWork) keep(ctx context.Context, act store.Act, list []sayso.Article) error {
	return d.alone(act, func(api.Progress) {}, func(a *adder) error {
		var items []ingest.Item
		for i := range list {
			items = append(items, ingest.Item{Source: list[i].ID, Name: list[i].ID, Article: &list[i]})
		}
		if err := a.takeItems(ctx, slicedItems(items)); err != nil {
			return err
		}
		return a.catchUp(ctx)
	})
}

// fetch reads addresses and files, and stores nothing.
func (d *deskWork) fetch(ctx context.Context, list []ui.Upload) (articles []sayso.Article, failures []sayso.Failure, err error) {
	day := sayso.NoDay
	in := api.Input{Day: &day}
	for _, u := range list {
		if u.Bytes == nil {
			in.Addresses = append(in.Addresses, u.Name)
		} else {
			in.Files = append(in.Files, api.File{Name: api.FileName(u.Name), Raw: u.Bytes})
		}
	}
	if slices.ContainsFunc(in.Addresses, func(a string) bool { return !api.IsAddress(a) }) {
		return nil, nil, api.ErrAddress
	}
	found, err := d.read(ctx, in)
	for _, r := range found {
		if r.Failure != nil {
			failures = append(failures, *r.Failure)
		} else if r.Article != nil {
			articles = append(articles, *r.Article)
		}
	}
	return articles, failures, err
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/ingest/feed"
	"sayso/internal/ingest/fetch"
	"sayso/internal/publish/api"
	"sayso/internal/publish/export"
	"sayso/internal/publish/export/format"
	"sayso/internal/publish/ui"
)

// pages are the options of the desk's pages: they do what the API and the
// commands do.
func (d *deskWork) pages(o api.Options) (ui.Options, error) {
	p := ui.Options{Store: o.Store, Table: o.Table, Desk: o.Desk, Version: o.Version, Grade: o.Grade, Now: now,
		Code: o.Code, Read: o.Read, Add: o.Add, Retry: o.Retry, Decide: o.Decide}
	p.Annotate = func(ctx context.Context, a sayso.Article) (*document.Document, error) {
		return d.base.chain.Run(ctx, &a, document.LayerOpinions)
	}
	p.Announced = d.announced
	for _, t := range d.lexicon.Types {
		p.Types = append(p.Types, ui.Type{ID: t.ID, Family: t.Family, Label: t.Label, Definition: t.Definition})
	}
	fo := sync.OnceValues(func() (format.Options, error) { return formatOptions(d.base.flags.lexicon) }) // at the first export
	p.Formats = ui.PlainFormats()
	for _, f := range format.All() {
		one := ui.Format{ID: f.Name, Name: strings.ToUpper(f.Name[:1]) + f.Name[1:], About: f.Title, Media: "application/octet-stream", Ending: endings[f.Name],
			Write: func(w io.Writer, list iter.Seq2[ui.Told, error]) error {
				o, err := fo()
				if err != nil {
					return err
				}
				return writeTold(f.Name, w, list, o)
			}}
		p.Formats = append(p.Formats, one)
	}
	return p, nil
}

// announced reads a feed.
func (d *deskWork) announced(ctx context.Context, address string) (a ui.Announced, err error) {
	queue, ok := d.base.in.Client.(*fetch.Queue)
	if !ok {
		return a, errors.New("feeds are read through a polite queue alone")
	}
	page, err := queue.GetIf(ctx, address, fetch.Condition{})
	if err != nil {
		return a, err
	}
	f, err := feed.Parse(page.Body, feed.Source{Address: page.URL, Media: page.Media, Location: page.Location, Language: page.Language})
	if err != nil {
		return a, fmt.Errorf("%s %w", address, err)
	}
	a.Title = f.Title.Value
	for _, i := range f.Items {
		if api.IsAddress(i.Link) {
			a.Addresses = append(a.Addresses, i.Link)
		}
	}
	return a, nil
}

// endings are the endings of files, by format.
var endings = map[string]string{"acled-csv": "csv", "csv": "csv", "ftm": "ftm.jsonl", "geojson": "geojson", "hxl": "csv", "parquet": "parquet",
	"plover": "jsonl", "prov": "prov.json", "stix": "stix.json", "ucdp-csv": "csv"}

func writeTold(name string, w io.Writer, list iter.Seq2[ui.Told, error], o format.Options) error {
	out, err := format.Open(name, w, o)
	if err != nil {
		return err
	}
	for t, err := range list {
		if err != nil {
			return err
		}
		it := format.Item{In: t.Incident}
		for _, a := range t.Articles {
			it.Articles = append(it.Articles, export.Article{ID: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published, Digest: a.Digest})
		}
		if err := out.Write(it); err != nil {
			return err
		}
	}
	return out.Close()
}

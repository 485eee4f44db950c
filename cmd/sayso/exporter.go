package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"sayso"
	"sayso/internal/publish/export"
	"sayso/internal/publish/export/format"
	"sayso/internal/publish/private"
	"sayso/internal/store"
)

// exporter reads a store at one moment and hands incidents and articles on,
// with names withheld or given.
type exporter struct {
	ctx      context.Context
	tx       store.Reader
	q        store.Query
	filtered bool
	names    bool // give names out
	s        streams
}

// exportPage is how many incidents are in memory at once.
const exportPage = 200

func (x *exporter) write(w io.Writer, f *exportFlags) error {
	switch f.format {
	case "jsonl":
		return x.archive(w)
	case "bundle":
		return x.bundle(w, f.key)
	}
	o, err := formatOptions(f.lexicon)
	if err != nil {
		return err
	}
	o.BOM = f.excel
	return x.inFormat(w, f.format, o)
}

// inFormat writes the incidents in a format of the field.
func (x *exporter) inFormat(w io.Writer, name string, o format.Options) error {
	out, err := format.Open(name, w, o)
	if err != nil {
		return err
	}
	if len(x.q.Reviews) == 0 {
		x.q.Reviews = []sayso.Review{"", sayso.ReviewAccepted, sayso.ReviewCorrected, sayso.ReviewResting}
	}
	err = x.incidents(func(in *sayso.Incident) error {
		it, err := x.item(in)
		if err != nil {
			return err
		}
		return out.Write(it)
	})
	if err != nil {
		return err
	}
	return out.Close()
}

// incidents hands on those that are asked for, a page in memory at a time.
func (x *exporter) incidents(take func(*sayso.Incident) error) error {
	q := x.q
	q.Limit = exportPage
	for {
		list, err := x.tx.Incidents(q)
		if err != nil {
			return fail(exitStore, err)
		}
		for i := range list {
			if err := x.ctx.Err(); err != nil {
				return fail(exitInterrupted, err)
			}
			if err := take(&list[i]); err != nil {
				return err
			}
		}
		if len(list) < exportPage {
			return nil
		}
		b := store.BriefOf(&list[len(list)-1])
		q.After = store.CursorOf(q.Order, &b)
	}
}

// item is an incident with the heads of its articles, masked unless names are
// given out.
func (x *exporter) item(in *sayso.Incident) (format.Item, error) {
	it := format.Item{In: in}
	export.Tidy(in, false)
	for _, id := range in.Articles {
		head, err := x.head(id, in)
		if err != nil {
			return it, err
		}
		it.Articles = append(it.Articles, head)
	}
	if x.names {
		return it, nil
	}
	masked, err := private.Incident(in)
	it.In = masked
	return it, fail(exitData, err)
}

// head is an article without its text.
func (x *exporter) head(id string, in *sayso.Incident) (export.Article, error) {
	a, err := x.tx.Article(id)
	if errors.Is(err, store.ErrNotFound) {
		return export.Article{ID: id, Published: sayso.NoDay}, nil
	}
	if err != nil {
		return export.Article{}, fail(exitStore, err)
	}
	h := export.Article{ID: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published, Digest: a.Digest}
	if x.names {
		return h, nil
	}
	people, err := x.people(id)
	if err != nil {
		return h, err
	}
	n := private.Of(slices.Concat(people, in.People))
	h.ID, h.Title, h.URL, h.Outlet = n.ID(h.ID), n.Text(h.Title), n.Address(h.URL), n.Text(h.Outlet)
	return h, nil
}

// people are the persons whom an article names, its incidents' of other
// articles too. An error where nobody has looked.
func (x *exporter) people(id string) ([]sayso.Person, error) {
	rec, err := x.tx.Record(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fail(exitStore, err)
	}
	if rec.People == nil && rec.Failure == nil {
		return nil, fail(exitData, fmt.Errorf("article %s: %w", id, private.ErrUndecided))
	}
	return private.All(&rec), nil
}

func (x *exporter) say(form string, args ...any) { fmt.Fprintf(x.s.err, "note: "+form+"\n", args...) }

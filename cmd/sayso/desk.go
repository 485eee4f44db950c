package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"sayso"
	"sayso/internal/ingest"
	"sayso/internal/lexicon"
	"sayso/internal/publish/api"
	"sayso/internal/publish/export"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// deskWork is what the desk does with articles: it reads, codes, adds and joins
// as the commands do. What changes the store goes one after the other.
type deskWork struct {
	base    *adder
	lexicon *lexicon.Lexicon
	turn    sync.Mutex
}

func (f *codeFlags) deskWork(sf *storeFlags, st store.Store) (*deskWork, error) {
	l, err := lexicon.LoadWith(f.lexicon)
	if err != nil {
		return nil, fail(exitData, err)
	}
	base, err := f.adder(streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard}, sf, st)
	return &deskWork{base: base, lexicon: l}, err
}

// options are the API's.
func (d *deskWork) options(st store.Store, table *people.Table, desk *people.Desk) api.Options {
	o := api.Options{Store: st, Table: table, Desk: desk, Version: version(), Grade: d.lexicon.Reliability, Code: d.code, Read: d.read, Add: d.add, Types: d.base.known.Types}
	o.Retry = func(ctx context.Context, act store.Act, report func(api.Progress)) error {
		return d.alone(act, report, func(a *adder) error {
			list, err := failuresOf(ctx, st)
			if err != nil {
				return err
			}
			names, err := again(ctx, st, list)
			if err != nil {
				return err
			}
			return a.run(ctx, names, false)
		})
	}
	o.Look = func(ctx context.Context, act store.Act, report func(api.Progress)) error {
		return d.alone(act, report, func(a *adder) error { return a.round(ctx) })
	}
	o.Decide = func(ctx context.Context, what store.Decision) (done store.Decision, err error) {
		err = d.alone(store.Act{By: what.By}, func(api.Progress) {}, func(a *adder) error {
			done, err = a.joined().Decide(ctx, what)
			return err
		})
		return done, err
	}
	return o
}

// alone lets one piece of work have the store, with an adder of its own that
// reports what it would print.
func (d *deskWork) alone(act store.Act, report func(api.Progress), do func(*adder) error) error {
	d.turn.Lock()
	defer d.turn.Unlock()
	a := *d.base
	a.act = func() store.Act { return store.Act{By: act.By, At: stamp(d.base.now())} }
	lines := &lineWriter{report: report}
	a.streams = streams{strings.NewReader(""), lines, lines, d.base.clock}
	a.sum, a.batch, a.flushed = summary{}, nil, time.Now()
	err := do(&a)
	if e, ok := err.(*exitError); ok && (e.code == exitSome || e.code == exitNone) {
		return nil // what could not be taken was told, and is listed as failures
	}
	return err
}

// lineWriter reports lines.
type lineWriter struct {
	report func(api.Progress)
	rest   []byte
	n      int
}

// Write implements [io.Writer].
func (l *lineWriter) Write(b []byte) (int, error) {
	l.rest = append(l.rest, b...)
	for {
		line, after, ok := bytes.Cut(l.rest, []byte("\n"))
		if !ok {
			return len(b), nil
		}
		l.rest = after
		if s := strings.TrimSpace(string(line)); s != "" {
			l.report(api.Progress{Done: l.n, Line: s})
		}
	}
}

// items are what an input stands for.
func (d *deskWork) items(in api.Input, o ingest.Options) (items func(context.Context) iter.Seq[ingest.Item], done func(), err error) {
	dir, err := os.MkdirTemp("", "sayso-desk-")
	if err != nil {
		return nil, nil, err
	}
	done = func() { _ = os.RemoveAll(dir) }
	names := in.Addresses
	for i, f := range in.Files {
		one := filepath.Join(dir, fmt.Sprint(i))
		if err := os.Mkdir(one, 0o700); err != nil {
			return nil, done, err
		}
		path := filepath.Join(one, f.Name)
		if err := os.WriteFile(path, f.Raw, 0o600); err != nil {
			return nil, done, err
		}
		names = append(names, path)
	}
	o.Published, o.Outlet = *in.Day, in.Outlet
	return func(ctx context.Context) iter.Seq[ingest.Item] {
		return func(yield func(ingest.Item) bool) {
			for _, r := range in.Held {
				if !yield(r.Held.(ingest.Item)) {
					return
				}
			}
			for i := range in.Texts {
				for _, item := range pasted(ctx, in.Texts[i], o) {
					if !yield(item) {
						return
					}
				}
			}
			for item := range ingest.Articles(ctx, names, o) {
				if !yield(handedIn(item, dir)) {
					return
				}
			}
		}
	}, done, nil
}

// pasted is a text as a record, so that the bytes that are kept say all of it.
func pasted(ctx context.Context, t api.Text, o ingest.Options) []ingest.Item {
	raw, err := json.Marshal(map[string]string{"title": t.Title, "url": t.URL, "text": t.Text})
	if err != nil {
		panic(err) // texts always marshal
	}
	items := ingest.Reread(ctx, "pasted text", ingest.Raw{Digest: sayso.DigestOf(raw), Media: "application/json", Bytes: raw}, o)
	for i := range items {
		items[i].Name = "pasted text"
	}
	return items
}

// handedIn names a file as it was handed in, not as where it lay meanwhile.
func handedIn(item ingest.Item, dir string) ingest.Item {
	short := func(s string) string {
		if rest, ok := strings.CutPrefix(s, dir+string(filepath.Separator)); ok {
			_, s, _ = strings.Cut(rest, string(filepath.Separator))
		}
		return s
	}
	item.Source, item.Name = short(item.Source), short(item.Name)
	if item.Failure != nil {
		f := *item.Failure
		f.Item, f.Reason = short(f.Item), strings.ReplaceAll(f.Reason, dir+string(filepath.Separator), "")
		item.Failure = &f
	}
	return item
}

// read finds articles and stores nothing.
func (d *deskWork) read(ctx context.Context, in api.Input) ([]api.Reading, error) {
	o := d.base.in
	o.Known = nil
	items, done, err := d.items(in, o)
	if err != nil {
		return nil, err
	}
	defer done()
	var out []api.Reading
	for i := range items(ctx) {
		if i.Failure != nil && ingest.Skipped(i.Failure.Kind) {
			continue
		}
		out = append(out, api.Reading{Source: i.Source, Article: i.Article, Failure: i.Failure, Notes: i.Notes, Held: i})
	}
	return out, ctx.Err()
}

// add reads, codes, keeps and joins.
func (d *deskWork) add(ctx context.Context, act store.Act, in api.Input, report func(api.Progress)) error {
	return d.alone(act, report, func(a *adder) error {
		items, done, err := d.items(in, a.in)
		if err != nil {
			return err
		}
		defer done()
		n := 0
		counted := func(ctx context.Context) iter.Seq[ingest.Item] {
			return func(yield func(ingest.Item) bool) {
				for i := range items(ctx) {
					n++
					report(api.Progress{Done: n, Line: "read " + i.Source})
					if !yield(i) {
						return
					}
				}
			}
		}
		if err := a.takeItems(ctx, counted); err != nil {
			return err
		}
		return a.run(ctx, nil, false)
	})
}

// code codes one article, with the reasons behind every choice.
func (d *deskWork) code(ctx context.Context, a sayso.Article) (sayso.ArticleRecord, error) {
	doc, err := d.base.chain.Run(ctx, &a, "")
	o := outcome{item: ingest.Item{Source: a.ID, Article: &a}, doc: doc, err: err}
	if ctx.Err() != nil {
		return sayso.ArticleRecord{}, ctx.Err()
	}
	rec := recordOf(&o, o.failure(), d.base.join)
	rec.Terms = nil
	for i := range rec.Incidents {
		export.Tidy(&rec.Incidents[i], true)
	}
	return rec, nil
}

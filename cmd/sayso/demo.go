package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"sayso/data"
	"sayso/internal/ingest"
)

func newDemo(s streams) *cobra.Command {
	var f codeFlags
	var d deskFlags
	var open bool
	c := &cobra.Command{
		Use:   "demo",
		Short: "Code the Wikinews articles that come with the program",
		Long: `Codes the articles that come with the program and prints the incidents they tell. With --serve it puts them into
a store instead (a new one that goes when it ends, unless --store names one) and opens the desk on it.
The articles are from Wikinews (https://en.wikinews.org), licensed CC BY 2.5; each record names its page.`,
		Example: "  sayso demo\n  sayso demo --format geojson > demo.geojson\n  sayso demo --serve",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if open {
				return serveDemo(c.Context(), s, &d, &f)
			}
			write, err := f.writer()
			if err != nil {
				return err
			}
			w, err := f.work(s, []string{"demo"})
			if err != nil {
				return err
			}
			if w.items, err = demoArticles(); err != nil {
				return fail(exitFailure, err)
			}
			return w.codeAndWrite(c.Context(), write)
		},
	}
	codeOptions(c, &f)
	c.Flags().BoolVar(&open, "serve", false, "open the desk on them")
	c.Flags().StringVar(&d.store.path, "store", "", "with --serve: the store to put them into")
	d.add(c)
	return c
}

// serveDemo fills a store with the demo's articles and opens the desk on it.
func serveDemo(ctx context.Context, s streams, d *deskFlags, f *codeFlags) (err error) {
	if d.store.path == "" {
		dir, err := os.MkdirTemp("", "sayso-demo-")
		if err != nil {
			return fail(exitStore, err)
		}
		defer func() { _ = os.RemoveAll(dir) }()
		d.store.path = filepath.Join(dir, "demo.db")
	}
	return d.store.with(ctx, false, func(st keeper) error {
		a, err := f.adder(s, &d.store, st)
		if err != nil {
			return err
		}
		items, err := demoArticles()
		if err != nil {
			return fail(exitFailure, err)
		}
		if err := errors.Join(a.takeItems(ctx, items), a.flush(ctx)); err != nil {
			return err
		}
		if err := a.catchUp(ctx); err != nil {
			return err
		}
		return d.serve(ctx, s, st, f)
	})
}

// demoArticles reads the embedded articles, in the order of their names.
func demoArticles() (func(context.Context) iter.Seq[ingest.Item], error) {
	names, err := fs.Glob(data.FS, "demo/*.json")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("the demo's articles are missing: %w", err)
	}
	var items []ingest.Item
	for _, name := range names {
		raw, err := fs.ReadFile(data.FS, name)
		if err != nil {
			return nil, err
		}
		a, err := ingest.ParseRecord(raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		a.Language = "en"
		items = append(items, ingest.Item{Source: path.Base(name), Article: &a, Raw: &ingest.Raw{Digest: a.Digest, Media: "application/json", Bytes: raw}})
	}
	return func(context.Context) iter.Seq[ingest.Item] { return slices.Values(items) }, nil
}

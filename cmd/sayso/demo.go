package main

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"

	"github.com/spf13/cobra"

	"sayso/data"
	"sayso/internal/ingest"
)

func newDemo(s streams) *cobra.Command {
	var f codeFlags
	c := &cobra.Command{
		Use:   "demo",
		Short: "Code the Wikinews articles that come with the program",
		Long: `Codes the articles that come with the program and prints the incidents they tell.
The articles are from Wikinews (https://en.wikinews.org), licensed CC BY 2.5; each record names its page.`,
		Example: "  sayso demo\n  sayso demo --format geojson > demo.geojson",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
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
	return c
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
		items = append(items, ingest.Item{Source: path.Base(name), Article: &a})
	}
	return func(context.Context) iter.Seq[ingest.Item] { return slices.Values(items) }, nil
}

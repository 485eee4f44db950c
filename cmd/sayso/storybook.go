package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	madeup "sayso/internal/publish/ui/story"
	"sayso/internal/store/memory"
)

func newStorybook(s streams) *cobra.Command {
	var d deskFlags
	var f codeFlags
	c := &cobra.Command{
		Use: "storybook", Short: "Open the desk on made-up data, with every page and state",
		Long: `Opens the desk on made-up articles and incidents that are kept nowhere, and prints its address. /storybook
lists every page and state.`,
		Example: "  sayso storybook", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			handler, err := d.storybook(c.Context(), s, &f)
			if err != nil {
				return err
			}
			return d.open(c.Context(), s, handler)
		},
	}
	shared(c, &f)
	c.Flags().StringVar(&d.listen, "listen", "127.0.0.1:8766", "address and port, on loopback")
	return c
}

// storybook wires the pages to made-up data.
func (d *deskFlags) storybook(ctx context.Context, s streams, f *codeFlags) (http.Handler, error) {
	if !loopback(d.listen) {
		return nil, fail(exitUsage, fmt.Errorf("--listen %s: made-up data is shown on loopback alone", d.listen))
	}
	st := memory.New()
	if err := madeup.Fill(ctx, st); err != nil {
		return nil, fail(exitFailure, err)
	}
	table := people.NewTable()
	desk, err := people.New(people.Options{Store: st, Table: table, Loopback: true, Local: madeup.By})
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	work, err := f.deskWork(&d.store, st)
	if err != nil {
		return nil, err
	}
	if _, err := work.base.joined().CatchUp(ctx); err != nil {
		return nil, fail(exitFailure, err)
	}
	o, err := work.pages(work.options(st, table, desk))
	if err != nil {
		return nil, err
	}
	o.Storybook = true
	pages, err := ui.New(o)
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	return desk.Middleware(mux), nil
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/ingest/feed"
	"sayso/internal/ingest/fetch"
	"sayso/internal/store"
)

// watchFlags are the flags of watch alone.
type watchFlags struct {
	once   bool
	every  time.Duration
	forget []string
}

func newWatch(s streams) *cobra.Command {
	var f storeFlags
	var code codeFlags
	var w watchFlags
	c := &cobra.Command{
		Use:   "watch [FEED|OPML ...]",
		Short: "Follow feeds, and read into the store what they announce",
		Long: `Follows feeds (RSS, Atom, JSON Feed): addresses, or OPML files that list them. The store remembers them, so that
'sayso watch' alone goes on. Each round asks every feed whether it has changed, fetches the pages that are new, and
codes and joins them as 'sayso add' does. Sites are asked politely: robots.txt is kept to, one page of a site at a
time with pauses. What cannot be fetched is listed by 'sayso failures'.`,
		Example: "  sayso watch https://outlet.example/feed\n  sayso watch feeds.opml --every 30m\n  sayso watch --once",
		RunE: func(c *cobra.Command, args []string) error {
			return f.with(c.Context(), false, func(st keeper) error {
				a, err := code.adder(s, &f, st)
				if err != nil {
					return err
				}
				return a.watch(c.Context(), args, w)
			})
		},
	}
	shared(c, &code)
	f.add(c, true)
	polite(c, &code)
	c.Flags().BoolVar(&w.once, "once", false, "one round, then end")
	c.Flags().DurationVar(&w.every, "every", 15*time.Minute, "from the start of one round to that of the next")
	c.Flags().StringSliceVar(&w.forget, "forget", nil, "feed that is followed no longer")
	return c
}

func (a *adder) watch(ctx context.Context, names []string, w watchFlags) error {
	if err := a.follow(ctx, names, w.forget); err != nil {
		return err
	}
	for {
		start := time.Now()
		if err := a.round(ctx); err != nil {
			return err
		}
		if w.once {
			return a.sum.exit()
		}
		select {
		case <-ctx.Done():
			return fail(exitInterrupted, ctx.Err())
		case <-time.After(time.Until(start.Add(w.every))):
		}
		a.sum = summary{}
	}
}

// follow notes which feeds are followed from now on.
func (a *adder) follow(ctx context.Context, names, forget []string) error {
	var list []feed.List
	for _, name := range names {
		if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
			list = append(list, feed.List{Address: name})
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return fail(exitUsage, err)
		}
		more, err := feed.ParseOPML(raw)
		if err != nil {
			return fail(exitUsage, fmt.Errorf("%s is no list of feeds (OPML)", name))
		}
		list = append(list, more...)
	}
	var known []store.Feed
	err := a.store.Update(ctx, func(tx store.Writer) (err error) {
		for _, address := range forget {
			if err := store.Forget(tx, a.act(), address); err != nil && !errors.Is(err, store.ErrNotFound) {
				return err
			}
		}
		for _, l := range list {
			if _, err := store.Follow(tx, a.act(), store.Feed{Address: l.Address, Title: l.Title}); err != nil {
				return err
			}
		}
		known, err = tx.Feeds()
		return err
	})
	if err == nil && len(known) == 0 {
		return fail(exitUsage, errors.New("name a feed, or a list of feeds (OPML)"))
	}
	return fail(exitStore, err)
}

// round looks at every feed once.
func (a *adder) round(ctx context.Context) error {
	var list []store.Feed
	if err := a.store.View(ctx, func(tx store.Reader) (err error) { list, err = tx.Feeds(); return err }); err != nil {
		return fail(exitStore, err)
	}
	broken := 0
	for _, f := range list {
		if err := a.look(ctx, &f); err != nil {
			return err
		}
		if f.Problem != "" {
			broken++
		}
	}
	if err := a.catchUp(ctx); err != nil {
		return err
	}
	if err := a.count(ctx); err != nil {
		return fail(exitStore, err)
	}
	if _, err := fmt.Fprintf(a.out, "feeds    %d, of which %d cannot be read\n", len(list), broken); err != nil {
		return fail(exitFailure, err)
	}
	return fail(exitFailure, a.sum.write(a.out, false))
}

// look reads a feed, takes the pages that are new, and only then remembers
// what the feed looked like: killed in between, it reads the feed again.
func (a *adder) look(ctx context.Context, f *store.Feed) error {
	queue, ok := a.in.Client.(*fetch.Queue)
	if !ok {
		return fail(exitFailure, errors.New("feeds are read through a polite queue alone"))
	}
	page, err := queue.GetIf(ctx, f.Address, fetch.Condition{ETag: f.ETag, Modified: f.Modified})
	if ctx.Err() != nil {
		return fail(exitInterrupted, ctx.Err())
	}
	f.Checked, f.Problem = a.act().At, ""
	var read *feed.Feed
	if err == nil {
		read, err = feed.Parse(page.Body, feed.Source{Address: page.URL, Media: page.Media, Location: page.Location, Language: page.Language})
	}
	switch {
	case errors.Is(err, fetch.ErrSame):
	case err != nil:
		f.Problem = err.Error()
		fmt.Fprintf(a.err, "sayso: %s: %v (feed)\n", f.Address, err)
	default:
		if err := a.announced(ctx, read); err != nil {
			return err
		}
		f.ETag, f.Modified, f.Items = page.ETag, page.Condition.Modified, len(read.Items)
		if read.Title.Value != "" {
			f.Title = read.Title.Value
		}
	}
	return fail(exitStore, a.store.Update(ctx, func(tx store.Writer) error { return tx.PutFeed(*f) }))
}

// announced takes the pages of a feed that were not fetched before.
func (a *adder) announced(ctx context.Context, f *feed.Feed) error {
	var names []string
	err := a.store.View(ctx, func(tx store.Reader) error {
		for _, i := range f.Items {
			if !strings.HasPrefix(i.Link, "http") {
				a.sum.skip("item without an address")
				continue
			}
			if done, err := tx.Fetched(i.Link); err != nil || done {
				if err != nil {
					return err
				}
				a.sum.skip("in the store already")
				continue
			}
			names = append(names, i.Link)
		}
		return nil
	})
	if err != nil {
		return fail(exitStore, err)
	}
	return a.take(ctx, names)
}

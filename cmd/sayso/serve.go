package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/ingest"
	"sayso/internal/pipeline"
	"sayso/internal/publish/api"
	"sayso/internal/publish/export"
	"sayso/internal/publish/people"
)

// deskFlags are the flags of the commands that open the desk.
type deskFlags struct {
	store  storeFlags
	listen string
	hosts  []string
}

func newServe(s streams) *cobra.Command {
	var d deskFlags
	var f codeFlags
	c := &cobra.Command{
		Use: "serve", Short: "Open the desk: pages and API over the store, in one process",
		Long: `Opens the desk, pages and API, on the store, and prints its address. On loopback and without accounts nobody
need sign in; whoever opens it is the user of this session.`,
		Example: "  sayso serve\n  sayso serve --store team.db --listen 127.0.0.1:9000", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return d.store.with(c.Context(), false, func(st keeper) error { return d.serve(c.Context(), s, st, &f) })
		},
	}
	shared(c, &f)
	d.store.add(c, true)
	d.add(c)
	return c
}

func (d *deskFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&d.listen, "listen", "127.0.0.1:8765", "address and port")
	c.Flags().StringSliceVar(&d.hosts, "host", nil, "name by which the desk is reached, beside its addresses and localhost")
}

// serve opens the desk and keeps it open until ctx ends.
func (d *deskFlags) serve(ctx context.Context, s streams, st keeper, f *codeFlags) error {
	handler, err := d.handler(st, f)
	if err != nil {
		return err
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", d.listen)
	if err != nil {
		return fail(exitUsage, err)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx },
		ErrorLog:    slog.NewLogLogger(slog.NewTextHandler(s.err, nil), slog.LevelWarn)}
	if _, err := fmt.Fprintf(s.out, "the desk is open at http://%s\n", l.Addr()); err != nil {
		return errors.Join(fail(exitFailure, err), l.Close())
	}
	stopped := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		if server.Shutdown(grace) != nil {
			_ = server.Close()
		}
	})
	defer stopped()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fail(exitFailure, err)
	}
	return nil
}

// handler wires pages, API and the guard before them.
func (d *deskFlags) handler(st keeper, f *codeFlags) (http.Handler, error) {
	if !loopback(d.listen) {
		return nil, fail(exitUsage, fmt.Errorf("--listen %s: without accounts the desk is open on loopback alone (127.0.0.1, [::1])", d.listen))
	}
	chain, err := standard(f.lexicon)
	if err != nil {
		return nil, err
	}
	table := people.NewTable()
	desk, err := people.New(people.Options{Store: st, Table: table, Loopback: true, Local: d.store.act().By, Hosts: d.hosts})
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	rest, err := api.New(api.Options{Store: st, Table: table, Version: version(), Code: coder(chain)})
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	mux := http.NewServeMux()
	mux.Handle(api.Prefix+"/", rest)
	return desk.Middleware(mux), nil
}

// coder codes one article at a time, with the reasons behind every choice.
func coder(chain *pipeline.Pipeline) func(context.Context, sayso.Article) (sayso.ArticleRecord, error) {
	return func(ctx context.Context, a sayso.Article) (sayso.ArticleRecord, error) {
		doc, err := chain.Run(ctx, &a, "")
		o := outcome{ingest.Item{Source: a.ID, Article: &a}, doc, err}
		if ctx.Err() != nil {
			return sayso.ArticleRecord{}, ctx.Err()
		}
		fault := o.failure()
		rec := sayso.ArticleRecord{Article: a.ID, Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published, Digest: a.Digest,
			Incidents: []sayso.Incident{}, Failure: fault}
		if fault == nil {
			rec.Incidents = append(rec.Incidents, o.doc.Incidents...)
		}
		for i := range rec.Incidents {
			export.Tidy(&rec.Incidents[i], true)
		}
		return rec, nil
	}
}

// loopback reports whether an address to listen on is reached from this machine
// alone.
func loopback(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false
	}
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}

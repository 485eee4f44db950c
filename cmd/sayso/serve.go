package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/indexed"
)

// deskFlags are the flags of the commands that open the desk.
type deskFlags struct {
	store     storeFlags
	listen    string
	hosts     []string
	cert, key string
	proxy     bool
	guests    bool
	oidc      people.OIDC
	oidcRole  string
}

func newServe(s streams) *cobra.Command {
	var d deskFlags
	var f codeFlags
	c := &cobra.Command{
		Use: "serve", Short: "Open the desk: pages and API over the store, in one process",
		Long: `Opens the desk, pages and API, on the store, and prints its address. On loopback and without accounts nobody
need sign in; whoever opens it is the user of this session.

For a team, make an account first ('sayso accounts set NAME --role admin'): from then on everybody signs in. On
another address than loopback the desk speaks TLS (--tls-cert, --tls-key) or stands behind a proxy that does
(--behind-proxy). The secret of an identity provider's client is read from SAYSO_OIDC_SECRET.`,
		Example: "  sayso serve\n  sayso serve --store team.db --listen :8443 --host desk.example --tls-cert desk.pem --tls-key desk.key", Args: cobra.NoArgs,
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
	fl := c.Flags()
	fl.StringSliceVar(&d.hosts, "host", nil, "name by which the desk is reached, beside its addresses and localhost")
	fl.StringVar(&d.cert, "tls-cert", "", "file with the certificate, to speak TLS")
	fl.StringVar(&d.key, "tls-key", "", "file with its key")
	fl.BoolVar(&d.proxy, "behind-proxy", false, "a proxy before the desk speaks TLS and says for whom (X-Forwarded-For)")
	fl.BoolVar(&d.guests, "guests", false, "who is not signed in may read; private persons are masked")
	fl.StringVar(&d.oidc.Issuer, "oidc-issuer", "", "address of the identity provider through which people sign in")
	fl.StringVar(&d.oidc.ClientID, "oidc-client", "", "id that the provider knows the desk by")
	fl.StringVar(&d.oidc.Redirect, "oidc-redirect", "", "address that the provider sends people back to: https://NAME"+people.CallbackPath)
	fl.StringVar(&d.oidcRole, "oidc-role", "", "role of accounts made at first sign-in through the provider (default: none are made)")
	c.MarkFlagsRequiredTogether("tls-cert", "tls-key")
	c.MarkFlagsRequiredTogether("oidc-issuer", "oidc-client", "oidc-redirect")
}

// serve opens the desk and keeps it open until ctx ends.
func (d *deskFlags) serve(ctx context.Context, s streams, st keeper, f *codeFlags) error {
	fast := indexed.Over(st)
	defer fast.Stop()
	begin := func(tx store.Reader) error { _, err := tx.Count(store.Query{}); return err } // the index, before the first page is asked for
	if err := fast.View(ctx, begin); err != nil {
		return fail(exitStore, err)
	}
	site, err := d.site(ctx, fast, f)
	if err != nil {
		return err
	}
	defer site.rest.Wait() // the store stays open until jobs have let go of it
	return d.open(ctx, s, site)
}

// grace is how long a desk that is told to end goes on with what it was asked
// before. Who ends services waits longer: systemd 90 seconds, Kubernetes 30.
const grace = 25 * time.Second

// open listens, prints the address and answers until ctx ends. Then it takes
// nothing new, goes on with what it was asked before, for the time of grace, and
// returns errEnded.
func (d *deskFlags) open(ctx context.Context, s streams, handler http.Handler) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", d.listen)
	if err != nil {
		return fail(exitUsage, err)
	}
	requests, cut := context.WithCancel(context.WithoutCancel(ctx))
	defer cut()
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return requests },
		ErrorLog:    slog.NewLogLogger(slog.NewTextHandler(s.err, nil), slog.LevelWarn)}
	scheme := "http"
	if d.cert != "" {
		scheme = "https"
	}
	if _, err := fmt.Fprintf(s.out, "the desk is open at %s://%s\n", scheme, l.Addr()); err != nil {
		return errors.Join(fail(exitFailure, err), l.Close())
	}
	drained := make(chan struct{})
	forget := context.AfterFunc(ctx, func() {
		defer close(drained)
		last, cancel := context.WithTimeout(requests, grace)
		defer cancel()
		if server.Shutdown(last) != nil {
			_ = server.Close()
		}
	})
	defer forget()
	serve := func() error { return server.Serve(l) }
	if d.cert != "" {
		serve = func() error { return server.ServeTLS(l, d.cert, d.key) }
	}
	if err := serve(); !errors.Is(err, http.ErrServerClosed) {
		return fail(exitFailure, err)
	}
	<-drained
	return errEnded
}

// site is pages and API with the guard before them.
type site struct {
	http.Handler
	desk  *people.Desk
	table *people.Table
	rest  *api.API
}

// site wires pages, API and guard.
func (d *deskFlags) site(ctx context.Context, st store.Store, f *codeFlags) (*site, error) {
	table := people.NewTable()
	desk, err := d.desk(ctx, st, table)
	if err != nil {
		return nil, err
	}
	work, err := f.deskWork(&d.store, st)
	if err != nil {
		return nil, err
	}
	o := work.options(st, table, desk)
	o.Until = ctx
	rest, err := api.New(o)
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	po, err := work.pages(o)
	if err != nil {
		return nil, err
	}
	pages, err := ui.New(po)
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	mux.Handle(api.Prefix+"/", rest)
	desk.Mount(mux)
	return &site{desk.Middleware(mux), desk, table, rest}, nil
}

// desk makes the guard.
func (d *deskFlags) desk(ctx context.Context, st store.Store, table *people.Table) (*people.Desk, error) {
	o := people.Options{Store: st, Table: table, Loopback: loopback(d.listen), Local: d.store.act(time.Now()).By, Hosts: d.hosts, Guests: d.guests, Proxy: d.proxy}
	if d.oidc.Issuer != "" {
		d.oidc.Secret = os.Getenv("SAYSO_OIDC_SECRET")
		if d.oidcRole != "" {
			role, err := people.ParseRole(d.oidcRole)
			if err != nil {
				return nil, fail(exitUsage, err)
			}
			d.oidc.Default = role
		}
		o.OIDC = &d.oidc
	}
	desk, err := people.New(o)
	if err != nil {
		return nil, fail(exitFailure, err)
	}
	if o.Loopback {
		return desk, nil
	}
	list, err := desk.Accounts(ctx)
	switch {
	case err != nil:
		return nil, fail(exitStore, err)
	case len(list) == 0:
		return nil, fail(exitUsage, fmt.Errorf("--listen %s is reached from other machines, and the store has no accounts; make one first: sayso accounts set NAME --role admin", d.listen))
	case d.cert == "" && !d.proxy:
		return nil, fail(exitUsage, fmt.Errorf("--listen %s is reached from other machines: passwords need TLS (--tls-cert, --tls-key) or a proxy that speaks it (--behind-proxy)", d.listen))
	}
	return desk, nil
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

package people

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"time"

	"golang.org/x/time/rate"

	"sayso/internal/store"
)

// Options of [New].
type Options struct {
	Store     store.Store
	Table     *Table
	Loopback  bool             // it listens on loopback alone
	Local     string           // name of the local person, who needs no login on loopback and alone
	Hosts     []string         // names of this machine that requests may use, beside addresses and localhost
	Guests    bool             // who is not signed in may read
	Proxy     bool             // requests come through a proxy that speaks TLS and says for whom (X-Forwarded-For)
	PerSecond float64          // requests that somebody may make; half as many without signing in; 0: 20
	OIDC      *OIDC            // identity provider; nil for none
	Now       func() time.Time // nil: the clock
}

// Desk knows who may do what. Make it with [New].
type Desk struct {
	o      Options
	hosts  map[string]bool
	cross  *http.CrossOriginProtection
	tries  tries
	limits limits
	oidc   provider
	page   Page
}

// Page shows a browser why its request is refused, in the look of the desk.
type Page func(w http.ResponseWriter, r *http.Request, status int, detail string)

// Pages has refusals shown by page where a browser looks for a page; programs
// and the API get a problem (RFC 9457) all the same. It is called before the
// desk answers.
func (d *Desk) Pages(page Page) { d.page = page }

// New makes a desk.
func New(o Options) (*Desk, error) {
	if o.Store == nil || o.Table == nil {
		return nil, errors.New("a desk needs a store and a table of routes")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.PerSecond == 0 {
		o.PerSecond = 20
	}
	d := &Desk{o: o, tries: tries{by: map[string]attempts{}}, limits: limits{by: map[string]*rate.Limiter{}, per: rate.Limit(o.PerSecond)},
		oidc: provider{begun: map[string]begun{}}, hosts: map[string]bool{"localhost": true}, cross: http.NewCrossOriginProtection()}
	if name, err := os.Hostname(); err == nil && !o.Loopback {
		d.hosts[strings.ToLower(name)] = true
	}
	for _, h := range o.Hosts {
		d.hosts[strings.ToLower(h)] = true
	}
	return d, nil
}

// policy is the content security policy of every answer. Workers may come from
// blobs, as the map's do; nothing inline runs.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"worker-src 'self' blob:; child-src blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// Middleware lets through whom the table allows, with the person in the
// request's context.
func (d *Desk) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		p, refusal := d.admit(r)
		r = r.WithContext(With(r.Context(), p))
		if refusal != nil {
			d.refuse(w, r, refusal)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refusal is why a request is not let through.
type refusal struct {
	status int
	detail string
}

// admit finds out who asks and whether they may.
func (d *Desk) admit(r *http.Request) (Person, *refusal) {
	if !d.ours(r.Host) {
		return Person{}, &refusal{http.StatusMisdirectedRequest, "this desk does not answer to the name in the address; start it with --host NAME"}
	}
	if err := d.cross.Check(r); err != nil {
		return Person{}, &refusal{http.StatusForbidden, "the request comes from another site"}
	}
	a, ok := d.o.Table.Of(r)
	p, no := d.who(r)
	switch {
	case !ok:
		return p, &refusal{http.StatusNotFound, "there is nothing here"}
	case no != nil:
		return p, no
	case !d.limits.allow(p, d.address(r), d.o.Now()):
		return p, &refusal{http.StatusTooManyRequests, "too many requests; wait a second"}
	case p.may(a):
		return p, nil
	case p.Role.Under(Reader):
		return p, &refusal{http.StatusUnauthorized, "sign in first"}
	case p.Token != "":
		return p, &refusal{http.StatusForbidden, "this takes the role " + string(a.Least) + " and a token with the scope " + string(a.Scope)}
	}
	return p, &refusal{http.StatusForbidden, "this takes the role " + string(a.Least)}
}

// who finds out who asks.
func (d *Desk) who(r *http.Request) (Person, *refusal) {
	if header := r.Header.Get("Authorization"); header != "" {
		p, ok, err := d.byToken(r.Context(), header)
		if err == nil && !ok {
			return p, &refusal{http.StatusUnauthorized, "the token is none of ours, or has ended"}
		}
		return p, troubled(err)
	}
	if c, err := r.Cookie(cookieName); err == nil && c.Value != "" {
		if p, err := d.bySession(r.Context(), c.Value); err != nil || p.Name != "" {
			return p, troubled(err)
		}
	}
	alone, err := d.alone(r.Context())
	switch {
	case err != nil:
		return Person{}, troubled(err)
	case alone && (r.Header.Get("Forwarded") != "" || r.Header.Get("X-Forwarded-For") != ""):
		return Person{}, &refusal{http.StatusForbidden, "the request comes through a proxy, and this desk has no accounts"}
	case alone:
		return Person{Name: d.o.Local, Role: Admin, Local: true}, nil
	}
	s, err := d.Settings(r.Context())
	if err != nil || !s.Guests {
		return Person{}, troubled(err)
	}
	return Person{Role: Guest}, nil
}

// alone reports whether nobody need sign in: on loopback, without accounts.
func (d *Desk) alone(ctx context.Context) (yes bool, err error) {
	if !d.o.Loopback || d.o.OIDC != nil {
		return false, nil
	}
	err = d.o.Store.View(ctx, func(tx store.Reader) error {
		list, err := tx.KeyedOf(store.KeyedAccount, "", 1)
		yes = len(list) == 0
		return err
	})
	return yes, err
}

func troubled(err error) *refusal {
	if err == nil {
		return nil
	}
	return &refusal{http.StatusServiceUnavailable, "the store cannot be read: " + err.Error()}
}

// ours reports whether a Host header names this desk: by an address (a site
// that rebinds its name to ours cannot use one), as localhost, or by a name
// that it was given. On loopback the address must be one of loopback.
func (d *Desk) ours(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if a, err := netip.ParseAddr(name); err == nil {
		return !d.o.Loopback || a.IsLoopback()
	}
	return d.hosts[name]
}

// refuse answers with a problem (RFC 9457). A browser that looks for a page is
// led to the one where people sign in, or shown why not.
func (d *Desk) refuse(w http.ResponseWriter, r *http.Request, n *refusal) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	if n.status == http.StatusUnauthorized {
		h.Set("WWW-Authenticate", "Bearer")
	}
	if n.status == http.StatusTooManyRequests {
		h.Set("Retry-After", "1")
	}
	if browses(r) {
		if n.status == http.StatusUnauthorized && r.Method == http.MethodGet {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		if d.page != nil {
			d.page(w, r, n.status, n.detail)
			return
		}
	}
	h.Set("Content-Type", "application/problem+json")
	w.WriteHeader(n.status)
	_ = json.NewEncoder(w).Encode(map[string]any{"status": n.status, "title": http.StatusText(n.status), "detail": n.detail})
}

// browses reports whether a browser looks for a page.
func browses(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "text/html") && !strings.HasPrefix(r.URL.Path, "/api/")
}

package people

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sayso/internal/store"
)

// OIDC is an organisation's identity provider, through which people sign in.
type OIDC struct {
	Issuer   string       // address of the provider
	ClientID string       //
	Secret   string       //
	Redirect string       // address of the desk's [CallbackPath], as registered with the provider
	Default  Role         // of accounts made at first sign-in; Nobody: only accounts that are there may
	Client   *http.Client // nil: the default
}

// Paths of signing in through the identity provider. A desk with a provider
// answers on them, see [Desk.Mount].
const (
	StartPath    = "/login/oidc"
	CallbackPath = "/login/oidc/callback"
)

// provider is the provider as far as it is known; it is asked at first use, so
// that the desk opens without it.
type provider struct {
	mu       sync.Mutex
	verifier *oidc.IDTokenVerifier
	config   *oauth2.Config
	begun    map[string]begun // by state
}

// begun is a sign-in that is under way at the provider.
type begun struct {
	nonce, verifier, next string
	until                 time.Time
}

const (
	stateCookie = "__Host-sayso-state"
	signInTime  = 10 * time.Minute
)

// OIDC reports whether people sign in through an identity provider.
func (d *Desk) OIDC() bool { return d.o.OIDC != nil }

// Mount adds the routes of signing in through a provider to a mux and to the
// table. Without a provider it does nothing.
func (d *Desk) Mount(mux *http.ServeMux) {
	if d.o.OIDC == nil {
		return
	}
	for path, do := range map[string]func(http.ResponseWriter, *http.Request) error{StartPath: d.begin, CallbackPath: d.finish} {
		d.o.Table.Allow("GET "+path, Nobody, NoScope)
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "no-store")
			if err := do(w, r); err != nil {
				d.refuse(w, r, &refusal{http.StatusForbidden, "signing in failed: " + err.Error()})
			}
		})
	}
}

// find asks the provider for its addresses and keys, once.
func (d *Desk) find(ctx context.Context) (context.Context, error) {
	o, p := d.o.OIDC, &d.oidc
	if o.Client != nil {
		ctx = oidc.ClientContext(ctx, o.Client)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.config != nil {
		return ctx, nil
	}
	found, err := oidc.NewProvider(context.WithoutCancel(ctx), o.Issuer)
	if err != nil {
		return ctx, fmt.Errorf("the identity provider does not answer: %w", err)
	}
	p.verifier = found.Verifier(&oidc.Config{ClientID: o.ClientID, Now: d.o.Now})
	p.config = &oauth2.Config{ClientID: o.ClientID, ClientSecret: o.Secret, Endpoint: found.Endpoint(), RedirectURL: o.Redirect, Scopes: []string{oidc.ScopeOpenID, "email", "profile"}}
	return ctx, nil
}

// begin sends a browser to the provider.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request) error {
	if _, err := d.find(r.Context()); err != nil {
		return err
	}
	state, _ := secret("")
	nonce, _ := secret("")
	b := begun{nonce: nonce, verifier: oauth2.GenerateVerifier(), next: "/", until: d.o.Now().Add(signInTime)}
	if n := r.URL.Query().Get("next"); inSite(n) {
		b.next = n
	}
	p := &d.oidc
	p.mu.Lock()
	for s, old := range p.begun {
		if d.o.Now().After(old.until) {
			delete(p.begun, s)
		}
	}
	full := len(p.begun) > 10_000
	if !full {
		p.begun[state] = b
	}
	p.mu.Unlock()
	if full {
		return errors.New("too many people are signing in")
	}
	http.SetCookie(w, &http.Cookie{Name: stateCookie, Value: state, Path: "/", MaxAge: int(signInTime / time.Second), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.Redirect(w, r, p.config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(b.verifier)), http.StatusSeeOther)
	return nil
}

// inSite reports whether a path leads to a page of this desk and nowhere else.
func inSite(path string) bool {
	return strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "//") && !strings.ContainsAny(path, "\\\r\n\t")
}

// finish takes the provider's answer and starts a session.
func (d *Desk) finish(w http.ResponseWriter, r *http.Request) error {
	state := r.URL.Query().Get("state")
	c, err := r.Cookie(stateCookie)
	if err != nil || state == "" || subtle.ConstantTimeCompare([]byte(c.Value), []byte(state)) != 1 {
		return errors.New("it was not begun in this browser")
	}
	p := &d.oidc
	p.mu.Lock()
	b, ok := p.begun[state]
	delete(p.begun, state)
	p.mu.Unlock()
	if !ok || d.o.Now().After(b.until) {
		return errors.New("it took too long, or was done before; begin again")
	}
	ctx, err := d.find(r.Context())
	if err != nil {
		return err
	}
	name, err := d.redeem(ctx, r.URL.Query().Get("code"), b)
	if err != nil {
		return err
	}
	session, err := d.start(r.Context(), r, name)
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: stateCookie, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	http.SetCookie(w, session)
	http.Redirect(w, r, b.next, http.StatusSeeOther)
	return nil
}

// claims are what the provider says about somebody.
type claims struct {
	Email    string `json:"email"`
	Verified bool   `json:"email_verified"`
}

// redeem changes the provider's code for who it is.
func (d *Desk) redeem(ctx context.Context, code string, b begun) (string, error) {
	t, err := d.oidc.config.Exchange(ctx, code, oauth2.VerifierOption(b.verifier))
	if err != nil {
		return "", err
	}
	raw, ok := t.Extra("id_token").(string)
	if !ok {
		return "", errors.New("the provider sent no identity")
	}
	id, err := d.oidc.verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(b.nonce)) != 1 {
		return "", errors.New("the identity is for another sign-in")
	}
	var c claims
	if err := id.Claims(&c); err != nil {
		return "", err
	}
	return d.accountOf(ctx, id.Issuer+" "+id.Subject, c)
}

// accountOf is the account of somebody whom the provider vouches for: the one
// that is theirs already; or one whose name is their verified address and that
// has neither password nor subject; or a new one.
func (d *Desk) accountOf(ctx context.Context, subject string, c claims) (string, error) {
	list, err := d.Accounts(ctx)
	if err != nil {
		return "", err
	}
	for _, a := range list {
		if a.Subject == subject {
			if a.Locked {
				return "", errors.New("the account is locked")
			}
			return a.Name, nil
		}
	}
	name := strings.ToLower(c.Email)
	if !c.Verified || !nameForm.MatchString(name) {
		return "", errors.New("the provider vouches for no address of yours")
	}
	change := Change{Subject: &subject}
	var there *Account
	err = d.o.Store.View(ctx, func(tx store.Reader) error {
		a, err := account(tx, name)
		if err == nil {
			there = &a
		}
		return err
	})
	switch {
	case there != nil && (there.Hash != "" || there.Subject != "" || there.Locked):
		return "", errors.New("the account of that name is not yours")
	case there == nil && !errors.Is(err, store.ErrNotFound):
		return "", err
	case there == nil && d.o.OIDC.Default == Nobody:
		return "", errors.New("you have no account here; ask an admin of the desk")
	case there == nil:
		change.Role = &d.o.OIDC.Default
	}
	_, err = d.SetAccount(ctx, name, name, change)
	return name, err
}

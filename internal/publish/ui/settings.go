package ui

import (
	"errors"
	"net/http"
	"time"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// settingsPage is what a person can set, and for admins who there is.
type settingsPage struct {
	Theme    string
	Accounts []people.Account
	Sessions []people.Session
	Counts   store.Counts
	Desk     bool
}

func (d *Desk) settings(w http.ResponseWriter, r *http.Request) error {
	p := &settingsPage{Desk: d.o.Desk != nil}
	if c, err := r.Cookie(themeCookie); err == nil {
		p.Theme = c.Value
	}
	who := people.From(r.Context())
	if d.o.Desk != nil {
		var err error
		if p.Sessions, err = d.o.Desk.Sessions(r.Context(), who.Name); err != nil {
			return err
		}
		if !who.Role.Under(people.Admin) {
			if p.Accounts, err = d.o.Desk.Accounts(r.Context()); err != nil {
				return err
			}
		}
	}
	err := d.view(r, func(tx store.Reader) (err error) { p.Counts, err = tx.Counts(); return err })
	if err != nil {
		return err
	}
	d.show(w, r, "settings", "Settings", p)
	return nil
}

func (d *Desk) setTheme(w http.ResponseWriter, r *http.Request) error {
	c := &http.Cookie{Name: themeCookie, Value: r.PostFormValue("theme"), Path: "/", MaxAge: int(365 * 24 * time.Hour / time.Second), SameSite: http.SameSiteLaxMode, HttpOnly: true}
	if c.Value != "light" && c.Value != "dark" {
		c.Value, c.MaxAge = "", -1
	}
	http.SetCookie(w, c)
	http.Redirect(w, r, "/settings?done=saved", http.StatusSeeOther)
	return nil
}

// revoke ends a session of the person.
func (d *Desk) revoke(w http.ResponseWriter, r *http.Request) error {
	if d.o.Desk == nil {
		return store.ErrNotFound
	}
	if err := d.o.Desk.Revoke(r.Context(), people.From(r.Context()), r.PostFormValue("id")); err != nil {
		return err
	}
	http.Redirect(w, r, "/settings?done=saved", http.StatusSeeOther)
	return nil
}

// loginPage is the form, and why the last try failed.
type loginPage struct {
	Name, Why string
	OIDC      bool
}

func (d *Desk) login(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "login", "Sign in", &loginPage{OIDC: d.o.Desk != nil && d.o.Desk.OIDC()})
	return nil
}

func (d *Desk) signIn(w http.ResponseWriter, r *http.Request) error {
	if d.o.Desk == nil {
		return &problem{http.StatusNotImplemented, "Nobody signs in here", "This desk has no accounts."}
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	p := &loginPage{Name: r.PostFormValue("name"), OIDC: d.o.Desk.OIDC()}
	cookie, err := d.o.Desk.SignIn(r.Context(), r, p.Name, r.PostFormValue("password"))
	var many *people.TooMany
	status := http.StatusUnauthorized
	switch {
	case err == nil:
		http.SetCookie(w, cookie)
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	case errors.Is(err, people.ErrCredentials):
		p.Why = "Name and password do not go together."
	case errors.As(err, &many):
		p.Why, status = "Too many tries. Wait a while before the next one.", http.StatusTooManyRequests
	default:
		return err
	}
	d.showAs(w, r, status, leaf{"login", "Sign in", p})
	return nil
}

func (d *Desk) signOut(w http.ResponseWriter, r *http.Request) error {
	if d.o.Desk == nil {
		return store.ErrNotFound
	}
	cookie, err := d.o.Desk.SignOut(r.Context(), people.From(r.Context()))
	if err != nil {
		return err
	}
	http.SetCookie(w, cookie)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
	return nil
}

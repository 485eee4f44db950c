package ui

import (
	"errors"
	"net/http"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

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
		p.Why, status = "Too many tries. Wait "+plural(int(many.Wait.Seconds()+1), "second")+" before the next one.", http.StatusTooManyRequests
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

package ui

import (
	"net/http"
	"time"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// settingsPage is what a person can set, and for admins who there is.
type settingsPage struct {
	Theme    string
	Admin    bool
	Mine     []people.Session
	Others   []people.Session // of everybody else, for admins
	Tokens   []people.Token
	Accounts []people.Account
	Settings people.Settings
	Counts   store.Counts
	Desk     bool
	OIDC     bool
	Roles    []people.Role
	Scopes   []scope
	Once     *once
	Why      string // what was asked for could not be done
}

// once is a secret that is shown this once.
type once struct{ What, For, Secret string }

// scope is what a token can be used for, in words.
type scope struct {
	ID    people.Scope
	About string
}

var scopes = []scope{{people.ScopeRead, "read incidents and articles"}, {people.ScopeAdd, "add articles and feeds"}, {people.ScopeCode, "code by hand, comment"},
	{people.ScopeDecide, "accept, correct, merge"}, {people.ScopeAdmin, "accounts, settings, audit"}}

func (d *Desk) settings(w http.ResponseWriter, r *http.Request) error {
	return d.settingsWith(w, r, http.StatusOK, &settingsPage{})
}

// settingsWith shows the settings with what there is to say at their head.
func (d *Desk) settingsWith(w http.ResponseWriter, r *http.Request, status int, p *settingsPage) error {
	who := people.From(r.Context())
	p.Desk, p.Admin, p.Roles, p.Scopes = d.o.Desk != nil, !who.Role.Under(people.Admin), people.Roles[2:], scopes
	if c, err := r.Cookie(themeCookie); err == nil {
		p.Theme = c.Value
	}
	if d.o.Desk != nil {
		if err := d.settingsOf(r, who, p); err != nil {
			return err
		}
	}
	err := d.view(r, func(tx store.Reader) (err error) { p.Counts, err = tx.Counts(); return err })
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	d.showAs(w, r, status, leaf{"settings", "Settings", p})
	return nil
}

// settingsOf reads sessions and tokens of the person and, for admins, of all,
// with the accounts.
func (d *Desk) settingsOf(r *http.Request, who people.Person, p *settingsPage) (err error) {
	ctx, whose := r.Context(), who.Name
	p.OIDC = d.o.Desk.OIDC()
	if p.Settings, err = d.o.Desk.Settings(ctx); err != nil || who.Role.Under(people.Reader) {
		return err
	}
	if p.Admin {
		whose = ""
		if p.Accounts, err = d.o.Desk.Accounts(ctx); err != nil {
			return err
		}
	}
	list, err := d.o.Desk.Sessions(ctx, whose)
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.Name == who.Name {
			p.Mine = append(p.Mine, s)
		} else {
			p.Others = append(p.Others, s)
		}
	}
	p.Tokens, err = d.o.Desk.Tokens(ctx, whose)
	return err
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

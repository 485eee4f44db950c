package ui

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// keeping is a change of accounts, sessions, tokens or the desk, whose form was
// read; it returns a secret that is shown once, or nil. The store notes every
// change in the audit.
type keeping func(*http.Request, people.Person) (*once, error)

// keep answers a form of the settings: it does the change and leads back to the
// page, or shows the page with a secret, or with why it was not done.
func (d *Desk) keep(do keeping) answer {
	return func(w http.ResponseWriter, r *http.Request) error {
		if d.o.Desk == nil {
			return &problem{http.StatusNotImplemented, "There are no accounts here", "This desk only shows."}
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			return &problem{http.StatusBadRequest, "This form cannot be read", err.Error()}
		}
		shown, err := do(r, people.From(r.Context()))
		switch {
		case err == nil && shown != nil:
			return d.settingsWith(w, r, http.StatusOK, &settingsPage{Once: shown})
		case err == nil:
			http.Redirect(w, r, "/settings?done=saved", http.StatusSeeOther)
			return nil
		}
		for _, known := range []error{people.ErrName, people.ErrRole, people.ErrPassword, people.ErrLastAdmin, people.ErrScope, people.ErrCredentials, errRepeat, errTaken} {
			if errors.Is(err, known) {
				return d.settingsWith(w, r, http.StatusUnprocessableEntity, &settingsPage{Why: sentence(err.Error())})
			}
		}
		return err
	}
}

// Why a form of the settings cannot be kept, beside what package people says.
var (
	errRepeat = errors.New("the new password was not repeated as it was")
	errTaken  = errors.New("there is an account of this name; change it below")
)

// sentence makes a message a sentence.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// makeAccount makes an account with a role and a password: the one given, or
// one that is shown once.
func (d *Desk) makeAccount(r *http.Request, by people.Person) (*once, error) {
	name := strings.ToLower(strings.TrimSpace(r.PostForm.Get("name")))
	list, err := d.o.Desk.Accounts(r.Context())
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Name == name {
			return nil, errTaken
		}
	}
	role, err := people.ParseRole(r.PostForm.Get("role"))
	if err != nil {
		return nil, err
	}
	c := people.Change{Role: &role}
	if r.PostForm.Get("by") == "provider" {
		_, err = d.o.Desk.SetAccount(r.Context(), by.Name, name, c)
		return nil, err
	}
	password := people.NewPassword()
	c.Password = &password
	if _, err := d.o.Desk.SetAccount(r.Context(), by.Name, name, c); err != nil {
		return nil, err
	}
	return &once{"password", name, password}, nil
}

// changeAccount changes the role of an account, locks it or opens it again,
// gives it a new password or removes it.
func (d *Desk) changeAccount(r *http.Request, by people.Person) (*once, error) {
	name, yes, no := r.PathValue("name"), true, false
	var c people.Change
	var shown *once
	switch r.PostForm.Get("do") {
	case "role":
		role, err := people.ParseRole(r.PostForm.Get("role"))
		if err != nil {
			return nil, err
		}
		c.Role = &role
	case "lock":
		c.Locked = &yes
	case "open":
		c.Locked = &no
	case "reset":
		password := people.NewPassword()
		c.Password, shown = &password, &once{"password", name, password}
	case "drop":
		return nil, d.o.Desk.DropAccount(r.Context(), by.Name, name)
	default:
		return nil, &problem{http.StatusBadRequest, "This cannot be done with an account", "Choose one of the buttons beside it."}
	}
	if err := d.there(r, name); err != nil {
		return nil, err
	}
	_, err := d.o.Desk.SetAccount(r.Context(), by.Name, name, c)
	return shown, err
}

// there fails where there is no account of that name.
func (d *Desk) there(r *http.Request, name string) error {
	list, err := d.o.Desk.Accounts(r.Context())
	if err != nil {
		return err
	}
	for i := range list {
		if list[i].Name == name {
			return nil
		}
	}
	return store.ErrNotFound
}

// setPassword changes the person's own password.
func (d *Desk) setPassword(r *http.Request, p people.Person) (*once, error) {
	f := r.PostForm
	if f.Get("new") != f.Get("again") {
		return nil, errRepeat
	}
	return nil, d.o.Desk.SetPassword(r.Context(), p, f.Get("old"), f.Get("new"))
}

// endSession ends a session of the person or, for admins, anybody's.
func (d *Desk) endSession(r *http.Request, p people.Person) (*once, error) {
	return nil, d.o.Desk.Revoke(r.Context(), p, r.PostForm.Get("id"))
}

// makeToken makes a token of the person's account, which is shown once.
func (d *Desk) makeToken(r *http.Request, p people.Person) (*once, error) {
	var list []people.Scope
	for _, s := range r.PostForm["scope"] {
		list = append(list, people.Scope(s))
	}
	days, err := strconv.Atoi(r.PostForm.Get("days"))
	if err != nil || days < 0 || days > 3660 {
		return nil, &problem{http.StatusBadRequest, "This is no number of days", "A token lasts for 1 to 3660 days, or 0 for without end."}
	}
	t, secret, err := d.o.Desk.MakeToken(r.Context(), p, strings.TrimSpace(r.PostForm.Get("label")), list, days)
	if err != nil {
		return nil, err
	}
	return &once{"token", t.Label, secret}, nil
}

// endToken ends a token of the person or, for admins, anybody's.
func (d *Desk) endToken(r *http.Request, p people.Person) (*once, error) {
	return nil, d.o.Desk.DropToken(r.Context(), p, r.PostForm.Get("id"))
}

// setDesk changes the settings of the desk.
func (d *Desk) setDesk(r *http.Request, by people.Person) (*once, error) {
	f := r.PostForm
	s := people.Settings{Title: strings.TrimSpace(f.Get("title")), Notice: strings.TrimSpace(f.Get("notice")), Guests: f.Get("guests") != ""}
	if len(s.Title) > 100 || len(s.Notice) > 2000 {
		return nil, &problem{http.StatusUnprocessableEntity, "This is too long", "A title has at most 100 signs, a notice 2,000."}
	}
	return nil, d.o.Desk.SetSettings(r.Context(), by.Name, s)
}

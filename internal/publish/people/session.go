package people

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"sayso/internal/store"
)

// Session is a browser in which somebody signed in.
type Session struct {
	ID      string    `json:"id"` // SHA-256 of the secret in the cookie
	Name    string    `json:"name"`
	Created time.Time `json:"created"`
	Seen    time.Time `json:"seen"` // to some minutes
	Agent   string    `json:"agent"`
	Address string    `json:"address"`
}

const (
	cookieName = "__Host-sayso"
	idle       = 7 * 24 * time.Hour  // a session that nobody uses ends
	longest    = 30 * 24 * time.Hour // every session ends
	seenEvery  = 5 * time.Minute
)

// ErrCredentials is returned for a name and password that do not go together.
var ErrCredentials = errors.New("name and password do not go together")

// SignIn checks a password and starts a session, whose cookie it returns. It
// fails with [ErrCredentials] or, after too many of those, with [*TooMany].
func (d *Desk) SignIn(ctx context.Context, r *http.Request, name, password string) (*http.Cookie, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	keys := []string{"pair " + name + " " + d.address(r), "address " + d.address(r), "name " + name}
	if wait := d.tries.wait(keys, d.o.Now()); wait > 0 {
		return nil, &TooMany{wait}
	}
	var a Account
	err := d.o.Store.View(ctx, func(tx store.Reader) (err error) { a, err = account(tx, name); return err })
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	hash := nobodys
	if a.Hash != "" {
		hash = a.Hash
	}
	ok, err := matches(ctx, password, hash)
	if err != nil {
		return nil, err
	}
	if !ok || a.Name == "" || a.Locked {
		d.tries.failed(keys, d.o.Now())
		return nil, ErrCredentials
	}
	d.tries.forget(keys[:1])
	return d.start(ctx, r, a.Name)
}

// start begins a session.
func (d *Desk) start(ctx context.Context, r *http.Request, name string) (*http.Cookie, error) {
	out, kept := secret("")
	now := d.o.Now().UTC()
	s := Session{ID: kept, Name: name, Created: now, Seen: now, Agent: cut(r.UserAgent(), 200), Address: d.address(r)}
	err := d.o.Store.Update(ctx, func(tx store.Writer) error {
		if err := d.sweep(tx); err != nil {
			return err
		}
		if err := putSession(tx, s); err != nil {
			return err
		}
		return store.Note(tx, d.act(name), "sign-in", "session "+s.ID, "")
	})
	return cookie(out, int(longest/time.Second)), err
}

// cookie is the session's: for this host alone, never over an open line, never
// for scripts, not with requests that other sites start.
func cookie(value string, age int) *http.Cookie {
	return &http.Cookie{Name: cookieName, Value: value, Path: "/", MaxAge: age, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
}

// SignOut ends the person's session and returns the cookie that takes theirs
// away.
func (d *Desk) SignOut(ctx context.Context, p Person) (*http.Cookie, error) {
	if p.Session == "" {
		return cookie("", -1), nil
	}
	return cookie("", -1), d.Revoke(ctx, p, p.Session)
}

// Sessions lists the sessions of an account or, for "", of all.
func (d *Desk) Sessions(ctx context.Context, name string) ([]Session, error) {
	out := []Session{}
	err := d.o.Store.View(ctx, func(tx store.Reader) error {
		list, err := all[Session](tx, store.KeyedSession)
		for _, s := range list {
			if (name == "" || s.Name == name) && d.lives(&s) {
				out = append(out, s)
			}
		}
		return err
	})
	return out, err
}

// Revoke ends a session: the person's own or, for admins, anybody's.
func (d *Desk) Revoke(ctx context.Context, p Person, id string) error {
	return d.o.Store.Update(ctx, func(tx store.Writer) error {
		s, err := session(tx, id)
		if err != nil {
			return err
		}
		if s.Name != p.Name && p.Role.Under(Admin) {
			return store.ErrNotFound
		}
		return d.end(tx, p.Name, &s)
	})
}

func (d *Desk) end(tx store.Writer, by string, s *Session) error {
	return errors.Join(tx.DropKeyed(store.KeyedSession, s.ID), store.Note(tx, d.act(by), "sign-out", "session "+s.ID, ""))
}

// signOutAll ends the sessions of an account.
func (d *Desk) signOutAll(tx store.Writer, by, name string) error {
	list, err := all[Session](tx, store.KeyedSession)
	for i := range list {
		if list[i].Name == name {
			err = errors.Join(err, d.end(tx, by, &list[i]))
		}
	}
	return err
}

// sweep removes sessions that have ended by themselves.
func (d *Desk) sweep(tx store.Writer) error {
	list, err := all[Session](tx, store.KeyedSession)
	for i := range list {
		if !d.lives(&list[i]) {
			err = errors.Join(err, tx.DropKeyed(store.KeyedSession, list[i].ID))
		}
	}
	return err
}

func (d *Desk) lives(s *Session) bool {
	now := d.o.Now()
	return now.Before(s.Seen.Add(idle)) && now.Before(s.Created.Add(longest))
}

// bySession is who a cookie's session belongs to; the zero Person where there
// is none that lives.
func (d *Desk) bySession(ctx context.Context, value string) (Person, error) {
	id := keep(value)
	var s Session
	var a Account
	err := d.o.Store.View(ctx, func(tx store.Reader) (err error) {
		if s, err = session(tx, id); err != nil {
			return err
		}
		a, err = account(tx, s.Name)
		return err
	})
	if errors.Is(err, store.ErrNotFound) || err == nil && (a.Locked || !d.lives(&s)) {
		return Person{}, nil
	}
	if err == nil && d.o.Now().Sub(s.Seen) > seenEvery {
		s.Seen = d.o.Now().UTC()
		err = d.o.Store.Update(ctx, func(tx store.Writer) error {
			if _, err := session(tx, id); err != nil { // it was revoked meanwhile
				return err
			}
			return putSession(tx, s)
		})
		if errors.Is(err, store.ErrNotFound) {
			return Person{}, nil
		}
	}
	return Person{Name: a.Name, Role: a.Role, Session: s.ID}, err
}

func session(tx store.Reader, id string) (s Session, err error) {
	k, err := tx.Keyed(store.KeyedSession, id)
	if err != nil {
		return s, err
	}
	return s, json.Unmarshal(k.Value, &s)
}

func putSession(tx store.Writer, s Session) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return tx.PutKeyed(store.Keyed{Kind: store.KeyedSession, Key: s.ID, Value: b})
}

func cut(s string, n int) string {
	s = strings.ToValidUTF8(s, "")
	if len(s) > n {
		s = strings.ToValidUTF8(s[:n], "")
	}
	return s
}

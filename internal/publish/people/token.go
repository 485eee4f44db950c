package people

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"sayso/internal/store"
)

// Token lets a program act for an account, within scopes.
type Token struct {
	ID      string  `json:"id"` // SHA-256 of the secret
	Name    string  `json:"name"`
	Label   string  `json:"label"` // what it is for
	Scopes  []Scope `json:"scopes"`
	Created string  `json:"created"`           // RFC 3339
	Expires string  `json:"expires,omitempty"` // RFC 3339; "" for never
}

// tokenPrefix makes tokens easy to find where they leaked.
const tokenPrefix = "sayso_"

// ErrScope is returned for a token without scopes or with unknown ones.
var ErrScope = errors.New("a token has one or more of the scopes read, add, code, decide, admin")

// MakeToken makes a token of the person's account, for so many days or, for 0,
// without end. The secret is shown this once.
func (d *Desk) MakeToken(ctx context.Context, p Person, label string, scopes []Scope, days int) (t Token, secretOnce string, err error) {
	if len(scopes) == 0 || slices.ContainsFunc(scopes, func(s Scope) bool { return !slices.Contains(Scopes, s) }) {
		return t, "", ErrScope
	}
	if p.Local || p.Token != "" {
		return t, "", fmt.Errorf("%w: tokens are made by people with an account", store.ErrNotFound)
	}
	out, kept := secret(tokenPrefix)
	slices.Sort(scopes)
	now := d.o.Now().UTC()
	t = Token{ID: kept, Name: p.Name, Label: cut(label, 100), Scopes: slices.Compact(scopes), Created: now.Format(time.RFC3339)}
	if days > 0 {
		t.Expires = now.AddDate(0, 0, days).Format(time.RFC3339)
	}
	return t, out, d.o.Store.Update(ctx, func(tx store.Writer) error { return put(tx, d.act(p.Name), store.KeyedToken, t.ID, t) })
}

// Tokens lists the tokens of an account or, for "", of all.
func (d *Desk) Tokens(ctx context.Context, name string) (out []Token, err error) {
	err = d.o.Store.View(ctx, func(tx store.Reader) (err error) { out, err = tokensOf(tx, name); return err })
	return out, err
}

func tokensOf(tx store.Reader, name string) ([]Token, error) {
	list, err := all[Token](tx, store.KeyedToken)
	return slices.DeleteFunc(list, func(t Token) bool { return name != "" && t.Name != name }), err
}

// DropToken ends a token: the person's own or, for admins, anybody's.
func (d *Desk) DropToken(ctx context.Context, p Person, id string) error {
	return d.o.Store.Update(ctx, func(tx store.Writer) error {
		t, err := token(tx, id)
		if err != nil {
			return err
		}
		if t.Name != p.Name && p.Role.Under(Admin) {
			return store.ErrNotFound
		}
		return store.Discard(tx, d.act(p.Name), store.KeyedToken, id)
	})
}

func token(tx store.Reader, id string) (t Token, err error) {
	k, err := tx.Keyed(store.KeyedToken, id)
	if err != nil {
		return t, err
	}
	return t, json.Unmarshal(k.Value, &t)
}

// byToken is who a program with an Authorization header acts for; ok is false
// for one that is none of ours or has ended.
func (d *Desk) byToken(ctx context.Context, header string) (p Person, ok bool, err error) {
	value, bearer := strings.CutPrefix(header, "Bearer ")
	if !bearer || !strings.HasPrefix(value, tokenPrefix) {
		return p, false, nil
	}
	var t Token
	var a Account
	err = d.o.Store.View(ctx, func(tx store.Reader) (err error) {
		if t, err = token(tx, keep(value)); err != nil {
			return err
		}
		a, err = account(tx, t.Name)
		return err
	})
	if errors.Is(err, store.ErrNotFound) || err == nil && (a.Locked || t.Expires != "" && t.Expires <= d.o.Now().UTC().Format(time.RFC3339)) {
		return p, false, nil
	}
	return Person{Name: a.Name, Role: a.Role, Token: t.ID, Scopes: t.Scopes}, err == nil, err
}

package people

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"sayso/internal/store"
)

// Account is somebody who may sign in.
type Account struct {
	Name    string `json:"name"`
	Role    Role   `json:"role"`
	Locked  bool   `json:"locked,omitempty"`  // may not sign in for now
	Hash    string `json:"hash,omitempty"`    // of the password; "" for none
	Subject string `json:"subject,omitempty"` // issuer and subject of an identity provider
	Created string `json:"created"`           // RFC 3339
}

// Ways are the ways in which somebody signs in, in words.
func (a *Account) Ways() string {
	switch {
	case a.Hash != "" && a.Subject != "":
		return "password, provider"
	case a.Hash != "":
		return "password"
	case a.Subject != "":
		return "provider"
	}
	return "-"
}

// Errors of accounts that callers tell apart.
var (
	ErrName      = errors.New("a name has 1 to 64 lower-case letters, digits and . _ @ + -, and starts with a letter or digit")
	ErrLastAdmin = errors.New("the desk needs an admin whose account is not locked")
)

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._@+-]{0,63}$`)

// Change is what to change of an account; nil members stay.
type Change struct {
	Role     *Role
	Password *string
	Locked   *bool
	Subject  *string
}

// Act is who acts now, for the store.
func (d *Desk) Act(by string) store.Act { return d.act(by) }

func (d *Desk) act(by string) store.Act {
	return store.Act{By: by, At: d.o.Now().UTC().Format(time.RFC3339)}
}

// SetAccount makes or changes an account. A new one needs a role. Whose
// password or lock changes is signed out everywhere.
func (d *Desk) SetAccount(ctx context.Context, by, name string, c Change) (Account, error) {
	name = strings.ToLower(name)
	if !nameForm.MatchString(name) {
		return Account{}, ErrName
	}
	hash := ""
	if c.Password != nil {
		if err := checkPassword(*c.Password); err != nil {
			return Account{}, err
		}
		var err error
		if hash, err = hashPassword(ctx, *c.Password); err != nil {
			return Account{}, err
		}
	}
	var a Account
	err := d.o.Store.Update(ctx, func(tx store.Writer) error {
		var err error
		if a, err = account(tx, name); errors.Is(err, store.ErrNotFound) {
			a, err = Account{Name: name, Created: d.act(by).At}, nil
		}
		if err != nil {
			return err
		}
		if c.Role != nil {
			a.Role = *c.Role
		}
		if _, err := ParseRole(string(a.Role)); err != nil {
			return err
		}
		if c.Password != nil {
			a.Hash = hash
		}
		if c.Subject != nil {
			a.Subject = *c.Subject
		}
		if c.Locked != nil {
			a.Locked = *c.Locked
		}
		if err := put(tx, d.act(by), store.KeyedAccount, name, a); err != nil {
			return err
		}
		if c.Password != nil || a.Locked {
			if err := d.signOutAll(tx, by, name); err != nil {
				return err
			}
		}
		return anyAdmin(tx)
	})
	return a, err
}

// DropAccount removes an account with its sessions and tokens.
func (d *Desk) DropAccount(ctx context.Context, by, name string) error {
	return d.o.Store.Update(ctx, func(tx store.Writer) error {
		if err := store.Discard(tx, d.act(by), store.KeyedAccount, name); err != nil {
			return err
		}
		tokens, err := tokensOf(tx, name)
		for _, t := range tokens {
			err = errors.Join(err, store.Discard(tx, d.act(by), store.KeyedToken, t.ID))
		}
		return errors.Join(err, d.signOutAll(tx, by, name), anyAdmin(tx))
	})
}

// Accounts lists the accounts by name.
func (d *Desk) Accounts(ctx context.Context) (out []Account, err error) {
	err = d.o.Store.View(ctx, func(tx store.Reader) (err error) {
		out, err = all[Account](tx, store.KeyedAccount)
		return err
	})
	return out, err
}

// anyAdmin fails where nobody could administer the desk: with an account, there
// must be one of an admin, or the desk could never be opened again.
func anyAdmin(tx store.Reader) error {
	list, err := all[Account](tx, store.KeyedAccount)
	for i := range list {
		if a := &list[i]; a.Role == Admin && !a.Locked {
			return err
		}
	}
	return errors.Join(err, ErrLastAdmin)
}

func account(tx store.Reader, name string) (a Account, err error) {
	k, err := tx.Keyed(store.KeyedAccount, name)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal(k.Value, &a)
}

// all reads the keyed records of a kind, by key.
func all[T any](tx store.Reader, kind string) ([]T, error) {
	list, err := tx.KeyedOf(kind, "", 0)
	if err != nil {
		return nil, err
	}
	out := make([]T, len(list))
	for i := range list {
		if err := json.Unmarshal(list[i].Value, &out[i]); err != nil {
			return nil, fmt.Errorf("%w: %s %s: %w", store.ErrBroken, kind, list[i].Key, err)
		}
	}
	return out, nil
}

// put keeps a record that the audit watches over.
func put(tx store.Writer, act store.Act, kind, key string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return store.Keep(tx, act, store.Keyed{Kind: kind, Key: key, Value: b})
}

// SetPassword changes the person's own password, which ends their sessions. It
// fails with [ErrCredentials] where old is not the one in force.
func (d *Desk) SetPassword(ctx context.Context, p Person, old, password string) error {
	var a Account
	err := d.o.Store.View(ctx, func(tx store.Reader) (err error) { a, err = account(tx, p.Name); return err })
	if err != nil {
		return err
	}
	ok, err := matches(ctx, old, a.Hash)
	switch {
	case err != nil:
		return err
	case !ok:
		return ErrCredentials
	}
	_, err = d.SetAccount(ctx, p.Name, p.Name, Change{Password: &password})
	return err
}

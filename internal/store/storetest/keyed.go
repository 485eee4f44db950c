package storetest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sayso/internal/store"
	"sayso/internal/store/memory"
)

func keyed(t *testing.T, st store.Store) {
	add(t, st, Story("a", "Fire", "A fire."), Story("b", "Flood", "A flood."))
	update(t, st, func(tx store.Writer) error {
		return errors.Join(
			store.Keep(tx, act, store.Keyed{Kind: store.KeyedAccount, Key: "bob", Value: []byte(`{"role":"reader"}`)}),
			store.Keep(tx, act, store.Keyed{Kind: store.KeyedAccount, Key: "ann", Value: []byte(`{"role":"admin"}`)}),
			store.Keep(tx, act, store.Keyed{Kind: store.KeyedAccount, Key: "bob", Value: []byte(`{"role":"coder"}`)}),
			store.Keep(tx, act, store.Keyed{Kind: store.KeyedCoding, Key: store.CodingKey("a", "ann"), Value: []byte(`1`)}),
			store.Keep(tx, act, store.Keyed{Kind: store.KeyedCoding, Key: store.CodingKey("b", "ann"), Value: []byte(`2`)}),
			tx.PutKeyed(store.Keyed{Kind: store.KeyedSession, Key: "x", Value: []byte("\x00\xff")}),
			store.Note(tx, act, "sign-in", "ann", ""))
	})
	update(t, st, func(tx store.Writer) error {
		if err := tx.PutKeyed(store.Keyed{Kind: store.KeyedSession}); err == nil {
			t.Error("a record without a key was kept")
		}
		if err := store.Note(tx, act, "decide", "d1", ""); err == nil {
			t.Error("an action of the store's own was noted from outside")
		}
		if err := store.Discard(tx, act, store.KeyedAccount, "cleo"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("discard: %v", err)
		}
		return nil
	})
	same(t, "accounts", keys(t, st, store.KeyedAccount, ""), "ann bob")
	same(t, "after ann", keys(t, st, store.KeyedAccount, "ann"), "bob")
	same(t, "session", keys(t, st, store.KeyedSession, ""), "x")
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Keyed(store.KeyedAccount, "bob")
		same(t, "bob", string(got.Value), `{"role":"coder"}`)
		if _, err := tx.Keyed(store.KeyedAccount, "x"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("account x: %v", err)
		}
		return err
	})
	check(t, st)
	to := memory.New()
	if err := store.Copy(context.Background(), st, to); err != nil {
		t.Error(err)
	}
	same(t, "copied", keys(t, to, "", ""), keys(t, st, "", ""))
	forged(t, st)
}

func keys(t *testing.T, st store.Store, kind, after string) string {
	var out []string
	view(t, st, func(tx store.Reader) error {
		list, err := tx.KeyedOf(kind, after, 0)
		for _, k := range list {
			out = append(out, k.Key)
		}
		return err
	})
	return strings.Join(out, " ")
}

// forged: verification finds accounts that did not come in through the door,
// and what is taken down takes its codings along.
func forged(t *testing.T, st store.Store) {
	update(t, st, func(tx store.Writer) error {
		_, err := store.TakeDown(tx, store.Takedown{Act: act, Article: "a"})
		return errors.Join(err, store.Discard(tx, act, store.KeyedAccount, "bob"))
	})
	same(t, "codings", keys(t, st, store.KeyedCoding, ""), store.CodingKey("b", "ann"))
	check(t, st)
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutKeyed(store.Keyed{Kind: store.KeyedAccount, Key: "eve", Value: []byte(`{"role":"admin"}`)}),
			tx.PutKeyed(store.Keyed{Kind: store.KeyedAccount, Key: "ann", Value: []byte(`{"role":"admin","password":"x"}`)}),
			tx.DropKeyed(store.KeyedCoding, store.CodingKey("b", "ann")))
	})
	_, _, found, err := store.Verify(context.Background(), st)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range found {
		lines = append(lines, f.String())
	}
	same(t, "found", lines, []string{"account ann: was changed", "account eve: the audit does not know it",
		"record coding " + store.CodingKey("b", "ann") + ": was kept and is not there"})
}

package storetest

import (
	"errors"
	"testing"

	"sayso"
	"sayso/internal/store"
)

// captions are kept apart from what is read, found by their words, part of what
// the audit vouches for, and reached by a take-down.
func captions(t *testing.T, st store.Store) {
	a, b := Story("a", "Fire", "A fire."), Story("b", "Flood", "A flood.")
	a.Article.Captions = "José Pérez at the fire. Photo: Reuters\n\nA street."
	a.Article.Quotes = []sayso.Span{{Start: 6, End: 13}}
	add(t, st, a, b)
	a.Article.Quotes[0].Start = 99
	check(t, st)
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Article("a")
		same(t, "captions", got.Captions, a.Article.Captions)
		same(t, "block quotes", got.Quotes, []sayso.Span{{Start: 6, End: 13}})
		got.Quotes[0].Start = 99 // what was handed out is the caller's
		same(t, "what is read", got.Reading(), "Fire\n\nA fire.")
		found, err2 := tx.ArticlesWith("perez", store.Page{})
		same(t, "found by a caption", ids(found), []string{"a"})
		return errors.Join(err, err2)
	})
	coded := func() (out []string) {
		view(t, st, func(tx store.Reader) (err error) { out, err = tx.Pending(store.StepCode, "1", "", 0); return err })
		return out
	}
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutCursor(store.Cursor{Step: store.StepCode, Version: "1", Article: "a"}), tx.PutCursor(store.Cursor{Step: store.StepCode, Version: "1", Article: "b"}))
	})
	b.Article.Captions = "Ann Lee in a boat."
	update(t, st, func(tx store.Writer) error {
		other := b.Article
		other.Text = "Another text."
		if err := store.Amend(tx, act, store.Article{Article: other}); !errors.Is(err, store.ErrDiffers) {
			t.Errorf("another text: %v", err)
		}
		return store.Amend(tx, act, store.Article{Article: b.Article, Raw: b.Raw.Digest})
	})
	same(t, "to be coded again", coded(), []string(nil))
	check(t, st)
	same(t, "touched", take(t, st, store.Takedown{Name: "jose perez"}), []string{"a"})
	same(t, "touched", take(t, st, store.Takedown{Article: "b"}), []string{"b"})
	check(t, st)
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Article("a")
		same(t, "without the name", got.Captions, "xxxxx xxxxxx at the fire. Photo: Reuters\n\nA street.")
		none, err2 := tx.Article("b")
		same(t, "taken", none.Captions, "")
		stones, err3 := tx.Tombstones("b")
		same(t, "its digest", stones[0].Digest, sayso.DigestOf([]byte("Flood\n\nA flood.\x00Ann Lee in a boat.")))
		left, err4 := tx.ArticlesWith("lee", store.Page{})
		same(t, "found by a caption", ids(left), []string(nil))
		return errors.Join(err, err2, err3, err4)
	})
}

package storetest

import (
	"errors"
	"fmt"
	"testing"

	"sayso/internal/store"
)

// filings are found by their keys, linked from both ends, and leave nothing
// behind.
func filings(t *testing.T, st store.Store) {
	add(t, st, Story("a", "Fire", "A fire."), Story("b", "Blaze", "A blaze."), Story("c", "Flood", "A flood."))
	a := store.Filing{Article: "a", Keys: []uint64{1, 1 << 63, 1<<64 - 1}, Links: []store.Link{{Report: "ia", Other: "ib", OtherArticle: "b"}}}
	b := store.Filing{Article: "b", Keys: []uint64{1, 7}, Links: []store.Link{{Report: "ib", Other: "ic", OtherArticle: "c"}, {Report: "ib", Other: "ia", OtherArticle: "a"}}}
	update(t, st, func(tx store.Writer) error { return errors.Join(tx.PutFiling(a), tx.PutFiling(b)) })
	b.Links[0], b.Links[1] = b.Links[1], b.Links[0]
	shows := func(what string, want ...string) {
		t.Helper()
		var got []string
		view(t, st, func(tx store.Reader) error {
			one, err := tx.FiledUnder([]uint64{1})
			high, err2 := tx.FiledUnder([]uint64{1<<64 - 1, 7, 9})
			none, err3 := tx.FiledUnder(nil)
			links, err4 := tx.LinksOf("ib")
			got = []string{fmt.Sprint(one), fmt.Sprint(high), fmt.Sprint(none), fmt.Sprint(links)}
			return errors.Join(err, err2, err3, err4)
		})
		same(t, what, got, want)
	}
	shows("filed", "[a b]", "[a b]", "[]", "[{ib ia a} {ib ic c}]")
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Filing("a")
		same(t, "filing", got, a)
		linked, err2 := tx.Filing("c")
		same(t, "linked alone", linked, store.Filing{Article: "c", Links: []store.Link{{Report: "ic", Other: "ib", OtherArticle: "b"}}})
		none, err3 := tx.Filing("x")
		same(t, "not filed", none, store.Filing{})
		return errors.Join(err, err2, err3)
	})
	a.Keys, a.Links = []uint64{5}, nil
	update(t, st, func(tx store.Writer) error { return tx.PutFiling(a) })
	shows("filed otherwise", "[b]", "[b]", "[]", "[{ib ic c}]")
	update(t, st, func(tx store.Writer) error { return errors.Join(tx.DropFiling("b"), tx.DropFiling("x")) })
	shows("taken back", "[]", "[]", "[]", "[]")
}

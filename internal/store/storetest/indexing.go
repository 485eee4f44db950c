package storetest

import (
	"errors"
	"fmt"
	"testing"

	"sayso"
	"sayso/internal/store"
)

// indexing: the generation grows with what is done to incidents and with
// nothing else, and what changed after one is told with all its facts.
func indexing(t *testing.T, st store.Store) {
	generation := func() (n int64) {
		t.Helper()
		view(t, st, func(tx store.Reader) (err error) { n, err = tx.Generation(); return err })
		return n
	}
	changes := func(after int64) string {
		t.Helper()
		out := ""
		view(t, st, func(tx store.Reader) error {
			list, err := tx.Changes(after, 0)
			for _, c := range list {
				if out += "-"; c.Facts != nil {
					out = out[:len(out)-1] + c.Facts.Brief.ID + ":" + fmt.Sprint(len(c.Facts.Words) > 0, len(c.Facts.Articles))
				}
				out += " "
			}
			return err
		})
		return out
	}
	one := bombing("i1", [2]int{2, 2}, [2]float64{6, 121}, "first")
	one.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "the Abu Sayyaf Group", ID: "abu-sayyaf"}, {Name: "Abu Sayyaf", ID: "abu-sayyaf"}, {Name: "gunmen", Generic: true}, {Name: "José"}}
	first := generation()
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutIncident(one), tx.PutIncident(bombing("i2", [2]int{3, 3}, [2]float64{34, 44}, "second")))
	})
	second := generation()
	add(t, st, Story("a", "Fire", "A fire."))
	if err := st.Update(t.Context(), func(tx store.Writer) error { return errors.Join(tx.DropIncident("i1"), errors.New("no")) }); err == nil {
		t.Error("a failed update went through")
	}
	if generation() != second || second <= first {
		t.Errorf("%d, then %d, then %d", first, second, generation())
	}
	one.Articles = []string{"x"}
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutIncident(one), tx.DropIncident("i2"), tx.DropIncident("none"))
	})
	if got := changes(second); got != "i1:true 1 - " || changes(generation()) != "" {
		t.Errorf("changed: %s", got)
	}
	update(t, st, func(tx store.Writer) error {
		return tx.PutIncident(bombing("i2", [2]int{3, 3}, [2]float64{34, 44}, "again"))
	})
	atNumbers(t, st)
}

// atNumbers: rows come in pages, and what stands at a number is read by it.
func atNumbers(t *testing.T, st store.Store) {
	t.Helper()
	view(t, st, func(tx store.Reader) error {
		rows, err := tx.Rows(0, 1)
		more, err2 := tx.Rows(rows[0].N, 5)
		if len(rows) != 1 || rows[0].ID != "i1" || len(more) != 1 || more[0].ID != "i2" || more[0].N <= rows[0].N {
			t.Errorf("%+v, then %+v", rows, more)
		}
		back, err3 := tx.IncidentsAt([]int64{more[0].N, rows[0].N})
		if len(back) != 2 || back[0].ID != "i2" || back[1].ID != "i1" {
			t.Errorf("%+v", back)
		}
		if _, err := tx.BriefsAt([]int64{rows[0].N, 1 << 40}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a number that is none: %v", err)
		}
		named, err4 := tx.Named(store.Query{}, store.TermActor)
		same(t, "named", fmt.Sprintf("%d: %s, %s", len(named), named[0].Key(), named[1].Key()), "2: José, abu-sayyaf")
		if _, err := tx.Named(store.Query{}, "type"); err == nil {
			t.Error("types were named")
		}
		return errors.Join(err, err2, err3, err4)
	})
}

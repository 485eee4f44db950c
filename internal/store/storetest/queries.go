package storetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
)

// filtered are three incidents that differ in all that is asked for.
func filtered(t testing.TB, st store.Store) {
	t.Helper()
	one, ten := 1, 10
	a, b, c := bombing("i1", [2]int{2, 2}, [2]float64{6, 121}, "first"), bombing("i2", [2]int{3, 3}, [2]float64{34, 44}, "second"), sayso.Incident{ID: "i3", Type: "protest", Salience: sayso.SalienceBackground}
	a.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "the Abu Sayyaf Group", ID: "abu-sayyaf"}}
	a.Deaths, b.Deaths = &sayso.Deaths{Best: &one}, &sayso.Deaths{Best: &ten}
	a.Claims = []sayso.Claim{{N: 1, About: sayso.AboutIncident, Stance: sayso.StanceClaimed}, {N: 2, About: sayso.AboutIncident, Stance: sayso.StanceAsserted}, {N: 3, About: "count:killed", Stance: sayso.StanceDenied}}
	a.Fields = []sayso.Field{{Name: "when", For: []int{1}, Against: []int{2}}}
	a.Origins, b.Origins = make([]sayso.Origin, 2), make([]sayso.Origin, 1)
	a.Status, b.Status = sayso.StatusOccurred, sayso.StatusAttempted
	b.Where.ID, b.Where.Name, b.Where.Country = "geonames:98182", "Baghdad", "IQ"
	b.Review = sayso.ReviewAccepted
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutIncident(a), tx.PutIncident(b), tx.PutFound(b), tx.PutIncident(c))
	})
}

func filters(t *testing.T, st store.Store) {
	filtered(t, st)
	one, ten := 1, 10
	view(t, st, func(tx store.Reader) error {
		for _, c := range []struct {
			q    store.Query
			want string
		}{
			{store.Query{Types: []string{"protest", "x"}}, "i3"}, {store.Query{Countries: []string{"IQ", "PH"}}, "i1 i2"}, {store.Query{Actor: "abu-sayyaf"}, "i1"}, {store.Query{Actor: "SAYYAF abu"}, "i1"},
			{store.Query{Actor: "sayyaf hamas"}, ""}, {store.Query{Actor: "?"}, ""}, {store.Query{Place: "geonames:98182"}, "i2"}, {store.Query{Place: "jolo"}, "i1"}, {store.Query{MinDeaths: &one}, "i1 i2"},
			{store.Query{MinDeaths: &ten}, "i2"}, {store.Query{MaxDeaths: &one}, "i1"}, {store.Query{Stances: []sayso.Stance{sayso.StanceClaimed, sayso.StanceDenied}}, "i1"},
			{store.Query{Stances: []sayso.Stance{sayso.StanceDenied}}, ""}, {store.Query{Origins: 1}, "i1 i2"}, {store.Query{Origins: 2}, "i1"}, {store.Query{Dissent: store.AnyDissent}, "i1"},
			{store.Query{Dissent: "when"}, "i1"}, {store.Query{Dissent: "where"}, ""}, {store.Query{Reviews: []sayso.Review{sayso.ReviewAccepted}}, "i2"}, {store.Query{Reviews: []sayso.Review{""}}, "i1 i3"},
			{store.Query{Salience: sayso.SalienceBackground}, "i3"}, {store.Query{Statuses: []sayso.Status{sayso.StatusAttempted, sayso.StatusOccurred}}, "i1 i2"},
			{store.Query{Order: store.ByNewest}, "i2 i1 i3"}, {store.Query{Order: store.ByDeaths}, "i2 i1 i3"}, {store.Query{Order: store.ByWorth}, "i1 i3 i2"},
			{store.Query{Types: []string{"bombing"}, Words: "second", Actor: "", Countries: []string{"IQ"}, Order: store.ByWorth}, "i2"},
		} {
			if got := incidentIDs(t, tx, c.q); got != c.want {
				t.Errorf("%+v: %s, want %s", c.q, got, c.want)
			}
			n, err := tx.Count(c.q)
			if err != nil || n != len(strings.Fields(c.want)) {
				t.Errorf("%+v: %d of them, %v", c.q, n, err)
			}
		}
		points, err := tx.Points(store.Query{MinDeaths: &one})
		day2, day3 := *day(2), *day(3)
		same(t, "points", points, []store.Point{{ID: "i1", Type: "bombing", Earliest: day2, Latest: day2, Deaths: 1, Lat: 6, Lon: 121},
			{ID: "i2", Type: "bombing", Review: sayso.ReviewAccepted, Earliest: day3, Latest: day3, Deaths: 10, Lat: 34, Lon: 44}})
		for ground, want := range map[string]string{"type": "[{bombing 2} {protest 1}]", "country": "[{ 1} {IQ 1} {PH 1}]", "review": "[{ 2} {accepted 1}]", "stance": "[{asserted 1} {claimed 1}]",
			"dissent": "[{when 1}]", "month": "[{ 1} {2019-01 2}]", "day": "[{ 1} {2019-01-02 1} {2019-01-03 1}]"} {
			got, err := tx.Tallies(store.Query{}, ground)
			if err != nil || fmt.Sprint(got) != want {
				t.Errorf("by %s: %v, %v; want %s", ground, got, err, want)
			}
		}
		if _, err := tx.Tallies(store.Query{}, "n"); err == nil {
			t.Error("counted by nothing that can be counted by")
		}
		return err
	})
}

// pages: each goes on behind the last, whatever comes and goes meanwhile.
func pages(t *testing.T, st store.Store) {
	put := func(ids ...int) {
		t.Helper()
		update(t, st, func(tx store.Writer) error {
			for _, n := range ids {
				deaths := n / 3
				in := bombing(fmt.Sprintf("i%02d", n), [2]int{n/2 + 1, n/2 + 1}, [2]float64{1, 1}, "x")
				in.Deaths = &sayso.Deaths{Best: &deaths}
				if err := tx.PutIncident(in); err != nil {
					return err
				}
			}
			return nil
		})
	}
	put(0, 1, 2, 3, 5, 6, 7, 8, 9)
	for _, o := range store.Orders {
		update(t, st, func(tx store.Writer) error { return tx.DropIncident("i04") })
		var got []string
		q := store.Query{Order: o, Limit: 2}
		for n := 0; ; n++ {
			if n == 2 { // in the middle of the list: neither missed nor told twice are those that stay
				put(4)
			}
			var list []store.Brief
			view(t, st, func(tx store.Reader) (err error) { list, err = tx.Briefs(q); return err })
			if len(list) == 0 {
				break
			}
			for _, b := range list {
				if b.ID != "i04" {
					got = append(got, b.ID)
				}
			}
			q.After = store.CursorOf(o, &list[len(list)-1])
		}
		if len(got) != 9 || len(unique(got)) != 9 {
			t.Errorf("order %q: %v", o, got)
		}
	}
	for _, q := range []store.Query{{After: "?"}, {After: "abc"}, {Order: "size"}} {
		view(t, st, func(tx store.Reader) error {
			if _, err := tx.Briefs(q); !errors.Is(err, store.ErrCursor) {
				t.Errorf("%+v: %v", q, err)
			}
			return nil
		})
	}
}

func unique(list []string) map[string]bool {
	out := map[string]bool{}
	for _, v := range list {
		out[v] = true
	}
	return out
}

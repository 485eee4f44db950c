package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
)

func day(d int) *sayso.Day { v := sayso.DayOf(2019, 1, d); return &v }

// bombing is an incident between two days at a place.
func bombing(id string, days [2]int, at [2]float64, words string) sayso.Incident {
	lat, lon := at[0], at[1]
	in := sayso.Incident{ID: id, Type: "bombing", Summary: words, Claims: []sayso.Claim{}, Articles: []string{"a"},
		When:  &sayso.When{Earliest: *day(days[0]), Latest: *day(days[1]), Words: "then"},
		Where: &sayso.Place{Name: "Jolo", Country: "PH", Lat: &lat, Lon: &lon}}
	return in
}

func incidentIDs(t testing.TB, tx store.Reader, q store.Query) string {
	t.Helper()
	list, err := tx.Incidents(q)
	if err != nil {
		t.Error(err)
	}
	var out []string
	for i := range list {
		out = append(out, list[i].ID)
	}
	return strings.Join(out, " ")
}

func queries(t *testing.T, st store.Store) {
	east, west := bombing("i3", [2]int{5, 9}, [2]float64{-16.5, 179.9}, "a boat off Fiji"), bombing("i4", [2]int{5, 5}, [2]float64{-16.5, -179.9}, "a boat off Taveuni")
	undated := sayso.Incident{ID: "i0", Type: "protest", Summary: "a march", Claims: []sayso.Claim{}, Articles: []string{"b"}}
	half := sayso.Incident{ID: "i5", Type: "protest", Claims: []sayso.Claim{}, When: &sayso.When{Earliest: sayso.NoDay, Latest: *day(3), Words: "by 3"}}
	update(t, st, func(tx store.Writer) error {
		for _, in := range []sayso.Incident{bombing("i2", [2]int{2, 2}, [2]float64{6.05, 121.0}, "second bomb"), bombing("i1", [2]int{2, 4}, [2]float64{6.05, 121.0}, "first bomb"), east, west, undated, half} {
			if err := tx.PutIncident(in); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, st, func(tx store.Reader) error {
		for _, c := range []struct {
			q    store.Query
			want string
		}{
			{store.Query{}, "i1 i2 i5 i3 i4 i0"}, {store.Query{Limit: 2}, "i1 i2"},
			{store.Query{Types: []string{"protest"}}, "i5 i0"}, {store.Query{Countries: []string{"PH"}, Words: "BOMB"}, "i1 i2"}, {store.Query{Words: "jolo first"}, "i1"},
			{store.Query{Article: "b"}, "i0"}, {store.Query{From: day(4)}, "i1 i3 i4"}, {store.Query{To: day(2)}, "i1 i2"},
			{store.Query{From: day(3), To: day(4)}, "i1 i5"}, {store.Query{From: day(5), To: day(5), Words: "boat"}, "i3 i4"},
			{store.Query{Box: &store.Box{South: 6, West: 120, North: 7, East: 122}}, "i1 i2"},
			{store.Query{Box: &store.Box{South: 6.05, West: 121, North: 6.05, East: 121}}, "i1 i2"},
			{store.Query{Box: &store.Box{South: 6.0500001, West: 120, North: 7, East: 122}}, ""},
			{store.Query{Box: &store.Box{South: -20, West: 179, North: 0, East: -179}}, "i3 i4"},
			{store.Query{Box: &store.Box{South: -20, West: -180, North: 0, East: -179}}, "i4"},
		} {
			if got := incidentIDs(t, tx, c.q); got != c.want {
				t.Errorf("%+v: %s, want %s", c.q, got, c.want)
			}
		}
		got, err := tx.Incident("i3")
		same(t, "incident", got, east)
		return err
	})
	update(t, st, func(tx store.Writer) error {
		moved := bombing("i1", [2]int{8, 8}, [2]float64{50, 50}, "elsewhere")
		return errors.Join(tx.PutIncident(moved), tx.DropIncident("i2"), tx.DropIncident("i2"))
	})
	view(t, st, func(tx store.Reader) error {
		same(t, "after a change", incidentIDs(t, tx, store.Query{Words: "bomb"}), "")
		same(t, "where it was", incidentIDs(t, tx, store.Query{Box: &store.Box{South: 6, West: 120, North: 7, East: 122}}), "")
		same(t, "where it is", incidentIDs(t, tx, store.Query{Box: &store.Box{South: 50, West: 50, North: 50, East: 50}, From: day(8)}), "i1")
		return nil
	})
}

// replace: ids that are no more lead on, also over several steps.
func replace(t *testing.T, st store.Store) {
	a, b := Story("a", "Fire", "A fire in the town."), Story("b", "Flood", "A flood.")
	add(t, st, a, b)
	one, two := Telling(&a.Article), Telling(&b.Article)
	step := func(list ...sayso.Incident) {
		t.Helper()
		update(t, st, func(tx store.Writer) error { return store.Replace(tx, list, nil) })
	}
	resolves := func(id, want string) {
		t.Helper()
		view(t, st, func(tx store.Reader) error {
			got, err := tx.Incident(id)
			if want == "" && errors.Is(err, store.ErrNotFound) {
				return nil
			}
			same(t, "what "+id+" leads to", got.ID, want)
			return err
		})
	}
	step(one, two)
	resolves("ia", "ia")
	both := one
	both.ID, both.Claims, both.Articles = "iab", slices.Concat(one.Claims, two.Claims), []string{"a", "b"}
	both.Claims[1].N = 2
	step(both)
	resolves("ia", "iab")
	resolves("ib", "iab")
	last := both
	last.ID = "ilast"
	step(last)
	resolves("ib", "ilast")
	resolves("iab", "ilast")
	step(one, two)
	resolves("ia", "ia")
	resolves("ilast", "ia")
	step()
	resolves("ia", "")
	check(t, st)
}

func cursors(t *testing.T, st store.Store) {
	foreign := Story("f", "Feuer", "Ein Feuer.")
	foreign.Article.Language, foreign.Cursors, foreign.Record = "de", nil, nil
	add(t, st, Story("a", "Fire", "A fire."), Story("b", "Flood", "A flood."), foreign)
	view(t, st, func(tx store.Reader) error {
		for _, c := range []struct {
			step, version, after string
			limit                int
			want                 []string
		}{{"code", "1", "", 0, nil}, {"code", "2", "", 0, []string{"a", "b"}}, {"code", "2", "a", 0, []string{"b"}}, {"join", "1", "", 1, []string{"a"}}} {
			got, err := tx.Pending(c.step, c.version, c.after, c.limit)
			if err != nil {
				return err
			}
			same(t, c.step+c.version, got, c.want)
		}
		n, err := tx.Counts()
		same(t, "kept and not coded", n.Foreign, 1)
		return err
	})
	update(t, st, func(tx store.Writer) error {
		return tx.PutCursor(store.Cursor{Step: "code", Version: "2", Article: "b"})
	})
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Pending("code", "2", "", 0)
		same(t, "left", got, []string{"a"})
		of, err2 := tx.Cursors("b")
		same(t, "of b", of, []store.Cursor{{Step: "code", Version: "2", Article: "b"}})
		return errors.Join(err, err2)
	})
	err := st.Update(context.Background(), func(tx store.Writer) error {
		return tx.PutCursor(store.Cursor{Step: "code", Version: "1", Article: "nobody"})
	})
	if !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the cursor of nothing: %v", err)
	}
}

// layers come back as they were kept, and go with the record.
func layers(t *testing.T, st store.Store) {
	a, b := Story("a", "Fire", "A fire."), Story("b", "Flood", "A flood.")
	add(t, st, a, b)
	other := store.Layers{Article: "b", Stages: []store.StageCursor{{Stage: "tag", Version: "3"}}, Digest: sayso.DigestOf([]byte{0, 255}), Bytes: []byte{0, 255}}
	update(t, st, func(tx store.Writer) error { return tx.PutLayers(other) })
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Layers("a")
		same(t, "of a", got, *a.Layers)
		got, err2 := tx.Layers("b")
		same(t, "of b", got, other)
		return errors.Join(err, err2)
	})
	update(t, st, func(tx store.Writer) error {
		if err := tx.PutLayers(store.Layers{Article: "nobody"}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the layers of nothing: %v", err)
		}
		return tx.DropRecord("a")
	})
	update(t, st, func(tx store.Writer) error { return store.Revise(tx, act, store.Article{Article: b.Article}) })
	view(t, st, func(tx store.Reader) error {
		for _, id := range []string{"a", "b", "x"} {
			if _, err := tx.Layers(id); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("layers of %s: %v", id, err)
			}
		}
		return nil
	})
}

func failures(t *testing.T, st store.Store) {
	f := store.Failure{Failure: sayso.Failure{Stage: "ingest", Kind: "empty", Item: "b.txt", Reason: "is empty"}, Name: "b.txt", First: "2026-01-02", Last: "2026-01-02"}
	later := f
	later.Kind, later.First, later.Last = "format", "2026-01-01", "2026-01-01" // the clock jumped back
	other := f
	other.Item, other.Name = "a.jsonl: line 3", "a.jsonl"
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutFailure(f), tx.PutFailure(other), tx.PutFailure(later))
	})
	later.First, later.Attempts, other.Attempts = f.First, 2, 1
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Failures()
		same(t, "failures", got, []store.Failure{other, later})
		return err
	})
	third := other
	third.Item = "a.jsonl: line 4"
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutFailure(third), tx.DropFailures("a.jsonl: line 4"), tx.DropFailures("a.jsonl: line 9"))
	})
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Failures()
		same(t, "one of an item less", len(got), 2)
		return err
	})
	update(t, st, func(tx store.Writer) error { return tx.DropFailures("a.jsonl") })
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Failures()
		same(t, "left", got, []store.Failure{later})
		return err
	})
}

// audit: entries follow one another, whatever the clock says, and stay.
func audit(t *testing.T, st store.Store) {
	a, b := Story("a", "Fire", "A fire."), Story("b", "Flood", "A flood.")
	b.At = "1970-01-01T00:00:00Z"
	add(t, st, a, b)
	view(t, st, func(tx store.Reader) error {
		list, err := tx.Audit(0, 0)
		if len(list) != 2 || list[0].Prev != "" || list[1].Prev != list[0].Hash || list[1].Seq != 2 || list[1].Hash != list[1].Seal() || list[1].Target != "b" {
			t.Errorf("%+v", list)
		}
		page, err2 := tx.Audit(1, 1)
		same(t, "a page", page, list[1:])
		return errors.Join(err, err2)
	})
	for _, seq := range []int64{0, 1, 2, 4} {
		if err := st.Update(context.Background(), func(tx store.Writer) error { return tx.PutEntry(store.Entry{Seq: seq}) }); err == nil {
			t.Errorf("entry %d was taken", seq)
		}
	}
	check(t, st)
}

func feeds(t *testing.T, st store.Store) {
	b, a := store.Feed{Address: "https://b.example/", Title: "B", Items: 3}, store.Feed{Address: "https://a.example/", ETag: "x", Problem: "answered 500"}
	update(t, st, func(tx store.Writer) error { return errors.Join(tx.PutFeed(b), tx.PutFeed(a)) })
	a.Problem, a.Checked = "", "2026-01-01"
	update(t, st, func(tx store.Writer) error { return tx.PutFeed(a) })
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Feeds()
		same(t, "feeds", got, []store.Feed{a, b})
		return err
	})
	update(t, st, func(tx store.Writer) error { return errors.Join(tx.DropFeed(a.Address), tx.DropFeed("none")) })
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Feeds()
		same(t, "left", got, []store.Feed{b})
		return err
	})
	update(t, st, func(tx store.Writer) error {
		was, err := store.Follow(tx, act, store.Feed{Address: b.Address})
		same(t, "followed already", was, b)
		_, err2 := store.Follow(tx, act, store.Feed{Address: "https://c.example/"})
		if err := store.Forget(tx, act, "none"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("forgot none: %v", err)
		}
		return errors.Join(err, err2, store.Forget(tx, act, b.Address))
	})
	view(t, st, func(tx store.Reader) error {
		var got []string
		list, err := tx.Audit(0, 0)
		for _, e := range list {
			got = append(got, e.By+" "+e.Action+" "+e.Target)
		}
		same(t, "audit", got, []string{"test follow https://c.example/", "test forget " + b.Address})
		return err
	})
}

// jobs are held by one at a time, until they are done or the time is over.
func jobs(t *testing.T, st store.Store) {
	lease := func(owner string, now, until int64) (name string) {
		t.Helper()
		update(t, st, func(tx store.Writer) error {
			j, ok, err := tx.Lease(owner, now, until)
			if ok && (j.Owner != owner || j.Until != until) {
				t.Errorf("%+v", j)
			}
			name = j.Name
			return err
		})
		return name
	}
	update(t, st, func(tx store.Writer) error { return tx.PutJobs([]string{"b", "a"}) })
	same(t, "first", lease("x", 100, 200), "a")
	update(t, st, func(tx store.Writer) error { return tx.PutJobs([]string{"a", "c"}) })
	same(t, "second", lease("y", 150, 250), "b")
	same(t, "third", lease("y", 150, 250), "c")
	same(t, "none left", lease("z", 199, 300), "")
	same(t, "none left, on a clock that jumped back", lease("z", 1, 50), "")
	a := store.Job{Name: "a", Owner: "x"}
	update(t, st, func(tx store.Writer) error {
		held, err := tx.Renew(a, 220)
		same(t, "renewed", held, true)
		return err
	})
	same(t, "still held", lease("z", 219, 300), "")
	same(t, "time over", lease("z", 220, 300), "a")
	same(t, "held on a clock that is ahead by less", lease("w", 1, 300-store.Ahead), "")
	same(t, "held on a clock that ran ahead", lease("w", 1, 299-store.Ahead), "a")
	update(t, st, func(tx store.Writer) error {
		held, err := tx.Renew(store.Job{Name: "a", Owner: "z"}, 400)
		same(t, "renewed by who lost it to another clock", held, false)
		return err
	})
	same(t, "and taken back", lease("z", 220, 300), "a")
	update(t, st, func(tx store.Writer) error {
		held, err := tx.Renew(a, 400)
		same(t, "renewed by who lost it", held, false)
		return errors.Join(err, tx.DropJob(a), tx.DropJob(store.Job{Name: "b", Owner: "y"}))
	})
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Jobs()
		same(t, "left", got, []store.Job{{Name: "a", Owner: "z", Until: 300}, {Name: "c", Owner: "y", Until: 250}})
		return err
	})
}

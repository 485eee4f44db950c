package rejoin

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/sqlite"
	"sayso/internal/store/storetest"
)

func joiner(t testing.TB) *incidents.Joiner {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	j, err := incidents.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// told is an article that tells one incident, on a day, in its title.
func told(id, typ, place, title string, day int) store.Addition {
	a := storetest.Story(id, title, "So it was told.")
	in := &a.Record.Incidents[0]
	d := sayso.DayOf(2019, 1, day)
	in.Type, in.Mention = typ, title
	in.When = &sayso.When{Earliest: d, Latest: d, Precision: sayso.PrecisionDay, Words: "then"}
	in.Where = &sayso.Place{Name: place, Country: "PH", Level: sayso.LevelTown}
	in.Actors, in.Counts, in.Weapons, in.Origins = []sayso.Actor{}, []sayso.Count{}, []string{}, []sayso.Origin{}
	in.Fields = []sayso.Field{{Name: "type", Value: typ, For: []int{1}, Against: []int{}}, {Name: "where", Value: place, For: []int{1}, Against: []int{}}}
	return a
}

// cathedral is three articles: two tell one bombing, the third another attack.
func cathedral() []store.Addition {
	return []store.Addition{told("a", "bombing", "Jolo", "A bomb at the Jolo cathedral killed worshippers", 27),
		told("b", "bombing", "Jolo", "A bomb at the cathedral in Jolo killed worshippers at Mass", 27),
		told("c", "attack", "Zamboanga", "A grenade thrown into a mosque in Zamboanga killed preachers", 29)}
}

func add(t testing.TB, j *Joined, list ...store.Addition) {
	t.Helper()
	for _, a := range list {
		if err := j.Store.Update(context.Background(), func(tx store.Writer) error { _, err := store.Add(tx, a); return err }); err != nil {
			t.Fatal(err)
		}
	}
	catchUp(t, j)
}

func catchUp(t testing.TB, j *Joined) {
	t.Helper()
	if _, err := j.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func decide(t testing.TB, j *Joined, d store.Decision) store.Decision {
	t.Helper()
	d.By = "ann"
	got, err := j.Decide(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// groups is which reports are one.
func groups(t testing.TB, j *Joined) string {
	t.Helper()
	var out []string
	err := j.Store.View(context.Background(), func(tx store.Reader) error {
		list, err := tx.Incidents(store.Query{})
		for _, in := range list {
			out = append(out, strings.Join(append([]string{in.ID}, in.Former...), "+"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

func verified(t testing.TB, j *Joined) {
	t.Helper()
	if _, _, found, err := store.Verify(context.Background(), j.Store); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

// stores are the implementations that every test here runs on.
func stores(t *testing.T, test func(t *testing.T, j *Joined)) {
	joiner := joiner(t)
	known := store.Known{Types: []string{"bombing", "attack"}}
	t.Run("memory", func(t *testing.T) { test(t, &Joined{Store: memory.New(), Joiner: joiner, Version: "1", Known: known}) })
	t.Run("sqlite", func(t *testing.T) {
		s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s"), sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		test(t, &Joined{Store: s, Joiner: joiner, Version: "1", Known: known})
	})
}

// Merges and splits hold, survive another version and articles that come, and
// can be undone.
func TestDecide(t *testing.T) {
	stores(t, func(t *testing.T, j *Joined) {
		add(t, j, cathedral()...)
		want := func(what, groupsWant string) {
			t.Helper()
			if got := groups(t, j); got != groupsWant {
				t.Errorf("%s: %s, want %s", what, got, groupsWant)
			}
			verified(t, j)
		}
		want("found", "ia+ib ic")
		merged := decide(t, j, store.Decision{At: "1", Action: store.ActMerge, Target: "ib", With: []string{"ic"}, Reason: "one campaign"})
		want("merged", "ia+ib+ic")
		j.Version = "2"
		catchUp(t, j)
		want("joined again", "ia+ib+ic")
		add(t, j, told("d", "attack", "Davao", "Gunmen stormed a market in Davao", 30))
		want("another article", "ia+ib+ic id")
		decide(t, j, store.Decision{At: "2", Action: store.ActReject, Target: "ic"})
		split := decide(t, j, store.Decision{At: "3", Action: store.ActSplit, Target: "ia", With: []string{"c"}, Reason: "two after all"})
		want("split", "ia+ib ic id")
		decide(t, j, store.Decision{At: "4", Action: store.ActUndo, Undoes: split.ID})
		want("split undone", "ia+ib+ic id")
		decide(t, j, store.Decision{At: "5", Action: store.ActUndo, Undoes: merged.ID})
		want("merge undone", "ia+ib ic id")
		if n := strings.Count(storetest.Dump(t, j.Store), `"review":"rejected"`); n != 1 {
			t.Errorf("%d are rejected", n)
		}
	})
}

// Undoing a merge gives the bytes of the incidents that there were.
func TestUndo(t *testing.T) {
	stores(t, func(t *testing.T, j *Joined) {
		add(t, j, cathedral()...)
		before := kept(t, j)
		merged := decide(t, j, store.Decision{At: "1", Action: store.ActMerge, Target: "ia", With: []string{"ic"}})
		if kept(t, j) == before {
			t.Error("nothing was merged")
		}
		decide(t, j, store.Decision{At: "2", Action: store.ActUndo, Undoes: merged.ID})
		if after := kept(t, j); after != before {
			t.Errorf("%s\nwas\n%s", after, before)
		}
	})
}

// kept is what the store keeps but for aliases, decisions and tombstones.
func kept(t testing.TB, j *Joined) string {
	t.Helper()
	dump := strings.TrimSuffix(storetest.Dump(t, j.Store), "\n")
	return dump[:strings.LastIndex(dump, "\n")]
}

// A ruling names reports; one that was coded again under another id keeps it.
func TestCodedAgain(t *testing.T) {
	stores(t, func(t *testing.T, j *Joined) {
		list := cathedral()
		add(t, j, list...)
		decide(t, j, store.Decision{At: "1", Action: store.ActMerge, Target: "ia", With: []string{"ic"}})
		rec := *list[1].Record
		rec.Incidents = append([]sayso.Incident{}, rec.Incidents...)
		rec.Incidents[0].ID = "inew"
		again := *list[2].Record
		again.Incidents = append([]sayso.Incident{}, again.Incidents...)
		again.Incidents[0].ID = "iother"
		err := j.Store.Update(t.Context(), func(tx store.Writer) error {
			for _, r := range []sayso.ArticleRecord{rec, again} {
				if err := store.Recode(tx, r); err != nil {
					return err
				}
				if err := tx.PutCursor(store.Cursor{Step: store.StepJoin, Article: r.Article}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		catchUp(t, j)
		if got := groups(t, j); got != "ia+inew+iother" {
			t.Errorf("%s", got)
		}
		err = j.Store.View(t.Context(), func(tx store.Reader) error {
			for _, former := range []string{"ib", "ic"} {
				if in, err := tx.Incident(former); err != nil || in.ID != "ia" {
					t.Errorf("%s leads to %s, %v", former, in.ID, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		verified(t, j)
	})
}

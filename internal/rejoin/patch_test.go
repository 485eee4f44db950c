package rejoin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// drawn is an article that often tells what others tell.
func drawn(t *rapid.T, id string) store.Addition {
	a := told(id, rapid.SampledFrom([]string{"bombing", "attack", "arrest"}).Draw(t, "type"), rapid.SampledFrom([]string{"Jolo", "Zamboanga"}).Draw(t, "place"),
		rapid.SampledFrom([]string{"A bomb at the Jolo cathedral killed worshippers", "Twin blasts hit the cathedral in Jolo during Mass", "Abu Sayyaf gunmen attacked a Zamboanga mosque with grenades"}).Draw(t, "title"),
		rapid.IntRange(27, 28).Draw(t, "day"))
	a.Article.Published = sayso.DayOf(2019, 1, 28) + sayso.Day(rapid.IntRange(0, 2).Draw(t, "published"))
	a.Record.Published = a.Article.Published
	a.Article.Outlet = rapid.SampledFrom([]string{"AP", "Reuters"}).Draw(t, "outlet")
	a.Record.Outlet = a.Article.Outlet
	a.Raw.Bytes = append(a.Raw.Bytes, id...)
	a.Raw.Digest = sayso.DigestOf(a.Raw.Bytes)
	a.Article.Digest = a.Raw.Digest
	return a
}

// atOnce is what a store keeps when all its articles are joined at once.
func atOnce(t *rapid.T, j *Joined) []string {
	ctx := context.Background()
	other := &Joined{Store: memory.New(), Joiner: j.Joiner, Version: j.Version, Known: j.Known}
	err := store.Copy(ctx, j.Store, other.Store)
	if err == nil {
		_, _, err = other.all(ctx)
	}
	if err != nil {
		t.Fatal(err)
	}
	return shown(t, other)
}

// shown is the incidents and records of a store, and how they are filed.
func shown(t *rapid.T, j *Joined) (out []string) {
	err := j.Store.View(context.Background(), func(tx store.Reader) error {
		incidents, err := tx.Incidents(store.Query{})
		if err != nil {
			return err
		}
		for i := range incidents {
			out = append(out, jsonOf(t, &incidents[i]))
		}
		records, err := tx.Records("", 0)
		for i := range records {
			f, err := tx.Filing(records[i].Article)
			if err != nil {
				return err
			}
			out = append(out, jsonOf(t, &records[i]), fmt.Sprint(f))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Whatever comes, is coded again, taken down or ruled, and in whatever portions:
// joining what it concerns leaves the same bytes as joining all at once.
func TestPatchIsAll(t *testing.T) {
	joiner := joiner(t)
	rapid.Check(t, func(t *rapid.T) {
		j := &Joined{Store: memory.New(), Joiner: joiner, Version: "1", Known: store.Known{Types: []string{"bombing"}}}
		n := 0
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			step := randomStep(t, j, &n)
			if err := j.Store.Update(context.Background(), step); err != nil {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "later") {
				continue
			}
			if _, err := j.CatchUp(context.Background()); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(atOnce(t, j), shown(t, j)); d != "" {
				t.Fatalf("-at once +one after the other\n%s", d)
			}
			if _, _, found, err := store.Verify(context.Background(), j.Store); err != nil || len(found) > 0 {
				t.Fatalf("%v, %v", found, err)
			}
		}
	})
}

func randomStep(t *rapid.T, j *Joined, n *int) func(store.Writer) error {
	act := store.Act{By: "test"}
	some := fmt.Sprintf("a%d", rapid.IntRange(0, max(0, *n-1)).Draw(t, "some"))
	switch kind := rapid.IntRange(0, 7).Draw(t, "kind"); {
	case *n == 0 || kind < 4:
		a := drawn(t, fmt.Sprintf("a%d", *n))
		*n++
		return func(tx store.Writer) error { _, err := store.Add(tx, a); return err }
	case kind == 4:
		a := drawn(t, some)
		return func(tx store.Writer) error { return recode(tx, some, a.Record.Incidents[0]) }
	case kind == 5:
		return func(tx store.Writer) error {
			if a, err := tx.Article(some); err != nil || a.Taken {
				return err
			}
			_, err := store.TakeDown(tx, store.Takedown{Act: act, Article: some})
			return err
		}
	}
	kind := rapid.SampledFrom([]string{store.ActMerge, store.ActSplit, store.ActUndo}).Draw(t, "ruling")
	with := fmt.Sprintf("ia%d", rapid.IntRange(0, *n-1).Draw(t, "with"))
	at := fmt.Sprint(rapid.IntRange(0, 1000).Draw(t, "at"))
	return func(tx store.Writer) error {
		return rule(tx, j, store.Decision{At: at, By: "ann", Action: kind, Target: "i" + some, With: []string{with}})
	}
}

// recode lets an article tell something else, on the words that it has.
func recode(tx store.Writer, article string, in sayso.Incident) error {
	a, err := tx.Article(article)
	if err != nil || a.Taken {
		return err
	}
	rec, err := tx.Record(article)
	if err != nil {
		return err
	}
	in.ID += "x"
	in.Claims = slices.Clone(rec.Incidents[0].Claims)
	rec.Incidents = []sayso.Incident{in}
	if err := store.Recode(tx, rec); err != nil {
		return err
	}
	return tx.PutCursor(store.Cursor{Step: store.StepJoin, Article: article})
}

// rule decides, where that can be decided.
func rule(tx store.Writer, j *Joined, d store.Decision) error {
	if d.Action == store.ActUndo {
		all, err := tx.Decisions("")
		if err != nil || len(all) == 0 {
			return err
		}
		d.Target, d.With, d.Undoes = "", nil, all[len(all)-1].ID
	}
	if _, err := store.Decide(tx, d, j.Known); err != nil && !isRefused(err) {
		return err
	}
	return nil
}

func isRefused(err error) bool {
	return errors.Is(err, store.ErrDecision) || errors.Is(err, store.ErrNotFound)
}

func jsonOf(t *rapid.T, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

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
	"sayso/internal/incidents"
	"sayso/internal/publish/export"
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
		err = other.Store.Update(ctx, func(tx store.Writer) error { return all(tx, other) })
	}
	if err != nil {
		t.Fatal(err)
	}
	return shown(t, other)
}

// all joins and files everything that is there as one set.
func all(tx store.Writer, j *Joined) error {
	records, err := tx.Records("", 0)
	if err != nil {
		return err
	}
	was := namedBy(records)
	decided, err := rulings(tx, func(report string) bool { _, ok := was[report]; return ok })
	if err != nil {
		return err
	}
	var fault error
	joined, set := j.Joiner.JoinSet(records, incidents.Given{Rulings: ruled(decided), CopiesAmong: copiesAmong(tx, &fault)})
	for i := range joined {
		export.Tidy(&joined[i], true)
	}
	for i := range records {
		r := &records[i]
		f := store.Filing{Article: r.Article, Keys: j.Joiner.File(r).Keys()}
		for _, p := range set.Likely(r.Article) {
			f.Links = append(f.Links, store.Link{Report: p.Report, Other: p.Other, OtherArticle: set.ArticleOf(p.Other)})
		}
		fault = errors.Join(fault, tx.PutFiling(f))
	}
	return errors.Join(fault, store.Replace(tx, joined, was.changed(records)))
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

// shared is a store in which something happens after so many updates.
type shared struct {
	store.Store
	left int
	then func() error
}

var errDead = errors.New("killed")

// Update implements [store.Store].
func (s *shared) Update(ctx context.Context, fn func(store.Writer) error) error {
	if s.left--; s.left == -1 {
		if err := s.then(); err != nil {
			return err
		}
	}
	return s.Store.Update(ctx, fn)
}

// whileOthers catches up, while another process does something or this one is
// killed.
func whileOthers(t *rapid.T, j *Joined, then func() error) {
	one := *j
	one.Store = &shared{j.Store, rapid.IntRange(0, 6).Draw(t, "updates"), then}
	if _, err := one.CatchUp(context.Background()); err != nil && !errors.Is(err, errDead) {
		t.Fatal(err)
	}
}

// Whatever comes, is coded again, taken down or ruled, in whatever portions and
// wherever it is interrupted: joining what it concerns leaves the same bytes as
// joining all at once.
func TestPiecesAreAll(t *testing.T) {
	joiner := joiner(t)
	rapid.Check(t, func(t *rapid.T) {
		j := &Joined{Store: memory.New(), Joiner: joiner, Version: "1", Known: store.Known{Types: []string{"bombing"}}}
		j.portion = rapid.IntRange(1, 6).Draw(t, "portion")
		n := 0
		for range rapid.IntRange(1, 16).Draw(t, "steps") {
			step := randomStep(t, j, &n)
			if err := j.Store.Update(context.Background(), step); err != nil {
				t.Fatal(err)
			}
			if rapid.IntRange(0, 9).Draw(t, "version") == 0 {
				j.Version += "+"
			}
			switch rapid.SampledFrom([]string{"now", "later", "killed", "another", "joined elsewhere"}).Draw(t, "when") {
			case "later":
				continue
			case "killed":
				whileOthers(t, j, func() error { return errDead })
				continue
			case "another":
				whileOthers(t, j, func() error { return j.Store.Update(context.Background(), randomStep(t, j, &n)) })
			case "joined elsewhere":
				whileOthers(t, j, func() error {
					if err := j.Store.Update(context.Background(), randomStep(t, j, &n)); err != nil {
						return err
					}
					_, err := j.CatchUp(context.Background())
					return err
				})
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

package storetest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// history is a store with two articles, their incidents and decisions.
func history(t testing.TB, st store.Store) (a, b store.Addition) {
	t.Helper()
	a, b = Story("a", "Fire in Jolo", "Ann Example set it, José Pérez said."), Story("b", "Flood", "A flood, José Pérez said.")
	add(t, st, a, b)
	update(t, st, func(tx store.Writer) error {
		if err := store.Replace(tx, []sayso.Incident{Telling(&a.Article), Telling(&b.Article)}, nil); err != nil {
			return err
		}
		_, err1 := store.Decide(tx, store.Decision{At: act.At, By: "x", Action: "comment", Target: "ia", Reason: "it was Ann Example"}, known)
		_, err2 := store.Decide(tx, store.Decision{At: act.At, By: "x", Action: "correct", Target: "ib", Field: "agent", Value: "Jose Perez", Article: "b", Span: sayso.Span{Start: 16, End: 27}}, known)
		return errors.Join(err1, err2, tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: a.Article.URL, Stage: "ingest"}, Name: a.Article.URL}))
	})
	check(t, st)
	return a, b
}

func take(t testing.TB, st store.Store, d store.Takedown) (touched []string) {
	t.Helper()
	d.Act, d.Reason = act, "order 7"
	update(t, st, func(tx store.Writer) (err error) { touched, err = store.TakeDown(tx, d); return err })
	return touched
}

func takeArticle(t *testing.T, st store.Store) {
	a, b := history(t, st)
	same(t, "touched", take(t, st, store.Takedown{Article: "a"}), []string{"a"})
	dump := Dump(t, st)
	for _, word := range []string{"Ann", "Fire in Jolo", "set it"} {
		if strings.Contains(dump, word) {
			t.Errorf("%q is still there", word)
		}
	}
	check(t, st)
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Article("a")
		same(t, "what is left", got, store.Article{Article: sayso.Article{ID: "a", Published: sayso.NoDay, Digest: a.Article.Digest}, Raw: a.Raw.Digest, Taken: true})
		if _, err := tx.Layers("a"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("its layers: %v", err)
		}
		for _, id := range []string{"ia"} {
			if _, err := tx.Incident(id); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("incident %s: %v", id, err)
			}
		}
		stones, err2 := tx.Tombstones("a")
		same(t, "tombstone", stones, []store.Tombstone{{Kind: store.KindArticle, Target: "a", Digest: sayso.DigestOf([]byte(a.Article.Reading())), At: act.At, By: act.By, Reason: "order 7"}})
		known, err3 := tx.HasRaw(a.Raw.Digest)
		same(t, "its bytes are known", known, true)
		left, err4 := tx.ArticlesWith("fire", store.Page{})
		same(t, "found by its words", ids(left), []string(nil))
		n, err5 := tx.Counts()
		same(t, "counts", n, store.Counts{Raws: 1, Articles: 2, Taken: 1, Records: 1, Incidents: 1, Decisions: 2, Entries: n.Entries})
		return errors.Join(err, err2, err3, err4, err5)
	})
	other := a
	other.Article.ID = "again"
	for _, again := range []store.Addition{a, other} {
		err := st.Update(context.Background(), func(tx store.Writer) error { _, err := store.Add(tx, again); return err })
		if !errors.Is(err, store.ErrTaken) {
			t.Errorf("it came back: %v", err)
		}
	}
	err := st.Update(context.Background(), func(tx store.Writer) error {
		_, err := store.TakeDown(tx, store.Takedown{Act: act, Article: "a"})
		return err
	})
	if !errors.Is(err, store.ErrTaken) {
		t.Errorf("twice: %v", err)
	}
	same(t, "the other", b.Article.ID, "b")
}

func takeName(t *testing.T, st store.Store) {
	a, _ := history(t, st)
	same(t, "touched", take(t, st, store.Takedown{Name: "jose PEREZ"}), []string{"a", "b"})
	dump := Dump(t, st)
	for _, word := range []string{"Pérez", "Perez"} {
		if strings.Contains(dump, word) {
			t.Errorf("%q is still there", word)
		}
	}
	check(t, st)
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Article("a")
		same(t, "the text", got.Text, "Ann Example set it, xxxxx xxxxxx said.")
		same(t, "its length", len(got.Reading()), len(a.Article.Reading()))
		if _, err := tx.Layers("a"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("layers with the name: %v", err)
		}
		left, err2 := tx.ArticlesWith("perez", store.Page{})
		same(t, "found by the name", len(left), 0)
		pending, err3 := tx.Pending("code", "1", "", 0)
		same(t, "to be coded again", pending, []string{"a", "b"})
		return errors.Join(err, err2, err3)
	})
	same(t, "again", take(t, st, store.Takedown{Name: "José Pérez"}), []string(nil))
	if _, err := store.TakeDown(nil, store.Takedown{Name: "?!"}); err == nil {
		t.Error("no name was taken down")
	}
}

// copied: a copy in memory holds the same, audit and all, and checks.
func copied(t *testing.T, st store.Store) {
	history(t, st)
	take(t, st, store.Takedown{Article: "a"})
	update(t, st, func(tx store.Writer) error {
		return errors.Join(tx.PutRaw(store.Raw{Digest: sayso.DigestOf([]byte("x")), Address: "https://x.example/", Bytes: []byte("x")}), tx.PutFeed(store.Feed{Address: "https://x.example/"}),
			tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: "x"}}), tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: "x"}}), store.Lead(tx, store.Alias{Former: "o", ID: "ib"}))
	})
	other := memory.New()
	if err := store.Copy(context.Background(), st, other); err != nil {
		t.Fatal(err)
	}
	same(t, "dump", Dump(t, other), Dump(t, st))
	check(t, other)
	for what, ask := range map[string]func(store.Reader) (any, error){
		"counts": func(tx store.Reader) (any, error) { return tx.Counts() }, "failures": func(tx store.Reader) (any, error) { return tx.Failures() },
		"feeds": func(tx store.Reader) (any, error) { return tx.Feeds() }, "audit": func(tx store.Reader) (any, error) { return tx.Audit(0, 0) },
		"layers":  func(tx store.Reader) (any, error) { return tx.Layers("b") },
		"cursors": func(tx store.Reader) (any, error) { return tx.Cursors("") },
	} {
		var a, b any
		view(t, st, func(tx store.Reader) (err error) { a, err = ask(tx); return err })
		view(t, other, func(tx store.Reader) (err error) { b, err = ask(tx); return err })
		same(t, what, b, a)
	}
	if err := store.Copy(context.Background(), st, other); !errors.Is(err, store.ErrDiffers) {
		t.Errorf("over a store that is not empty: %v", err)
	}
}

// verify finds whatever was changed behind the audit's back.
func verify(t *testing.T, st store.Store) {
	a, _ := history(t, st)
	_, head, _, err := store.Verify(context.Background(), st)
	if err != nil || len(head) != 64 {
		t.Errorf("head %q, %v", head, err)
	}
	for what, change := range tampering(a, head) {
		err := st.Update(context.Background(), func(tx store.Writer) error {
			if err := change(tx); err != nil {
				return err
			}
			_, _, found, err := store.Verify(context.Background(), inside{st, tx})
			if err != nil {
				return err
			}
			for _, f := range found {
				if strings.Contains(f.String(), what) {
					return errUndo
				}
			}
			t.Errorf("not found: %s; found %v", what, found)
			return errUndo
		})
		if !errors.Is(err, errUndo) {
			t.Errorf("%s: %v", what, err)
		}
	}
	check(t, st)
}

// tampering is what can be done behind the audit's back, by what verification
// must say of it.
func tampering(a store.Addition, head string) map[string]func(tx store.Writer) error {
	return map[string]func(tx store.Writer) error{
		"its text is not the one that was added": func(tx store.Writer) error {
			changed := a.Article
			changed.Text += " Not."
			return tx.PutArticle(store.Article{Article: changed, Raw: a.Raw.Digest})
		},
		"layers a: are not those that were kept": func(tx store.Writer) error {
			l := *a.Layers
			l.Bytes = []byte("others")
			return tx.PutLayers(l)
		},
		"the bytes it came from are missing": func(tx store.Writer) error { return tx.DropRaw(a.Raw.Digest) },
		"are not those that were kept": func(tx store.Writer) error {
			return errors.Join(tx.DropRaw(a.Raw.Digest), tx.PutRaw(store.Raw{Digest: a.Raw.Digest, Article: "a", Bytes: []byte("other")}))
		},
		"the audit does not know it": func(tx store.Writer) error {
			return tx.PutArticle(store.Article{Article: sayso.Article{ID: "c", Text: "slipped in"}})
		},
		"claim 1 does not quote article a": func(tx store.Writer) error {
			in := Telling(&a.Article)
			in.Claims[0].Quote = "other words"
			return tx.PutIncident(in)
		},
		"0-999 is no place in article a": func(tx store.Writer) error {
			in := Telling(&a.Article)
			in.Claims[0].Evidence[0].End = 999
			return tx.PutIncident(in)
		},
		"names claim 7, which is not there": func(tx store.Writer) error {
			in := Telling(&a.Article)
			in.Fields[0].Against = []int{7}
			return tx.PutIncident(in)
		},
		"rests on article x, which is not there": func(tx store.Writer) error {
			in := Telling(&a.Article)
			in.Claims[0].Article = "x"
			return tx.PutIncident(in)
		},
		"names incident gone": func(tx store.Writer) error {
			r := *a.Record
			r.Incidents = append(r.Incidents[:0:0], r.Incidents...)
			r.Incidents[0].Joined = "gone"
			return tx.PutRecord(r)
		},
		"was changed": func(tx store.Writer) error { return tx.PutEntry(store.Entry{Seq: 5, Action: "import", Prev: head}) },
		"does not name the entry before it": func(tx store.Writer) error {
			e := store.Entry{Seq: 5, Action: "import", Prev: "0"}
			e.Hash = e.Seal()
			return tx.PutEntry(e)
		},
	}
}

var errUndo = errors.New("undo")

// inside lets an update be verified before it is kept.
type inside struct {
	store.Store
	tx store.Reader
}

// View implements [store.Store].
func (i inside) View(_ context.Context, fn func(store.Reader) error) error { return fn(i.tx) }

// Check implements [store.Store].
func (i inside) Check(context.Context) ([]string, error) { return nil, nil }

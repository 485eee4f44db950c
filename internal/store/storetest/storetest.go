// Package storetest is the kit that every implementation of the store must
// pass: the contract of [store.Store], sentence by sentence, and a property
// that compares it with the plainest implementation over random histories.
package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
)

// Open makes a new empty store that the test closes.
type Open func(t testing.TB) store.Store

// Run tests an implementation.
func Run(t *testing.T, open Open) {
	for _, c := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"articles", articles}, {"bytes", raws}, {"words", words}, {"captions", captions}, {"atomic", atomic}, {"snapshot", snapshot}, {"writers", writers},
		{"cancelled", cancelled}, {"incidents", queries}, {"replace", replace}, {"cursors", cursors}, {"layers", layers}, {"failures", failures},
		{"audit", audit}, {"filters", filters}, {"pages", pages}, {"indexing", indexing}, {"decisions", decisions}, {"corrections", corrections}, {"undone", undone}, {"refused", refused}, {"rulings", rulings}, {"coded again", codedAgain}, {"revised", revised}, {"led on", ledOn}, {"rests", rests}, {"nothing left", nothingLeft}, {"take down an article", takeArticle}, {"take down a name", takeName},
		{"feeds", feeds}, {"copied", copied}, {"jobs", jobs}, {"keyed", keyed}, {"filings", filings}, {"verify", verify}, {"nothing shared", unshared},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := open(t)
			c.test(t, st)
			lines, err := st.Check(t.Context()) // whatever was done, nothing is wrong below the contract
			if err != nil || len(lines) > 0 {
				t.Errorf("%q, %v", lines, err)
			}
		})
	}
	t.Run("like memory", func(t *testing.T) { likeMemory(t, open) })
}

func update(t testing.TB, st store.Store, fn func(store.Writer) error) {
	t.Helper()
	if err := st.Update(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

func view(t testing.TB, st store.Store, fn func(store.Reader) error) {
	t.Helper()
	if err := st.View(context.Background(), fn); err != nil {
		t.Fatal(err)
	}
}

// Dump is what the store keeps, as a text.
func Dump(t testing.TB, st store.Store) string {
	t.Helper()
	var b bytes.Buffer
	view(t, st, func(tx store.Reader) error { return store.Dump(tx, &b) })
	return b.String()
}

// Story makes an article with what it tells: one incident on words of its own.
func Story(id, title, text string) store.Addition {
	a := sayso.Article{ID: id, Title: title, Text: text, Language: "en", Outlet: "The Outlet", URL: "https://outlet.example/" + id,
		Published: sayso.DayOf(2019, 1, 28)}
	raw := []byte("<p>" + title + "<p>" + text)
	a.Digest = sayso.DigestOf(raw)
	rec := sayso.ArticleRecord{Article: id, Title: title, URL: a.URL, Published: a.Published, Incidents: []sayso.Incident{Telling(&a)}}
	made := []byte("layers of " + title + " " + text)
	return store.Addition{Act: act, Raw: store.Raw{Digest: a.Digest, Bytes: raw, Origin: id + ".html"}, Article: a, Record: &rec,
		Layers:  &store.Layers{Article: id, Stages: []store.StageCursor{{Stage: "tokenize", Version: "1"}, {Stage: "tag", Version: "2"}}, Digest: sayso.DigestOf(made), Bytes: made},
		Cursors: []store.Cursor{{Step: "code", Version: "1"}}}
}

// Telling is an incident that rests on the first words of an article.
func Telling(a *sayso.Article) sayso.Incident {
	text := a.Reading()
	c, err := sayso.NewClaim(a, sayso.AboutIncident, sayso.StanceAsserted, nil, sayso.Span{Start: 0, End: len(text)})
	if err != nil {
		panic(err) // the stories of the kit have words
	}
	c.N = 1
	return sayso.Incident{ID: "i" + a.ID, Type: "bombing", Status: sayso.StatusOccurred, Salience: sayso.SalienceMain, Summary: a.Title, Mention: text,
		Claims: []sayso.Claim{c}, Articles: []string{a.ID}, Fields: []sayso.Field{{Name: "type", Value: "bombing", For: []int{1}}}}
}

var act = store.Act{By: "test", At: "2026-11-24T12:00:00Z"}

func add(t testing.TB, st store.Store, list ...store.Addition) {
	t.Helper()
	for _, a := range list {
		update(t, st, func(tx store.Writer) error {
			added, err := store.Add(tx, a)
			if err == nil && !added {
				return errors.New("was there before")
			}
			return err
		})
	}
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s\n got %+v\nwant %+v", what, got, want)
	}
}

func ids(list []store.Article) (out []string) {
	for i := range list {
		out = append(out, list[i].ID)
	}
	return out
}

func articles(t *testing.T, st store.Store) {
	b, a, c := Story("b", "Bombs in Jolo", "Two bombs."), Story("a", "Fire", "A fire."), Story("c", "Flood", "A flood.")
	add(t, st, b, a, c)
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Article("b")
		same(t, "article", got, store.Article{Article: b.Article, Raw: b.Raw.Digest})
		if _, err := tx.Article("x"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("article x: %v", err)
		}
		all, err2 := tx.Articles("", 0)
		same(t, "by id", ids(all), []string{"a", "b", "c"})
		page, err3 := tx.Articles("a", 1)
		same(t, "a page", ids(page), []string{"b"})
		rec, err4 := tx.Record("b")
		same(t, "record", rec, *b.Record)
		recs, err5 := tx.Records("b", 5)
		same(t, "records", recs, []sayso.ArticleRecord{*c.Record})
		if _, err := tx.Record("x"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("record x: %v", err)
		}
		n, err6 := tx.Counts()
		same(t, "counts", n, store.Counts{Raws: 3, Articles: 3, Records: 3, Entries: 3})
		return errors.Join(err, err2, err3, err4, err5, err6)
	})
	again(t, st, b)
}

// again adds what is there, what differs, and what belongs to nothing.
func again(t *testing.T, st store.Store, b store.Addition) {
	before := Dump(t, st)
	update(t, st, func(tx store.Writer) error {
		if added, err := store.Add(tx, b); added || err != nil {
			t.Errorf("the same again: %v, %v", added, err)
		}
		other := b
		other.Article.Text = "Other."
		if _, err := store.Add(tx, other); !errors.Is(err, store.ErrDiffers) {
			t.Errorf("other text, same id: %v", err)
		}
		if err := tx.PutRecord(sayso.ArticleRecord{Article: "nobody"}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a record without an article: %v", err)
		}
		return nil
	})
	same(t, "dump", Dump(t, st), before)
}

func raws(t *testing.T, st store.Store) {
	a := Story("a", "Fire", "A fire.")
	a.Raw.Address, a.Raw.Media, a.Raw.Header, a.Raw.At = "https://outlet.example/a", "text/html", "Etag: \"x\"\r\n", "2026-11-24T12:00:00Z"
	add(t, st, a)
	second := a
	second.Raw.Bytes = []byte("\x00\xff<p>fetched again")
	second.Raw.Digest = sayso.DigestOf(second.Raw.Bytes)
	update(t, st, func(tx store.Writer) error { _, err := store.Add(tx, second); return err })
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Raw(a.Raw.Digest)
		want := a.Raw
		want.Article = "a"
		same(t, "bytes", got, want)
		_, missing := tx.Raw("x")
		if !errors.Is(missing, store.ErrNotFound) {
			t.Errorf("bytes x: %v", missing)
		}
		yes, err2 := tx.HasRaw(second.Raw.Digest)
		no, err3 := tx.HasRaw("x")
		same(t, "has", []bool{yes, no}, []bool{true, false})
		there, err5 := tx.Fetched("https://outlet.example/a")
		named, err6 := tx.Fetched("a.html")
		never, err7 := tx.Fetched("")
		same(t, "fetched", []bool{there, named, never}, []bool{true, true, false})
		both, err4 := tx.RawsOf("a")
		same(t, "both kept", len(both), 2)
		return errors.Join(err, err2, err3, err4, err5, err6, err7)
	})
}

func words(t *testing.T, st store.Store) {
	a, b, c := Story("a", "Bomb in Orléans", "The mayor's ΑΘΗΝΑ bomb-squad 3km 𝔄 AND OR NOT NEAR \"quoted\"."), Story("b", "Bombs", "Orleans."), Story("c", "Bomb", "Orleans.")
	b.Article.Published, c.Article.Published = sayso.NoDay, sayso.DayOf(2020, 1, 1)
	c.Article.Byline = "Ann Lee"
	add(t, st, a, b, c)
	view(t, st, func(tx store.Reader) error {
		for query, want := range map[string]string{
			"ORLEANS": "c a b", "orléans bomb": "c a", "bombs": "b", "bom": "", "squad bomb": "a", "mayor s": "a", "αθηνα": "a", "3KM": "a", "3": "",
			"": "c a b", "!?": "c a b", "and OR not near": "a", "\"quoted\"": "a", "bomb*": "c a", "lee": "c", "orleans nothing": "",
		} {
			got, err := tx.ArticlesWith(query, store.Page{})
			if err != nil || strings.Join(ids(got), " ") != want {
				t.Errorf("%q: %v, %v; want %s", query, ids(got), err, want)
			}
		}
		second, err := tx.ArticlesWith("orleans", store.Page{Offset: 1, Limit: 1})
		same(t, "second page", ids(second), []string{"a"})
		return err
	})
}

func atomic(t *testing.T, st store.Store) {
	add(t, st, Story("a", "Fire", "A fire."))
	before, stop := Dump(t, st), errors.New("stop")
	err := st.Update(context.Background(), func(tx store.Writer) error {
		if _, err := store.Add(tx, Story("b", "Flood", "A flood.")); err != nil {
			return err
		}
		if _, err := tx.Article("b"); err != nil {
			t.Errorf("an update does not see its own work: %v", err)
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
	same(t, "after a failed update", Dump(t, st), before)
	func() {
		defer func() { _ = recover() }()
		_ = st.Update(context.Background(), func(tx store.Writer) error {
			_, _ = store.Add(tx, Story("b", "Flood", "A flood."))
			panic("in the middle")
		})
	}()
	same(t, "after a panic", Dump(t, st), before)
	add(t, st, Story("b", "Flood", "A flood."))
}

func snapshot(t *testing.T, st store.Store) {
	add(t, st, Story("a", "Fire", "A fire."))
	view(t, st, func(tx store.Reader) error {
		if _, err := tx.Article("a"); err != nil {
			return err
		}
		add(t, st, Story("b", "Flood", "A flood."))
		if _, err := tx.Article("b"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a view sees what was written after it began: %v", err)
		}
		view(t, st, func(later store.Reader) error { _, err := later.Article("b"); return err })
		return nil
	})
}

func writers(t *testing.T, st store.Store) {
	const each = 5
	errs := make(chan error, 4)
	for w := range 4 {
		go func() {
			var err error
			for i := range each {
				err = errors.Join(err, st.Update(context.Background(), func(tx store.Writer) error {
					_, err := store.Add(tx, Story(fmt.Sprintf("w%d-%d", w, i), "Fire", fmt.Sprintf("Fire %d of %d.", i, w)))
					return err
				}))
			}
			errs <- err
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	check(t, st)
	view(t, st, func(tx store.Reader) error {
		n, err := tx.Counts()
		same(t, "articles and entries", []int{n.Articles, n.Entries}, []int{4 * each, 4 * each})
		return err
	})
}

func cancelled(t *testing.T, st store.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := st.View(ctx, func(store.Reader) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("view: %v", err)
	}
	if err := st.Update(ctx, func(store.Writer) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("update: %v", err)
	}
}

// unshared: what was handed out or in can be changed without harm.
func unshared(t *testing.T, st store.Store) {
	a := Story("a", "Fire", "A fire.")
	add(t, st, a)
	before := Dump(t, st)
	a.Raw.Bytes[0], a.Record.Incidents[0].ID, a.Record.Incidents[0].Claims[0].Quote = 'X', "X", "X"
	view(t, st, func(tx store.Reader) error {
		r, err := tx.Record("a")
		if err != nil {
			return err
		}
		r.Incidents[0].Claims[0].Quote, r.Incidents[0].Articles[0] = "X", "X"
		raw, err := tx.Raw(a.Raw.Digest)
		if err == nil {
			raw.Bytes[0] = 'X'
		}
		return err
	})
	same(t, "dump", Dump(t, st), before)
	check(t, st)
}

// check fails the test for whatever verification finds.
func check(t testing.TB, st store.Store) {
	t.Helper()
	_, _, found, err := store.Verify(context.Background(), st)
	if err != nil {
		t.Error(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

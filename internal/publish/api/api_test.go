package api

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/storetest"
)

// filled is a store with three stories, each told by one article.
func filled(t testing.TB) store.Store {
	t.Helper()
	st := memory.New()
	fill(t, st)
	return st
}

func fill(t testing.TB, st store.Store) {
	t.Helper()
	err := st.Update(context.Background(), func(tx store.Writer) error {
		var all []sayso.Incident
		for _, s := range []store.Addition{storetest.Story("a", "Bomb in Jolo", "Police said two died."), storetest.Story("b", "Fire", "A fire."), storetest.Story("c", "Flood", "A flood.")} {
			if _, err := store.Add(tx, s); err != nil {
				return err
			}
			all = append(all, s.Record.Incidents...)
		}
		return store.Replace(tx, all, nil)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// made is the API on a store, behind the guard.
type made struct {
	http.Handler
	api   *API
	desk  *people.Desk
	table *people.Table
	st    store.Store
}

// site is the API on a filled store, for the local person.
func site(t testing.TB) *made {
	return build(t, filled(t), people.Options{Loopback: true, Local: "ann"})
}

func build(t testing.TB, st store.Store, o people.Options) *made {
	t.Helper()
	table := people.NewTable()
	o.Store, o.Table = st, table
	desk, err := people.New(o)
	if err != nil {
		t.Fatal(err)
	}
	nothing := func(_ context.Context, _ store.Act, report func(Progress)) error {
		report(Progress{Done: 1, Line: "one"})
		return nil
	}
	a, err := New(Options{Store: st, Table: table, Desk: desk, Version: "test", Types: []string{"bombing", "protest"}, Grade: func(string) string { return "F" },
		Code: func(_ context.Context, x sayso.Article) (sayso.ArticleRecord, error) {
			return sayso.ArticleRecord{Article: x.ID, Published: x.Published, Incidents: []sayso.Incident{storetest.Telling(&x)}}, nil
		},
		Read: func(_ context.Context, in Input) (out []Reading, err error) {
			for _, x := range in.Texts {
				out = append(out, Reading{Source: "pasted text", Article: &sayso.Article{ID: "new", Title: x.Title, Text: x.Text, Published: *in.Day}})
			}
			return out, nil
		},
		Add: func(ctx context.Context, act store.Act, _ Input, report func(Progress)) error {
			return nothing(ctx, act, report)
		},
		Retry: nothing, Look: nothing, Decide: func(ctx context.Context, d store.Decision) (store.Decision, error) {
			err := st.Update(ctx, func(tx store.Writer) (err error) {
				d, err = store.Decide(tx, d, store.Known{Types: []string{"bombing", "protest"}})
				return err
			})
			return d, err
		}})
	if err != nil {
		t.Fatal(err)
	}
	return &made{desk.Middleware(a), a, desk, table, st}
}

func get(t testing.TB, h http.Handler, path string, want int, into any) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost"+Prefix+path, nil))
	if w.Code != want {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	if into != nil {
		if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
			t.Fatalf("%s: %v in %s", path, err, w.Body)
		}
	}
}

func TestPages(t *testing.T) {
	h := site(t)
	var seen []string
	for cursor := ""; ; {
		var page struct {
			Items []store.Brief
			Next  string
		}
		get(t, h, "/incidents?limit=2&cursor="+cursor, 200, &page)
		for _, r := range page.Items {
			seen = append(seen, r.ID)
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	if len(seen) != 3 || seen[0] != "ia" || seen[2] != "ic" {
		t.Errorf("%v", seen)
	}
	get(t, h, "/incidents?cursor=x", 422, nil)
	get(t, h, "/incidents?box=1,2,3", 422, nil)
	get(t, h, "/incidents?from=yesterday", 422, nil)
	get(t, h, "/incidents?nonsense=1", 422, nil)
	get(t, h, "/incidents/nobody", 404, nil)
	var one struct{ Incident sayso.Incident }
	get(t, h, "/incidents/ia", 200, &one)
	if one.Incident.ID != "ia" || len(one.Incident.Claims) != 1 {
		t.Errorf("%+v", one)
	}
}

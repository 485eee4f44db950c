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
	return st
}

// site is the API on a filled store, behind the guard, for the local person.
func site(t testing.TB) http.Handler {
	t.Helper()
	st, table := filled(t), people.NewTable()
	desk, err := people.New(people.Options{Store: st, Table: table, Loopback: true, Local: "ann"})
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(Options{Store: st, Table: table, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return desk.Middleware(a)
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
			Incidents []Row
			Next      string
		}
		get(t, h, "/incidents?limit=2&cursor="+cursor, 200, &page)
		for _, r := range page.Incidents {
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

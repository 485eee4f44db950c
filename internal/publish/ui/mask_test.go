package ui_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/publish/ui/story"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// Whoever is not signed in reads no name of a private person on any page; who
// is, does.
func TestGuestsReadNoPrivateNames(t *testing.T) {
	st := memory.New()
	if err := story.Fill(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	err := st.Update(t.Context(), func(tx store.Writer) error {
		rec, err := tx.Record("karesh-1")
		if err != nil {
			return err
		}
		holm := []sayso.Person{{Name: "Daren Holm", Private: true}}
		rec.People, rec.Incidents[0].People = holm, holm
		return store.Recode(tx, rec)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := joined(t, st).CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	open := func(as people.Role) http.Handler {
		table := people.NewTable()
		pages, err := ui.New(ui.Options{Store: st, Table: table, Types: types(), Now: func() string { return story.At }})
		if err != nil {
			t.Fatal(err)
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			pages.ServeHTTP(w, r.WithContext(people.With(r.Context(), people.Person{Role: as})))
		})
	}
	for _, path := range []string{"/", "/incidents/karesh", "/articles/karesh-1", "/export/file?format=jsonl&private=show&reason=court", "/export/file?format=jsonl&private=show&reason=court&id=karesh"} {
		for role, want := range map[people.Role]bool{people.Guest: false, people.Reader: path != "/"} {
			body := answer(t, open(role), path)
			if has := strings.Contains(body, "Daren") || strings.Contains(body, "Holm"); has != want {
				t.Errorf("%s as %s: has the name %v, want %v", path, role, has, want)
			}
		}
	}
}

// Names are given out for a reason alone.
func TestNamesNeedAReason(t *testing.T) {
	st := memory.New()
	if err := story.Fill(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	pages, err := ui.New(ui.Options{Store: st, Table: people.NewTable(), Types: types(), Now: func() string { return story.At }})
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		pages.ServeHTTP(w, r.WithContext(people.With(r.Context(), people.Person{Role: people.Reader})))
	}))
	for path, want := range map[string]int{"/export/file?format=jsonl&private=show&reason=+": http.StatusBadRequest, "/export/file?format=jsonl&reason=": http.StatusOK} {
		r, err := http.Get(s + path)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != want {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
}

func answer(t *testing.T, h http.Handler, path string) string {
	t.Helper()
	s := newServer(t, h)
	r, err := http.Get(s + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v %.300s", path, r.Status, err, b)
	}
	return string(b)
}

package ui_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// Pages and exports tell of all incidents, not of the newest: here what is
// oldest of several thousand is found, counted and written.
func TestNothingIsLeftOut(t *testing.T) {
	const many = 6000
	st := memory.New()
	err := st.Update(t.Context(), func(tx store.Writer) error {
		err := tx.PutArticle(store.Article{Article: sayso.Article{ID: "a", Title: "A title", Text: "A text.", Language: "en", URL: "https://www.outlet.example/a", Published: sayso.NoDay}})
		for i := 0; i < many && err == nil; i++ {
			deaths := 1
			in := sayso.Incident{ID: fmt.Sprintf("i%05d", i), Type: "protest", Articles: []string{"a"}, People: []sayso.Person{}, Deaths: &sayso.Deaths{Best: &deaths},
				When: &sayso.When{Earliest: sayso.Day(i / 10), Latest: sayso.Day(i / 10)}, Where: &sayso.Place{Name: "Newtown", ID: "geonames:1"}, Actors: []sayso.Actor{{Name: "the new front", ID: "front"}}}
			if i < 3 {
				in.Actors, in.Where = []sayso.Actor{{Name: "the old guard"}}, &sayso.Place{Name: "Oldtown", ID: "geonames:2"}
			}
			err = tx.PutIncident(in)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	open := func(as people.Role) http.Handler {
		pages, err := ui.New(ui.Options{Store: st, Table: people.NewTable(), Types: types(), Now: func() string { return "" }})
		if err != nil {
			t.Fatal(err)
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			pages.ServeHTTP(w, r.WithContext(people.With(r.Context(), people.Person{Role: as})))
		})
	}
	for path, want := range map[string][]string{
		"/actors?q=guard":           {"the old guard", ">3</td>", "1 January 1970"},
		"/actors":                   {"the new front", ">5,997</td>"},
		"/places?q=oldtown":         {"Oldtown", ">3</td>"},
		"/places/geonames:1":        {"5,997 incidents", "5,997 killed"},
		"/actors/the%20old%20guard": {"3 incidents"},
		"/sources":                  {"outlet.example"},
	} {
		body := answer(t, open(people.Reader), path)
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%s does not say %q", path, w)
			}
		}
	}
	if body := answer(t, open(people.Guest), "/places"); !strings.Contains(body, "Oldtown") {
		t.Errorf("guests: %s", body)
	}
	if n := strings.Count(answer(t, open(people.Reader), "/export/file?format=jsonl"), "\n"); n != many {
		t.Errorf("%d incidents were exported", n)
	}
	if n := strings.Count(answer(t, open(people.Reader), "/export/file?format=jsonl&actor=front"), "\n"); n != many-3 {
		t.Errorf("%d incidents of an actor were exported", n)
	}
}

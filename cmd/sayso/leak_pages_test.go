package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/indexed"
)

// No form of a private name is on any page or in any answer of the API that
// somebody without an account may get: every route that is open to guests, with
// every id that there is, and whatever those pages lead to.
func TestNoNameLeaksToGuests(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := drawnPerson(rt)
		st := indexed.Over(storeNaming(rt, p, "text"))
		defer st.Stop()
		site, table := openToGuests(t, st)
		var todo []string
		for _, a := range table.Routes() {
			method, path, _ := strings.Cut(a.Pattern, " ")
			if method != http.MethodGet || a.Least != people.Guest && a.Least != people.Nobody || strings.HasPrefix(path, "/assets/") {
				continue
			}
			path = strings.ReplaceAll(path, "{$}", "")
			if !wild.MatchString(path) {
				todo = append(todo, path, path+"?q=died&limit=5", path+"?z=2", path+"?format=jsonl&private=show&reason=court")
				continue
			}
			for _, id := range []string{"i1", "a1"} {
				todo = append(todo, wild.ReplaceAllString(path, id))
			}
		}
		todo = rapid.Permutation(todo).Draw(rt, "order")
		seen, answered := map[string]bool{}, 0
		for len(todo) > 0 && len(seen) < 60 { // all of them in some draw
			path := todo[0]
			todo = todo[1:]
			if seen[path] {
				continue
			}
			seen[path] = true
			w := httptest.NewRecorder()
			site.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost"+path, nil))
			body, _ := io.ReadAll(w.Result().Body)
			if w.Code == http.StatusOK {
				answered++
			}
			holdsNone(rt, path, string(body)+fmt.Sprint(w.Result().Header), p)
			if len(body) < 1<<17 { // not the description of the API
				next := leads(path, string(body))
				todo = append(next[:min(3, len(next))], todo...)
			}
		}
		if answered < 10 {
			rt.Fatalf("%d of %d answered", answered, len(seen))
		}
	})
}

// openToGuests is the desk as somebody gets it who is not signed in.
func openToGuests(t *testing.T, st store.Store) (http.Handler, *people.Table) {
	d := deskFlags{listen: "127.0.0.1:0", guests: true}
	table := people.NewTable()
	desk, err := d.desk(t.Context(), st, table)
	if err != nil {
		t.Fatal(err)
	}
	work, err := (&codeFlags{}).deskWork(&d.store, st)
	if err != nil {
		t.Fatal(err)
	}
	o := work.options(st, table, desk)
	rest, err := api.New(o)
	if err != nil {
		t.Fatal(err)
	}
	po, err := work.pages(o)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := ui.New(po)
	if err != nil {
		t.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = r.WithContext(people.With(r.Context(), people.Person{Role: people.Guest}))
		if strings.HasPrefix(r.URL.Path, api.Prefix+"/") {
			rest.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	}), table
}

var lead = regexp.MustCompile(`(?:href|src|action|hx-get|data-[a-z]+)="(/[^"]*)"|"id":"([^"]+)"`)

// leads are the addresses that a page links to, and those of the ids that an
// answer of the API lists.
func leads(path, body string) []string {
	var out []string
	list, _, _ := strings.Cut(path, "?")
	for _, m := range lead.FindAllStringSubmatch(body, 200) {
		switch {
		case strings.HasPrefix(m[1], "/assets/"):
		case m[1] != "":
			out = append(out, strings.ReplaceAll(m[1], "&amp;", "&"))
		case strings.HasPrefix(list, api.Prefix+"/"):
			out = append(out, list+"/"+url.PathEscape(m[2]))
		}
	}
	return out
}

package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso/internal/publish/people"
	"sayso/internal/store/sqlite"
)

var wild = regexp.MustCompile(`\{[^}]*\}`)

// TestEveryRouteWithEveryRole tries all routes of the desk, pages and API, with
// every role, as people and as programs: who is refused is who should be.
func TestEveryRouteWithEveryRole(t *testing.T) {
	ctx := context.Background()
	st, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "s"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	d := deskFlags{listen: "127.0.0.1:0", guests: true}
	site, err := d.site(ctx, st, &codeFlags{})
	if err != nil {
		t.Fatal(err)
	}
	through := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	reached := site.desk.Middleware(through)
	closed, err := people.New(people.Options{Store: st, Table: site.table, Loopback: true}) // where guests may not read
	if err != nil {
		t.Fatal(err)
	}
	cast := newCast(t, site.desk)
	routes := site.table.Routes()
	if len(routes) < 40 {
		t.Fatalf("only %d routes", len(routes))
	}
	tried := 0
	for _, a := range routes {
		method, path, ok := strings.Cut(a.Pattern, " ")
		if !ok {
			method, path = http.MethodGet, a.Pattern
		}
		path = wild.ReplaceAllString(strings.ReplaceAll(path, "{$}", ""), "x")
		for _, who := range cast {
			r := httptest.NewRequest(method, "http://localhost"+path, nil)
			r.Header.Set(who.header, who.value)
			w := httptest.NewRecorder()
			if who.role == people.Nobody {
				closed.Middleware(through).ServeHTTP(w, r)
			} else {
				reached.ServeHTTP(w, r)
			}
			tried++
			want := !who.role.Under(a.Least) && (!who.program || a.Scope != people.NoScope && slices.Contains(who.scopes, a.Scope))
			if got := w.Code == http.StatusTeapot; got != want || !got && w.Code != http.StatusUnauthorized && w.Code != http.StatusForbidden {
				t.Errorf("%s as %s (program %v, scopes %v): %d", a.Pattern, who.role, who.program, who.scopes, w.Code)
			}
		}
	}
	t.Logf("%d routes, %d requests", len(routes), tried)
	for _, path := range []string{"/nowhere", "/api/v1/nowhere", "/api/v2/incidents"} {
		r := httptest.NewRequest(http.MethodGet, "http://localhost"+path, nil)
		r.Header.Set(cast[len(cast)-1].header, cast[len(cast)-1].value)
		w := httptest.NewRecorder()
		if reached.ServeHTTP(w, r); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// actor is somebody who tries.
type actor struct {
	role          people.Role
	program       bool
	scopes        []people.Scope
	header, value string
}

// newCast is who is not signed in, as a guest and as nobody, and a person and programs with every scope and with one
// each, of every role.
func newCast(t *testing.T, desk *people.Desk) []actor {
	t.Helper()
	ctx := context.Background()
	cast := []actor{{role: people.Nobody, header: "Accept", value: "*/*"}, {role: people.Guest, header: "Accept", value: "*/*"}}
	for _, role := range []people.Role{people.Admin, people.Reader, people.Coder, people.Reviewer} {
		name, password := "the-"+string(role), "correct horse battery"
		if _, err := desk.SetAccount(ctx, "test", name, people.Change{Role: &role, Password: &password}); err != nil {
			t.Fatal(err)
		}
		c, err := desk.SignIn(ctx, httptest.NewRequest(http.MethodPost, "/", nil), name, password)
		if err != nil {
			t.Fatal(err)
		}
		cast = append(cast, actor{role: role, header: "Cookie", value: c.Name + "=" + c.Value})
		for _, scopes := range append([][]people.Scope{slices.Clone(people.Scopes)}, slices.Collect(slices.Chunk(people.Scopes, 1))...) {
			_, secret, err := desk.MakeToken(ctx, people.Person{Name: name, Role: role}, "test", slices.Clone(scopes), 0)
			if err != nil {
				t.Fatal(err)
			}
			cast = append(cast, actor{role: role, program: true, scopes: scopes, header: "Authorization", value: "Bearer " + secret})
		}
	}
	return cast
}

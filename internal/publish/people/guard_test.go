package people

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"sayso/internal/store/memory"
)

func desk(t *testing.T, o Options) http.Handler {
	t.Helper()
	o.Store, o.Table = memory.New(), NewTable()
	o.Table.Allow("GET /things/{id}", Guest, ScopeRead)
	o.Table.Allow("POST /things", Reviewer, ScopeDecide)
	d, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return d.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(string(From(r.Context()).Role) + " " + From(r.Context()).Name))
	}))
}

func TestLoopback(t *testing.T) {
	h := desk(t, Options{Loopback: true, Local: "ann"})
	for _, c := range []struct {
		method, host, path string
		header             [2]string
		want               int
	}{
		{"GET", "127.0.0.1:8765", "/things/1", [2]string{}, 200},
		{"GET", "localhost:8765", "/things/1", [2]string{}, 200},
		{"GET", "LOCALHOST.", "/things/1", [2]string{}, 200},
		{"GET", "[::1]:8765", "/things/1", [2]string{}, 200},
		{"GET", "evil.example:8765", "/things/1", [2]string{}, 421}, // a name that was rebound to 127.0.0.1
		{"GET", "localhost.evil.example", "/things/1", [2]string{}, 421},
		{"GET", "127.0.0.1.evil.example", "/things/1", [2]string{}, 421},
		{"GET", "192.168.1.7:8765", "/things/1", [2]string{}, 421},
		{"GET", "", "/things/1", [2]string{}, 421},
		{"POST", "127.0.0.1:8765", "/things", [2]string{}, 200},
		{"POST", "127.0.0.1:8765", "/things", [2]string{"Sec-Fetch-Site", "same-origin"}, 200},
		{"POST", "127.0.0.1:8765", "/things", [2]string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"POST", "127.0.0.1:8765", "/things", [2]string{"Sec-Fetch-Site", "same-site"}, 403},
		{"POST", "127.0.0.1:8765", "/things", [2]string{"Origin", "https://evil.example"}, 403},
		{"POST", "127.0.0.1:8765", "/things", [2]string{"Origin", "http://127.0.0.1:9999"}, 403},
		{"POST", "127.0.0.1:8765", "/things", [2]string{"Origin", "null"}, 403},
		{"GET", "127.0.0.1:8765", "/things/1", [2]string{"X-Forwarded-For", "10.0.0.1"}, 403},
		{"GET", "127.0.0.1:8765", "/elsewhere", [2]string{}, 404},
		{"DELETE", "127.0.0.1:8765", "/things/1", [2]string{}, 404},
	} {
		r := httptest.NewRequest(c.method, "http://x"+c.path, nil)
		r.Host = c.host
		if c.header[0] != "" {
			r.Header.Set(c.header[0], c.header[1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%v: %d %s", c, w.Code, w.Body)
		}
		if w.Code == 200 && w.Body.String() != "admin ann" {
			t.Errorf("%v: %s", c, w.Body)
		}
		if w.Header().Get("Content-Security-Policy") != policy {
			t.Errorf("%v: no content security policy", c)
		}
	}
}

// A browser that looks for a page is shown one; programs and the API get a
// problem.
func TestRefusalsInABrowser(t *testing.T) {
	f := newOffice(t, Options{})
	f.hire("ann", Admin)
	f.hire("bob", Reader)
	f.Pages(func(w http.ResponseWriter, r *http.Request, status int, detail string) {
		w.WriteHeader(status)
		_, _ = w.Write([]byte("page for " + From(r.Context()).Name + ": " + detail))
	})
	bob := f.signIn("bob").String()
	f.want(f.ask("POST", "/decide", "Cookie", bob, "Accept", "text/html,*/*"), 403, "page for bob: this takes the role reviewer")
	f.want(f.ask("GET", "/nowhere", "Cookie", bob, "Accept", "text/html"), 404, "page for bob: there is nothing here")
	for _, path := range []string{"/nowhere", "/api/v1/nowhere"} {
		accept := map[bool]string{true: "text/html", false: "*/*"}[path != "/nowhere"]
		if w := f.ask("GET", path, "Cookie", bob, "Accept", accept); w.Code != 404 || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := f.ask("GET", "/page", "Accept", "text/html"); w.Code != 303 || w.Header().Get("Location") != "/login" {
		t.Errorf("%d %s", w.Code, w.Header())
	}
}

func TestOwnPassword(t *testing.T) {
	f := newOffice(t, Options{})
	ctx := context.Background()
	f.hire("ann", Admin)
	ann, next := Person{Name: "ann", Role: Admin}, NewPassword()
	if err := f.SetPassword(ctx, ann, "not the one in force", next); !errors.Is(err, ErrCredentials) {
		t.Errorf("with a wrong password: %v", err)
	}
	if err := f.SetPassword(ctx, ann, password, "short"); !errors.Is(err, ErrPassword) {
		t.Errorf("a short one: %v", err)
	}
	if err := f.SetPassword(ctx, ann, password, next); err != nil {
		t.Error(err)
	}
	if _, err := f.SignIn(ctx, httptest.NewRequest("POST", "/", nil), "ann", next); err != nil {
		t.Error(err)
	}
	f.holds()
}

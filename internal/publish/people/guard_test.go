package people

import (
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

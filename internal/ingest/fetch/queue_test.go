package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	const text = "# a comment\nUser-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\nDisallow: /q?a=\nCrawl-delay: 7\n\nUser-Agent: sayso\nUser-Agent: third\nDisallow: /sayso-not-here\nDisallow:\n"
	all, own := robots(text, "somebody"), robots(text, "sayso/0.1.0")
	for path, want := range map[string]bool{"/": true, "/private": false, "/private/x": false, "/private/open/x": true, "/a.pdf": false, "/a.pdf?x": true, "/q?a=1": false, "/q?b=1": true, "/sayso-not-here": true} {
		if all.allows(path) != want {
			t.Errorf("everybody at %s: %v", path, !want)
		}
	}
	if own.allows("/sayso-not-here/x") || !own.allows("/private") || all.delay != 7*time.Second || own.delay != 0 {
		t.Errorf("%+v, %+v", own, all)
	}
	if r := robots("User-agent: other\nDisallow: /", "sayso"); !r.allows("/x") {
		t.Error("another robot's rules are kept")
	}
	for pattern, want := range map[string]bool{"/a*c": true, "/a*c$": false, "/a*d$": true, "*": true, "/abcd$": true, "/abc$": false, "": true} {
		if fits(pattern, "/abcd") != want {
			t.Errorf("%q: %v", pattern, !want)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*$", "/b")
	f.Fuzz(func(t *testing.T, text, path string) {
		r := robots(text, "sayso")
		if r.allows(path); r.delay < 0 || r.delay > time.Minute {
			t.Error(r.delay)
		}
	})
}

// clock is a time that only sleeping moves.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.now }
func (c *clock) Sleep(_ context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	return nil
}

// polite is a queue on a clock of its own, and a site that notes when it was
// asked for what.
func polite(t *testing.T, pages map[string]http.HandlerFunc) (*Queue, string, func() string) {
	t.Helper()
	c := &clock{now: time.Unix(1000, 0)}
	var mu sync.Mutex
	var asked []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked = append(asked, fmt.Sprintf("%d%s", c.Now().Unix()-1000, r.URL.Path))
		mu.Unlock()
		w.Header().Set("Content-Type", "text/plain")
		if h := pages[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	q := &Queue{Client: Client{AllowHosts: []string{"127.0.0.1"}, Now: c.Now}, Sleep: c.Sleep}
	return q, s.URL, func() string { mu.Lock(); defer mu.Unlock(); out := strings.Join(asked, " "); asked = nil; return out }
}

func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
}

func TestQueueIsPolite(t *testing.T) {
	q, base, asked := polite(t, map[string]http.HandlerFunc{"/robots.txt": says("User-agent: *\nDisallow: /no\nCrawl-delay: 5"), "/a": says("a"), "/b": says("b")})
	var group sync.WaitGroup
	for _, p := range []string{"/a", "/a", "/b"} {
		group.Go(func() {
			if _, err := q.Get(t.Context(), base+p); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if _, err := q.Get(t.Context(), base+"/no"); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "robots.txt") {
		t.Errorf("%v", err)
	}
	got := strings.NewReplacer("/a", "", "/b", "").Replace(asked())
	if got != "0/robots.txt 2 7 12" {
		t.Errorf("asked at %s", got)
	}
}

func TestQueueTriesAgain(t *testing.T) {
	n := 0
	fails := func(code int, after string, times int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			if n++; n <= times {
				w.Header().Set("Retry-After", after)
				w.WriteHeader(code)
				return
			}
			fmt.Fprint(w, "at last")
		}
	}
	for _, c := range []struct {
		code        int
		after       string
		times       int
		want, asked string
	}{
		{503, "", 2, "at last", "2/a 4/a 8/a"}, {429, "30", 1, "at last", "2/a 32/a"}, {500, "", 9, "answered 500 Internal Server Error", "2/a 4/a 8/a"},
		{404, "", 9, "answered 404 Not Found", "2/a"}, {429, "Thu, 01 Jan 1970 00:17:00 GMT", 1, "at last", "2/a 20/a"},
	} {
		n = 0
		q, base, asked := polite(t, map[string]http.HandlerFunc{"/a": fails(c.code, c.after, c.times)})
		p, err := q.Get(t.Context(), base+"/a")
		got := string(p.Body)
		if err != nil {
			got = err.Error()
		}
		if got != c.want || asked() != "0/robots.txt "+c.asked {
			t.Errorf("%d %s: %s", c.code, c.after, got)
		}
	}
}

// A host that cannot say what it allows allows nothing, for now.
func TestRobotsThatFail(t *testing.T) {
	q, base, _ := polite(t, map[string]http.HandlerFunc{"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, "/a": says("a")})
	if _, err := q.Get(t.Context(), base+"/a"); err == nil || !strings.Contains(err.Error(), "robots.txt cannot be read") {
		t.Errorf("%v", err)
	}
}

func TestOnlyIfChanged(t *testing.T) {
	q, base, _ := polite(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Mon, 28 Jan 2019 10:00:00 GMT")
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "text")
	}})
	p, err := q.Get(t.Context(), base+"/a")
	if err != nil || p.ETag != `"1"` {
		t.Fatalf("%+v, %v", p, err)
	}
	if _, err := q.GetIf(t.Context(), base+"/a", p.Condition); !errors.Is(err, ErrSame) {
		t.Errorf("%v", err)
	}
}

// A clock that jumps back makes no pause longer than it was meant to be.
func TestQueueOnJumpingClock(t *testing.T) {
	q, base, _ := polite(t, map[string]http.HandlerFunc{"/a": says("a")})
	var slept []time.Duration
	sleep := q.Sleep
	q.Sleep = func(ctx context.Context, d time.Duration) error { slept = append(slept, d); return sleep(ctx, d) }
	read, back := q.Client.Now, time.Duration(0)
	q.Client.Now = func() time.Time { return read().Add(-back) }
	for _, back = range []time.Duration{0, 48 * time.Hour, 0, 72 * time.Hour} {
		if _, err := q.Get(t.Context(), base+"/a"); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range slept {
		if d > 2*time.Second {
			t.Errorf("slept %v", slept)
		}
	}
	if len(slept) < 3 {
		t.Errorf("slept %v", slept)
	}
}

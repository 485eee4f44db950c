package main

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"sayso/internal/store/storetest"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

func TestMain(m *testing.M) {
	testscript.Main(stopping{m}, map[string]func(){"sayso": main})
}

// stopping stops the database server that tests may have started.
type stopping struct{ *testing.M }

// Run implements [testscript.TestingM].
func (s stopping) Run() int {
	defer storetest.StopPostgres()
	return s.M.Run()
}

// The scripts run the program as a user does. Beside testscript's own
// commands there are: "exits CODE COMMAND…", "fill FILE SIZE" (a file of that
// many bytes without using the disk), "repeat FILE N TEXT", and "serve", which
// starts a site with paths that go wrong and sets $SITE.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, "SHARED="+sharedFolder())
			return nil
		},
		Condition: func(c string) (bool, error) {
			if c != "shared" {
				return false, fmt.Errorf("unknown condition %s", c)
			}
			_, err := os.Stat(sharedFolder())
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "fill": fill, "repeat": repeat, "serve": serve, "pdf": makePDF,
		},
	})
}

// sharedFolder is the folder of the articles coded by hand.
func sharedFolder() string {
	dir, err := filepath.Abs(filepath.Join("..", "..", "..", "shared"))
	if err != nil {
		return ""
	}
	return dir
}

// exits runs a command and checks its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s\n%s", code, args[0], ts.ReadFile("stderr"))
	}
}

func fill(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), nil, 0o644))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

func repeat(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(args[2], n)), 0o644))
}

const story = `<!doctype html><html lang="en"><head><title>Bombs in Jolo</title><meta property="og:site_name" content="The Outlet">
<meta property="article:published_time" content="2019-01-28"></head><body><article><h1>Bombs in Jolo</h1>
<p>Two bombs killed at least 20 people at a cathedral in Jolo, in the Philippines, on Sunday, police said.</p>
<p>The army blamed Abu Sayyaf, a group that has fought the government for decades in the southern islands.</p></article></body></html>`

func serve(ts *testscript.TestScript, _ bool, _ []string) {
	stop := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/story", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, story)
	})
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		w.Header().Set("ETag", "1")
		if r.Header.Get("If-None-Match") == "1" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, `<rss version="2.0"><channel><title>The Feed</title><item><link>/story</link></item><item><link>/gone</link></item><item><title>no link</title></item></channel></rss>`)
	})
	cuts := 0
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) { // changes while it is read, the first three times
		w.Header().Set("Content-Type", "application/rss+xml")
		w.Header().Set("ETag", "2")
		const whole = `<rss version="2.0"><channel><title>Cut</title><item><link>/story?cut</link></item></channel></rss>`
		if cuts++; cuts <= 3 {
			w.Header().Set("Content-Length", "500")
			fmt.Fprint(w, whole[:60])
			return
		}
		fmt.Fprint(w, whole)
	})
	var turned atomic.Bool
	mux.HandleFunc("/turn", func(w http.ResponseWriter, r *http.Request) { // changes while its pages are read
		tag, pages := `"old"`, []string{"1", "2"}
		if turned.Load() {
			tag, pages = `"new"`, []string{"2", "3"}
		}
		w.Header().Set("Content-Type", "application/rss+xml")
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>Turn</title><item><link>/turn/%s</link></item><item><link>/turn/%s</link></item></channel></rss>`, pages[0], pages[1])
	})
	mux.HandleFunc("/turn/{n}", func(w http.ResponseWriter, r *http.Request) {
		turned.Store(true)
		fmt.Fprint(w, strings.ReplaceAll(story, "</h1>", " "+r.PathValue("n")+"</h1>"))
	})
	mux.HandleFunc("/private/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, story) })
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/inward", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/", http.StatusFound)
	})
	mux.HandleFunc("/hang", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-stop:
		case <-r.Context().Done():
		}
	})
	s := httptest.NewServer(mux)
	ts.Defer(func() { close(stop); s.Close() })
	ts.Setenv("SITE", s.URL)
}

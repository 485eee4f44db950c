package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sayso/internal/store"
	"sayso/internal/store/sqlite"
)

// What was shown before it was kept is what is kept: an address is fetched once,
// although its page is another each time that it is asked for.
func TestKeptAsItWasShown(t *testing.T) {
	var asked atomic.Int32
	news := http.NewServeMux()
	news.HandleFunc("/robots.txt", http.NotFound)
	news.HandleFunc("/story", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = fmt.Fprint(w, strings.Replace(story, "at least 20 people", fmt.Sprintf("at least %d people", 20+asked.Add(1)), 1))
	})
	outlet := httptest.NewServer(news)
	defer outlet.Close()
	st, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	d := deskFlags{listen: "127.0.0.1:0"}
	site, err := d.site(t.Context(), st, &codeFlags{delay: time.Nanosecond, allowHosts: []string{"127.0.0.1"}})
	if err != nil {
		t.Fatal(err)
	}
	post := func(path string, form url.Values) string {
		r := httptest.NewRequest(http.MethodPost, "http://localhost"+path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		if site.ServeHTTP(w, r); w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", path, w.Code, w.Body)
		}
		return w.Header().Get("Location")
	}
	// done is the page of a job once it does not go on; its events end then.
	done := func(job string) string {
		site.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "http://localhost"+job+"/events", nil))
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost"+job, nil))
		return w.Body.String()
	}
	job := post("/add/look", url.Values{"addresses": {outlet.URL + "/story"}})
	if shown := done(job); !strings.Contains(shown, "21 people") {
		t.Fatalf("what is shown is %s", shown)
	}
	if next := post("/add/keep", url.Values{"id": {strings.TrimPrefix(job, "/add/")}}); next == job {
		done(job)
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("the page was asked for %d times", n)
	}
	if err := st.View(t.Context(), func(tx store.Reader) error {
		list, err := tx.Articles("", 0)
		if err == nil && (len(list) != 1 || !strings.Contains(list[0].Text, "21 people") || list[0].URL != outlet.URL+"/story") {
			t.Errorf("kept is %+v", list)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if _, _, found, err := store.Verify(t.Context(), st); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}

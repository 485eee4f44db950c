package ui_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui/story"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// Whatever gets into a page, no script of it runs: none that stands in the page,
// none in an attribute or an address, none from elsewhere; and nothing of it is
// sent elsewhere. The desk's own scripts run. That no page of the desk breaks the
// policy is looked at by every tab of these tests ([tab.stayed]).
func TestNoForeignScriptRuns(t *testing.T) {
	var elsewhere atomic.Int32
	foreign := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		elsewhere.Add(1)
		w.Header().Set("Content-Type", "text/javascript")
		w.Header().Set("Access-Control-Allow-Origin", "*")
		_, _ = fmt.Fprint(w, "window.ran = (window.ran ?? '') + ' foreign'")
	}))
	defer foreign.Close()
	page := `<!doctype html><html lang="en"><title>x</title>
		<script src="/own.js"></script>
		<script>window.ran = (window.ran ?? "") + " inline"</script>
		<script type="module">window.ran = (window.ran ?? "") + " module"</script>
		<script src="` + foreign.URL + `/a.js"></script>
		<script src="data:text/javascript,window.ran='data'"></script>
		<img src="/none.png" onerror="window.ran = (window.ran ?? '') + ' handler'">
		<img src="` + foreign.URL + `/pixel.png">
		<link rel="stylesheet" href="` + foreign.URL + `/a.css">
		<iframe src="` + foreign.URL + `/frame" srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
		<object data="` + foreign.URL + `/object"></object>
		<base href="` + foreign.URL + `/">
		<form action="` + foreign.URL + `/form" method="get"><button>send</button></form>
		<a id="link" href="javascript:window.ran = (window.ran ?? '') + ' address'">x</a>
		<p id="where" style="color: rgb(1, 2, 3)">words</p>`
	table := people.NewTable()
	mux := http.NewServeMux()
	answer := func(path, media, body string) {
		table.Allow("GET "+path, people.Nobody, people.NoScope)
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", media)
			_, _ = fmt.Fprint(w, body)
		})
	}
	answer("/page", "text/html", page)
	answer("/own.js", "text/javascript", `window.own = true;
		addEventListener("DOMContentLoaded", () => {
			document.querySelector("#link").click();
			document.querySelector("form button").click();
			try { eval("window.ran = (window.ran ?? '') + ' eval'"); } catch {}
			fetch("`+foreign.URL+`/fetch", { mode: "no-cors" }).catch(() => {}).finally(() => { window.done = true; });
		});`)
	guard, err := people.New(people.Options{Store: memory.New(), Table: table, Loopback: true, Local: story.By})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(guard.Middleware(mux))
	defer s.Close()
	b := openTab(t, desk{url: s.URL, guard: guard}, 1280, "light")
	b.open("/page")
	b.until("window.own && window.done")
	if ran := b.eval("String(window.ran ?? 'nothing')"); ran != "nothing" {
		t.Errorf("these ran: %s", ran)
	}
	if color := b.eval("getComputedStyle(document.querySelector('#where')).color"); strings.Contains(color, "1, 2, 3") {
		t.Errorf("a style in the page holds: %s", color)
	}
	if b.eval("location.pathname") != "/page" {
		t.Errorf("it leads to %s", b.eval("location.href"))
	}
	if n := elsewhere.Load(); n != 0 {
		t.Errorf("%d requests went elsewhere", n)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.bad) < 8 { // what every other tab would have failed for
		t.Errorf("the browser reports only %d violations: %q", len(b.bad), b.bad)
	}
	b.bad, b.out = nil, nil
}

// Words that an article, an outlet or an incident brings along stay words.
func TestWordsOfAnArticleStayWords(t *testing.T) {
	bad := `<img src=/x onerror="window.ran=1"><script>window.ran=1</script>"'>{{.}}`
	st := memory.New()
	err := st.Update(t.Context(), func(tx store.Writer) error {
		a := sayso.Article{ID: "a", Title: bad, Text: "A bomb. " + bad, Captions: "A street. " + bad, Outlet: bad, Byline: bad, URL: "javascript:window.ran=1", Language: "en", Published: sayso.NoDay}
		if err := tx.PutArticle(store.Article{Article: a}); err != nil {
			return err
		}
		c, err := sayso.NewClaim(&a, sayso.AboutAgent, sayso.StanceAlleged, []sayso.Voucher{{Name: bad}}, sayso.Span{Start: len(bad), End: len(a.Reading())})
		if err != nil {
			return err
		}
		c.N, c.Value = 1, bad
		if err := tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: bad, Stage: bad, Kind: bad, Reason: bad}}); err != nil {
			return err
		}
		if _, err := store.Follow(tx, store.Act{By: bad}, store.Feed{Address: "https://x.example/" + bad, Title: bad}); err != nil {
			return err
		}
		return tx.PutIncident(sayso.Incident{ID: "i", Type: "bombing", Summary: bad, Mention: bad, Articles: []string{"a"}, People: []sayso.Person{}, Claims: []sayso.Claim{c},
			Where: &sayso.Place{Name: bad, ID: "p"}, Actors: []sayso.Actor{{Role: sayso.RoleAgent, Name: bad, ID: "x"}},
			Fields: []sayso.Field{{Name: sayso.AboutAgent, Value: bad, Rule: bad, For: []int{1}}}, Origins: []sayso.Origin{{Name: bad, Kind: "source", Claims: []int{1}}}})
	})
	if err != nil {
		t.Fatal(err)
	}
	b := openTab(t, openDesk(t, st), 1280, "light")
	for _, path := range []string{"/", "/?q=img", "/incidents/i", "/articles", "/articles/a", "/actors", "/actors/x", "/places/p", "/review?at=i", "/coding", "/coding/a", "/sources", "/audit", "/export?id=i", "/%3Cimg%20src=x%3E"} {
		b.open(path)
		b.until("document.readyState == 'complete'")
		if got := b.eval("String(window.ran ?? '') + document.querySelectorAll('main img, main script, a[href^=\"javascript:\"]').length"); got != "0" {
			t.Errorf("%s: %s", path, got)
		}
		if shown := b.eval("document.querySelector('main').innerText"); path == "/articles/a" && (strings.Count(shown, "onerror") < 4 || !strings.Contains(shown, "A street. <img")) {
			t.Errorf("%s shows %s", path, shown)
		}
	}
}

package ui_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso/internal/publish/ui"
)

// axe-core finds nothing on any page, light or dark, wide or narrow, and no page
// asks for anything outside this machine.
func TestPagesAreAccessibleAndStayHere(t *testing.T) {
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	d := storyDesk(t)
	for _, width := range []int64{1440, 390} {
		b := openTab(t, d, width, "light")
		for _, p := range ui.Shown() {
			if *only != "" && !slices.Contains(strings.Split(*only, ","), p.File) {
				continue
			}
			b.scheme("light")
			b.open(p.Path)
			b.eval("document.fonts.ready.then(() => '')")
			b.eval(string(axe) + "; ''")
			for _, scheme := range []string{"light", "dark"} {
				b.scheme(scheme)
				for _, v := range b.axe() {
					t.Errorf("%s, %d %s: %s", p.File, width, scheme, v)
				}
			}
			if wide := b.eval("String(document.documentElement.scrollWidth - innerWidth)"); wide != "0" && !strings.HasPrefix(wide, "-") {
				t.Errorf("%s, %d: %s px wider than the window", p.File, width, wide)
			}
		}
	}
}

// axe is what axe-core, once it is in the page, finds wrong with it.
func (b *tab) axe() (list []string) {
	b.t.Helper()
	found := b.eval(`axe.run(document, {resultTypes: ['violations']}).then((r) => JSON.stringify((r.passes.length < 5 ? ['axe looked at next to nothing'] : []).concat(r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')))))`)
	if err := json.Unmarshal([]byte(found), &list); err != nil {
		b.t.Fatalf("%s", found)
	}
	return list
}

// stayed fails for every address that the tab asked for outside the desk, every
// violation of the content security policy and every error that no script caught.
func (b *tab) stayed() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, u := range b.out {
		b.t.Errorf("asks for %s", u)
	}
	for _, e := range b.bad {
		b.t.Errorf("the browser reports %s", e)
	}
}

var asked = regexp.MustCompile(`(?:src|href|data-(?:module|library|worker|sheet|world))="(/assets/[^"]+)"`)

// The first load is small: at most 200 KB compressed without the map, 700 KB
// with it.
func TestFirstLoadIsSmall(t *testing.T) {
	d := storyDesk(t)
	page, n := get(t, d.url+"/")
	plain, all := n, n
	seen := map[string]bool{}
	for _, m := range asked.FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			continue
		}
		seen[m[1]] = true
		_, n := get(t, d.url+m[1])
		all += n
		if !strings.Contains(m[1], "map") {
			plain += n
		}
	}
	for _, font := range []string{"source-serif-4-latin-wght-normal", "source-sans-3-latin-wght-normal"} {
		if strings.Contains(page, font) {
			continue // preloaded: counted above
		}
		_, n := get(t, d.url+"/assets/fonts/"+font+".woff2")
		plain, all = plain+n, all+n
	}
	t.Logf("%d KB, with the map %d KB", plain/1000, all/1000)
	if plain > 200e3 || all > 700e3 {
		t.Errorf("%d bytes without the map, %d with it", plain, all)
	}
}

// get is what an address answers, and how many bytes came for it.
func get(t *testing.T, address string) (string, int) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip")
	a, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	b, err := io.ReadAll(a.Body)
	if err != nil || a.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", address, a.Status, err)
	}
	return unzip(t, a.Header.Get("Content-Encoding"), b), len(b)
}

// Every page and state of the storybook answers, without JavaScript, and
// nothing in it is inline.
func TestStorybook(t *testing.T) {
	d := storyDesk(t)
	for _, page := range ui.Shown() {
		name, path := page.Name, page.Path
		r, err := http.Get(d.url + path)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		_ = r.Body.Close()
		if r.StatusCode >= 500 && !strings.Contains(path, "/refusal/5") {
			t.Errorf("%s: %s", name, r.Status)
		}
		for _, bad := range []string{"<script>", " style=\"", " onclick=", "ZgotmplZ", "%!", "the page could not be written"} {
			if strings.Contains(string(b), bad) {
				t.Errorf("%s has %q", name, bad)
			}
		}
	}
}

package ui_test

import (
	"fmt"
	"strings"
	"testing"
)

// tabbable are the elements of a page that the tabulator should reach, numbered;
// of radio buttons one a group.
const tabbable = `(() => { const groups = new Set(); let n = 0;
	for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
		if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({visibilityProperty: true}) || e.closest("dialog:not([open])")) continue;
		if (e.type == "radio") { if (!e.checked || groups.has(e.name)) continue; groups.add(e.name); }
		e.dataset.tab = n++;
	}
	return String(n); })()`

// Everything that can be done on a page can be done by keys: the tabulator
// reaches each control in turn and nothing holds it, and each says where it is.
func TestTheTabulatorReachesEverything(t *testing.T) {
	b := openTab(t, storyDesk(t), 1280, "light")
	for _, path := range []string{"/?q=fruit+cart", "/incidents/benar", "/articles/lisker-1", "/add", "/export?type=bombing", "/storybook/settings", "/coding/benar-1", "/login"} {
		b.open(path)
		b.until("document.readyState == 'complete' && (!document.querySelector('[data-map]') || document.querySelector('[data-map]').dataset.drawn)")
		var want int
		if _, err := fmt.Sscan(b.eval(tabbable), &want); err != nil || want < 5 {
			t.Fatalf("%s: %d controls, %v", path, want, err)
		}
		reached := map[string]bool{}
		for range want + 12 { // fields of a date and the map have stops of their own
			b.key("\t")
			at := b.eval(`(() => { const e = document.activeElement, s = getComputedStyle(e), near = e.closest("label") ? getComputedStyle(e.closest("label")) : s;
				const ring = (x) => x.outlineStyle != "none" && parseFloat(x.outlineWidth) >= 2;
				return e == document.body ? "" : (e.dataset.tab ?? "other") + (ring(s) || ring(near) || e.matches("canvas, .map *") ? "" : " unseen " + e.outerHTML.slice(0, 120)); })()`)
			n, unseen, bad := strings.Cut(at, " unseen ")
			if bad {
				t.Errorf("%s: nothing shows that the focus is on %s", path, unseen)
			}
			reached[n] = true
		}
		for n := range want {
			if !reached[fmt.Sprint(n)] {
				t.Errorf("%s: the tabulator does not reach %s", path, b.eval(fmt.Sprintf("document.querySelector('[data-tab=\"%d\"]').outerHTML.slice(0, 160)", n)))
			}
		}
	}
}

// One key each leads to the pages, to the search, along a list and to the list
// of keys.
func TestKeysOfEveryPage(t *testing.T) {
	b := openTab(t, storyDesk(t), 1280, "light")
	b.open("/sources")
	b.key("?")
	b.until("document.querySelector('dialog[open]')")
	b.key("\x1b")
	b.until("!document.querySelector('dialog[open]')")
	for _, to := range [][2]string{{"r", "/review"}, {"a", "/add"}, {"e", "/export"}, {"s", "/sources"}, {"i", "/"}} {
		b.key("g")
		b.key(to[0])
		b.until("location.pathname == '" + to[1] + "'")
	}
	b.key("/")
	b.until("document.activeElement.matches('input[type=search]')")
	b.eval("document.activeElement.blur()")
	first := "document.querySelectorAll('[data-rows] .what a')"
	b.key("j")
	b.until("document.activeElement == " + first + "[0]")
	b.key("j")
	b.until("document.activeElement == " + first + "[1]")
	b.key("k")
	b.until("document.activeElement == " + first + "[0]")
}

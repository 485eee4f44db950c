package ui_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"sayso/internal/publish/api"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
)

// Sources tell how feeds are, what could not be read and at which version each
// step is; a feed is watched from there, and what failed is tried again.
func TestSources(t *testing.T) {
	tried := 0
	d := storyDesk(t, func(o *ui.Options) {
		o.Grade = func(name string) string { return map[string]string{"Radio Benar": "B"}[name] }
		o.Retry = func(ctx context.Context, _ store.Act, report func(api.Progress)) error {
			tried++
			report(api.Progress{Done: 1, Line: "read scan.pdf"})
			return o.Store.Update(ctx, func(tx store.Writer) error { return tx.DropFailures("scan.pdf") })
		}
	})
	b := openTab(t, d, 1280, "light")
	b.open("/sources")
	rows := func(section string) string {
		return b.eval("[...document.querySelectorAll('section')].find((s) => s.querySelector('h2').innerText == '" + section + "').innerText")
	}
	for section, want := range map[string][]string{
		"Feeds":    {"Agence Meridian: World", "good", "fails", "the site answers 404"},
		"Failures": {"no answer within 30 s", "fetch, unreachable", "scan.pdf"},
		"Outlets":  {"Radio Benar\tB", "Lisker Courier\tF"},
		"Steps":    {"join"},
	} {
		for _, w := range want {
			if got := rows(section); !strings.Contains(got, w) {
				t.Errorf("%s do not say %q: %s", section, w, got)
			}
		}
	}
	b.submit("form[action='/sources/retry']", nil, "Try all again")
	b.until("document.querySelector('[role=status]')?.innerText.startsWith('Queued')")
	if got := rows("Failures"); tried != 1 || strings.Contains(got, "scan.pdf") || !strings.Contains(got, "no answer within 30 s") {
		t.Errorf("tried %d times, what still fails is %s", tried, got)
	}
	b.submit("form[action='/sources/feeds']", map[string]string{"address": "https://news.example/rss"}, "Watch")
	b.until("document.querySelector('#feeds').innerText.includes('news.example') && document.querySelector('#feeds').innerText.includes('not looked at yet')")
	if n := noted(t, d.store, "storyteller", "follow", "https://news.example/rss"); n != 1 {
		t.Errorf("%d entries of the audit", n)
	}
}

// The audit is proved on the page; the export of it is whole, and each entry is
// sealed to the one before, so that whoever has it can check it without the desk.
func TestAudit(t *testing.T) {
	d := storyDesk(t)
	b := openTab(t, d, 1280, "light")
	b.open("/review?at=benar")
	b.key("a")
	b.until("document.querySelector('[role=status]')?.innerText.startsWith('Accepted')")
	b.open("/audit")
	b.click("a[href='/audit?prove']")
	b.until("document.querySelector('.note.good')?.innerText.startsWith('Every entry, digest, span and reference holds')")
	head := b.eval("document.querySelector('.note.good code').innerText")
	lines := bufio.NewScanner(strings.NewReader(b.eval("fetch(document.querySelector('a[href=\"/audit/lines\"]').href).then((r) => r.text())")))
	var last store.Entry
	n := int64(0)
	for ; lines.Scan(); n++ {
		var e store.Entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		if e.Seq != n+1 || e.Prev != last.Hash || e.Seal() != e.Hash {
			t.Fatalf("entry %d is not sealed to the one before: %+v", n, e)
		}
		last = e
	}
	if last.Hash != head || last.By != "storyteller" || last.Action != "decide" || n < 200 {
		t.Errorf("the last of %d entries is %+v, the page says %s", n, last, head)
	}
	// an account that somebody writes into the store by hand is found
	if err := d.store.Update(t.Context(), func(tx store.Writer) error {
		return tx.PutKeyed(store.Keyed{Kind: store.KeyedSetting, Key: "by-hand", Value: []byte(`{}`)})
	}); err != nil {
		t.Fatal(err)
	}
	b.open("/audit?prove")
	b.until("document.querySelector('.note.bad')?.innerText.includes('by-hand')")
}

// Every part of the filter narrows the list to what it says, alone and by its
// address, and says in words that it is in force.
func TestEveryPartOfTheFilter(t *testing.T) {
	d := storyDesk(t)
	b := openTab(t, d, 1280, "light")
	count := func(q store.Query) (n int) {
		if err := d.store.View(t.Context(), func(tx store.Reader) (err error) { n, err = tx.Count(q); return err }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	all := count(store.Query{})
	for field, value := range map[string]string{"q": "fruit cart", "type": "shelling", "actor": "Northern Front", "place": "Karesh", "from": "2026-03-01", "to": "2025-12-31",
		"min": "5", "max": "3", "stance": "denied", "origins": "2", "review": "new", "dissent": "any", "country": "XA", "box": "40,30,50,40"} {
		address := "/?" + url.Values{field: {value}}.Encode()
		b.open(address)
		got := b.eval("document.querySelector('h1').innerText")
		chips := b.eval("[...document.querySelectorAll('.chips a')].map((c) => c.innerText).join('|')")
		held := b.eval("String(new FormData(document.querySelector('[data-filter]')).get('" + field + "'))")
		var n int
		_, err := fmt.Sscanf(got, "%d of ", &n)
		if narrow := field != "review" && field != "country"; chips == "" || held != value || narrow && (err != nil || n == 0 || n >= all) {
			t.Errorf("%s: %q of %d, chips %q, the form holds %q", address, got, all, chips, held)
		}
	}
}

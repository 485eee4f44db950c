package ui_test

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"

	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// What one looks at is exported: by a click from the filtered list to the page,
// by another to a file that holds these incidents and no others, in the form that
// was chosen.
func TestExport(t *testing.T) {
	var told []string
	d := storyDesk(t, func(o *ui.Options) {
		for i := range o.Formats {
			if o.Formats[i].ID != "csv" {
				continue
			}
			o.Formats[i].Write = func(w io.Writer, list iter.Seq2[ui.Told, error]) error {
				for one, err := range list {
					if err != nil {
						return err
					}
					told = append(told, one.Incident.ID)
				}
				_, err := io.WriteString(w, strings.Join(told, "\n"))
				return err
			}
		}
	})
	b := openTab(t, d, 1280, "light")
	to := t.TempDir()
	b.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: to})
		return chromedp.Void{}, err
	})
	export := func(form string) string {
		b.open("/?type=bombing")
		b.click(".headline a")
		b.until("location.pathname == '/export' && location.search == '?type=bombing'")
		b.click("input[name=format][value=" + form + "]")
		b.click("form[action='/export/file'] button.main")
		var file string
		b.eventually(func() bool {
			list, _ := filepath.Glob(filepath.Join(to, "*"))
			for _, f := range list {
				if !strings.HasSuffix(f, ".crdownload") {
					file = f
				}
			}
			return file != ""
		})
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	bombings := countOf(t, d.store, store.Query{Types: []string{"bombing"}})
	if got := export("jsonl"); !strings.Contains(got, `"karesh"`) || strings.Contains(got, `"benar"`) || strings.Count(got, "\n") != bombings {
		t.Errorf("%.300s", got)
	}
	if got := export("csv"); len(told) != bombings || got != strings.Join(told, "\n") {
		t.Errorf("%d incidents, %.300s", len(told), got)
	}
}

// A newcomer pastes a text, sees what it tells, keeps it, opens the incident and
// follows a field to its words.
func TestPasteKeepFollow(t *testing.T) {
	st := memory.New()
	b := openTab(t, openDesk(t, st, real(t, st)), 1280, "light")
	b.open("/")
	b.click("main a.button.main")
	b.until("location.pathname == '/add'")
	b.submit("form.adding", map[string]string{"title": "Gunmen kill four in Mosul", "text": "Gunmen killed four people in Mosul on Sunday, police said.", "outlet": "The Wire", "published": "2019-03-04"}, "Look")
	b.until("document.querySelector('.seen mark.count')?.innerText.includes('four') && document.querySelector('.seen .told').innerText.includes('3 March 2019')")
	if n := count(t, st); n != 0 {
		t.Fatalf("%d incidents are kept before anybody kept them", n)
	}
	b.click("form[action='/add/keep'] button")
	b.until("document.querySelectorAll('[data-rows] .what a').length == 1 && document.querySelector('[role=status]').innerText.startsWith('Kept')")
	b.click("[data-rows] .what a")
	b.until("location.pathname.startsWith('/incidents/') && document.querySelector('main').innerText.includes('3 March 2019')")
	b.click("[id='f-count:killed'] .voice blockquote a")
	b.until("location.pathname.startsWith('/articles/') && document.querySelector('mark.on')?.innerText.includes('four')")
}

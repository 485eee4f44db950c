package ui_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
	"sayso/internal/publish/export/format"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/publish/ui/story"
	"sayso/internal/rejoin"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// desk is a desk that answers on loopback.
type desk struct {
	store store.Store
	url   string
	guard *people.Desk
}

// openDesk opens a desk on a store.
func openDesk(t testing.TB, st store.Store, change ...func(*ui.Options)) desk {
	t.Helper()
	table := people.NewTable()
	guard, err := people.New(people.Options{Store: st, Table: table, Loopback: true, Local: story.By})
	if err != nil {
		t.Fatal(err)
	}
	o := ui.Options{Store: st, Table: table, Version: "test", Desk: guard, Types: types(), Now: func() string { return story.At }, Storybook: true, Formats: formats()}
	for _, c := range change {
		c(&o)
	}
	pages, err := ui.New(o)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	guard.Mount(mux)
	s := httptest.NewServer(guard.Middleware(mux))
	t.Cleanup(s.Close)
	return desk{st, s.URL, guard}
}

// formats are those that the program exports, written as nothing here but JSON
// lines.
func formats() []ui.Format {
	out := ui.PlainFormats()
	for _, f := range format.All() {
		out = append(out, ui.Format{ID: f.Name, Name: strings.ToUpper(f.Name[:1]) + f.Name[1:], About: f.Title, Media: "text/plain", Ending: "txt", Write: func(io.Writer, iter.Seq2[ui.Told, error]) error { return nil }})
	}
	return out
}

func types() (out []ui.Type) {
	for _, t := range story.Types {
		out = append(out, ui.Type{ID: t[0], Label: t[1]})
	}
	return out
}

// storyDesk opens a desk on the story.
func storyDesk(t testing.TB, change ...func(*ui.Options)) desk {
	t.Helper()
	st := memory.New()
	if err := story.Fill(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	j := joined(t, st)
	if _, err := j.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	return openDesk(t, st, append([]func(*ui.Options){func(o *ui.Options) { o.Decide, o.Annotate, o.Announced = j.Decide, annotate, nothing }}, change...)...)
}

// annotate reads an article as the program does.
func annotate(ctx context.Context, a sayso.Article) (*document.Document, error) {
	p, err := chain()
	if err != nil {
		return nil, err
	}
	return p.Run(ctx, &a, document.LayerOpinions)
}

// nothing is what every feed announces here.
func nothing(context.Context, string) (ui.Announced, error) { return ui.Announced{}, nil }

// joined keeps the incidents of a store joined, as the program does.
func joined(t testing.TB, st store.Store) *rejoin.Joined {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	j, err := incidents.New(l)
	if err != nil {
		t.Fatal(err)
	}
	var known store.Known
	for _, one := range l.Types {
		known.Types = append(known.Types, one.ID)
	}
	return &rejoin.Joined{Store: st, Joiner: j, Version: "1", Known: known}
}

// chromium is the browser that is shared by all tests of a run.
var chromium = sync.OnceValues(func() (context.Context, error) {
	path, err := findChromium()
	if err != nil {
		return nil, err
	}
	alloc, _ := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("no-sandbox", true),
		chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("no-first-run", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"))...)
	browser, stop := chromedp.NewContext(alloc)
	stopBrowser = stop
	return browser, chromedp.Do(browser, chromedp.Navigate("about:blank"))
})

var stopBrowser = func() {}

func TestMain(m *testing.M) {
	code := m.Run()
	stopBrowser()
	os.Exit(code)
}

func findChromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			return p, nil
		}
	}
	return "", exec.ErrNotFound
}

// tab is a tab of the browser, on a desk.
type tab struct {
	t    testing.TB
	ctx  context.Context
	desk desk
	mu   sync.Mutex
	out  []string // addresses that were asked for and lie elsewhere
	bad  []string // violations of the content security policy, and errors that no script caught
}

// openTab opens a tab of a width, light or dark.
func openTab(t testing.TB, d desk, width int64, scheme string) *tab {
	t.Helper()
	browser, err := chromium()
	if err == exec.ErrNotFound {
		t.Skip("no Chromium is installed, which drives the pages")
	}
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, desk: d}
	b.do(chromedp.EmulateViewport(width, 900))
	b.scheme(scheme)
	home, _ := url.Parse(d.url)
	if err := chromedp.Listen(ctx, func(ev any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch r := ev.(type) {
		case *network.EventRequestWillBeSent:
			if u, err := url.Parse(r.Request.URL); err == nil && u.Host != home.Host && !strings.HasPrefix(r.Request.URL, "data:") && !strings.HasPrefix(r.Request.URL, "blob:") && u.Scheme != "about" {
				b.out = append(b.out, r.Request.URL)
			}
		case *log.EventEntryAdded:
			if r.Entry.Source == log.EntrySourceSecurity || strings.Contains(r.Entry.Text, "Content Security Policy") {
				b.bad = append(b.bad, r.Entry.Text)
			}
		case *runtime.EventExceptionThrown:
			if b.bad = append(b.bad, r.ExceptionDetails.Text); r.ExceptionDetails.Exception != nil {
				b.bad[len(b.bad)-1] += " " + r.ExceptionDetails.Exception.Description
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	b.do(func(ctx context.Context, to *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, to, log.Enable, cdp.Empty{})
		return chromedp.Void{}, err
	})
	t.Cleanup(b.stayed)
	return b
}

// scheme makes pages light or dark.
func (b *tab) scheme(name string) {
	b.t.Helper()
	b.do(func(ctx context.Context, to *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, to, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
		return chromedp.Void{}, err
	})
}

// patience is how long a step may take, and how long something is waited for: far
// longer than on an idle machine, so that a busy one fails no test.
const patience = 45 * time.Second

// do runs steps, each within the patience.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	for i, s := range steps {
		if err := chromedp.Do(b.ctx, limit(s)); err != nil {
			b.t.Fatalf("step %d: %v (at %s)", i, err, b.eval("location.href"))
		}
	}
}

func limit(s chromedp.Action[chromedp.Void]) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		ctx, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		return s(ctx, t)
	}
}

func (b *tab) open(path string) { b.t.Helper(); b.do(chromedp.Navigate(b.desk.url + path)) }

// click clicks once the page is there; nodes of a page that is just leaving are
// never clicked.
func (b *tab) click(css string) {
	b.t.Helper()
	b.until("document.readyState == 'complete' && document.querySelector(`" + css + "`)")
	b.eval("document.querySelector(`" + css + "`).click()")
}

func (b *tab) wait(css string) { b.t.Helper(); b.do(chromedp.WaitVisible(chromedp.CSS(css))) }

// key presses a key once the page's scripts listen.
func (b *tab) key(k string) {
	b.t.Helper()
	b.until("document.readyState == 'complete'")
	b.do(chromedp.KeyEvent(k))
}

func (b *tab) fill(css, text string) { b.t.Helper(); b.do(chromedp.SetValue(chromedp.CSS(css), text)) }

// eval is an expression's value as text; a promise is waited for.
func (b *tab) eval(js string) string {
	b.t.Helper()
	s, err := b.try(js)
	if err != nil {
		b.t.Fatalf("%s: %v", js, err)
	}
	return s
}

func (b *tab) try(js string) (string, error) {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[json.RawMessage](js, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	var s string
	if err == nil && json.Unmarshal(v, &s) == nil {
		return s, nil
	}
	return string(v), err
}

// until waits until an expression is true. While a page comes and another goes it
// may fail, and is not true yet.
func (b *tab) until(js string) {
	b.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(40 * time.Millisecond) {
		got, err := b.try("String(!!(" + js + "))")
		if got == "true" && err == nil {
			return
		}
		if time.Now().After(end) {
			b.t.Fatalf("never true: %s (at %s): %v\n%s", js, b.eval("location.href"), err, b.eval("document.querySelector('main')?.innerText.slice(0, 1500)"))
		}
	}
}

// eventually waits until something outside the page is so.
func (b *tab) eventually(so func() bool) {
	b.t.Helper()
	for end := time.Now().Add(patience); !so(); time.Sleep(40 * time.Millisecond) {
		if time.Now().After(end) {
			b.t.Fatalf("it never came (at %s)", b.eval("location.href"))
		}
	}
}

// unzip is an answer's text.
func unzip(t *testing.T, coding string, b []byte) string {
	t.Helper()
	if coding != "gzip" {
		return string(b)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func newServer(t *testing.T, h http.Handler) string {
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

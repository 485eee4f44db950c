package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/postgres"
	"sayso/internal/store/storetest"
)

// jumping is a clock that goes on for some readings and then jumps: a day ahead,
// two days back, to 1970, far ahead and home again.
type jumping struct {
	mu       sync.Mutex
	readings int
	every    int // readings between two jumps
	jumps    map[int]int
}

func (c *jumping) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := time.Now()
	n := c.readings / c.every % 6
	c.readings++
	if c.jumps == nil {
		c.jumps = map[int]int{}
	}
	c.jumps[n]++
	return []time.Time{t, t.AddDate(0, 0, 1), t.AddDate(0, 0, -1), time.Unix(int64(t.Second()), 0), t.AddDate(60, 0, 0), t}[n]
}

// commands runs the program on a clock: nil is the machine's.
func commands(t *testing.T, clock func() time.Time) func(want int, args ...string) string {
	return func(want int, args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if code := execute(args, streams{strings.NewReader(""), &out, &errs, clock}); code != want {
			t.Errorf("%v: exit code %d\n%s%s", args, code, out.String(), errs.String())
		}
		return out.String()
	}
}

// However the clock jumps, between commands and inside them, adding in pieces,
// failing, trying again and taking down leave what they leave on a steady one, and
// the audit holds.
func TestJumpingClock(t *testing.T) {
	dir := t.TempDir()
	lines := strings.SplitAfter(string(mustRead(t, stories(t, dir, 12))), "\n")
	write := func(name string, text ...string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(strings.Join(text, "")), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	all := func(name string, clock func() time.Time) string {
		sayso, db := commands(t, clock), filepath.Join(dir, name)
		first, second, bad := write("a.jsonl", lines[:5]...), write("b.jsonl", lines[5:12]...), write("bad.txt")
		sayso(0, "add", "--store", db, "--by", "ann", first)
		sayso(exitSome, "add", "--store", db, "--by", "ann", second, bad)
		sayso(exitNone, "failures", "--store", db, "--retry")
		write("bad.txt", "A quiet day\n\nThe mayor said that nothing had happened and that the council would meet again on Monday.\n")
		sayso(0, "failures", "--store", db, "--retry", "--by", "ann")
		sayso(0, "take-down", "k00003", "--store", db, "--reason", "order", "--by", "ann")
		sayso(0, "take-down", "--name", "Mogadishu", "--store", db, "--reason", "risk", "--by", "ann")
		sayso(0, "add", "--store", db, "--by", "ann")
		m := contentLine.FindStringSubmatch(withoutTimes(t, db, sayso(0, "verify", "--store", db)))
		if m == nil {
			t.Fatal("no digest of the content")
		}
		return m[1]
	}
	clock := &jumping{every: 2}
	steady, jumped := all("steady.db", nil), all("jumped.db", clock.now)
	if len(clock.jumps) < 6 {
		t.Fatalf("the clock stood at %d times alone", len(clock.jumps))
	}
	if steady != jumped {
		t.Errorf("on a clock that jumps the store holds %s, on a steady one %s", jumped, steady)
	}
}

// withoutTimes puts the digest of what a store holds, the times of tombstones
// aside, in the place of the one with them.
func withoutTimes(t *testing.T, db, said string) string {
	t.Helper()
	var f storeFlags
	f.path = db
	var b bytes.Buffer
	err := f.with(t.Context(), true, func(st keeper) error {
		return st.View(t.Context(), func(tx store.Reader) error { return store.Dump(timeless{tx}, &b) })
	})
	if err != nil {
		t.Fatal(err)
	}
	return contentLine.ReplaceAllString(said, "content  "+sayso.DigestOf(b.Bytes()))
}

// timeless reads tombstones without their times.
type timeless struct{ store.Reader }

func (r timeless) Tombstones(target string) ([]store.Tombstone, error) {
	list, err := r.Reader.Tombstones(target)
	for i := range list {
		if list[i].At == "" {
			return nil, fmt.Errorf("tombstone of %s without a time", list[i].Target)
		}
		list[i].At = ""
	}
	return list, err
}

// A feed is followed on a clock that jumps: each page is fetched once, and no pause
// lasts longer than it was meant to.
func TestWatchOnJumpingClock(t *testing.T) {
	dir, db := t.TempDir(), ""
	db = filepath.Join(dir, "s.db")
	asked := map[string]int{}
	var mu sync.Mutex
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.Path]++
		rounds := asked["/feed"]
		mu.Unlock()
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case r.URL.Path == "/feed":
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprint(w, `<rss version="2.0"><channel><title>News</title>`)
			for n := range rounds * 2 {
				fmt.Fprintf(w, `<item><link>/%d</link></item>`, n)
			}
			fmt.Fprint(w, `</channel></rss>`)
		default:
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, strings.ReplaceAll(story, "</h1>", " "+r.URL.Path[1:]+"</h1>"))
		}
	}))
	defer site.Close()
	clock := &jumping{every: 3}
	sayso := commands(t, clock.now)
	args := []string{"watch", "--store", db, "--once", "--delay", "1ms", "--allow-host", "127.0.0.1"}
	sayso(0, append(args, site.URL+"/feed")...)
	for range 3 {
		sayso(0, args...)
	}
	if out := sayso(0, "verify", "--store", db); !strings.HasPrefix(out, "8 articles, ") {
		t.Errorf("%s", out)
	}
	for n := range 8 {
		if path := fmt.Sprintf("/%d", n); asked[path] != 1 {
			t.Errorf("%s was fetched %d times", path, asked[path])
		}
	}
	if len(clock.jumps) < 6 {
		t.Errorf("the clock stood at %d times alone", len(clock.jumps))
	}
}

// Workers whose clocks jump, each on its own, take leases from one another and do
// nothing twice; what one held that died on a clock far ahead goes to another.
func TestWorkersOnJumpingClocks(t *testing.T) {
	address, dir := storetest.Postgres(t), t.TempDir()
	n := 30
	lines := bytes.SplitAfter(mustRead(t, stories(t, dir, n)), []byte("\n"))
	news := filepath.Join(dir, "news")
	if err := os.Mkdir(news, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < n; i += 3 {
		if err := os.WriteFile(filepath.Join(news, fmt.Sprintf("part%02d.jsonl", i)), bytes.Join(lines[i:i+3], nil), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	calm := filepath.Join(dir, "calm.db")
	commands(t, nil)(0, "add", "--store", calm, news)
	commands(t, nil)(0, "add", "--store", address, "--queue", news)
	die(t, address, time.Now().AddDate(10, 0, 0))
	var group sync.WaitGroup
	for k := range 3 {
		group.Go(func() {
			clock := &jumping{every: 5 + 2*k, readings: 11 * k}
			commands(t, clock.now)(0, "add", "--store", address, "--worker", "--workers", "1", "--lease", "5s")
		})
	}
	group.Wait()
	commands(t, nil)(0, "add", "--store", address, "--worker", "--workers", "1")
	if got, want := content(t, address), content(t, calm); got != want {
		t.Errorf("the workers' store holds %s, undisturbed %s", got, want)
	}
	once(t, address, n)
}

// die leases a job on a clock and never works it off.
func die(t *testing.T, address string, at time.Time) {
	t.Helper()
	st, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	err = st.Update(t.Context(), func(tx store.Writer) error {
		_, ok, err := tx.Lease("dead", at.Unix(), at.Add(time.Minute).Unix())
		if !ok {
			t.Error("nothing to lease")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

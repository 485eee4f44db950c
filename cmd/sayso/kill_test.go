package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

var (
	kills = flag.Int("kills", 3, "how often 'sayso add' is killed; 100 for the whole test")
	added = flag.Int("kill-articles", 100, "how many articles it adds; 2000 for the whole test")
)

// Killed at random moments and called again, 'sayso add' leaves the store that
// it leaves undisturbed, byte for byte in what it holds. The whole test is
//
//	go test ./cmd/sayso -run Killed -kills 100 -kill-articles 2000 -timeout 60m
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	news := stories(t, dir, *added)
	start := time.Now()
	program(t, "add", "--store", filepath.Join(dir, "calm.db"), news)
	whole := time.Since(start)
	want := content(t, filepath.Join(dir, "calm.db"))
	seed := uint64(start.UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	for n, killed := 0, 0; killed < *kills; n++ {
		path := filepath.Join(dir, fmt.Sprintf("killed%d.db", n))
		for here := 0; here < 10 && killed < *kills; here++ {
			after := time.Duration(random.Int64N(int64(whole)))
			if killAfter(t, after, "add", "--store", path, news) {
				killed++
			} else {
				break // it was done before
			}
		}
		program(t, "add", "--store", path, news)
		if got := content(t, path); got != want {
			t.Fatalf("seed %d, store %d: after %d kills it holds %s, undisturbed %s", seed, n, killed, got, want)
		}
	}
}

// stories writes articles as a file of records.
func stories(t *testing.T, dir string, n int) string {
	t.Helper()
	towns := []string{"Kabul", "Jolo", "Mosul", "Mogadishu", "Bogota", "Aleppo", "Kandahar"}
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"id":"k%05d","outlet":"The Outlet","published":"2019-%02d-%02d","title":"Bombs in %s","text":"Two bombs killed at least %d people in %s on Monday, police said. The army blamed rebels, who have fought the government for years. Nobody had claimed responsibility by the evening of day %d."}`+"\n",
			i, i%12+1, i%28+1, towns[i%len(towns)], i%40+2, towns[i%len(towns)], i)
	}
	path := filepath.Join(dir, "news.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// program runs the program to its end and returns what it printed.
func program(t *testing.T, args ...string) string {
	t.Helper()
	var errs bytes.Buffer
	c := exec.Command("sayso", args...)
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("sayso %v: %v\n%s%s", args, err, out, errs.Bytes())
	}
	return string(out)
}

// killAfter starts the program and kills it; false if it ended before.
func killAfter(t *testing.T, d time.Duration, args ...string) bool {
	t.Helper()
	c := exec.Command("sayso", args...)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("sayso %v: %v", args, err)
		}
		return false
	case <-time.After(d):
	}
	if err := c.Process.Kill(); err != nil {
		t.Log(err) // it ended just now
	}
	<-done
	return true
}

var contentLine = regexp.MustCompile(`(?m)^content  ([0-9a-f]{64})$`)

// content verifies a store and returns the digest of what it holds.
func content(t *testing.T, path string) string {
	t.Helper()
	m := contentLine.FindStringSubmatch(program(t, "verify", "--store", path))
	if m == nil {
		t.Fatal("no digest of the content")
	}
	return m[1]
}

// Ten thousand bad files among as many good ones: every good one is taken,
// every bad one is named. The gate does it with fewer.
func TestBadAmongGood(t *testing.T) {
	dir := t.TempDir()
	news := filepath.Join(dir, "news")
	if err := os.Mkdir(news, 0o755); err != nil {
		t.Fatal(err)
	}
	n := *added
	bad := [][2]string{{".txt", ""}, {".html", "\x00\x01\x02"}, {".txt", "%PDF-1.7"}, {".json", "{\"id\":"}, {".txt", "123 456"}, {".json", "\x1f\x8b\x08"}, {".html", "<html></html>"}}
	for i := range n {
		good := fmt.Sprintf("Day %d in town\n\nThe mayor said that nothing had happened on day %d and that the council would meet again.\n", i, i)
		for name, content := range map[string]string{fmt.Sprintf("g%05d.txt", i): good, fmt.Sprintf("b%05d%s", i, bad[i%len(bad)][0]): bad[i%len(bad)][1]} {
			if err := os.WriteFile(filepath.Join(news, name), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(dir, "s.db")
	c := exec.Command("sayso", "add", "--store", path, news)
	out, err := c.CombinedOutput()
	if code := c.ProcessState.ExitCode(); code != exitSome {
		t.Fatalf("exit code %d, %v\n%s", code, err, out)
	}
	if !bytes.Contains(out, fmt.Appendf(nil, "taken    %d articles", n)) || !bytes.Contains(out, fmt.Appendf(nil, "\nfailed   %d: ", n)) {
		t.Errorf("%s", out[max(0, len(out)-500):])
	}
	content(t, path)
}

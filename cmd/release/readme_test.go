package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The commands of the README work with the binary that a release holds, in a
// folder with nothing but what they name, without Go and without a network.
func TestReadmeByTheBinary(t *testing.T) {
	if os.Getenv("SAYSO_RELEASE") == "" {
		t.Skip("builds the program anew, for minutes; set SAYSO_RELEASE=1")
	}
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "sayso")
	if err := build(runtime.GOOS+"/"+runtime.GOARCH, program); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	named(t, dir)
	ran := 0
	for _, line := range commands(string(readme)) {
		c := exec.Command(program, line...)
		c.Dir, c.Env = dir, []string{"HOME=" + dir, "PATH=" + dir, "TMPDIR=" + dir}
		ran++
		switch {
		case line[0] == "watch" || line[0] == "eval": // feeds to follow and corpora are not here
			ran--
		case line[0] == "serve" || len(line) > 1 && line[1] == "--serve":
			opens(t, c)
		default:
			out, err := c.CombinedOutput()
			if err != nil {
				t.Errorf("sayso %s: %v\n%s", strings.Join(line, " "), err, out)
			}
			if line[0] == "demo" && !bytes.Contains(out, []byte(shown(string(readme)))) {
				t.Error("the demo prints another incident than the README")
			}
		}
	}
	if ran < 10 {
		t.Errorf("found %d commands", ran)
	}
}

// commands are those of the README's shell blocks, without the program's name.
func commands(readme string) [][]string {
	var out [][]string
	for i, block := range strings.Split(readme, "```") {
		if i%2 == 0 || !strings.HasPrefix(block, "sh\n") {
			continue
		}
		for line := range strings.Lines(block[3:]) {
			line, _, _ = strings.Cut(strings.TrimSpace(line), " #")
			line = strings.Replace(line, "go run ./cmd/sayso", "sayso", 1)
			if words := strings.Fields(line); len(words) > 1 && words[0] == "sayso" {
				out = append(out, words[1:])
			}
		}
	}
	return out
}

// shown is the incident that the README shows.
func shown(readme string) string {
	_, rest, _ := strings.Cut(readme, "```text\n")
	incident, _, _ := strings.Cut(rest, "```")
	return incident
}

// named makes the files that the README names.
func named(t *testing.T, dir string) {
	t.Helper()
	page := "<html><head><title>Raid in Jolo</title></head><body><article>\n<h1>Raid in Jolo</h1>\n<p>Gunmen killed four soldiers in Jolo on Sunday, the army said. The soldiers were asleep when the gunmen came.</p>\n</article></body></html>"
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
	var archive bytes.Buffer
	z := gzip.NewWriter(&archive)
	fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/raid\r\nWARC-Date: 2019-01-28T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(answer), answer)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	feed := `<?xml version="1.0"?><rss version="2.0"><channel><title>The Outlet</title><item><title>Shelling in Aden</title><link>https://x.example/aden</link><pubDate>Mon, 28 Jan 2019 10:00:00 GMT</pubDate>` +
		`<description>&lt;p&gt;Shells killed two people in Aden on Sunday, doctors said. The shells fell on a school in the north of the city, which was empty on that day.&lt;/p&gt;</description></item></channel></rss>`
	for name, data := range map[string]string{"article.txt": "Three protesters shot in Damascus\n\nSoldiers shot and killed three protesters in Damascus on Monday, police said.\n",
		"news/a.txt": "Blast in Kabul\n\nA bomb killed seven people in Kabul on Tuesday, officials said.\n", "pages.warc.gz": archive.String(), "feed.xml": feed} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// opens starts the desk, reads its address from what it prints, asks for its
// first page and ends it.
func opens(t *testing.T, c *exec.Cmd) {
	t.Helper()
	c.Args = append(c.Args, "--listen", "127.0.0.1:0")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stderr = c.Stdout
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	}()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	go func() { <-ctx.Done(); _ = c.Process.Kill() }()
	for s := bufio.NewScanner(out); s.Scan(); {
		_, address, ok := strings.Cut(s.Text(), "http://")
		if !ok {
			continue
		}
		r, err := http.Get("http://" + strings.Fields(address)[0])
		if err != nil {
			t.Errorf("sayso %v: %v", c.Args[1:], err)
			return
		}
		r.Body.Close()
		if r.StatusCode != http.StatusOK {
			t.Errorf("sayso %v: %s", c.Args[1:], r.Status)
		}
		return
	}
	t.Errorf("sayso %v printed no address", c.Args[1:])
}

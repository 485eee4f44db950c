package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadmeFirstArticle does what docs/first-article.md says, with the files
// that it gives, and holds what the page shows against what is printed; -update
// puts the new output in its place.
func TestReadmeFirstArticle(t *testing.T) {
	page, err := filepath.Abs(filepath.Join("..", "..", "docs", "first-article.md"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	blocks := strings.Split(string(raw), "```")
	var printed bytes.Buffer
	shown := 0
	for i := 1; i < len(blocks); i += 2 {
		head, body, _ := strings.Cut(blocks[i], "\n")
		switch kind, name, _ := strings.Cut(head, " "); kind {
		case "file":
			if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
				t.Fatal(err)
			}
		case "sh":
			printed.Reset()
			for line := range strings.Lines(body) {
				var errs bytes.Buffer
				if code := Main(strings.Fields(line)[1:], strings.NewReader(""), &printed, &errs); code != exitOK {
					t.Fatalf("%s exits %d: %s", line, code, errs.String())
				}
			}
		case "text":
			shown++
			if body == printed.String() {
				continue
			}
			if !*update {
				t.Errorf("the page shows\n%s\nthe program prints\n%s", body, printed.String())
			}
			blocks[i] = head + "\n" + printed.String()
		}
	}
	if shown < 3 {
		t.Errorf("found %d outputs", shown)
	}
	if b, err := os.ReadFile("everything.jsonl"); err != nil || bytes.Contains(b, []byte("Haddad")) || !bytes.Contains(b, []byte("a 20-year-old baker")) {
		t.Errorf("what the page says of the baker is not so (%v)", err)
	}
	if *update {
		if err := os.WriteFile(page, []byte(strings.Join(blocks, "```")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Package texttest runs the text files of the annotate stages' tests. A file
// holds cases, separated by a line of equal signs: an input, a line of four
// hyphens, and what is expected of it. An input may begin with lines that are
// notes, marked "# ", and with the title of the article, marked "title: ".
package texttest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
)

var update = flag.Bool("update", false, "rewrite the expected texts in testdata")

const (
	between = "====\n"
	arrow   = "----\n"
)

// Run holds show against the cases of every file testdata/*.txt; with -update
// it rewrites what is expected.
func Run(t *testing.T, show func(*testing.T, *sayso.Article) string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata/*.txt: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) { file(t, f, show) })
	}
}

func file(t *testing.T, path string, show func(*testing.T, *sayso.Article) string) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range strings.Split(string(b), between) {
		input, want, _ := strings.Cut(c, arrow)
		got := show(t, article(input))
		if got != want && !*update {
			t.Errorf("%s: for\n%swant\n%sgot\n%s", path, input, want, got)
		}
		out = append(out, input+arrow+got)
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(out, between)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// article makes an article of an input. \xNN-like escapes are not read: the
// text stands as it is, without its last line end.
func article(input string) *sayso.Article {
	a := &sayso.Article{ID: "test"}
	for {
		line, rest, ok := strings.Cut(input, "\n")
		if ok && strings.HasPrefix(line, "# ") {
			input = rest
			continue
		}
		if title, is := strings.CutPrefix(line, "title: "); ok && is {
			a.Title, input = title, rest
		}
		break
	}
	a.Text = strings.TrimSuffix(input, "\n")
	return a
}

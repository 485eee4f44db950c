package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// inTree matches the paths that documents name in backticks.
var inTree = regexp.MustCompile("`((?:cmd|data|docs|eval|train|bench|internal|web|\\.ci)/[\\w./*<>-]*)`")

func documents(t *testing.T) map[string]string {
	t.Helper()
	root := filepath.Join("..", "..")
	var files []string
	for _, p := range []string{"*.md", "docs/*.md", "docs/*/*.md", "data/*/*.md", "data/*/*/*.md", "data/*/*/*/*.md"} {
		m, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, m...)
	}
	out := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = string(b)
	}
	if len(out) < 5 {
		t.Fatalf("found only %d documents", len(out))
	}
	return out
}

func TestPathsInDocumentsExist(t *testing.T) {
	for file, text := range documents(t) {
		for _, m := range inTree.FindAllStringSubmatch(text, -1) {
			p := strings.TrimSuffix(m[1], "/...")
			if strings.ContainsAny(p, "*<>") || strings.Contains(p, "NNNN") {
				continue
			}
			if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(p))); err != nil {
				t.Errorf("%s names %s, which is not there", file, p)
			}
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)

func TestLinksInDocumentsResolve(t *testing.T) {
	for file, text := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s links to %s, which is not there", file, m[1])
			}
		}
	}
}

func TestEveryDataFolderHasACard(t *testing.T) {
	dirs, err := filepath.Glob(filepath.Join("..", "..", "data", "models", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	more, _ := filepath.Glob(filepath.Join("..", "..", "data", "*"))
	for _, d := range append(dirs, more...) {
		if s, err := os.Stat(d); err != nil || !s.IsDir() {
			continue
		}
		if _, err := os.Stat(filepath.Join(d, "README.md")); err != nil {
			t.Errorf("%s has no card (README.md)", d)
		}
	}
}

package joined

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/gold/learn"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

func TestReport(t *testing.T) {
	t.Chdir(reporttest.Root(t))
	dir := reporttest.Shared(t, "gold/joined")
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Check(t, Task, eval.Options{Data: dir, Chain: chain}, "joined-joined")
}

// Every key is of an incident that was coded, and no happening is told by one
// article alone.
func TestKeys(t *testing.T) {
	t.Chdir(reporttest.Root(t))
	keys, err := readKeys(Standard.Keys)
	if err != nil {
		t.Fatal(err)
	}
	coded, err := learn.Coded(Standard.Coded, reporttest.Shared(t, "data"))
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for i := range coded {
		for k := range coded[i].Gold {
			have[coded[i].Article.ID+"/"+coded[i].Gold[k].ID] = true
		}
	}
	articles := map[string]map[string]bool{}
	for id, key := range keys {
		if !have[id] {
			t.Errorf("no incident %s", id)
		}
		if articles[key] == nil {
			articles[key] = map[string]bool{}
		}
		article, _, _ := strings.Cut(id, "/")
		articles[key][article] = true
	}
	for key, in := range articles {
		if len(in) < 2 {
			t.Errorf("%s is of one article", key)
		}
	}
}

func TestReadKeysRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.tsv")
	if err := os.WriteFile(file, []byte("a\ti1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, file + "x"} {
		if _, err := readKeys(path); err == nil {
			t.Errorf("%s is read", path)
		}
	}
}

func TestTopic(t *testing.T) {
	for article, want := range map[string]string{"ecb-12-10ecb": "12", "muc-DEV-MUC3-0001": "muc", "police-11": "police"} {
		if got := topic(article); got != want {
			t.Errorf("%s: %s", article, got)
		}
	}
}

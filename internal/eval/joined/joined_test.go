package joined

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/gold/learn"
	"sayso/internal/eval/reporttest"
	"sayso/internal/model/logit"
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

// A topic counts by the root of its pairs that are one, and what people coded less
// than what the chain codes.
func TestWeighed(t *testing.T) {
	pairs := func(one int) []logit.Instance {
		out := make([]logit.Instance, one+5)
		for i := range one {
			out[i].Yes = true
		}
		return out
	}
	few, many := weighed(pairs(2), 1), weighed(pairs(200), 1)
	if f, m := few[0].Weight*2, many[0].Weight*200; f >= m || m >= 100*f || few[6].Weight != few[0].Weight {
		t.Errorf("2 pairs weigh %g, 200 weigh %g", f, m)
	}
	hand := (&Corpus{Weight: byHand}).Of("12")
	if w := weighed(pairs(2), hand.Weight)[0].Weight; w >= few[0].Weight {
		t.Errorf("a pair coded by hand weighs %g, one by the chain %g", w, few[0].Weight)
	}
}

package sentences

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sayso"
	"sayso/internal/eval"
)

func TestF1(t *testing.T) {
	var c tally
	c.add([]sayso.Span{{Start: 0, End: 4}, {Start: 5, End: 9}}, []sayso.Span{{Start: 0, End: 4}, {Start: 5, End: 8}, {Start: 8, End: 9}})
	if c.gold != 2 || c.got != 3 || c.both != 1 || c.f1() != 0.4 {
		t.Errorf("got %+v, %v", c, c.f1())
	}
	if (tally{}).f1() != 0 {
		t.Error("nothing scores something")
	}
}

const easy = "# newdoc id = a\n# newpar\n1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tstayed\tstay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

func TestTask(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x-dev.conllu"), []byte(easy), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := New().Run(context.Background(), eval.Options{Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tokens-f1", "f1", "f1-no-breaks"} {
		if v, ok := r.Get(name); !ok || v != 1 {
			t.Errorf("%s is %v, %v", name, v, ok)
		}
	}
	if _, err := New().Run(context.Background(), eval.Options{Data: t.TempDir()}); err == nil {
		t.Error("a folder without a treebank was scored")
	}
}

// TestBars holds the figures of the development sides, where the data is there.
func TestBars(t *testing.T) {
	for set, bars := range map[string]map[string]float64{
		"ud-english-ewt": {"tokens-f1": 0.98, "f1": 0.87, "f1-no-breaks": 0.80},
		"gum":            {"tokens-f1": 0.99, "f1": 0.94, "f1-no-breaks": 0.89},
	} {
		dir := filepath.Join("..", "..", "..", "..", "shared", "data", set)
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("no corpus: %v", err)
		}
		r, err := New().Run(context.Background(), eval.Options{Data: dir})
		if err != nil {
			t.Fatal(err)
		}
		for name, bar := range bars {
			if v, _ := r.Get(name); v < bar {
				t.Errorf("%s: %s is %.3f, below %.2f", set, name, v, bar)
			}
		}
	}
}

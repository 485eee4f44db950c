package sentences

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sayso"
	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
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

// TestReports holds the figures of the development sides; they take a second.
func TestReports(t *testing.T) {
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/ud-english-ewt")}, "sentences-ewt")
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/gum")}, "sentences-gum")
}

package actors

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

func TestSample(t *testing.T) {
	data := reporttest.Shared(t, "data/re3d")
	t.Chdir(reporttest.Root(t))
	reporttest.Check(t, Task, eval.Options{Data: data, Sample: 6}, "actors-re3d.sample")
}

func TestLabels(t *testing.T) {
	labels, err := readLabels(filepath.Join(reporttest.Root(t), Labels))
	if err != nil || len(labels) != 200 {
		t.Fatalf("%d labels: %v", len(labels), err)
	}
	for _, bad := range []string{"head\na\tb\tc\td\te\tf", "head\nonly one"} {
		p := filepath.Join(t.TempDir(), "bad.tsv")
		if err := os.WriteFile(p, []byte(bad), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readLabels(p); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	if _, err := Task.Run(context.Background(), eval.Options{Data: t.TempDir()}); err == nil {
		t.Error("the task runs where the labels are not")
	}
}

func TestSpanOf(t *testing.T) {
	text := "é😀 army"
	if got := spanOf(text, 4, 8).In(text); got != "army" {
		t.Errorf("got %q", got)
	}
}

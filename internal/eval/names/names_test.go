package names

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

// TestReports holds the figures of Universal NER's development side, and of the
// first fold of re3d.
func TestReports(t *testing.T) {
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/uner-english-ewt")}, "names-uner-ewt")
	if testing.Short() {
		t.Skip("trains for some seconds")
	}
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/re3d"), Sample: 5}, "names-re3d.sample")
}

// TestTask scores a corpus of one easy sentence.
func TestTask(t *testing.T) {
	dir := t.TempDir()
	text := "# newdoc id = a\n1\tPresident\tO\t-\tx\n2\tBarack\tB-PER\t-\tx\n3\tObama\tI-PER\t-\tx\n4\tmet\tO\t-\tx\n5\tleaders\tO\t-\tx\n6\tin\tO\t-\tx\n7\tBaghdad\tB-LOC\t-\tx\n8\t.\tO\t-\tx\n\n"
	if err := os.WriteFile(filepath.Join(dir, "en_ewt-ud-dev.iob2"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := New().Run(context.Background(), eval.Options{Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"f1", "f1-capitals", "f1-lower"} {
		if v, ok := r.Get(name); !ok || v != 1 {
			t.Errorf("%s is %v, %v", name, v, ok)
		}
	}
	if _, err := New().Run(context.Background(), eval.Options{Data: t.TempDir()}); err == nil {
		t.Error("a folder without the corpus was scored")
	}
}

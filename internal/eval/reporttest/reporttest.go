// Package reporttest holds a task's report against the one under version
// control: eval/reports/NAME.golden. A figure that moves is a line in the diff.
package reporttest

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/eval"
)

var update = flag.Bool("update", false, "rewrite the golden reports")

// Root returns the project's root folder.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs(".")
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Fatal("no go.mod above this folder")
	return ""
}

// Shared returns a path in the folder of corpora beside the project, and skips
// the test, saying so, where that is absent.
func Shared(t testing.TB, path string) string {
	t.Helper()
	p := filepath.Join(Root(t), "..", "shared", filepath.FromSlash(path))
	if _, err := os.Stat(p); err != nil {
		t.Skipf("needs ../shared/%s, which is not beside the project", path)
	}
	return p
}

// Check runs the task and compares its report with eval/reports/name.golden;
// with -update it writes that file.
func Check(t *testing.T, task eval.Task, o eval.Options, name string) {
	t.Helper()
	r, err := task.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := r.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(Root(t), "eval", "reports", name+".golden")
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Errorf("%s changed; run the test with -update and read the diff (-old +new):\n%s", file, d)
	}
}

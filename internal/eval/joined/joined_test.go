package joined

import (
	"testing"

	"sayso/internal/eval"
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

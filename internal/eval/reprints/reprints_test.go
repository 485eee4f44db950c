package reprints

import (
	"testing"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

func TestReport(t *testing.T) {
	reporttest.Check(t, Task, eval.Options{Data: reporttest.Shared(t, "data"), Sample: 5}, "reprints.sample")
}

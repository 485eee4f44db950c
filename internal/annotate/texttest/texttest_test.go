package texttest

import (
	"testing"

	"sayso"
)

func TestRun(t *testing.T) {
	Run(t, func(_ *testing.T, a *sayso.Article) string { return "[" + a.Title + "] " + a.Text + "\n" })
}

package learn

import (
	"testing"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/gold"
)

func TestCoded(t *testing.T) {
	d := document.New(&sayso.Article{ID: "a", Title: "A bomb", Text: "A bomb went off. Police came."})
	incidents := []gold.Incident{{Mention: "went off"}, {Mention: "said nowhere"}}
	from := len("A bomb\n\nA bomb ")
	for at, want := range map[int]bool{0: false, from - 1: false, from: true, from + 7: true, from + 8: false} {
		if got := coded(d, incidents, at); got != want {
			t.Errorf("byte %d of %q: %v", at, d.Text, got)
		}
	}
}

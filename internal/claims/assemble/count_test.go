package assemble

import (
	"testing"

	"sayso"
	"sayso/internal/document"
)

// Who died in an attack did not carry it out; but nobody was killed and nobody hurt.
func TestCountsElse(t *testing.T) {
	option := func(what string, n, first int) Option {
		return Option{Count: &sayso.Count{What: what, Min: &n, Max: &n}, at: document.Range{First: first, End: first + 1}}
	}
	b := &builder{numbers: []Option{option("killed", 60, 3), option("attackers", 60, 3), option("attackers", 4, 9), option("killed", 0, 12), option("injured", 0, 12)}}
	for i, want := range []bool{false, true, false, false, false} {
		if got := b.countsElse(i, []float64{2, 1, 0, 2, 1}); got != want {
			t.Errorf("number %d: %v, want %v", i, got, want)
		}
	}
}

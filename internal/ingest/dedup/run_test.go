package dedup

import (
	"testing"

	"pgregory.net/rapid"
)

// plain compares every place with every place.
func plain(a, b []int32) (best int) {
	for i := range a {
		for k := range b {
			n := 0
			for i+n < len(a) && k+n < len(b) && a[i+n] == b[k+n] {
				n++
			}
			best = max(best, n)
		}
	}
	return best
}

// Whatever was compared before, the longest run is the one that a plain search
// finds.
func TestLongestRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r runner
		text := rapid.SliceOfN(rapid.Int32Range(0, 5), 0, 30)
		for range 3 {
			a, b := text.Draw(t, "a"), text.Draw(t, "b")
			if got, want := r.longest(a, b), plain(a, b); got != want {
				t.Fatalf("%d, want %d", got, want)
			}
		}
	})
}

package block

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The index answers as a search through everything would, after any number of
// additions and removals.
func TestFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, held := New(), map[int32][]uint64{}
		for n := range int32(rapid.IntRange(0, 20).Draw(t, "reports")) {
			keys := rapid.SliceOfNDistinct(rapid.Uint64Range(0, 9), 0, 4, rapid.ID).Draw(t, "keys")
			x.Add(n, keys)
			held[n] = keys
			if rapid.IntRange(0, 3).Draw(t, "remove") == 0 {
				x.Remove(n, keys)
				delete(held, n)
			}
		}
		ask := rapid.SliceOfNDistinct(rapid.Uint64Range(0, 9), 0, 4, rapid.ID).Draw(t, "ask")
		var want []int32
		for n, keys := range held {
			if slices.ContainsFunc(keys, func(k uint64) bool { return slices.Contains(ask, k) }) {
				want = append(want, n)
			}
		}
		slices.Sort(want)
		if got := x.Find(ask, nil); !slices.Equal(got, want) {
			t.Fatalf("%v, not %v", got, want)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	x := New()
	for n := range int32(100_000) {
		x.Add(n, []uint64{uint64(n) % 5000, uint64(n) % 777})
	}
	var buf []int32
	for b.Loop() {
		buf = x.Find([]uint64{17, 400}, buf)
	}
}

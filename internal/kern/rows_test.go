package kern

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFastRowsIsPlain holds the kernel of this machine against the plain one.
func TestFastRowsIsPlain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		cols, n := Block*(1+rng.IntN(6)), 1+rng.IntN(50)
		weights := make([]int16, cols*n)
		for i := range weights {
			weights[i] = int16(rng.IntN(1 << 16))
		}
		rows := make([]int32, rng.IntN(90))
		for i := range rows {
			rows[i] = int32(rng.IntN(n))
		}
		got, want := make([]int32, cols), make([]int32, cols)
		got[0], want[0] = 7, 7
		AddRows(got, weights, rows)
		addRowsPlain(want, weights, rows)
		if !slices.Equal(got, want) {
			t.Fatalf("%d columns, rows %v: fast kernel gives %v, plain %v", cols, rows, got, want)
		}
	}
}

func TestRowOutOfRange(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a row beyond the table was read")
		}
	}()
	AddRows(make([]int32, Block), make([]int16, 3*Block), []int32{2, 3})
}

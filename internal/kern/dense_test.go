package kern

import (
	"math/rand/v2"
	"testing"
)

func random(rng *rand.Rand, rows, cols int) Matrix {
	var m Matrix
	m.Resize(rows, cols)
	for i := range rows * cols {
		m.Data[i] = int16(rng.IntN(4096) - 2048)
	}
	return m
}

// TestFastIsPlain holds the kernel of this machine against the plain one.
func TestFastIsPlain(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		cols := Block * (1 + rng.IntN(30))
		x, w := random(rng, 4, cols), random(rng, 1, cols)
		var got, want [4]int32
		dot4(w.Row(0), x.Data, cols, &got)
		dot4Plain(w.Row(0), x.Data, cols, &want)
		if got != want {
			t.Fatalf("%d columns: fast kernel gives %v, plain %v", cols, got, want)
		}
	}
}

func BenchmarkDense(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	l := Dense{W: random(rng, 128, 384), B: make([]int32, 128)}
	x := random(rng, 24, 384)
	var y Matrix
	b.ReportAllocs()
	for b.Loop() {
		l.Apply(&y, &x, true)
	}
	b.ReportMetric(float64(b.N)*24*128*384/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

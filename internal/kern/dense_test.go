package kern

import (
	"math/rand/v2"
	"slices"
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

// TestFastLayerIsPlain holds whole layers, sums out of range among them, against
// plain arithmetic.
func TestFastLayerIsPlain(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for try := range 200 {
		cols, rows, n := Block*(1+rng.IntN(30)), 4*(1+rng.IntN(20)), 1+rng.IntN(9)
		x := random(rng, n, cols)
		l := Dense{W: random(rng, rows, cols), B: make([]int32, rows)}
		for i := range l.B {
			l.B[i] = rng.Int32() >> 4
		}
		if try%4 == 0 {
			for i := range x.Data[:n*cols] {
				x.Data[i] *= 16
			}
		}
		relu := try%2 == 0
		var got, want Matrix
		l.Apply(&got, &x, relu)
		want.Resize(n, rows)
		for i := range n {
			for m := range rows {
				sum := l.B[m]
				for k, v := range x.Row(i) {
					sum += int32(v) * int32(l.W.Row(m)[k])
				}
				want.Row(i)[m] = activation(sum, relu)
			}
		}
		if !slices.Equal(got.Data, want.Data) {
			t.Fatalf("%d to %d, %d rows: fast layer and plain differ", cols, rows, n)
		}
		y := random(rng, n, rows)
		for i := range y.Data[:n*rows] {
			y.Data[i] *= 15
		}
		sum := slices.Clone(y.Data)
		addPlain(sum[:n*rows], got.Data)
		y.Add(&got)
		if !slices.Equal(y.Data, sum) {
			t.Fatal("fast and plain sums differ")
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

package pipeline

import (
	"slices"
	"sync/atomic"
	"testing"
)

func TestOrderedKeepsOrder(t *testing.T) {
	in := make([]int, 500)
	for i := range in {
		in[i] = i
	}
	var want []int
	for _, v := range in {
		want = append(want, v*v)
	}
	for _, workers := range []int{0, 1, 2, 7} {
		got := slices.Collect(Ordered(slices.Values(in), workers, func(v int) int { return v * v }))
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: %v", workers, got)
		}
	}
}

func TestOrderedStopsReading(t *testing.T) {
	var read atomic.Int32
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
			read.Add(1)
		}
	}
	for v := range Ordered(endless, 3, func(v int) int { return v }) {
		if v == 10 {
			break
		}
	}
	if n := read.Load(); n > 11+ahead+2*3+1 {
		t.Errorf("read %d values for 11 results", n)
	}
}

// While the caller is busy with one result, the workers go on: else a core would
// stand still whenever a batch is written.
func TestOrderedWorksAhead(t *testing.T) {
	in, done := make([]int, ahead+1), make(chan int, ahead+1)
	first := true
	for range Ordered(slices.Values(in), 2, func(v int) int { done <- v; return v }) {
		for ; first && len(in) > 0; in = in[1:] {
			<-done
		}
		first = false
	}
}

func TestOrderedEmpty(t *testing.T) {
	for range Ordered(slices.Values([]int(nil)), 2, func(v int) int { return v }) {
		t.Error("a result of nothing")
	}
}

package depparse

import (
	"math/rand/v2"
	"testing"
)

// score returns what a tree scores.
func score(heads, scores []int32, stride int) (sum int32) {
	for i, h := range heads {
		sum += scores[i*stride+int(h)]
	}
	return sum
}

// projective reports whether no two arcs cross.
func projective(heads []int32) bool {
	n := int32(len(heads))
	for i, h := range heads {
		a, b := min(int32(i), h), max(int32(i), h)
		if h == n {
			continue
		}
		for j, g := range heads {
			c, d := min(int32(j), g), max(int32(j), g)
			if g != n && a < c && c < b && b < d {
				return false
			}
			if g == n && a < int32(j) && int32(j) < b {
				return false
			}
		}
	}
	return true
}

// best tries every tree of n words and returns the highest score of a projective
// one with one root.
func best(scores []int32, n, stride int) int32 {
	heads := make([]int32, n)
	top := int32(-1 << 31)
	var walk func(int, int)
	walk = func(i, roots int) {
		if roots > 1 {
			return
		}
		if i == n {
			f := forest{heads: heads}
			if roots == 1 && f.acyclic() && projective(heads) {
				top = max(top, score(heads, scores, stride))
			}
			return
		}
		for h := range n + 1 {
			if h != i {
				heads[i] = int32(h)
				more := 0
				if h == n {
					more = 1
				}
				walk(i+1, roots+more)
			}
		}
	}
	walk(0, 0)
	return top
}

// TestChart holds the chart against a search through all trees.
func TestChart(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for range 60 {
		n := 1 + rng.IntN(5)
		stride := n + 1
		scores := make([]int32, n*stride)
		for i := range scores {
			scores[i] = rng.Int32N(2000) - 1000
		}
		heads := make([]int32, n)
		var c chart
		c.tree(heads, scores, n, stride)
		f := forest{heads: heads}
		if !f.acyclic() || !projective(heads) {
			t.Fatalf("%v is no projective tree", heads)
		}
		if got, want := score(heads, scores, stride), best(scores, n, stride); got != want {
			t.Fatalf("chart finds %d, the best tree has %d", got, want)
		}
	}
}

// TestTree says that whatever the scores there is one root and no circle.
func TestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 5))
	var f forest
	for range 300 {
		n := 1 + rng.IntN(30)
		scores := make([]int32, n*(n+1))
		for i := range scores {
			scores[i] = rng.Int32N(20)
		}
		heads, roots := f.tree(scores, n, n+1), 0
		for _, h := range heads {
			if int(h) == n {
				roots++
			}
		}
		if roots != 1 || !f.acyclic() {
			t.Fatalf("%v has %d roots or a circle", heads, roots)
		}
	}
}

func TestDistance(t *testing.T) {
	seen := map[int]bool{}
	for d := 1; d < 50; d++ {
		seen[Distance(60, 60-d, 200)], seen[Distance(60, 60+d, 200)] = true, true
	}
	seen[Distance(3, 200, 200)] = true
	for s := range seen {
		if s < 0 || s >= Distances {
			t.Errorf("step %d is out of range", s)
		}
	}
	if len(seen) != 27 {
		t.Errorf("%d steps, want 27", len(seen))
	}
}

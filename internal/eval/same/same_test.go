package same

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
	"sayso/internal/pipeline"
)

func TestReport(t *testing.T) {
	dir := reporttest.Shared(t, "data/ecbplus")
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Check(t, Task, eval.Options{Data: dir, Sample: 4, Chain: chain}, "same.sample")
}

// slow is average link as it is defined.
func slow(like [][]float64, threshold float64) [][]int {
	var groups [][]int
	for i := range like {
		groups = append(groups, []int{i})
	}
	for {
		best, a, b := threshold, -1, -1
		for i := range groups {
			for k := range i {
				sum := 0.0
				for _, x := range groups[i] {
					for _, y := range groups[k] {
						sum += like[x][y]
					}
				}
				if mean := sum / float64(len(groups[i])*len(groups[k])); mean > best {
					best, a, b = mean, k, i
				}
			}
		}
		if a < 0 {
			return groups
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = append(groups[:b], groups[b+1:]...)
	}
}

func TestAverageLink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)) // no two means are equal
		like := square(n)
		for i := range n {
			for k := range i {
				like[i][k] = r.Float64()
				like[k][i] = like[i][k]
			}
		}
		group := averageLink(like, .5)
		names := map[int]bool{}
		for _, g := range group {
			names[g] = true
		}
		want := slow(like, .5)
		if len(names) != len(want) {
			t.Fatalf("%v, not %v", group, want)
		}
		for _, g := range want {
			for _, i := range g {
				if group[i] != group[g[0]] {
					t.Fatalf("%v, not %v", group, want)
				}
			}
		}
	})
}

func TestStem(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"bomb", "bombing", true}, {"arrest", "arrest", true}, {"acquire", "acquisition", false}, {"kill", "kilt", false}, {"explode", "explosion", true}, {"die", "dead", false}} {
		if stem(c.a, c.b) != c.want {
			t.Error(c)
		}
	}
}

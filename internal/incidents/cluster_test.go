package incidents

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// of makes a clustering of single reports with these log odds.
func of(odds [][]int) *clustering {
	n := len(odds)
	c := &clustering{size: slices.Repeat([]int{1}, n), in: make([]int, n), nearest: make([]int, n)}
	for i, row := range odds {
		c.in[i] = i
		c.sum, c.link = append(c.sum, slices.Clone(row)), append(c.link, slices.Clone(row))
	}
	return c
}

// symmetric makes a table of the log odds of pairs.
func symmetric(n int, pair func(i, k int) int) [][]int {
	odds := make([][]int, n)
	for i := range odds {
		odds[i] = make([]int, n)
		odds[i][i] = barred
		for k := range i {
			odds[i][k] = pair(i, k)
			odds[k][i] = odds[i][k]
		}
	}
	return odds
}

func TestCluster(t *testing.T) {
	story := func(fragment ...int) func(i, k int) int {
		return func(i, k int) int { // 0 to 3 tell one happening in full
			if i < 4 {
				return 3000
			}
			return fragment[k]
		}
	}
	halves := func(across int) func(i, k int) int { // 0 to 3 tell one happening, 4 to 7 one
		return func(i, k int) int {
			if i/4 == k/4 {
				return 3000
			}
			return across
		}
	}
	for _, c := range []struct {
		name string
		n    int
		pair func(i, k int) int
		want string
	}{
		{"a report that says little goes with the one that tells the same", 5, story(2500, -2500, -2500, -2500), "[0 0 0 0 0]"},
		{"not where all differ from it", 5, story(-500, -2500, -2500, -2500), "[0 0 0 0 4]"},
		{"nor where one pair excludes it", 5, story(2500, 2500, 2500, barred), "[0 0 0 0 4]"},
		{"two reports are one from less", 2, func(int, int) int { return -500 }, "[0 0]"},
		{"than two groups of four", 8, halves(500), "[0 0 0 0 4 4 4 4]"},
		{"which are one from two to one", 8, halves(800), "[0 0 0 0 0 0 0 0]"},
	} {
		x := of(symmetric(c.n, c.pair))
		x.run()
		if got := fmt.Sprint(x.in); got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
	}
}

// What is kept of groups is what their reports say, whatever merged before, and
// no group holds a pair that is barred.
func TestClusterKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "reports")
		odds := symmetric(n, func(i, k int) int {
			if rapid.IntRange(0, 9).Draw(t, "excluded") == 0 {
				return barred
			}
			return rapid.IntRange(-bound, bound).Draw(t, "odds")
		})
		c := of(odds)
		c.run()
		for g := range n {
			for h := range n {
				if g != h && c.size[g] > 0 && c.size[h] > 0 {
					if want := kept(c, odds, g, h); c.sum[g][h] != want {
						t.Fatalf("%d and %d: %d, not %d", g, h, c.sum[g][h], want)
					}
					if c.like(g, h) > 0 {
						t.Fatalf("%d and %d are alike and apart", g, h)
					}
				}
			}
		}
		for i := range n {
			for k := range i {
				if c.in[i] == c.in[k] && odds[i][k] == barred {
					t.Fatalf("%d and %d are together", i, k)
				}
			}
		}
	})
}

// kept is the sum of the best links of the reports of g with h.
func kept(c *clustering, odds [][]int, g, h int) int {
	sum := 0
	for i := range odds {
		best := barred
		for k := range odds {
			if c.in[i] == g && c.in[k] == h {
				if odds[i][k] == barred {
					return barred
				}
				best = max(best, odds[i][k])
			}
		}
		if c.in[i] == g {
			sum += best
		}
	}
	return sum
}

func TestWeight(t *testing.T) {
	for n, want := range map[int]int{1: 0, 2: perDoubling, 3: perDoubling * 3 / 2, 4: 2 * perDoubling, 16: 4 * perDoubling} {
		if got := weight(n); got != want {
			t.Errorf("%d pairs: %d, not %d", n, got, want)
		}
	}
}

package clusters

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// partition reads "abc defg": a cluster a word, a mention a letter.
func partition(s string) Partition {
	p := Partition{}
	for _, c := range strings.Fields(s) {
		for _, m := range c {
			p[string(m)] = c
		}
	}
	return p
}

// The examples of Pradhan and others 2014 and of Luo 2005, worked by hand there.
func TestWorkedExamples(t *testing.T) {
	for _, c := range []struct {
		key, response string
		muc, b3, ceaf [2]float64 // recall, precision
	}{
		{"abc defg", "ab cd fghi", [2]float64{2. / 5, 2. / 5}, [2]float64{35. / 84, 4. / 8}, [2]float64{1.3 / 2, 1.3 / 3}},
		{"12345 67 89ABC", "12345 6789ABC", [2]float64{1, 9. / 10}, [2]float64{1, (5 + 4./7 + 25./7) / 12}, [2]float64{(1 + 10./12) / 3, (1 + 10./12) / 2}},
		{"12345 67 89ABC", "1234589ABC 67", [2]float64{1, 9. / 10}, [2]float64{1, (50./10 + 2) / 12}, [2]float64{(1 + 10./15) / 3, (1 + 10./15) / 2}},
		{"ab c", "ab c", [2]float64{1, 1}, [2]float64{1, 1}, [2]float64{1, 1}},
	} {
		s := Score(partition(c.key), partition(c.response))
		for _, m := range []struct {
			name string
			got  PRF
			want [2]float64
		}{{"MUC", s.MUC, c.muc}, {"B³", s.B3, c.b3}, {"CEAF", s.CEAF, c.ceaf}} {
			if math.Abs(m.got.R-m.want[0]) > 1e-9 || math.Abs(m.got.P-m.want[1]) > 1e-9 {
				t.Errorf("%s against %s: %s is R %.4f P %.4f, not R %.4f P %.4f", c.response, c.key, m.name, m.got.R, m.got.P, m.want[0], m.want[1])
			}
		}
	}
}

func random(t *rapid.T, name string, n int) Partition {
	p := Partition{}
	for i := range n {
		p[fmt.Sprint(i)] = fmt.Sprint(rapid.IntRange(0, 4).Draw(t, name))
	}
	return p
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "mentions")
		a, b := random(t, "a", n), random(t, "b", n)
		s, back := Score(a, b), Score(b, a)
		for _, m := range [][2]PRF{{s.MUC, back.MUC}, {s.B3, back.B3}, {s.CEAF, back.CEAF}} {
			if math.Abs(m[0].P-m[1].R) > 1e-9 || math.Abs(m[0].F-m[1].F) > 1e-9 || m[0].F < 0 || m[0].F > 1+1e-9 {
				t.Fatalf("%+v, the other way round %+v", m[0], m[1])
			}
		}
		if self := Score(a, a); self.B3.F < 1-1e-9 || self.CEAF.F < 1-1e-9 {
			t.Fatalf("a partition against itself: %+v", self)
		}
	})
}

// The assignment is as good as the best of all permutations.
func TestHungarian(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "n")
		like := make([]map[int]float64, n)
		for i := range like {
			like[i] = map[int]float64{}
			for j := range n {
				if w := rapid.IntRange(0, 9).Draw(t, "w"); w > 3 {
					like[i][j] = float64(w)
				}
			}
		}
		var best float64
		var try func(i int, used int, sum float64)
		try = func(i, used int, sum float64) {
			if i == n {
				best = max(best, sum)
				return
			}
			for j := range n {
				if used&(1<<j) == 0 {
					try(i+1, used|1<<j, sum+like[i][j])
				}
			}
		}
		try(0, 0, 0)
		if got := alignment(like, n); math.Abs(got-best) > 1e-9 {
			t.Fatalf("%v, not %v", got, best)
		}
	})
}

package factuality

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/eval"
	"sayso/internal/eval/reporttest"
)

// TestSample holds the report on a sample of the development sides against the
// one under version control.
func TestSample(t *testing.T) {
	reporttest.Check(t, Task, eval.Options{Data: reporttest.Shared(t, "data/factuality"), Sample: 5}, "factuality-dev.sample")
}

func TestCompareIsPearson(t *testing.T) {
	f := Compare([]float64{1, 2, 3}, []float64{2, 4, 6})
	if math.Abs(f.Pearson-1) > 1e-9 || math.Abs(f.MAE-2) > 1e-9 || f.N != 3 {
		t.Errorf("%+v", f)
	}
	if f := Compare([]float64{1, 1}, []float64{2, 3}); f.Pearson != 0 {
		t.Errorf("r of a constant is %v", f.Pearson)
	}
}

// Scaling and shifting what is said changes no correlation. Certainties are drawn
// in hundredths: of ones under 1e-10 a shift by 1 leaves few digits.
func TestPearsonIgnoresScale(t *testing.T) {
	certainty := rapid.Map(rapid.IntRange(-300, 300), func(n int) float64 { return float64(n) / 100 })
	rapid.Check(t, func(t *rapid.T) {
		said := rapid.SliceOfN(certainty, 5, 20).Draw(t, "said")
		gold := rapid.SliceOfN(certainty, len(said), len(said)).Draw(t, "gold")
		scaled := make([]float64, len(said))
		for i, x := range said {
			scaled[i] = 2*x + 1
		}
		if a, b := Compare(said, gold).Pearson, Compare(scaled, gold).Pearson; math.Abs(a-b) > 1e-6 {
			t.Fatalf("r %v, scaled %v", a, b)
		}
	})
}

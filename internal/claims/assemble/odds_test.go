package assemble

import (
	"testing"

	"sayso/internal/document"
)

func TestOddsOf(t *testing.T) {
	events := []document.Event{{Odds: -2}, {Odds: 1}, {Odds: -5}, {Odds: 3}}
	for _, c := range []struct {
		some       []int
		most, mean float64
		likely     int
	}{{[]int{0, 2}, -2, -3.5, 0}, {[]int{0, 1}, 1, -0.5, 1}, {nil, 3, -0.75, 2}, {[]int{}, 0, 0, 0}} {
		if most, mean, likely := oddsOf(events, c.some); most != c.most || mean != c.mean || likely != c.likely {
			t.Errorf("%v: %v, %v, %d", c.some, most, mean, likely)
		}
	}
}

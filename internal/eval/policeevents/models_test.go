package policeevents

import (
	"math"
	"testing"
)

// either is instances that are yes where they have one of two features and not
// both, or have a third.
func either() part {
	p := part{features: 3}
	for i := range 80 {
		var row []int32
		for f := range int32(3) {
			if i>>f&1 == 1 {
				row = append(row, f)
			}
		}
		p.rows, p.docs = append(p.rows, row), append(p.docs, i)
		p.yes = append(p.yes, (i&1 == 1) != (i&2 == 2) || i&4 == 4)
	}
	return p
}

func TestForestLearnsWhatASumCannotSay(t *testing.T) {
	score := grown(either())
	for _, c := range []struct {
		row []int32
		yes bool
	}{{nil, false}, {[]int32{0}, true}, {[]int32{1}, true}, {[]int32{0, 1}, false}, {[]int32{0, 1, 2}, true}} {
		if got := score(c.row); got > 0 != c.yes {
			t.Errorf("score of %v is %v", c.row, got)
		}
	}
}

func TestRidgeIsAtItsLeast(t *testing.T) {
	p := either()
	score := ridge(p)
	w := make([]float64, 4) // the last is the bias
	w[3] = score(nil)
	for f := range int32(3) {
		w[f] = score([]int32{f}) - w[3]
	}
	slope := append([]float64{}, w...)
	for i, row := range p.rows {
		y := side(p.yes[i])
		d := -ridgeCost * y / (1 + math.Exp(y*score(row)))
		for _, f := range row {
			slope[f] += d
		}
		slope[3] += d
	}
	for f, g := range slope {
		if math.Abs(g) > 1e-2 {
			t.Errorf("slope along weight %d is %v", f, g)
		}
	}
}

func TestRareFeaturesHaveNoWeight(t *testing.T) {
	p := either()
	p.features++
	p.rows[0], p.rows[1] = append(p.rows[0], 3), append(p.rows[1], 3)
	score := ridge(p)
	if a, b := score([]int32{3}), score(nil); a != b {
		t.Errorf("a feature of two documents moves the score from %v to %v", b, a)
	}
}

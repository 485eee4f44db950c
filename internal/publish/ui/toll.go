package ui

import "sayso"

// toll is the drawing of the people killed: a line from the low to the high
// figure with the best on it, in a drawing of 384 by 48.
type toll struct {
	Low, Best, High *int
	X1, X2, Mid     string
	OpenLow, OpenUp bool
}

const tollLeft, tollRight = 24, 360

// tollOf draws deaths; nil where there is nothing to draw.
func tollOf(d *sayso.Deaths) *toll {
	if d == nil || d.Low == nil && d.Best == nil && d.High == nil {
		return nil
	}
	if d.Low != nil && d.High != nil && *d.Low == *d.High {
		return nil
	}
	t := &toll{Low: d.Low, Best: d.Best, High: d.High, OpenLow: d.Low == nil, OpenUp: d.High == nil, X1: coord(tollLeft), X2: coord(tollRight)}
	if d.Best != nil {
		x := float64(tollLeft+tollRight) / 2
		if d.Low != nil && d.High != nil {
			x = tollLeft + float64(*d.Best-*d.Low)/float64(*d.High-*d.Low)*(tollRight-tollLeft)
		} else if d.High == nil && d.Low != nil && *d.Low == *d.Best {
			x = tollLeft
		}
		t.Mid = coord(x)
	}
	return t
}

package main

import "math"

// line is a line or a ring, longitude before latitude.
type line [][2]number

const meridian = 179.99

// clamp puts all points within the world, and those beside the antimeridian on it.
func clamp(l line) line {
	out := make(line, len(l))
	for i, p := range l {
		if math.Abs(p[0]) > meridian {
			p[0] = number(math.Copysign(180, p[0]))
		}
		p[1] = max(-90, min(90, p[1]))
		out[i] = p
	}
	return out
}

// offMeridian cuts a line where it runs along the antimeridian or jumps over it.
func offMeridian(l line) []line {
	var out []line
	var part line
	for i, p := range l {
		if i > 0 {
			q := l[i-1]
			along := math.Abs(p[0]) == 180 && math.Abs(q[0]) == 180
			if along || math.Abs(float64(p[0]-q[0])) > 180 {
				out, part = append(out, part), nil
			}
		}
		part = append(part, p)
	}
	return append(out, part)
}

// simplify drops points that lie within a tolerance of the line through the
// points kept (Douglas and Peucker), then repeated ones.
func simplify(l line, tolerance float64) line {
	if len(l) < 3 {
		return l
	}
	keep := make([]bool, len(l))
	keep[0], keep[len(l)-1] = true, true
	if l[0] == l[len(l)-1] { // a ring: its far point stays too
		far := 0
		for i := range l {
			if apart(l[i], l[0]) > apart(l[far], l[0]) {
				far = i
			}
		}
		keep[far] = true
		thin(l[:far+1], keep[:far+1], tolerance)
		thin(l[far:], keep[far:], tolerance)
	} else {
		thin(l, keep, tolerance)
	}
	var out line
	for i, p := range l {
		p = [2]number{number(math.Round(p[0]*100) / 100), number(math.Round(p[1]*100) / 100)}
		if keep[i] && (len(out) == 0 || out[len(out)-1] != p) {
			out = append(out, p)
		}
	}
	return out
}

func thin(l line, keep []bool, tolerance float64) {
	if len(l) < 3 {
		return
	}
	far, most := 0, tolerance
	for i := 1; i < len(l)-1; i++ {
		if d := off(l[i], l[0], l[len(l)-1]); d > most {
			far, most = i, d
		}
	}
	if far == 0 {
		return
	}
	keep[far] = true
	thin(l[:far+1], keep[:far+1], tolerance)
	thin(l[far:], keep[far:], tolerance)
}

func apart(p, q [2]number) float64 { return math.Hypot(float64(p[0]-q[0]), float64(p[1]-q[1])) }

// off is how far p lies from the line through a and b.
func off(p, a, b [2]number) float64 {
	length := apart(a, b)
	if length == 0 {
		return apart(p, a)
	}
	return math.Abs(float64((b[0]-a[0])*(a[1]-p[1])-(a[0]-p[0])*(b[1]-a[1]))) / length
}

// extent is the longer side of the box around a line.
func extent(l line) float64 {
	w, s, e, n := box(l)
	return max(e-w, n-s)
}

func box(l line) (w, s, e, n float64) {
	w, s, e, n = 180, 90, -180, -90
	for _, p := range l {
		w, e = min(w, p[0]), max(e, p[0])
		s, n = min(s, p[1]), max(n, p[1])
	}
	return w, s, e, n
}

// middle is the middle of the box around the largest polygon.
func middle(polygons [][]line) (x, y float64) {
	largest := -1.0
	for _, rings := range polygons {
		w, s, e, n := box(rings[0])
		if a := (e - w) * (n - s); a > largest {
			largest, x, y = a, (w+e)/2, (s+n)/2
		}
	}
	return x, y
}

package places

import (
	"math"

	"sayso/internal/eval/places/fit"
	"sayso/internal/gazetteer"
)

// Near is the distance in kilometres within which a point is right.
const Near = 161.0

// kilometres is the great-circle distance between two points.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	s1, s2 := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := s1*s1 + math.Cos(lat1*rad)*math.Cos(lat2*rad)*s2*s2
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}

// Distance returns how far an entry lies from the corpus's point.
func (g *Gold) Distance(e *gazetteer.Entry) float64 { return kilometres(g.Lat, g.Lon, e.Lat, e.Lon) }

// Right reports whether an entry is the place meant: near it, or the same
// country or first-level unit.
func (g *Gold) Right(e *gazetteer.Entry) bool {
	if (e.Kind == gazetteer.KindCountry || e.Kind == gazetteer.KindAdmin1) && e.ID == g.ID {
		return true
	}
	return g.Distance(e) <= Near
}

// grade is what training learns from. A nil Gold knows nothing.
func (g *Gold) grade(e *gazetteer.Entry) fit.Grade {
	switch {
	case g == nil || !g.Located:
		return fit.Unknown
	case g.ID == e.ID:
		return fit.Same
	case g.Right(e):
		return fit.Near
	}
	return fit.Wrong
}

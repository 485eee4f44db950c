package main

import (
	"encoding/json"
	"math"
)

// ring is a closed line of longitude and latitude pairs.
type ring [][]float64

// rings returns the outer rings of a polygon or of several.
func (f *feature) rings() []ring {
	var out []ring
	switch f.Geometry.Type {
	case "Polygon":
		var p []ring
		if json.Unmarshal(f.Geometry.Coordinates, &p) == nil && len(p) > 0 {
			out = append(out, p[0])
		}
	case "MultiPolygon":
		var m [][]ring
		if json.Unmarshal(f.Geometry.Coordinates, &m) == nil {
			for _, p := range m {
				if len(p) > 0 {
					out = append(out, p[0])
				}
			}
		}
	}
	return out
}

// point returns the coordinates of a point.
func (f *feature) point() (lat, lon float64, ok bool) {
	var p []float64
	if f.Geometry.Type != "Point" || json.Unmarshal(f.Geometry.Coordinates, &p) != nil || len(p) < 2 {
		return 0, 0, false
	}
	return p[1], p[0], true
}

// largest returns the ring with the largest area, weighed by latitude.
func largest(rings []ring) ring {
	var best ring
	most := -1.0
	for _, r := range rings {
		a, lat, _ := r.centroid()
		if a = math.Abs(a) * math.Cos(lat*math.Pi/180); a > most {
			best, most = r, a
		}
	}
	return best
}

// centroid returns the area in square degrees and the centre of it.
func (r ring) centroid() (area, lat, lon float64) {
	for i := range r {
		p, q := r[i], r[(i+1)%len(r)]
		cross := p[0]*q[1] - q[0]*p[1]
		area += cross / 2
		lon += (p[0] + q[0]) * cross
		lat += (p[1] + q[1]) * cross
	}
	if area == 0 {
		return 0, r[0][1], r[0][0]
	}
	return area, lat / (6 * area), lon / (6 * area)
}

// holds reports whether the point lies inside the ring.
func (r ring) holds(lat, lon float64) bool {
	in := false
	for i, j := 0, len(r)-1; i < len(r); j, i = i, i+1 {
		if (r[i][1] > lat) != (r[j][1] > lat) && lon < (r[j][0]-r[i][0])*(lat-r[i][1])/(r[j][1]-r[i][1])+r[i][0] {
			in = !in
		}
	}
	return in
}

// kilometres is the great-circle distance between two points.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	s1, s2 := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := s1*s1 + math.Cos(lat1*rad)*math.Cos(lat2*rad)*s2*s2
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}

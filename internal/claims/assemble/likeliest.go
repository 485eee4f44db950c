package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/model/signs"
)

// likeliest is the site where the mentions most likely were, by their arguments
// alone; nil where they have none.
func likeliest(all []site) *site {
	var best *site
	weight := func(s *site) float64 { return s.chance + float64(0.3*s.score) + float64(0.01*s.sum) }
	for i := range all {
		if w := weight(&all[i]); w > 0 && (best == nil || w > weight(best)) {
			best = &all[i]
		}
	}
	return best
}

// likeliestSigns tell how a place lies to the likeliest: East Flatbush, inside
// Brooklyn and named more often, is what a text that speaks of both is about.
func (b *builder) likeliestSigns(f *signs.Features, s *site, all []site) {
	o, near, level := likeliest(all), b.nearness(s), string(s.place.Level)
	if o == nil {
		f.Add("no likeliest place, " + near)
		f.Add("no likeliest place, " + near + ", " + level)
		return
	}
	sure := "likeliest place"
	if !o.likely() {
		sure = "unsure likeliest place"
	}
	if o == s {
		f.Add("the " + sure)
		f.Add("the " + sure + ", " + level)
		return
	}
	to := s.liesTo(o) + " the " + sure
	levels := to + ", " + string(o.place.Level) + " to " + level
	f.Add(to)
	f.Add(to + ", " + near)
	f.Add(levels)
	f.Add(levels + ", " + near)
	f.AddIf(len(s.at) > len(o.at), to+", named more often")
	f.AddIf(s.focus > o.focus, to+", more happenings there")
	f.Add(bucket(to+", learned chance in tenths", int(s.chance*10), 0, 1, 3, 5))
}

// nearness is how near to a mention a site is named.
func (b *builder) nearness(s *site) string {
	switch _, _, gap := b.nearestTo(s); {
	case gap == 0:
		return "here"
	case abs(gap) <= 2:
		return "near"
	}
	return "far"
}

// liesTo tells how a site lies to another, by their names, units and points.
func (s *site) liesTo(o *site) string {
	p, q := &s.place, &o.place
	x, y := strings.ToLower(p.Name), strings.ToLower(q.Name)
	switch {
	case strings.Contains(x, y):
		return "a longer name than"
	case strings.Contains(y, x):
		return "a shorter name than"
	case p.Country == "":
		return "of no country, as against"
	case q.Country == "":
		return "of a country, as against"
	case p.Country != q.Country:
		return "in another country than"
	case s.inside(o):
		return "inside"
	case o.inside(s):
		return "around"
	case close(p, q):
		return "beside"
	case p.Admin1 != "" && p.Admin1 == q.Admin1:
		return "in the same unit as"
	}
	return "in the same country as"
}

// inside reports whether a site of the same country lies in another.
func (s *site) inside(o *site) bool {
	p, q := &s.place, &o.place
	if s.rank() >= o.rank() {
		return false
	}
	switch q.Level {
	case sayso.LevelCountry:
		return true
	case sayso.LevelRegion:
		return p.Admin1 != "" && p.Admin1 == q.Admin1 && (q.Admin2 == "" || p.Admin2 == q.Admin2)
	}
	return close(p, q)
}

// close reports whether two places finer than a country are within some twenty
// kilometres.
func close(p, q *sayso.Place) bool {
	if p.Lat == nil || q.Lat == nil || p.Lon == nil || q.Lon == nil || p.Level == sayso.LevelCountry || q.Level == sayso.LevelCountry {
		return false
	}
	x, y := *p.Lat-*q.Lat, *p.Lon-*q.Lon
	return x*x < 0.04 && y*y < 0.06
}

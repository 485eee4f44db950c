package toponym

import (
	"math"

	"sayso/internal/gazetteer"
)

// masses is how much belief lies in each country and first-level unit.
type masses struct {
	country map[string]int64
	unit    map[string]int64
	total   int64
	nations int64 // the part of total that lies in countries as such
	top     string
}

// surroundings sets, for every candidate, the features that the other names of
// the document decide, from what is believed of them now.
func (r *reader) surroundings() {
	all := r.masses()
	for g := range r.groups {
		own := r.massOf(g)
		others := r.othersOf(g)
		next, nexts := r.nexts(g)
		for i := range r.groups[g].list {
			c := &r.groups[g].list[i]
			focus(c, &all, &own)
			near(c, others)
			contain(c, others)
			if len(next) > 0 {
				c.features[fInsideNext] = insideAny(c, next, nexts)
				c.features[fOutsideNext] = one - c.features[fInsideNext]
			}
		}
	}
}

func (r *reader) masses() masses {
	m := masses{country: map[string]int64{}, unit: map[string]int64{}}
	for g := range r.groups {
		own := r.massOf(g)
		for c, x := range own.country {
			m.country[c] += x
		}
		for u, x := range own.unit {
			m.unit[u] += x
		}
		m.total += own.total
		m.nations += own.nations
	}
	var most int64
	for c, x := range m.country {
		if x > most || x == most && c < m.top {
			m.top, most = c, x
		}
	}
	return m
}

// massOf is what a group adds: more mentions add more, but less and less.
func (r *reader) massOf(g int) masses {
	m := masses{country: map[string]int64{}, unit: map[string]int64{}}
	weight := int64(r.groups[g].trust) * int64(bitLength(len(r.groups[g].mentions)))
	for i := range r.groups[g].list {
		c := &r.groups[g].list[i]
		if c.belief == 0 || c.entry.Country == "" {
			continue
		}
		x := weight * int64(c.belief) / one
		m.country[c.entry.Country] += x
		if c.entry.Admin1 != "" {
			m.unit[c.entry.Country+"."+c.entry.Admin1] += x
		}
		m.total += x
		if c.entry.Kind == gazetteer.KindCountry {
			m.nations += x
		}
	}
	return m
}

func focus(c *candidate, all, own *masses) {
	v := &c.features
	rest := all.total - own.total
	e := &c.entry
	v[fFocusNone], v[fFocus], v[fUnitFocus], v[fFocusTop], v[fPeopleFocus], v[fFocusPlace], v[fAbroad], v[fOtherFocus] = 0, 0, 0, 0, 0, 0, 0, 0
	if rest < one/2 {
		v[fFocusNone] = v[fPeople]
		return
	}
	if e.Country == "" {
		return
	}
	if e.Kind == gazetteer.KindCapital {
		v[fAbroad] = int32((all.nations - own.nations) * one / rest)
	}
	in := all.country[e.Country] - own.country[e.Country]
	v[fFocus] = int32(in * one / rest)
	if e.Admin1 != "" {
		u := e.Country + "." + e.Admin1
		v[fUnitFocus] = int32((all.unit[u] - own.unit[u]) * one / rest)
	}
	set1(v, fFocusTop, all.top == e.Country && in > 0)
	v[fOtherFocus] = v[fNameKind+int(gazetteer.NameAlternate)] / 2 * v[fFocus] / (one / 2)
	v[fPeopleFocus] = int32(int64(v[fPeople]) * int64(v[fFocus]) / one)
	if e.Kind == gazetteer.KindCountry {
		v[fFocusPlace] = v[fFocus]
	}
}

// other is a believed place of another name.
type other struct {
	unit   [3]float64
	weight int32
	entry  *gazetteer.Entry
}

// othersOf lists the two most believed places of each other name.
func (r *reader) othersOf(g int) []other {
	var out []other
	for k := range r.groups {
		if k == g || r.groups[k].name == r.groups[g].name {
			continue
		}
		list := r.groups[k].list
		first, second := -1, -1
		for i := range list {
			switch {
			case first < 0 || list[i].belief > list[first].belief:
				first, second = i, first
			case second < 0 || list[i].belief > list[second].belief:
				second = i
			}
		}
		for _, i := range []int{first, second} {
			if i >= 0 && list[i].belief >= one/10 {
				w := int64(list[i].belief) * int64(r.groups[k].trust) / one
				out = append(out, other{list[i].unit, int32(w), &list[i].entry})
			}
		}
	}
	return out
}

// near sets how surely another town or site lies within 50, 200 and 1000 km.
func near(c *candidate, others []other) {
	v := &c.features
	v[fNear50], v[fNear200], v[fNear1000] = 0, 0, 0
	if k := c.entry.Kind; k == gazetteer.KindCountry || k == gazetteer.KindContinent {
		return
	}
	for i := range others {
		o := &others[i]
		if o.entry.Kind == gazetteer.KindCountry || o.entry.Kind == gazetteer.KindContinent || o.entry.ID == c.entry.ID {
			continue
		}
		switch d := chord(c.unit, o.unit); {
		case d < chord50:
			v[fNear50] = max(v[fNear50], o.weight)
			fallthrough
		case d < chord200:
			v[fNear200] = max(v[fNear200], o.weight)
			fallthrough
		case d < chord1000:
			v[fNear1000] = max(v[fNear1000], o.weight)
		}
	}
}

// contain sets whether a unit around the candidate is named, and whether the
// candidate is a unit around others.
func contain(c *candidate, others []other) {
	v := &c.features
	v[fWithin], v[fHolds] = 0, 0
	for i := range others {
		o := &others[i]
		if o.entry.Kind != gazetteer.KindCountry && inside(&c.entry, o.entry) {
			v[fWithin] = max(v[fWithin], o.weight)
		}
		if inside(o.entry, &c.entry) {
			v[fHolds] = max(v[fHolds], o.weight)
		}
	}
}

// nexts lists the places of the names that mentions of g are said to lie in,
// and how much belief there is in them at all.
func (r *reader) nexts(g int) ([]*candidate, int32) {
	var out []*candidate
	var sum int32
	for _, m := range r.groups[g].mentions {
		n := r.nextOf(m)
		if n < 0 {
			n = r.ownerOf(m)
		}
		if n < 0 || n == g {
			continue
		}
		for i := range r.groups[n].list {
			if c := &r.groups[n].list[i]; c.belief > 0 && (c.entry.Kind <= gazetteer.KindAdmin2 || c.entry.Kind >= gazetteer.KindArea) {
				out = append(out, c)
				sum += c.belief
			}
		}
	}
	return out, max(sum, 1)
}

func insideAny(c *candidate, next []*candidate, sum int32) int32 {
	var in int32
	for _, n := range next {
		if inside(&c.entry, &n.entry) {
			in += n.belief
		}
	}
	return int32(int64(in) * one / int64(sum))
}

// inside reports whether a lies in b, by their units, or by distance where b
// is a region without units.
func inside(a, b *gazetteer.Entry) bool {
	if a.ID == b.ID {
		return false
	}
	switch b.Kind {
	case gazetteer.KindCountry:
		return a.Country == b.Country && a.Kind > gazetteer.KindCountry
	case gazetteer.KindAdmin1:
		return a.Country == b.Country && a.Admin1 == b.Admin1 && a.Kind > gazetteer.KindAdmin1
	case gazetteer.KindAdmin2:
		return a.Country == b.Country && a.Admin1 == b.Admin1 && a.Admin2 == b.Admin2 && a.Kind > gazetteer.KindAdmin2
	case gazetteer.KindArea, gazetteer.KindIsland:
		return (b.Country == "" || a.Country == b.Country) && chord(onSphere(a.Lat, a.Lon), onSphere(b.Lat, b.Lon)) < chord200
	}
	return false
}

// onSphere returns a point as a unit vector, rounded so that the last bits of
// a platform's sine cannot matter.
func onSphere(lat, lon float64) [3]float64 {
	const rad = math.Pi / 180
	round := func(x float64) float64 { return math.Round(x*1e7) / 1e7 }
	return [3]float64{round(math.Cos(lat*rad) * math.Cos(lon*rad)), round(math.Cos(lat*rad) * math.Sin(lon*rad)), round(math.Sin(lat * rad))}
}

// Squared chords, on the unit sphere, of the distances that near asks for.
var (
	chord50   = chordOf(50)
	chord200  = chordOf(200)
	chord500  = chordOf(500)
	chord1000 = chordOf(1000)
)

func chordOf(km float64) float64 {
	s := 2 * math.Sin(km/6371/2)
	return s * s
}

func chord(a, b [3]float64) float64 {
	x, y, z := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return float64(x*x) + float64(y*y) + float64(z*z)
}

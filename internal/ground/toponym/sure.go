package toponym

import (
	"math"

	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// SureCount is the number of features of the confidence in a place.
const SureCount = sEnd

// The features of the confidence. The first two are that of a plain fit of
// beliefs to the share right; the rest tell names that beliefs are too sure of.
const (
	sOdds   = iota // log-odds of the belief
	sBias          // always on
	sOnly          // the gazetteer knows one place of that name
	sNamed         // how sure it is that this names a place
	sPeople        // people of the place
	sHeld          // the text names what holds the place
	sSite          // the point is that of a name in it
	sNear          // the point is that of another name
	sEnd
)

var sureNames = [SureCount]string{"odds", "bias", "only", "named", "people", "held", "site", "near"}

// Sureness holds the features of one confidence in 1/1024.
type Sureness [SureCount]int32

// sure tells how sure the choice made for a spot is.
func (r *reader) sure(s *spot, g *group) Sureness {
	best := &g.list[0]
	v := Sureness{sBias: one}
	p := min(max(float64(best.belief)/one, 0.002), 0.998)
	v[sOdds] = int32(math.Round(one * math.Log(p/(1-p))))
	if len(g.list) == 1 {
		v[sOnly] = one
	}
	v[sNamed] = int32(min(max(s.score, -4000), 8000) * one / 4000)
	v[sPeople] = best.features[fPeople]
	v[sHeld] = max(best.features[fInsideNext], best.features[fUnitYes])
	if s.site {
		v[sSite] = one
	}
	return v
}

// sureNear does so for a spot that the gazetteer lacks, placed by group g.
func (r *reader) sureNear(s *spot, g *group) Sureness {
	v := r.sure(s, g)
	v[sNear], v[sOnly] = one, 0
	return v
}

// confidence is the share right that was measured for places like this one,
// in hundredths.
func (m *Model) confidence(v Sureness) float64 {
	var sum int64
	for i, x := range v {
		sum += int64(x) * int64(m.Sure[i])
	}
	return math.Round(sigmoid(float64(sum/one))*100) / 100
}

// Choosing is one place name as the stage chose for it.
type Choosing struct {
	document.Range
	Entry    gazetteer.Entry // where the point is; a town where the gazetteer lacks the name
	Sureness Sureness
}

// Chosen lists what the stage makes of a document, for training the confidence.
func Chosen(d *document.Document, g *gazetteer.Gazetteer, m *Model) []Choosing {
	r := newReader(d, g, m)
	r.find()
	r.detect()
	r.gather()
	r.choose()
	var out []Choosing
	for i := range r.spots {
		s := &r.spots[i]
		if s.hidden {
			continue
		}
		c := Choosing{Range: s.Range}
		if s.group >= 0 {
			c.Entry, c.Sureness = r.groups[s.group].list[0].entry, r.sure(s, &r.groups[s.group])
			if s.site {
				c.Entry = gazetteer.Entry{Lat: c.Entry.Lat, Lon: c.Entry.Lon, Kind: gazetteer.KindTown}
			}
		} else if near := r.anchor(i); near >= 0 {
			e := r.groups[near].list[0].entry
			c.Entry = gazetteer.Entry{Lat: e.Lat, Lon: e.Lon, Kind: gazetteer.KindTown}
			c.Sureness = r.sureNear(s, &r.groups[near])
		} else {
			continue
		}
		out = append(out, c)
	}
	return out
}

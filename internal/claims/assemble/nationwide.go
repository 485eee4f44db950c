package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// wholeCountry is the country that a happening was all over, where its words say so and no
// mention of it names a town of its own: "violent protests which have spread across the
// country". Nil where they do not, or the text does not name the country.
func (b *builder) wholeCountry(within *sayso.Place) *sayso.Place {
	if within == nil || within.Level == sayso.LevelCountry {
		return nil
	}
	told := false
	for _, e := range b.g.events {
		if b.r.ownTown(e) >= 0 {
			return nil
		}
		told = told || b.r.allOver(b.r.d.Events[e].Trigger)
	}
	if !told {
		return nil
	}
	for i := range b.places {
		if p := b.places[i].Place; p != nil && p.Level == sayso.LevelCountry && p.Country == within.Country {
			return p
		}
	}
	return nil
}

// allOver reports whether the word of a mention, or a verb of spreading that tells of it,
// is said to be "across the country" or "nationwide".
func (r *reader) allOver(t int) bool {
	d := r.d
	sent := d.Sentences[d.SentenceOf(t)]
	spreads := func(i int) bool {
		if i == t {
			return true
		}
		switch strings.ToLower(d.Tags[i].Lemma) {
		case "spread", "erupt", "sweep", "break", "engulf", "rage":
		default:
			return false
		}
		if d.Arcs[i].Rel == document.AclRelcl {
			return int(d.Arcs[i].Head) == t
		}
		return int(d.Arcs[t].Head) == i && d.Arcs[t].Rel == document.Nsubj
	}
	for k := sent.First; k < sent.End; k++ {
		h := int(d.Arcs[k].Head)
		if h < 0 || !spreads(h) {
			continue
		}
		switch strings.ToLower(d.Word(k)) {
		case "nationwide", "countrywide":
			return true
		case "country", "nation":
			if r.pointsBack(k, sent.Range) && r.preposition(k, "across", "throughout") {
				return true
			}
		}
	}
	return false
}

package toponym

import (
	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// Case is one candidate name of a document as detection sees it.
type Case struct {
	document.Range
	Features []string // names of the features, as [Model.SetDetect] takes them
}

// Cases lists the candidate names of a document that has the layers the stage
// requires. It is for training.
func Cases(d *document.Document, g *gazetteer.Gazetteer) []Case {
	r := newReader(d, g, NewModel())
	r.find()
	r.cues()
	var out []Case
	for i := range r.spots {
		for s := &r.spots[i]; s != nil; s = s.inner {
			c := Case{Range: s.Range}
			r.features(s, func(template, value string) { c.Features = append(c.Features, template+":"+value) })
			out = append(out, c)
		}
	}
	return out
}

// Choice is one name of a document with the entries it may stand for.
type Choice struct {
	Mentions []document.Range
	Entries  []gazetteer.Entry
	Features []Vector // one an entry
}

// Choices lists the choices of a document as pass (from 0) sees them, after
// the passes before it were made with the weights of m. It is for training.
func Choices(d *document.Document, g *gazetteer.Gazetteer, m *Model, pass int) []Choice {
	r := newReader(d, g, m)
	r.find()
	r.detect()
	r.gather()
	r.passes(pass)
	r.surroundings()
	var out []Choice
	for i := range r.groups {
		c := Choice{}
		for _, s := range r.groups[i].mentions {
			c.Mentions = append(c.Mentions, r.spots[s].Range)
		}
		for k := range r.groups[i].list {
			c.Entries = append(c.Entries, r.groups[i].list[k].entry)
			c.Features = append(c.Features, r.groups[i].list[k].features)
		}
		out = append(out, c)
	}
	return out
}

package render

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/muc/score"
)

// location fills in the place that the weights choose; without weights, by rule.
func (b *Bridge) location(t *Text, c *cluster, k *score.Template) {
	v := ""
	if b.model.Group("place") != nil {
		v = b.choose("place", b.places(t, c))
	} else {
		v = b.ruledPlace(t, c)
	}
	if v != "" {
		k.Add(score.Location, v, "")
	}
}

// ruledPlace is the place of the surest mention that has one, with its country;
// where no mention has one, the country that the message is about.
func (b *Bridge) ruledPlace(t *Text, c *cluster) string {
	main := b.about(t)
	if at := t.where(c); at != nil {
		return b.placed(t, at, main)
	}
	return main
}

// where is the finest place of the mentions; where they have none, that of the
// incident that the chain made of one of them.
func (t *Text) where(c *cluster) *sayso.Place {
	var at *sayso.Place
	for _, e := range c.events {
		if a := t.argument(e, "place"); a != nil && a.Index >= 0 {
			if p := &t.d.Toponyms[a.Index].Place; at == nil || rank(p.Level) < rank(at.Level) {
				at = p
			}
		}
	}
	if in := t.incident(c); in != nil && in.Where != nil && (at == nil || at.Level == sayso.LevelCountry) {
		at = in.Where
	}
	return at
}

// incident is the incident that the chain made of one of a cluster's mentions,
// or nil.
func (t *Text) incident(c *cluster) *sayso.Incident {
	for _, e := range c.events {
		x := t.d.SpanOf(document.Range{First: t.d.Events[e].Trigger, End: t.d.Events[e].Trigger + 1})
		for i := range t.d.Incidents {
			if t.d.Incidents[i].MentionSpan.Covers(x) {
				return &t.d.Incidents[i]
			}
		}
	}
	return nil
}

// region is the region around a town where the document names it, or nil.
func (t *Text) region(at *sayso.Place) *sayso.Place {
	if at.Level == sayso.LevelRegion || at.Admin1 == "" {
		return nil
	}
	for i := range t.d.Toponyms {
		p := &t.d.Toponyms[i].Place
		if p.Level == sayso.LevelRegion && p.Country == at.Country && p.Admin1 == at.Admin1 && !strings.EqualFold(p.Name, at.Name) {
			return p
		}
	}
	return nil
}

// named reports whether the document names a country.
func (t *Text) named(c sayso.Code) bool {
	for i := range t.d.Toponyms {
		if p := &t.d.Toponyms[i].Place; p.Country == c && p.Level == sayso.LevelCountry {
			return true
		}
	}
	return false
}

func rank(l sayso.Level) int {
	switch l {
	case sayso.LevelSite:
		return 0
	case sayso.LevelTown:
		return 1
	case sayso.LevelRegion:
		return 2
	}
	return 3
}

// part writes a place inside a country with its kind in brackets.
func part(p *sayso.Place) string {
	name := strings.ToUpper(p.Name)
	for _, x := range [][2]string{{" DEPARTMENT", "DEPARTMENT"}, {" PROVINCE", "PROVINCE"}, {" MUNICIPALITY", "MUNICIPALITY"}, {" NEIGHBORHOOD", "NEIGHBORHOOD"}} {
		if n, ok := strings.CutSuffix(name, x[0]); ok {
			return n + " (" + x[1] + ")"
		}
	}
	if p.Level == sayso.LevelRegion {
		return name + " (DEPARTMENT)"
	}
	return name + " (CITY)"
}

// about is the country that most places of the message lie in, those of the
// dateline counting more.
func (b *Bridge) about(t *Text) string {
	n := map[string]int{}
	top, most := "", 0
	for i := range t.d.Toponyms {
		x := &t.d.Toponyms[i]
		name := b.names[string(x.Place.Country)]
		if name == "" || x.Place.Country == "US" {
			continue
		}
		n[name] += 2
		if x.Place.Level == sayso.LevelCountry {
			n[name] += 2
		}
		if s := t.sentence[x.First]; t.d.Sentences[s].Block >= 0 && t.d.Blocks[t.d.Sentences[s].Block].Kind == document.BlockDateline {
			n[name] += 3
		}
		if n[name] > most {
			top, most = name, n[name]
		}
	}
	return top
}

package event

import (
	"sayso"
	"sayso/internal/document"
)

// spot is something that can be the place of a happening: a toponym, or a name
// that no gazetteer grounds.
type spot struct {
	document.Range
	index int // of the toponym, or -1
	head  int
	sent  int32
	place sayso.Place
}

// findSpots lists the places of a document in text order: toponyms that are no
// adjectives, proper names of sites ("Mosul University"), and names after
// "the town of".
func (v *view) findSpots() {
	for i := range v.d.Toponyms {
		p := &v.d.Toponyms[i]
		if h := v.headOf(p.Range); !p.Demonym && v.locates(p.Range, h) {
			v.spots = append(v.spots, spot{p.Range, i, h, v.sentence[p.First], p.Place})
		}
	}
	for i := range v.d.Names {
		n := &v.d.Names[i]
		if n.Kind != document.NamePlace && n.Kind != document.NameOrganisation && n.Kind != document.NameMisc {
			continue
		}
		if last := n.End - 1; n.Kind == document.NamePlace || n.Len() > 1 && v.classes[last].has(v.lex.bit("site")) {
			v.addSpot(n.Range)
		}
	}
	for i := 0; i+2 < len(v.lemmas); i++ {
		if v.classes[i].has(v.lex.bit("located")) && v.lemmas[i+1] == "of" && v.d.Tags[i+2].UPOS == document.PROPN {
			e := i + 3
			for e < len(v.lemmas) && v.sentence[e] == v.sentence[i] && v.d.Tags[e].UPOS == document.PROPN {
				e++
			}
			v.addSpot(document.Range{First: i + 2, End: e})
		}
	}
}

// addSpot adds an ungrounded place where no spot stands yet; its country is
// that of a toponym right behind it.
func (v *view) addSpot(r document.Range) {
	for i := range v.spots {
		if v.spots[i].Touches(r) {
			if v.spots[i].index < 0 || v.spots[i].Len() >= r.Len() {
				return
			}
			if h := v.headOf(r); v.classes[h].has(v.lex.bit("site")) && v.inName[h] != document.NamePerson { // "Mosul University" holds Mosul
				country := v.spots[i].place.Country
				v.spots[i] = spot{r, -1, h, v.sentence[r.First], sayso.Place{Name: v.d.Words(r), Level: sayso.LevelSite, Country: country}}
			}
			return
		}
	}
	h := v.headOf(r)
	if v.adjectival(r, h) || v.hull(r) {
		return
	}
	p := sayso.Place{Name: v.d.Words(r), Level: sayso.LevelTown}
	if r.Len() > 1 {
		p.Level = sayso.LevelSite
	}
	for i := range v.d.Toponyms {
		if t := &v.d.Toponyms[i]; t.First >= r.End && t.First-r.End <= 2 && !t.Demonym && v.plain(r.End, t.First) {
			p.Country = t.Place.Country
			break
		}
	}
	v.spots = append(v.spots, spot{r, -1, h, v.sentence[r.First], p})
}

// locates leaves out places inside names, ships, and those that stand for
// governments or are used as adjectives.
func (v *view) locates(r document.Range, h int) bool {
	if k := v.inName[r.First]; (k == document.NamePerson || k == document.NameOrganisation) && !v.standsIn(r, h) {
		return false
	}
	return !v.adjectival(r, h) && !v.hull(r)
}

// standsIn reports whether "in" stands before a name of its own, so that the gazetteer is
// right about it and not the names layer: "In Dori, six people were killed".
func (v *view) standsIn(r document.Range, h int) bool {
	c := v.caseOf(h)
	if c != "in" && c != "near" && c != "outside" || v.rel(h) != document.Obl && v.rel(h) != document.Nmod {
		return false
	}
	for i := range v.d.Names {
		if n := &v.d.Names[i]; n.Touches(r) {
			return n.Range == r
		}
	}
	return true
}

// hull reports whether a name is that of a ship: "INS Mysore", "the Mysore".
func (v *view) hull(r document.Range) bool {
	if r.First == 0 || v.sentence[r.First-1] != v.sentence[r.First] {
		return false
	}
	if v.classes[r.First-1].has(v.lex.bit("hull")) {
		return true
	}
	if r.Len() != 1 || v.lemmas[r.First-1] != "the" || v.topoAt[r.First] < 0 {
		return false
	}
	h := v.headOf(r)
	g := v.head(h)
	level := v.d.Toponyms[v.topoAt[r.First]].Place.Level
	return (level == sayso.LevelTown || level == sayso.LevelSite) && (g < 0 || v.isVerb(g))
}

// adjectival reports whether a place name is used as an adjective, and so says
// who rather than where: "U.S.-led", "Gaza-based", "the Syria government".
func (v *view) adjectival(r document.Range, h int) bool {
	if r.End+1 < len(v.lemmas) && v.d.Word(r.End) == "-" {
		switch v.lemmas[r.End+1] {
		case "lead", "led", "based", "base", "backed", "back", "born", "bear", "flagged", "flag", "owned", "controlled", "control", "held", "hold", "bound":
			return true
		}
	}
	g := v.head(h)
	if g < 0 || v.rel(h) != document.Compound && v.rel(h) != document.Amod && v.rel(h) != document.NmodPoss {
		return false
	}
	switch v.lemmas[g] {
	case "embassy", "consulate", "ambassador", "envoy":
		return true // the United States Embassy in Baghdad is not in the United States
	}
	b := v.lex.bit
	return v.classes[g].touches(maskOf(b("force"), b("army"), b("police"), b("governmental"), b("aircraft"), b("moved")))
}

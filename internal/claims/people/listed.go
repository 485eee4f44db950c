package people

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// listed finds proper names that stand in a list with a person: "Ana Ruiz,
// Jorge Paz and NAME"; and, whatever else they may be, between two: "Ana Ruiz,
// NAME and Jorge Paz".
func (r *reader) listed(have []document.Range) []document.Range {
	var out []document.Range
	for _, h := range have {
		m := document.Range{First: h.End + 1, End: h.End + 1}
		for m.End < len(r.d.Tokens) && m.Len() < 4 && r.nameLike(m.End) {
			m.End++
		}
		if !m.Empty() && r.comma(h.End) && r.comma(m.End) && has(have, m.End+1) && !slices.ContainsFunc(have, m.Touches) && !calendar(r.d.Word(m.First)) {
			out = append(out, m)
		}
		out = append(out, r.leading(h, have)...)
		if m := r.placed(h); !m.Empty() && !slices.ContainsFunc(have, m.Touches) {
			out = append(out, m)
		}
	}
	for i := 0; i < len(r.d.Tokens); i++ {
		h := int(r.d.Arcs[i].Head)
		if r.d.Arcs[i].Rel != document.Conj || h < 0 || !r.proper(i) && !r.unplaced(i) || calendar(r.d.Word(i)) || r.title(i) || r.d.Word(i) == strings.ToUpper(r.d.Word(i)) {
			continue
		}
		m := document.Range{First: i, End: i + 1}
		for m.End < len(r.d.Tokens) && m.Len() < 4 && r.proper(m.End) {
			m.End++
		}
		for m.First > 0 && m.Len() < 4 && r.proper(m.First-1) {
			m.First--
		}
		if has(have, h) && !slices.ContainsFunc(have, m.Touches) && !slices.ContainsFunc(out, m.Touches) {
			out = append(out, m)
		}
	}
	return out
}

// placed is the name behind a person in a list of persons and where they are,
// "NAME in Moscow and NAME in Istanbul"; empty where there is none.
func (r *reader) placed(h document.Range) document.Range {
	i := h.End
	if i >= len(r.d.Tokens) || !linking[r.d.Word(i)] && r.d.Word(i) != "in" {
		return document.Range{}
	}
	link := r.d.Word(i)
	for i++; i < len(r.d.Tokens) && r.nameLike(i); {
		i++
	}
	if !r.comma(i) {
		return document.Range{}
	}
	for r.comma(i) {
		i++
	}
	m := document.Range{First: i, End: i}
	for m.End < len(r.d.Tokens) && m.Len() < 4 && r.nameLike(m.End) && !r.gazetted(m.End) {
		m.End++
	}
	if m.Len() < 2 || m.End >= len(r.d.Tokens) || r.d.Word(m.End) != link || r.thing(m.End-1) {
		return document.Range{}
	}
	return m
}

// unplaced reports whether a token is all of a name that the names stage took for
// a place which no gazetteer knows.
func (r *reader) unplaced(i int) bool {
	return r.nameLike(i) && !r.gazetted(i) && !r.demonym(i) && slices.ContainsFunc(r.d.Names, func(n document.Name) bool {
		return n.Kind == document.NamePlace && n.Len() == 1 && n.Has(i)
	})
}

// leading finds the names in front of the last person of a list that the names
// stage took for places which no gazetteer knows: "NAME, NAME and Jorge Paz".
func (r *reader) leading(h document.Range, have []document.Range) []document.Range {
	var out []document.Range
	at := h.First
	if at < 1 || r.d.Word(at-1) != "and" {
		return nil
	}
	for at > 0 {
		end := at
		for end > 0 && r.comma(end-1) {
			end--
		}
		k := slices.IndexFunc(r.d.Names, func(n document.Name) bool { return n.End == end && end < at })
		if k < 0 {
			break
		}
		n := r.d.Names[k]
		if n.Kind != document.NamePlace || n.Len() < 2 || r.thing(end-1) || r.gazetted(n.First) || r.d.Tags[max(0, n.First-1)].UPOS == document.ADP || slices.ContainsFunc(have, n.Touches) {
			break
		}
		out = append(out, n.Range)
		at = n.First
	}
	return out
}

// gazetted reports whether a token is in a place of the gazetteer; one that
// only has the point of a place named with it is not.
func (r *reader) gazetted(i int) bool {
	return slices.ContainsFunc(r.d.Toponyms, func(t document.Toponym) bool { return t.Has(i) && t.Place.ID != "" })
}

// comma reports whether a token divides a list.
func (r *reader) comma(i int) bool {
	return i < len(r.d.Tokens) && (r.d.Word(i) == "," || r.d.Word(i) == ";" || r.d.Word(i) == "and")
}

func has(list []document.Range, i int) bool {
	return slices.ContainsFunc(list, func(m document.Range) bool { return m.Has(i) })
}

package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// homeOf reports whether a place says where somebody comes from and not where
// something was: "Aadara, 20, from the city of Rafah, was arrested", "a
// 20-year-old man from Rafah".
func (r *reader) homeOf(at document.Range) bool {
	d := r.d
	i := at.First - 1
	for n := 0; n < 4 && i >= 0 && !strings.EqualFold(d.Word(i), "from"); n++ {
		if strings.EqualFold(d.Word(i), "in") { // "from Rafah in the southern Gaza Strip"
			k := slices.IndexFunc(d.Toponyms, func(t document.Toponym) bool { return t.End == i })
			return k >= 0 && r.homeOf(d.Toponyms[k].Range)
		}
		if u := d.Tags[i].UPOS; u != document.DET && u != document.ADJ && u != document.NOUN && u != document.PROPN && !strings.EqualFold(d.Word(i), "of") {
			return false
		}
		i--
	}
	if i < 0 || !strings.EqualFold(d.Word(i), "from") {
		return false
	}
	for i--; i >= 0; i-- {
		switch u := d.Tags[i].UPOS; {
		case u == document.PUNCT || u == document.NUM:
			continue
		case u != document.NOUN && u != document.PROPN:
			return false
		}
		break
	}
	if i < 0 {
		return false
	}
	for k := range d.Actors {
		if m := &d.Actors[k]; m.Has(i) {
			return true
		}
	}
	return false
}

// residence reports whether a place only says where one person lives or was born:
// "a resident of Antioch", "has been living in Leeds". Of several residents more is
// told there, and a source often speaks of home.
func (r *reader) residence(at document.Range) bool {
	d := r.d
	if h := int(d.Arcs[r.headOf(at)].Head); h >= 0 && d.Arcs[r.headOf(at)].Rel == document.Obl {
		switch strings.ToLower(d.Tags[h].Lemma) {
		case "live", "reside":
			return d.Arcs[h].Rel == document.Conj || d.Arcs[h].Rel == document.Root || // what the sentence tells, not whom it tells of
				h > 0 && strings.EqualFold(d.Word(h-1), "now") // but who now lives there was elsewhere then
		}
	}
	i := at.First - 2
	if i < 0 || !strings.EqualFold(d.Word(i+1), "of") || d.Tags[i].XPOS == document.NNS {
		return false
	}
	for x := range d.Actors {
		if m := &d.Actors[x]; m.Actor.Kind == sayso.KindPerson && !m.Actor.Generic && m.Has(i) && d.Tags[i].UPOS == document.PROPN {
			return !r.vouches(document.Range{First: i, End: at.End}) // "Yutaka Iwasaki of Kobe"
		}
	}
	switch strings.ToLower(d.Tags[i].Lemma) {
	case "resident", "native", "citizen", "inhabitant":
		return !r.vouches(document.Range{First: i, End: at.End})
	}
	return false
}

// withoutHomes leaves out places that only say where somebody is from, where the
// sentence of a mention names another.
func (b *builder) withoutHomes(all []site) []site {
	d := b.r.d
	home := func(s site) bool {
		return !slices.ContainsFunc(s.at, func(r document.Range) bool { return !b.r.homeOf(r) })
	}
	beside := func(s site) bool {
		return slices.ContainsFunc(s.at, func(r document.Range) bool {
			return slices.ContainsFunc(b.g.events, func(e int) bool { return d.SentenceOf(d.Events[e].Trigger) == d.SentenceOf(r.First) })
		})
	}
	if !slices.ContainsFunc(all, func(s site) bool { return beside(s) && !home(s) }) {
		return all
	}
	return slices.DeleteFunc(all, home)
}

// notThere reports whether the text says of a place that nothing of the kind
// happened there, and tells of nothing there else: "Protests are not reported in
// Mosul".
func (b *builder) notThere(at []document.Range) bool {
	d := b.r.d
	denied := false
	for i := range d.Events {
		e, f := &d.Events[i], b.r.fact[i]
		not := f != nil && f.Status == sayso.StatusDenied && e.Type == b.g.kind && !b.g.has(i)
		if !not && !b.g.has(i) {
			continue
		}
		for k := range e.Args {
			if a := &e.Args[k]; a.Role == "place" && slices.ContainsFunc(at, a.Touches) {
				if !not {
					return false
				}
				denied = true
			}
		}
	}
	return denied
}

// onlyAhead reports whether a place is named only as where somebody is on the way
// to: "a ship bound for Eilat", "heading to the port of Eilat".
func (r *reader) onlyAhead(at []document.Range) bool {
	return !slices.ContainsFunc(at, func(x document.Range) bool { return !r.ahead(x) })
}

func (r *reader) ahead(at document.Range) bool {
	d := r.d
	for n, i := 0, r.headOf(at); n < 3 && i >= 0; n++ {
		h := int(d.Arcs[i].Head)
		if h < 0 {
			return false
		}
		if d.Arcs[i].Rel != document.Obl && d.Arcs[i].Rel != document.Nmod {
			return false
		}
		switch strings.ToLower(d.Tags[h].Lemma) {
		case "head", "bind", "bound", "sail", "travel", "fly", "flee", "en", "route", "destine", "way":
			return r.preposition(i, "to", "for", "toward", "towards")
		}
		i = h
	}
	return false
}

// oneOfMany reports whether a name is behind an indefinite article, as that of a make
// is and no place's: "got out of a white Nissan Tiida".
func (r *reader) oneOfMany(at document.Range) bool {
	h := r.headOf(at)
	for k := at.First - 1; k >= max(0, at.First-4); k-- {
		if int(r.d.Arcs[k].Head) == h && r.d.Arcs[k].Rel == document.Det {
			return strings.EqualFold(r.d.Word(k), "a") || strings.EqualFold(r.d.Word(k), "an")
		}
		if r.d.Tags[k].UPOS != document.ADJ {
			return false // a camp near Dilling, which the tree may have for one name
		}
	}
	return false
}

// hull reports whether the name of a town stands behind "the" and does something or has
// it done, as a ship of that name does: "the Mysore was deployed".
func (r *reader) hull(at document.Range) bool {
	if at.Len() != 1 || at.First == 0 || !strings.EqualFold(r.d.Word(at.First-1), "the") {
		return false
	}
	a := r.d.Arcs[at.First]
	return (a.Rel == document.Nsubj || a.Rel == document.NsubjPass || a.Rel == document.Obj) && a.Head >= 0 && r.d.Tags[a.Head].UPOS == document.VERB
}

// preposition reports whether one of some words stands as the case of a noun.
func (r *reader) preposition(noun int, words ...string) bool {
	for k := noun - 1; k >= max(0, noun-8); k-- {
		if int(r.d.Arcs[k].Head) == noun && r.d.Arcs[k].Rel == document.Case {
			return slices.Contains(words, strings.ToLower(r.d.Word(k)))
		}
	}
	return false
}

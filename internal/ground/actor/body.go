package actor

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// maxBody is the number of words of the longest description of a body.
const maxBody = 5

// bodies reads organs of states: with a country, "Iraqi army", "Government of
// Iraq", and by themselves, "the military".
func (f *finder) bodies() {
	for h := range f.folded {
		if f.folded[h] == "" || f.at[h] >= 0 || f.taken[h] || f.upos(h) == document.VERB || f.upos(h) == document.ADP {
			continue
		}
		if b, words := f.bodyAt(h); b != nil {
			f.body(h, b, words)
		}
	}
}

// bodyAt is the longest description of a body that is headed by h: it ends at
// h, or begins there and goes on with "of".
func (f *finder) bodyAt(h int) (*lexicon.Body, document.Range) {
	s := f.sentence(h)
	for n := min(maxBody, s.End-h); n > 1; n-- {
		r := document.Range{First: h, End: h + n}
		if f.folded[h+1] == "of" || f.folded[h+1] == "for" {
			if b := f.lex.BodyOf(f.d.Words(r)); b != nil {
				return b, r
			}
		}
	}
	for n := min(maxBody, h+1-s.First); n > 0; n-- {
		r := document.Range{First: h + 1 - n, End: h + 1}
		if n > 1 && f.head(r.First) != h && f.head(r.First) != h-1 {
			continue
		}
		if b := f.lex.BodyOf(f.d.Words(r)); b != nil {
			return b, r
		}
	}
	return nil, document.Range{}
}

func (f *finder) body(h int, b *lexicon.Body, words document.Range) {
	r := f.phrase(h)
	if r.First > words.First || r.End < words.End {
		r.First, r.End = min(r.First, words.First), max(r.End, words.End)
	}
	m := mention{how: byBody, suffix: b.Suffix}
	m.Range, m.Head, m.Plural = r, h, f.plural(h)
	m.Actor.Kind = b.Kind
	if l, ok := f.countryOfBody(words, r); ok && !f.ownName(words, l.Range) {
		m.Actor.Country = sayso.Code(l.country.ISO2)
		m.Actor.ID = lexicon.BodyID(m.Actor.Country, b.Suffix)
		m.Actor.Why = because(m.Actor.ID, "the "+b.Name+" of "+l.country.Name)
		if !nominal(f.rel(h)) {
			m.Range = cover(words, l.Range)
		}
		f.add(m)
		return
	}
	if !nominal(f.rel(h)) || f.lex.BareBody(f.d.Words(words)) == nil || f.qualified(r, words) {
		return
	}
	f.bare(&m, b)
	f.add(m)
}

// countryOfBody is the country that goes with a body's description: in front
// of it, with or without a possessive, or after "of".
func (f *finder) countryOfBody(words, phrase document.Range) (land, bool) {
	best := land{}
	for _, l := range f.lands {
		switch {
		case l.how == lexicon.CountryCapital:
		case phrase.Covers(l.Range) && !words.Touches(l.Range):
			best = l
		case l.End == words.First || l.End+1 == words.First && f.suffixed(l.End):
			best = l
		}
	}
	return best, best.country != nil
}

// ownName reports whether the description lies in the name of an organisation
// that says more than country and body: "Syrian Freedom Army".
func (f *finder) ownName(words, country document.Range) bool {
	n := f.nameAt[words.End-1]
	if n < 0 || f.d.Names[n].Kind != document.NameOrganisation {
		return false
	}
	name := f.d.Names[n].Range
	for i := name.First; i < name.End; i++ {
		if words.Has(i) || country.Has(i) || !capital(f.d.Word(i)) {
			continue
		}
		switch f.folded[i] {
		case "national", "royal", "federal", "arab", "republic", "the", "central", "state", "armed":
		default:
			return true
		}
	}
	return false
}

// qualified reports whether words other than articles and adjectives go with a
// body: "the Hamas government", "Basra police", "US-backed forces".
func (f *finder) qualified(r, words document.Range) bool {
	for i := r.First; i < r.End; i++ {
		if words.Has(i) {
			continue
		}
		if f.upos(i) == document.PROPN || f.taken[i] || f.folded[i] == "of" {
			return true
		}
	}
	return false
}

// bare gives a body without a country that of the last mention of the same
// body that has one, else that of the text.
func (f *finder) bare(m *mention, b *lexicon.Body) {
	m.how, m.Actor.Generic = byContext, true
	for i := len(f.found) - 1; i >= 0; i-- {
		o := &f.found[i]
		if o.Actor.ID != "" && o.First < m.First && strings.HasSuffix(o.Actor.ID, "-"+b.Suffix) {
			m.Actor.Country, m.Actor.ID = o.Actor.Country, o.Actor.ID
			m.Actor.Why = because(o.Actor.ID, "the one named before in the text")
			return
		}
	}
	if c := f.focus(m.First); c != "" {
		m.Actor.Country, m.Actor.ID = c, lexicon.BodyID(c, b.Suffix)
		m.Actor.Why = because(m.Actor.ID, "the "+b.Name+" of the country that the text is about")
		return
	}
	m.Actor.Why = because("", "a body of a state that the text does not tell")
}

func cover(a, b document.Range) document.Range {
	return document.Range{First: min(a.First, b.First), End: max(a.End, b.End)}
}

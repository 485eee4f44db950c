package actor

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// land is a mention of a country.
type land struct {
	document.Range
	country *lexicon.Country
	how     lexicon.CountryWord
	name    string // in full, where the text has a short one: the North
}

// maxLand is the number of words of the longest name of a country.
const maxLand = 8

// countries reads the mentions of countries by the longest match.
func (f *finder) countries() {
	for i := 0; i < len(f.folded); i++ {
		if l, ok := f.landAt(i); ok {
			f.lands = append(f.lands, l)
			if l.how != lexicon.CountryCapital {
				f.counts[sayso.Code(l.country.ISO2)]++
			}
			i = l.End - 1
		}
	}
}

func (f *finder) landAt(i int) (land, bool) {
	if f.folded[i] == "" || !capital(f.d.Word(i)) || f.folded[i] == "the" {
		return land{}, false
	}
	if name := f.d.HalfCountry(i, f.isCountry); name != "" {
		c, how := f.lex.CountryOf(name)
		return land{document.Range{First: i, End: i + 1}, c, how, name}, true
	}
	s := f.sentence(i)
	for n := min(maxLand, s.End-i); n > 0; n-- {
		r := document.Range{First: i, End: i + n}
		if f.folded[r.End-1] == "" || f.rel(r.End-1) == document.Punct || n == 1 && f.commonNoun(i) {
			continue
		}
		if c, how := f.lex.CountryOf(f.d.Words(r)); c != nil && !f.person(r) {
			return land{r, c, how, ""}, true
		}
	}
	return land{}, false
}

// isCountry reports whether words are the name of a country.
func (f *finder) isCountry(name string) bool {
	c, how := f.lex.CountryOf(name)
	return c != nil && how == lexicon.CountryName
}

// commonNoun reports whether what looks like a short name of a country is tagged
// as a common word: the CAR of A CAR BOMB in a text all in capitals.
func (f *finder) commonNoun(i int) bool {
	w := f.d.Word(i)
	return len(w) <= 3 && w == strings.ToUpper(w) && i < len(f.d.Tags) && f.d.Tags[i].UPOS != document.PROPN && f.d.Tags[i].UPOS != document.ADJ && f.d.InCapitals(i)
}

// person reports whether r lies in the name of a person.
func (f *finder) person(r document.Range) bool {
	n := f.nameAt[r.First]
	return n >= 0 && f.d.Names[n].Kind == document.NamePerson
}

// landIn returns the last country mentioned inside r.
func (f *finder) landIn(r document.Range) (land, bool) {
	var out land
	for _, l := range f.lands {
		if r.Covers(l.Range) {
			out = l
		}
	}
	return out, out.country != nil
}

// focus is the country that the words around token i are about: the nearest
// one named before it in its sentence, else the one that the text names most,
// if it is named clearly more than any other.
func (f *finder) focus(i int) sayso.Code {
	s := f.sentence(i)
	best := sayso.Code("")
	for _, l := range f.lands {
		if l.First < i && s.Covers(l.Range) && l.how != lexicon.CountryCapital {
			best = sayso.Code(l.country.ISO2)
		}
	}
	if best != "" {
		return best
	}
	return f.mostNamed()
}

func (f *finder) mostNamed() sayso.Code {
	first, second := 0, 0
	best := sayso.Code("")
	for _, l := range f.lands {
		code := sayso.Code(l.country.ISO2)
		switch n := f.counts[code]; {
		case code == best:
		case n > first:
			best, first, second = code, n, first
		case n > second:
			second = n
		}
	}
	if first >= 2 && 2*first >= 3*second || second == 0 {
		return best
	}
	return ""
}

// states reads countries that act or suffer as such: "Israel said".
func (f *finder) states() {
	for _, l := range f.lands {
		if l.how == lexicon.CountryAdjective && !f.people(l) {
			continue
		}
		h := f.headOf(l.Range)
		if f.taken[h] || f.at[h] >= 0 || !f.acts(h, l.how) {
			continue
		}
		m := mention{how: byCountry, words: l.Range}
		m.Range, m.Head = l.Range, h
		m.Actor.Country, m.Actor.Name = sayso.Code(l.country.ISO2), l.name
		if l.how == lexicon.CountryAdjective {
			m.Plural, m.Actor.Kind, m.Actor.Generic = true, sayso.KindCivilians, true
			m.Actor.Why = because(l.country.Name, "people of a country")
		} else {
			m.Actor.ID, m.Actor.Kind = lexicon.BodyID(m.Actor.Country, "government"), sayso.KindState
			m.Actor.Why = because(l.country.Name, "a country that acts stands for its government")
		}
		f.add(m)
	}
}

// people reports whether an adjective of a country stands for its people: "Syrians", "nine
// Chinese".
func (f *finder) people(l land) bool {
	h := l.End - 1
	return (f.plural(h) || l.First > 0 && f.upos(l.First-1) == document.NUM && f.head(l.First-1) == h) && nominal(f.rel(h))
}

// acts reports whether the name of a country is used as an actor: not under a
// preposition of place, and a capital only where it speaks.
func (f *finder) acts(h int, how lexicon.CountryWord) bool {
	top := h
	for f.rel(top) == document.Conj && f.head(top) >= 0 {
		top = f.head(top)
	}
	rel := f.rel(top)
	if how == lexicon.CountryCapital {
		return rel == document.Nsubj && f.head(top) >= 0 && speech[f.lemma(f.head(top))]
	}
	switch rel {
	case document.Nsubj, document.NsubjPass, document.Obj, document.Iobj, document.OblAgent, document.Root,
		document.NmodPoss, document.Xcomp, document.Vocative, document.Compound:
		return f.caseOf(top) == "" || f.caseOf(top) == "by"
	case document.Obl, document.Nmod:
		return sides[f.caseOf(top)]
	}
	return false
}

// sides are the prepositions under which a country is a party, not a place.
var sides = map[string]bool{"against": true, "with": true, "between": true, "by": true, "for": true, "among": true, "like": true, "alongside": true, "versus": true}

// speech are the verbs whose subject, where it is a capital, is a government.
var speech = map[string]bool{"say": true, "accuse": true, "warn": true, "deny": true, "condemn": true, "announce": true,
	"reject": true, "insist": true, "vow": true, "threaten": true, "agree": true, "urge": true, "demand": true,
	"claim": true, "blame": true, "want": true, "call": true, "recognise": true, "recognize": true, "refuse": true,
	"support": true, "back": true, "pledge": true, "deploy": true, "impose": true}

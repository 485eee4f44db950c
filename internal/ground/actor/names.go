package actor

import (
	"sayso"
	"sayso/internal/document"
)

// names reads the names that no table has: persons, organisations, vessels.
func (f *finder) names() {
	for _, n := range f.d.Names {
		if n.Empty() || n.End > len(f.at) || f.taken[n.First] && prefixes[f.d.Word(n.First)] {
			continue
		}
		switch n.Kind {
		case document.NamePerson:
			f.personName(n.Range)
		case document.NameOrganisation:
			f.organisationName(n.Range)
		case document.NamePlatform:
			f.vesselName(n.Range)
		}
	}
}

func (f *finder) personName(r document.Range) {
	for r.Len() > 1 && f.title(r.First) {
		r.First++
	}
	h := f.headOf(r)
	top := f.topOf(h)
	m := mention{how: byName, words: r}
	m.Head, m.Range = top, r
	if top < r.First {
		m.Range = document.Range{First: top, End: r.End}
	}
	m.Actor.Kind = sayso.KindPerson
	m.Actor.Why = because("", "the name of a person")
	f.office(&m)
	f.add(m)
}

// title reports whether a token is a title in front of a name.
func (f *finder) title(i int) bool {
	switch f.folded[i] {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "prof", "gen", "col", "maj", "capt", "lt", "sgt",
		"spc", "cpl", "pvt", "brig", "cmdr", "adm", "sen", "rep", "gov", "rev", "sheikh", "mullah", "ayatollah", "hon", "he":
		return f.folded[i] != "he" || f.d.Word(i) == "HE"
	}
	n, ok := f.lex.Noun(f.folded[i])
	return ok && n.Official && f.lemma(i) != ""
}

// office reads the country and the office that stand before or beside a name.
func (f *finder) office(m *mention) {
	s := f.sentence(m.Head)
	first := m.First
	for i := m.First - 1; i >= s.First && i >= m.First-maxTitle; i-- {
		if f.upos(i) == document.PUNCT && f.d.Word(i) != "-" || f.upos(i) == document.VERB || f.upos(i) == document.ADP || f.upos(i) == document.CCONJ {
			break
		}
		first = i
		f.official(m, i)
	}
	for i := m.First; i < m.words.First; i++ {
		f.official(m, i)
	}
	for i := m.End; i < s.End && i < m.End+maxTitle; i++ {
		if f.rel(i) == document.Appos && (f.head(i) == m.Head || m.words.Has(f.head(i))) {
			f.official(m, i)
		}
	}
	if l, ok := f.landIn(document.Range{First: first, End: m.End}); ok {
		m.Actor.Country = sayso.Code(l.country.ISO2)
	}
}

// maxTitle is how many tokens around a name may tell its bearer's office.
const maxTitle = 6

func (f *finder) official(m *mention, i int) {
	if n, ok := f.lex.Noun(f.lemma(i)); ok && n.Official {
		m.Official = true
	} else if n, ok := f.lex.Noun(f.folded[i]); ok && n.Official {
		m.Official = true
	}
}

func (f *finder) organisationName(r document.Range) {
	h := f.headOf(r)
	if f.at[h] >= 0 || f.taken[h] {
		return
	}
	m := mention{how: byName, words: r}
	m.Head, m.Range = h, r
	m.Actor.Kind = f.lex.OrgKind(f.folded[h])
	if m.Actor.Kind == sayso.KindUnknown {
		m.Actor.Kind = f.lex.OrgKind(f.folded[r.End-1])
	}
	if l, ok := f.landIn(r); ok {
		m.Actor.Country = sayso.Code(l.country.ISO2)
	}
	m.Plural = f.plural(h)
	m.Actor.Why = because("", "the name of an organisation that the actor table lacks")
	f.add(m)
}

// vessels reads ships by the letters before their names: "INS Mysore",
// "the MV Faina".
func (f *finder) vessels() {
	for i := range f.folded {
		if !prefixes[f.d.Word(i)] || f.taken[i] {
			continue
		}
		s := f.sentence(i)
		end := i + 1
		for end < s.End && end < i+4 && (capital(f.d.Word(end)) || f.upos(end) == document.NUM) && !prefixes[f.d.Word(end)] {
			end++
		}
		if end == i+1 {
			continue
		}
		m := mention{how: byName, words: document.Range{First: i, End: end}}
		m.Range = m.words
		m.Head = f.headOf(m.words)
		m.Actor.Kind = sayso.KindUnknown
		m.Actor.Why = because("", "the name of a ship, by the letters before it")
		if f.add(m) {
			for t := i; t < end; t++ {
				f.taken[t] = true
			}
		}
	}
}

// prefixes stand before the names of ships.
var prefixes = map[string]bool{"INS": true, "MV": true, "M/V": true, "MT": true, "HMS": true, "USS": true, "SS": true, "RV": true, "FV": true,
	"HMAS": true, "HMCS": true, "USNS": true, "RMS": true, "USCGC": true, "BRP": true, "KRI": true, "PNS": true}

// vesselName reads a ship or aircraft with a name of its own: "MV Gibe".
func (f *finder) vesselName(r document.Range) {
	h := f.headOf(r)
	if f.upos(h) != document.PROPN || r.Len() < 2 || !nominal(f.rel(h)) {
		return
	}
	m := mention{how: byName, words: r}
	m.Head, m.Range = h, r
	m.Actor.Kind = sayso.KindUnknown
	m.Actor.Why = because("", "the name of a vessel or an aircraft")
	f.add(m)
}

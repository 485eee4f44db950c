package actor

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// names reads the names that no table has: persons, organisations, vessels.
func (f *finder) names() {
	persons := f.persons()
	for _, n := range f.d.Names {
		if n.Empty() || n.End > len(f.at) || f.taken[n.First] && (prefixes[f.d.Word(n.First)] || n.Kind == document.NamePlatform) {
			continue
		}
		switch {
		case n.Kind == document.NamePerson, n.Kind == document.NameOrganisation && persons[strings.ToLower(f.written(n.Range))]:
			f.personName(f.whole(n.Range))
		case n.Kind == document.NameOrganisation:
			f.organisationName(n.Range)
		case n.Kind == document.NamePlatform:
			f.vesselName(n.Range)
		}
	}
	f.again(persons)
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
		"spc", "cpl", "pvt", "brig", "cmdr", "adm", "sen", "rep", "gov", "rev", "sheikh", "mullah", "ayatollah", "hon", "trooper", "he":
		return f.folded[i] != "he" || f.d.Word(i) == "HE"
	}
	n, ok := f.lex.Noun(f.folded[i])
	return ok && (n.Official || n.Kind == sayso.KindPolice && !n.Plural) && f.lemma(i) != ""
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

// isLand reports whether a name is that of a country alone, which the names
// layer may take for an organisation: "The United States".
func (f *finder) isLand(r document.Range) bool {
	for r.Len() > 1 && article(f.folded[r.First]) {
		r.First++
	}
	for _, l := range f.lands {
		if l.Range == r {
			return l.how != lexicon.CountryAdjective
		}
	}
	return false
}

func (f *finder) organisationName(r document.Range) {
	h := f.headOf(r)
	if f.at[h] >= 0 || f.taken[h] || f.isLand(r) {
		return
	}
	if n, ok := f.folk(h); ok && h == r.End-1 && h > r.First && f.at[h-1] >= 0 {
		f.generic(h, n)
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

// folk is the noun of the table that several armed people are called by, written
// as names are: "Fighters".
func (f *finder) folk(h int) (lexicon.Noun, bool) {
	if !f.plural(h) {
		return lexicon.Noun{}, false
	}
	n, ok := f.lex.Noun(strings.TrimSuffix(f.folded[h], "s"))
	if !ok {
		return n, false
	}
	switch n.Kind {
	case sayso.KindRebel, sayso.KindMilitia, sayso.KindStateForce:
		return n, true
	}
	return n, false
}

// vessels reads ships by the letters or the word before their names: "INS
// Mysore", "the MV Faina", "the supertanker Sirius Star", "Indian Naval Ship
// Sukanya".
func (f *finder) vessels() {
	short := map[string]document.Range{} // the Mysore of the INS Mysore
	for i := range f.folded {
		lettered := prefixes[f.d.Word(i)]
		if f.taken[i] || !lettered && !ships[f.folded[i]] {
			continue
		}
		r := f.shipName(i, lettered)
		if r.Empty() {
			continue
		}
		if lettered && r.Len() > 1 {
			short[f.folded[r.End-1]] = r
		}
		f.ship(r, r, "the name of a ship, by what stands before it")
	}
	for i := range f.folded {
		if r, ok := short[f.folded[i]]; ok && !f.taken[i] && capital(f.d.Word(i)) && (i+1 == len(f.folded) || !capital(f.d.Word(i+1))) && nominal(f.rel(i)) {
			f.ship(document.Range{First: i, End: i + 1}, r, "a ship that the text names with the letters before it")
		}
	}
}

// ship adds a ship named at r, by the words of its full name.
func (f *finder) ship(r, full document.Range, why string) {
	m := mention{how: byName, words: r, sure: true}
	m.Range, m.Head = r, f.headOf(r)
	m.Actor.Kind, m.Actor.Name = sayso.KindUnknown, f.written(full)
	m.Actor.Why = because("", why)
	if f.add(m) {
		for t := r.First; t < r.End; t++ {
			f.taken[t] = true
		}
	}
}

// shipName is the name that begins at letters, or behind a word for a ship,
// which belongs to the name where it is written with a capital.
func (f *finder) shipName(i int, lettered bool) document.Range {
	s := f.sentence(i)
	end := i + 1
	for end < s.End && end < i+4 && !f.taken[end] && f.shipWord(end, lettered) {
		end++
	}
	r := document.Range{First: i + 1, End: end}
	switch {
	case r.Empty():
		return f.quotedShip(i+1, s.End)
	case lettered:
		r.First = i
	case capital(f.d.Word(i)) && i > s.First:
		for r.First = i; r.First > s.First && capital(f.d.Word(r.First-1)) && f.upos(r.First-1) != document.DET; {
			r.First--
		}
	}
	return r
}

// quotedShip is the name of a ship in quotation marks that begin at i: the
// trawler "Ekawat Nava 5".
func (f *finder) quotedShip(i, until int) document.Range {
	if i+1 >= until || !quotes(f.d.Word(i)) {
		return document.Range{}
	}
	for end := i + 1; end < until && end < i+6 && !f.taken[end]; end++ {
		if quotes(f.d.Word(end)) {
			return document.Range{First: i + 1, End: end}
		}
		if !capital(f.d.Word(end)) && f.upos(end) != document.NUM {
			break
		}
	}
	return document.Range{}
}

// quotes reports whether a token is quotation marks.
func quotes(word string) bool {
	switch word {
	case "\"", "'", "`", "``", "''", "“", "”", "‘", "’":
		return true
	}
	return false
}

func (f *finder) shipWord(i int, lettered bool) bool {
	if prefixes[f.d.Word(i)] {
		return false
	}
	return f.upos(i) == document.PROPN && capital(f.d.Word(i)) || lettered && (capital(f.d.Word(i)) || f.upos(i) == document.NUM)
}

// ships are words behind which the name of a ship may stand.
var ships = map[string]bool{"ship": true, "vessel": true, "frigate": true, "destroyer": true, "tanker": true, "supertanker": true, "trawler": true,
	"warship": true, "freighter": true, "corvette": true, "submarine": true, "cruiser": true, "ferry": true, "yacht": true, "dhow": true}

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

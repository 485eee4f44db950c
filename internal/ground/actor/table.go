package actor

import (
	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// table reads the names of the actor table by the longest match.
func (f *finder) table() {
	for i := 0; i < len(f.folded); i++ {
		if f.folded[i] == "" || f.taken[i] || f.upos(i) == document.PRON && f.d.InCapitals(i) {
			continue // WHO, US in a text all in capitals
		}
		if r, names := f.longest(i); len(names) > 0 {
			if f.link(r, names) {
				for t := r.First; t < r.End; t++ {
					f.taken[t] = true
				}
				i = r.End - 1
			}
		}
	}
}

// longest is the longest run of tokens from i that is a name of the table,
// written as the table asks for.
func (f *finder) longest(i int) (document.Range, []lexicon.ActorName) {
	words := f.lex.LongestActor(f.first(i))
	if words == 0 {
		return document.Range{}, nil
	}
	s := f.sentence(i)
	var best document.Range
	var names []lexicon.ActorName
	f.key = f.key[:0]
	for t, n := i, 0; t < s.End && n <= words; t++ {
		if f.folded[t] == "" {
			if t > i && !f.joins(t) {
				break
			}
			continue
		}
		if len(f.key) > 0 && !f.suffixed(t) {
			f.key = append(f.key, ' ')
			n++
		}
		f.key = append(f.key, f.folded[t]...)
		r := document.Range{First: i, End: t + 1}
		if ok := f.allowed(r, f.lex.ActorsByKey(f.key)); len(ok) > 0 {
			best, names = r, ok
		}
	}
	return best, names
}

// first is the first folded word of the name that begins at token i, which may
// be two words in one token: "Al-Qaeda".
func (f *finder) first(i int) string {
	w := f.folded[i]
	for k := 0; k < len(w); k++ {
		if w[k] == ' ' {
			return w[:k]
		}
	}
	if i+1 < len(f.folded) && f.suffixed(i+1) {
		return w + f.folded[i+1]
	}
	return w
}

// suffixed reports whether token t is a possessive that hangs on the word
// before it.
func (f *finder) suffixed(t int) bool {
	return f.folded[t] == "s" && t > 0 && f.d.Tokens[t].Start == f.d.Tokens[t-1].End && f.d.Word(t) != "s"
}

// joins reports whether punctuation may stand inside a name.
func (f *finder) joins(t int) bool {
	switch f.d.Word(t) {
	case "-", "–", "—", "/", "'", "’", "(", ")", "&", ".", "‘":
		return true
	}
	return false
}

// allowed keeps the names that may be written as the words of r are.
func (f *finder) allowed(r document.Range, names []lexicon.ActorName) []lexicon.ActorName {
	keep := 0
	for _, n := range names {
		if f.writes(r, n) {
			keep++
		}
	}
	if keep == len(names) {
		return names
	}
	out := make([]lexicon.ActorName, 0, keep)
	for _, n := range names {
		if f.writes(r, n) {
			out = append(out, n)
		}
	}
	return out
}

func (f *finder) writes(r document.Range, n lexicon.ActorName) bool {
	words := f.d.Words(r)
	switch {
	case n.Acronym:
		return upper(words)
	case n.Article && (r.First == 0 || f.folded[r.First-1] != "the"):
		return false
	case n.Capital && r.Len() == 1:
		return capital(words) && (f.upos(r.First) == document.PROPN || f.nameAt[r.First] >= 0) || mixed(words)
	case n.Capital:
		return f.hasCapital(r)
	}
	return true
}

// mixed reports whether a word has a capital that is not its first letter:
// "al-Qaeda".
func mixed(s string) bool { return len(s) > 1 && !upper(s) && anyUpper(s[1:]) }

func anyUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

func upper(s string) bool {
	some := false
	for i := 0; i < len(s); i++ {
		if s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
		some = some || s[i] >= 'A' && s[i] <= 'Z'
	}
	return some
}

// hasCapital reports whether a word of r that is not the first has a capital,
// or the first has one and is not the beginning of a sentence.
func (f *finder) hasCapital(r document.Range) bool {
	for t := r.First + 1; t < r.End; t++ {
		if anyUpper(f.d.Word(t)) {
			return true
		}
	}
	return capital(f.d.Word(r.First)) && f.nameAt[r.First] >= 0
}

// link reads the words of r as one of names; it reports whether it did.
func (f *finder) link(r document.Range, names []lexicon.ActorName) bool {
	if f.part(r) {
		return false
	}
	a, why := f.choose(r, names)
	if a == nil {
		return false
	}
	m := mention{how: byTable, words: r}
	m.Head = f.headOf(r)
	m.Range = r
	f.identify(&m, a)
	m.Actor.Why = because(a.ID, why)
	m.Plural = f.plural(m.Head)
	return f.add(m)
}

// identify gives a mention the actor's identity.
func (f *finder) identify(m *mention, a *lexicon.Actor) {
	m.Actor.ID, m.Actor.Kind, m.Actor.Country = a.ID, a.Kind, a.Country
}

// part reports whether r is only a part of a longer name that means somebody
// else: "Times" in "Times Square", a surname.
func (f *finder) part(r document.Range) bool {
	n := f.nameAt[r.First]
	if n < 0 || f.nameAt[r.End-1] != n {
		return false
	}
	name := f.d.Names[n]
	if name.Len() <= r.Len() {
		return name.Kind == document.NamePerson && r.Len() == 1 && !upper(f.d.Words(r))
	}
	switch name.Kind {
	case document.NamePerson, document.NamePlace:
		return true
	case document.NameOrganisation:
		if _, ok := f.folk(name.End - 1); ok && r.End == name.End-1 {
			return false // "Hamas Fighters", in a headline
		}
		return r.End != name.End && f.headOf(name.Range) >= r.End
	}
	return false
}

// choose picks the actor among those that a name can mean.
func (f *finder) choose(r document.Range, names []lexicon.ActorName) (*lexicon.Actor, string) {
	var best *lexicon.Actor
	top, tied := -100, false
	for _, n := range names {
		s := f.fits(r, n.Actor)
		if n.Actor.Kind == sayso.KindOutlet && len(names) > 1 && f.homeless(names) {
			s++ // AFP, where nothing is said of the Philippines
		}
		switch {
		case s > top:
			best, top, tied = n.Actor, s, false
		case s == top:
			tied = true
		}
	}
	switch {
	case top < 0 || len(f.d.Words(r)) <= 2 && top == 0 && !f.organisation(r):
		return nil, ""
	case len(names) == 1:
		return best, "a name in the actor table"
	case tied:
		return best, "the first of several actors of that name; nothing in the text tells them apart"
	}
	return best, "of several actors of that name the one that fits country, years and full name"
}

// homeless reports whether none of the states is named whose bodies a name can mean.
func (f *finder) homeless(names []lexicon.ActorName) bool {
	for _, n := range names {
		if n.Actor.Kind != sayso.KindOutlet && (n.Actor.Country == "" || f.counts[n.Actor.Country] > 0) {
			return false
		}
	}
	return true
}

func (f *finder) organisation(r document.Range) bool {
	n := f.nameAt[r.First]
	return n >= 0 && f.d.Names[n].Kind == document.NameOrganisation
}

// fits scores how well an actor fits the text.
func (f *finder) fits(r document.Range, a *lexicon.Actor) int {
	score := 0
	if !a.ActiveIn(f.year) {
		score--
		if f.year != 0 && a.From > f.year+1 {
			score -= 10
		}
	}
	if n := f.counts[a.Country]; a.Country != "" && n > 0 {
		score += 2
		if a.Country == f.focus(r.First) {
			score++
		}
	}
	if f.spelledOut(r, a) {
		score += 4
	}
	if a.Kind == sayso.KindOutlet && f.cited(r) {
		score += 3
	}
	return score
}

// spelledOut reports whether the entity of the name at r is elsewhere called
// by another name of the actor.
func (f *finder) spelledOut(r document.Range, a *lexicon.Actor) bool {
	e := f.entity[f.headOf(r)]
	if e < 0 {
		return false
	}
	name := f.d.Entities[e].Name
	if name.Empty() || name == r {
		return false
	}
	key := lexicon.Fold(f.d.Words(name))
	if key == lexicon.Fold(f.d.Words(r)) {
		return false
	}
	for _, n := range f.lex.ActorsByKey([]byte(key)) {
		if n.Actor == a {
			return true
		}
	}
	return false
}

// cited reports whether r is the subject of a verb of reporting, stands after
// "according to" or "told", in brackets before a dash, as in a dateline, or is called an
// agency.
func (f *finder) cited(r document.Range) bool {
	if r.First > 0 && r.End+1 < len(f.folded) && f.d.Word(r.First-1) == "(" && f.d.Word(r.End) == ")" {
		if w := f.d.Word(r.End + 1); w == "-" || w == "–" || w == "—" || w == "--" {
			return true
		}
	}
	if r.First > 0 && f.folded[r.First-1] == "agency" {
		return true
	}
	h := f.headOf(r)
	g := f.head(h)
	if g < 0 {
		return false
	}
	switch f.lemma(g) {
	case "report", "say", "tell", "quote", "cite", "publish", "interview", "write":
		return true
	}
	return f.caseOf(h) == "to" && f.folded[max(h-2, 0)] == "according"
}

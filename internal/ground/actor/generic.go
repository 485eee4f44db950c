package actor

import (
	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// generics reads descriptions of people and of things that suffer.
func (f *finder) generics() {
	for h := range f.folded {
		if f.folded[h] == "" || f.at[h] >= 0 || f.taken[h] || !f.noun(h) || !nominal(f.rel(h)) {
			continue
		}
		n, ok := f.nounAt(h)
		if !ok || n.Thing && !f.suffers(h) {
			continue
		}
		f.generic(h, n)
	}
}

// noun reports whether token h can be the head of a description.
func (f *finder) noun(h int) bool {
	switch f.upos(h) {
	case document.NOUN:
		return true
	case document.PROPN:
		return f.nameAt[h] < 0
	case document.ADJ:
		return f.plural(h)
	}
	return false
}

// nounAt is the noun of the table that h heads, two words before one.
func (f *finder) nounAt(h int) (lexicon.Noun, bool) {
	lemma := f.lemma(h)
	if h > 0 && f.head(h-1) == h && f.folded[h-1] != "" {
		if n, ok := f.lex.Noun(f.folded[h-1] + " " + lemma); ok {
			return n, true
		}
	}
	if n, ok := f.lex.Noun(lemma); ok {
		return n, true
	}
	return f.lex.Noun(f.folded[h])
}

// suffers reports whether a thing is where what suffers stands.
func (f *finder) suffers(h int) bool {
	top := h
	for f.rel(top) == document.Conj && f.head(top) >= 0 {
		top = f.head(top)
	}
	switch f.rel(top) {
	case document.Obj, document.NsubjPass:
		return true
	case document.Obl, document.Nmod:
		switch f.caseOf(top) {
		case "on", "against", "of":
			return true
		}
	}
	return false
}

func (f *finder) generic(h int, n lexicon.Noun) {
	m := mention{how: byNoun}
	m.Head, m.Range = h, f.phrase(h)
	m.Plural = n.Plural || f.plural(h)
	m.Official = n.Official
	m.Actor.Kind, m.Actor.Generic = n.Kind, true
	if l, ok := f.landIn(m.Range); ok {
		m.Actor.Country = sayso.Code(l.country.ISO2)
	}
	m.Actor.Why = because("", "a description: "+n.Word)
	if k := f.led(h, n); k != "" {
		m.Actor.Kind = k
	}
	f.member(&m, n)
	f.add(m)
}

// led is the kind of those whom somebody leads who is described by the noun before
// the head, or "": a "rebel commander" is no officer of the state, a "clan leader" and
// a "gang boss" hold no office of it.
func (f *finder) led(h int, n lexicon.Noun) sayso.ActorKind {
	switch n.Word {
	case "commander", "leader", "chief", "boss", "chieftain":
	default:
		return ""
	}
	if h == 0 || f.head(h-1) != h {
		return ""
	}
	led, ok := f.lex.Noun(f.lemma(h - 1))
	if !ok {
		return ""
	}
	switch led.Kind {
	case sayso.KindRebel, sayso.KindMilitia, sayso.KindCriminal, sayso.KindCommunal:
		return led.Kind
	}
	return ""
}

// member links a description that names its group: "Hamas fighters".
func (f *finder) member(m *mention, n lexicon.Noun) {
	switch n.Kind {
	case sayso.KindRebel, sayso.KindMilitia, sayso.KindStateForce:
	case sayso.KindUnknown, sayso.KindCivilians:
		if !belongs[n.Word] {
			return
		}
	default:
		return
	}
	for i := max(0, m.First-bracketed(f.d, m.First)); i < m.End; i++ {
		if i == m.Head || f.at[i] < 0 {
			continue
		}
		o := &f.found[f.at[i]]
		if o.Actor.ID == "" || o.how > byBody || o.how == byCountry || o.Actor.Kind == sayso.KindOutlet {
			continue
		}
		m.how, m.Actor.Generic = byMember, false
		m.Actor.ID, m.Actor.Kind, m.Actor.Country = o.Actor.ID, o.Actor.Kind, o.Actor.Country
		m.Actor.Why = because(o.Actor.ID, "people of a group that is named")
		return
	}
}

// bracketed is how many tokens before a place the name is that a short form in brackets
// stands for right before it: "Workers Party (WP) │militants"; 0 for none.
func bracketed(d *document.Document, i int) int {
	if i > 3 && d.Word(i-1) == ")" && d.Word(i-3) == "(" {
		return 4
	}
	return 0
}

// belongs are words for people who, with a group's name, stand for the group.
var belongs = map[string]bool{"member": true, "gunman": true, "terrorist": true, "supporter": true, "bomber": true, "suicide bomber": true, "group": true, "cell": true, "network": true}

// ages reads people who are named by their age alone: "a 19-year-old".
func (f *finder) ages() {
	for h := range f.folded {
		if f.folded[h] != "old" || f.at[h] >= 0 || !nominal(f.rel(h)) || h < 2 {
			continue
		}
		r := document.Range{First: h, End: h + 1}
		for r.First > 0 && h-r.First < 5 && (f.folded[r.First-1] == "" && f.d.Word(r.First-1) == "-" || f.folded[r.First-1] == "year" || f.folded[r.First-1] == "month" || f.upos(r.First-1) == document.NUM) {
			r.First--
		}
		if r.Len() < 3 {
			continue
		}
		m := mention{how: byNoun}
		m.Head, m.Range = h, r
		m.Actor.Kind, m.Actor.Generic = sayso.KindCivilians, true
		m.Actor.Why = because("", "a description by age")
		f.add(m)
	}
}

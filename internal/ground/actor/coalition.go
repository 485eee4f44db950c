package actor

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// coalitions reads "the coalition" by itself as the one that the text names:
// "the US-led coalition … coalition aircraft"; where it names none, "the
// Coalition" is the one whose name says that it stands against somebody whom
// the text names, "the anti-ISIS coalition". Of several none is chosen.
func (f *finder) coalitions() {
	var bare []int
	for i := range f.folded {
		if f.folded[i] == "coalition" && f.at[i] < 0 && !f.taken[i] && f.bareCoalition(i) {
			bare = append(bare, i)
		}
	}
	if len(bare) == 0 {
		return
	}
	named, several := f.namedCoalition()
	if several {
		return
	}
	why, proper := "the coalition that the text names", false
	if named == nil {
		named, why, proper = f.coalitionAgainst(), "the coalition against somebody whom the text names", true
	}
	for _, i := range bare {
		if named == nil || proper && !capital(f.d.Word(i)) {
			continue
		}
		m := mention{how: byContext, words: document.Range{First: i, End: i + 1}}
		m.Range, m.Head = m.words, i
		f.identify(&m, named)
		m.Actor.Generic = !capital(f.d.Word(i))
		m.Actor.Why = because(named.ID, why)
		f.add(m)
	}
}

// namedCoalition is the only coalition that the text names in full.
func (f *finder) namedCoalition() (only *lexicon.Actor, several bool) {
	for i := range f.found {
		m := &f.found[i]
		if m.how != byTable || m.words.Len() == 1 || !strings.Contains(lexicon.Fold(f.d.Words(m.words)), "coalition") {
			continue
		}
		a := f.lex.Actor(m.Actor.ID)
		if only != nil && only != a {
			return nil, true
		}
		only = a
	}
	return only, false
}

// coalitionAgainst is the only coalition of the table that has, in one of its
// names, that of an actor whom the text names.
func (f *finder) coalitionAgainst() *lexicon.Actor {
	named := map[string]bool{}
	for i := range f.found {
		if f.found[i].how == byTable {
			named[f.found[i].Actor.ID] = true
		}
	}
	var only *lexicon.Actor
	for i := range f.lex.Actors {
		a := &f.lex.Actors[i]
		if !f.against(a, named) || !a.ActiveIn(f.year) {
			continue
		}
		if only != nil {
			return nil
		}
		only = a
	}
	return only
}

// against reports whether a name of a coalition holds the name of a named actor.
func (f *finder) against(a *lexicon.Actor, named map[string]bool) bool {
	for _, n := range append([]string{a.Name}, a.Aliases...) {
		key := lexicon.Fold(n)
		if !strings.Contains(key, "coalition") {
			continue
		}
		for w := range strings.FieldsSeq(key) {
			for _, x := range f.lex.ActorsByKey([]byte(w)) {
				if x.Actor != a && named[x.Actor.ID] {
					return true
				}
			}
		}
	}
	return false
}

// bareCoalition reports whether nothing but an article or an adjective that
// names nobody stands before the word, and no "of" behind it.
func (f *finder) bareCoalition(i int) bool {
	if i+1 < len(f.folded) && f.folded[i+1] == "of" {
		return false
	}
	if i == 0 {
		return true
	}
	switch f.upos(i - 1) {
	case document.PROPN, document.NOUN:
		return false
	case document.ADJ:
		return f.folded[i-1] == "international" || f.folded[i-1] == "global"
	}
	return f.d.Word(i-1) != "-"
}

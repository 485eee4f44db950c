package people

import (
	"slices"
	"strconv"
	"strings"

	"sayso/internal/document"
)

// unseen finds proper names that the names stage left out, or took for a place
// or a body, and that stand where persons do. It is the net under the names
// stage: where it is unsure, a name is one of a person.
func (r *reader) unseen(have []document.Range) []document.Range {
	var out []document.Range
	for i := 0; i < len(r.d.Tokens); i++ {
		if !r.nameLike(i) || r.title(i) || calendar(r.d.Word(i)) {
			continue
		}
		m := document.Range{First: i, End: i + 1}
		for m.End < len(r.d.Tokens) && m.Len() < 5 && (r.nameLike(m.End) || r.d.Word(m.End) == "-" && m.End+1 < len(r.d.Tokens)) {
			if r.d.Word(m.End) == "-" {
				m.End++
			}
			m.End++
		}
		i = m.End - 1
		other := r.ofOther(m)
		if m.End > len(r.d.Tokens) || slices.ContainsFunc(have, m.Touches) || r.d.Word(m.First) == strings.ToUpper(r.d.Word(m.First)) {
			continue
		}
		if r.surely(m) || // in "Valeska Paris" a place is only a part
			!other && r.personal(m) || m.Len() > 1 && r.proper(m.First) && r.personal(m) {
			out = append(out, m)
		}
	}
	return append(out, r.listed(append(slices.Clone(have), out...))...)
}

// nameLike reports whether a token is a capitalised proper name of anything.
func (r *reader) nameLike(i int) bool {
	return r.d.Tags[i].UPOS == document.PROPN && capital(r.d.Word(i)) && len(r.d.Word(i)) > 1
}

// ofOther reports whether a word of a name is another name's.
func (r *reader) ofOther(m document.Range) bool {
	for i := m.First; i < m.End; i++ {
		if r.d.Word(i) != "-" && !r.proper(i) {
			return true
		}
	}
	return false
}

// surely reports whether a name stands where only persons do, whatever the
// names stage took it for: behind Mr, an age, "16-year-old NAME", or a relative,
// "his wife NAME"; before an age, "who" or a relative of its own, "NAME's widow".
func (r *reader) surely(m document.Range) bool {
	sent := r.sentence(m.First)
	if m.First > sent.First {
		before := m.First - 1
		if r.d.Word(before) == "." && before > sent.First {
			before--
		}
		w := strings.ToLower(r.d.Word(before))
		if addressed[w] {
			return true
		}
		if (w == "old" && r.d.Word(before-1) == "-" || strings.HasSuffix(w, "-year-old")) && (m.End >= sent.End || r.d.Tags[m.End].UPOS != document.NOUN) {
			return true
		}
		if r.d.Word(before) == "," && before > sent.First { // "two daughters, NAME and NAME"
			before--
		}
		if c, ok := r.t.words[strings.ToLower(r.d.Tags[before].Lemma)]; ok && c.class == kin && r.d.Tags[before].UPOS == document.NOUN {
			return true
		}
	}
	if m.End+1 >= sent.End || m.First > sent.First && r.d.Tags[m.First-1].UPOS == document.ADP {
		return false
	}
	switch w, next := r.d.Word(m.End), r.d.Word(m.End+1); {
	case w == "," && (next == "who" || next == "whose" || next == "whom"), w == "who":
		return true
	case w == "'s" || w == "’s":
		c, ok := r.t.words[strings.ToLower(r.d.Tags[m.End+1].Lemma)]
		return ok && c.class == kin
	case w == "," || w == "(":
		age, err := strconv.Atoi(next)
		return err == nil && age > 0 && age < 111 && m.End+2 < sent.End && strings.Contains(",.;)", r.d.Word(m.End+2)) && m.Len() > 1
	}
	return false
}

// addressed are titles of persons alone.
var addressed = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "mme": true, "madame": true, "monsieur": true, "dr": true, "sir": true, "lady": true, "prof": true}

// takers are verbs whose subject, active or passive, is a person more often
// than not.
var takers = map[string]bool{"say": true, "tell": true, "arrest": true, "charge": true, "accuse": true, "convict": true, "kill": true, "injure": true,
	"sentence": true, "identify": true, "name": true, "die": true, "shoot": true, "stab": true, "testify": true, "detain": true, "jail": true,
	"wound": true, "weep": true, "plead": true, "confess": true, "marry": true, "bury": true, "drown": true, "abduct": true, "kidnap": true, "hospitalize": true,
	"hospitalise": true, "behead": true, "rape": true, "murder": true, "torture": true, "beat": true, "flee": true, "survive": true, "recall": true, "add": true,
	"write": true, "tweet": true, "graduate": true, "born": true, "bear": true, "collapse": true, "pronounce": true, "interview": true, "describe": true, "explain": true}

// personal reports whether a name that is nothing else's stands where persons
// do: behind a word for one, "driver NAME", or its naming, "a man named NAME";
// before an apposition with one, "NAME, the mayor of"; or with a verb that takes
// persons.
func (r *reader) personal(m document.Range) bool {
	sent := r.sentence(m.First)
	if m.First > sent.First {
		before := m.First - 1
		if r.d.Word(before) == "," && before > sent.First && m.Len() > 1 { // "the other witness, NAME"
			before--
		}
		w, ok := r.t.words[strings.ToLower(r.d.Tags[before].Lemma)]
		if ok && r.d.Tags[before].UPOS == document.NOUN && w.class != kin || r.named(m.First-1, sent.First) {
			return true
		}
	}
	if m.End+1 < sent.End && r.d.Word(m.End) == "," {
		words, at := r.glued(r.until(m.End+1, sent))
		for i := range words {
			if n, _ := r.cueAt(words, at, i); n > 0 && i < 5 && m.Len() > 1 {
				return true
			}
		}
	}
	for i := m.First; i < m.End; i++ {
		h := int(r.d.Arcs[i].Head)
		rel := r.d.Arcs[i].Rel
		if h < 0 || m.Has(h) {
			continue
		}
		l := strings.ToLower(r.d.Tags[h].Lemma)
		if (rel == document.Nsubj || rel == document.NsubjPass) && takers[l] || rel == document.Obj && harms[l] && l != "attack" && l != "hit" && l != "strike" {
			return true
		}
	}
	return false
}

// named reports whether token i is the last of "named", "identified as",
// "known only as" behind a word for a person.
func (r *reader) named(i, first int) bool {
	switch strings.ToLower(r.d.Word(i)) {
	case "named", "called", "nicknamed":
	case "as":
		for i > first && r.d.Word(i) != "identified" && r.d.Word(i) != "named" && r.d.Word(i) != "known" {
			if i--; r.d.Tags[i].UPOS != document.ADV && r.d.Tags[i].UPOS != document.VERB {
				return false
			}
		}
		if r.d.Word(i) == "identified" {
			return true
		}
	default:
		return false
	}
	for k := i - 1; k >= first && k >= i-4; k-- {
		if _, ok := r.t.words[strings.ToLower(r.d.Tags[k].Lemma)]; ok {
			return true
		}
	}
	return false
}

// listed finds proper names that stand in a list with a person: "Ana Ruiz,
// Jorge Paz and NAME".
func (r *reader) listed(have []document.Range) []document.Range {
	var out []document.Range
	for i := 0; i < len(r.d.Tokens); i++ {
		h := int(r.d.Arcs[i].Head)
		if r.d.Arcs[i].Rel != document.Conj || h < 0 || !r.proper(i) || calendar(r.d.Word(i)) || r.d.Word(i) == strings.ToUpper(r.d.Word(i)) {
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

func has(list []document.Range, i int) bool {
	return slices.ContainsFunc(list, func(m document.Range) bool { return m.Has(i) })
}

// aged finds runs of two to four capitalised words with an age behind them:
// "Ana Ruiz, 34,", where the names stage saw none.
func (r *reader) aged(have []document.Range) []document.Range {
	var out []document.Range
	for i := 2; i+1 < len(r.d.Tokens); i++ {
		n, err := strconv.Atoi(r.d.Word(i + 1))
		if r.d.Word(i) != "," || err != nil || n < 1 || n > 110 || i+2 < len(r.d.Tokens) && !strings.Contains(",.;andwho", r.d.Word(i+2)) {
			continue
		}
		m := document.Range{First: i, End: i}
		for m.First > 0 && i-m.First < 4 && r.d.Tags[m.First-1].UPOS == document.PROPN && capital(r.d.Word(m.First-1)) {
			m.First--
		}
		m = r.bare(m)
		if m.Len() > 1 && !slices.ContainsFunc(have, m.Touches) && !calendar(r.d.Word(i-1)) {
			out = append(out, m)
		}
	}
	return out
}

// calendar reports whether a word is a month or a day of the week.
func calendar(w string) bool {
	switch w {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

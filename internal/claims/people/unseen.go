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
		for m.End < len(r.d.Tokens) && m.Len() < 5 && (r.nameLike(m.End) || r.glue(m.End)) {
			if !r.nameLike(m.End) {
				m.End++
			}
			m.End++
		}
		i = m.End - 1
		other := r.ofOther(m)
		if m.End > len(r.d.Tokens) || slices.ContainsFunc(have, m.Touches) || r.d.Word(m.First) == strings.ToUpper(r.d.Word(m.First)) {
			continue
		}
		if r.surely(m) || m.First > 1 && (r.d.Word(m.First-1) == "/" || r.d.Word(m.First-1) == "[") && has(have, m.First-2) || // in "Valeska Paris" a place is only a part
			r.titled(m) || !other && r.personal(m) || m.Len() > 1 && r.proper(m.First) && r.personal(m) {
			out = append(out, r.whole(m))
		}
	}
	out = append(out, r.aliases(have)...)
	return append(out, r.listed(append(slices.Clone(have), out...))...)
}

// titled reports whether a name stands behind a title that the names stage took
// for a part of a body's name: "Royal Society Research Fellow Martin How".
func (r *reader) titled(m document.Range) bool {
	at := m.First - 1
	if at < 1 || !capital(r.d.Word(at)) || !r.title(at) || !r.inAny(at) || !r.inAny(at-1) || r.thing(m.End-1) || m.End < len(r.d.Tokens) && r.thing(m.End) {
		return false
	}
	for i := m.First; i < m.End; i++ {
		if r.located(i) {
			return false
		}
	}
	return true
}

// aliases finds what else a person is called: "NAME, known as Lucky", whatever
// the tags say of the word.
func (r *reader) aliases(have []document.Range) []document.Range {
	var out []document.Range
	for _, h := range have {
		sent := r.sentence(h.First)
		i := h.End
		for i < sent.End && i < h.End+3 && (r.d.Word(i) == "," || r.d.Word(i) == "(" || r.d.Tags[i].UPOS == document.ADV) {
			i++
		}
		if i+1 >= sent.End || !calls[strings.ToLower(r.d.Word(i))] {
			continue
		}
		for i++; i+1 < sent.End && (r.d.Word(i) == "as" || r.d.Tags[i].UPOS == document.ADV || quotes[r.d.Word(i)]); {
			i++
		}
		m := document.Range{First: i, End: i}
		for m.End < sent.End && m.Len() < 3 && capital(r.d.Word(m.End)) {
			m.End++
		}
		if !m.Empty() && !slices.ContainsFunc(have, m.Touches) && !slices.ContainsFunc(out, m.Touches) {
			out = append(out, m)
		}
	}
	return out
}

var calls = set("known nicknamed alias aka dubbed called")

// glue reports whether a token keeps the words of a name together: the hyphen of
// "Mir-Mohammadi", an initial.
func (r *reader) glue(i int) bool {
	return i+1 < len(r.d.Tokens) && (r.d.Word(i) == "-" || r.initial(i) && r.nameLike(i+1))
}

// initial reports whether a token is an initial, "J." or "J"; "A" and "I" are
// other words.
func (r *reader) initial(i int) bool {
	w := r.d.Word(i)
	return capital(w) && (len(w) == 2 && w[1] == '.' || len(w) == 1 && w != "A" && w != "I")
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
		if r.d.Word(before) == "," && before > sent.First { // "two daughters, NAME and NAME", "three Samoans, NAME"
			before--
			if r.demonym(before) && plural(r, before) && m.Len() > 1 {
				return true
			}
		}
		if r.relative(before) {
			return true
		}
	}
	if r.initialled(m) && !r.thing(m.End-1) {
		return true
	}
	if m.End+1 >= sent.End {
		return false
	}
	w, next := r.d.Word(m.End), r.d.Word(m.End+1)
	if w == "et" && strings.Trim(next, ".") == "al" {
		return true
	}
	behind := m.First > sent.First && r.d.Tags[m.First-1].UPOS == document.ADP // a preposition, as places do
	if w == "who" || w == "," && (next == "who" || next == "whose" || next == "whom") {
		return !behind || m.Len() > 1 && !r.ofOther(m)
	}
	switch {
	case behind:
		return false
	case w == "'s" || w == "’s":
		c, ok := r.t.words[strings.ToLower(r.d.Tags[m.End+1].Lemma)]
		return ok && c.class == kin
	case w == "," || w == "(":
		age, err := strconv.Atoi(next)
		return err == nil && age > 0 && age < 111 && m.End+2 < sent.End && strings.Contains(",.;)", r.d.Word(m.End+2)) && m.Len() > 1
	}
	return false
}

// initialled reports whether a name has an initial inside, "Carol J. Gray": what
// is named so is a person, or after one.
func (r *reader) initialled(m document.Range) bool {
	for i := m.First + 1; i < m.End-1; i++ {
		if r.initial(i) && len(r.d.Word(i-1)) > 2 && len(r.d.Word(m.End-1)) > 2 {
			return true
		}
	}
	return false
}

// addressed are titles of persons alone.
var addressed = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "mme": true, "madame": true, "monsieur": true, "dr": true, "sir": true, "lady": true, "prof": true}

// takers are verbs whose subject, active or passive, is a person more often
// than not.
var takers = set(`say tell arrest charge accuse convict kill injure sentence identify name die shoot stab testify detain jail wound weep plead
	confess marry bury drown abduct kidnap hospitalize hospitalise behead rape murder torture beat flee survive recall add write tweet graduate
	born bear collapse pronounce interview describe explain demonstrate want think believe hope live work study learn retire love feel know argue
	note remark comment respond reply ask agree disagree admit deny insist visit arrive speak talk meet sit stand walk drive ride sing smile
	laugh cry suffer serve attend joke wonder remember forget promise apologise apologize surrender resign confirm clarify`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// personal reports whether a name that is nothing else's stands where persons
// do: behind a word for one, "driver NAME", or its naming, "a man named NAME";
// before an apposition with one, "NAME, the mayor of", "NAME (one of its
// developers)"; or with a verb that takes
// persons.
func (r *reader) personal(m document.Range) bool {
	sent := r.sentence(m.First)
	if m.First > sent.First {
		before := m.First - 1
		if r.d.Word(before) == "," && before > sent.First && m.Len() > 1 { // "the other witness, NAME"
			before--
		}
		if quotes[r.d.Word(before)] && before > sent.First && r.named(before-1, sent.First) { // "nicknamed 'Mooks'"
			return true
		}
		w, ok := r.t.words[strings.ToLower(r.d.Tags[before].Lemma)]
		if strings.EqualFold(r.d.Word(before), "one") && r.nameLike(m.First) || ok && r.d.Tags[before].UPOS == document.NOUN && w.class != kin || r.named(m.First-1, sent.First) || m.Len() > 1 && r.agent(before) {
			return true
		}
	}
	if open := m.End < sent.End && r.d.Word(m.End) == "("; m.End+1 < sent.End && (open || r.d.Word(m.End) == "," && m.Len() > 1) {
		words, at := r.glued(r.until(m.End+1, sent))
		for i := range words {
			if n, _ := r.cueAt(words, at, i); i < 5 && (n > 0 || open && r.agent(at[i])) {
				return true
			}
		}
	}
	if m.Len() == 1 && plural(r, m.First) {
		return false
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

// agent reports whether a token is a noun for somebody by its ending:
// "horticulturist NAME", "fisherman NAME".
func (r *reader) agent(i int) bool {
	if r.d.Tags[i].UPOS != document.NOUN || capital(r.d.Word(i)) {
		return false
	}
	l := strings.ToLower(r.d.Tags[i].Lemma)
	for _, end := range []string{"ist", "ician", "man", "woman", "author", "keeper", "player", "worker", "leader", "writer", "maker", "owner"} {
		if strings.HasSuffix(l, end) && len(l) > len(end)+1 || l == end {
			return true
		}
	}
	return false
}

var quotes = map[string]bool{"\"": true, "'": true, "“": true, "‘": true, "”": true, "’": true, "''": true, "``": true}

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

// aged finds runs of two to four capitalised words with an age behind them:
// "Ana Ruiz, 34,", where the names stage saw none.
func (r *reader) aged(have []document.Range) []document.Range {
	var out []document.Range
	for i := 2; i+1 < len(r.d.Tokens); i++ {
		at := i + 1
		bare := i+2 < len(r.d.Tokens) && r.d.Word(i) != "," && r.d.Word(i+1) == "," && (r.d.Word(i+2) == "of" || r.d.Word(i+2) == "from")
		if bare { // "Ana Ruiz 34, of Leeds"
			at = i
		}
		n, err := strconv.Atoi(r.d.Word(at))
		if r.d.Word(i) != "," && !bare || err != nil || n < 1 || n > 110 || at+1 < len(r.d.Tokens) && !strings.Contains(",.;andwho", r.d.Word(at+1)) {
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

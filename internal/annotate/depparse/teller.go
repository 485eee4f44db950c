package depparse

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// teller gives a verb of saying that ends its sentence or clause the words between
// the last comma and it for its subject, where the network hangs them from what was
// told or parts them: "… abducted 45 pupils and three teachers, police and residents
// said", "… a house in Kharkiv, the governor said on Monday", "… shot five people, a
// rights group and a doctor said, but the ministry denied it". What was told is then
// the verb's.
func teller(d *document.Document, s document.Range) {
	for e := s.First + 3; e < s.End; e++ {
		if t := d.Tags[e]; t.UPOS == document.VERB && (t.XPOS == document.VBD || t.XPOS == document.VBZ || t.XPOS == document.VBP || t.XPOS == document.VBN && t.Lemma == "tell" && d.Tags[e-1].UPOS != document.AUX) &&
			(telling[strings.ToLower(t.Lemma)] && saidThere(d, s, e, e+1) || t.Lemma == "tell" && heardBy(d, s, e) > e+1 && saidThere(d, s, e, heardBy(d, s, e))) {
			tells(d, s, e)
			twoSubjects(d, s, e)
			toldVerb(d, s, e)
		} else if t.UPOS == document.VERB && t.Lemma == "say" && (t.XPOS == document.VBZ || t.XPOS == document.VBD) {
			inverted(d, s, e)
		}
	}
}

// tells makes the words before verb e its subject.
func tells(d *document.Document, s document.Range, e int) {
	np := phraseBefore(d, s, e)
	if np.Empty() || d.Tags[np.First].UPOS == document.CCONJ {
		return
	}
	tops := topsOf(d, np)
	if len(tops) == 0 {
		return
	}
	if u := d.Tags[tops[0]].UPOS; u != document.NOUN && u != document.PROPN && u != document.PRON {
		return
	}
	root := rootBefore(d, s, np.First)
	who := subjectOf(d, s, e)
	if v := soleVerb(d, s, e, who); who >= 0 && who < np.First && v >= 0 {
		d.Arcs[v] = document.Arc{Head: int32(e), Rel: document.Ccomp}
		d.Arcs[who] = document.Arc{Head: int32(v), Rel: document.Nsubj}
		counted(d, s, v)
		who = -1
	}
	if who >= 0 && !(np.Has(who) && (who > np.First && behindCase(d, s, who) || len(tops) > 1 && coordinated(d, np))) {
		if np.Has(who) && root >= 0 && int(d.Arcs[e].Head) == root && !ended(d, s, e) {
			lead(d, s, e, root)
		}
		return
	}
	if root < 0 && slices.ContainsFunc(tops, func(i int) bool { return below(d, e, i) }) {
		return
	}
	for _, i := range tops[1:] {
		rel := document.Conj
		if behindCase(d, s, i) {
			rel = document.Nmod // residents on both sides said
		}
		d.Arcs[i] = document.Arc{Head: int32(tops[0]), Rel: rel}
	}
	d.Arcs[tops[0]] = document.Arc{Head: int32(e), Rel: document.Nsubj}
	if root >= 0 {
		lead(d, s, e, root)
	}
}

// topsOf are the words of a phrase that hang from outside of it.
func topsOf(d *document.Document, np document.Range) []int {
	var out []int
	for i := np.First; i < np.End; i++ {
		if !np.Has(int(d.Arcs[i].Head)) && d.Tags[i].UPOS != document.PUNCT && d.Tags[i].UPOS != document.CCONJ {
			out = append(out, i)
		}
	}
	return out
}

// coordinated reports "and" or "or" among the words of a phrase.
func coordinated(d *document.Document, np document.Range) bool {
	for i := np.First + 1; i < np.End; i++ {
		if d.Tags[i].UPOS == document.CCONJ {
			return true
		}
	}
	return false
}

// maxManner is how many words may say when and how it was said.
const maxManner = 10

// inverted gives a verb of saying behind a comma the words behind it that end the sentence
// for its subject: "boy did not have a gun, says witness". What was told is then the verb's.
func inverted(d *document.Document, s document.Range, e int) {
	end := s.End
	for end > e+1 && d.Tags[end-1].UPOS == document.PUNCT {
		end--
	}
	if d.Word(e-1) != "," || end == e+1 || end-e > maxTeller || subjectOf(d, s, e) > e || quoted(d, s) {
		return
	}
	who := -1
	for i := e + 1; i < end; i++ {
		switch d.Tags[i].UPOS {
		case document.VERB, document.AUX, document.SCONJ, document.PUNCT, document.PRON, document.ADV:
			return
		case document.ADP:
			if i == e+1 {
				return
			}
		}
		if h := int(d.Arcs[i].Head); who < 0 && (h <= e || h >= end) && (d.Tags[i].UPOS == document.NOUN || d.Tags[i].UPOS == document.PROPN) {
			who = i
		}
	}
	root := rootBefore(d, s, e)
	if d.Arcs[e].Head < 0 {
		root = clauseLeft(d, s, e)
	}
	if who < 0 || root < 0 {
		return
	}
	for i := e + 1; i < end; i++ {
		if h := int(d.Arcs[i].Head); i != who && (h <= e || h >= end) {
			d.Arcs[i].Head = int32(who)
		}
	}
	for k := s.First; k < e; k++ {
		if int(d.Arcs[k].Head) == e && d.Arcs[k].Rel == document.Nsubj && k != root {
			d.Arcs[k].Head = int32(root) // of what is told
		}
	}
	d.Arcs[who] = document.Arc{Head: int32(e), Rel: document.Nsubj}
	d.Arcs[root] = document.Arc{Head: int32(e), Rel: document.Ccomp}
	d.Arcs[e] = document.Arc{Head: -1, Rel: document.Root}
}

// clauseLeft is the verb before a verb of saying that the network takes for its subject or
// for a part beside it, -1 for none.
func clauseLeft(d *document.Document, s document.Range, e int) int {
	for k := s.First; k < e; k++ {
		if int(d.Arcs[k].Head) == e && d.Tags[k].UPOS == document.VERB {
			return k
		}
	}
	return -1
}

// quoted reports a quotation mark in a sentence: of direct speech the network knows
// who speaks.
func quoted(d *document.Document, s document.Range) bool {
	for i := s.First; i < s.End; i++ {
		switch d.Word(i) {
		case `"`, "“", "”", "''", "``":
			return true
		}
	}
	return false
}

// heardBy is the end of the words behind "told" for who was told: "told the AFP news
// agency", "told reporters".
func heardBy(d *document.Document, s document.Range, e int) int {
	i := e + 1
	if i < s.End && d.Tags[i].UPOS == document.DET {
		i++
	}
	for i < s.End && i < e+6 && (d.Tags[i].UPOS == document.PROPN || d.Tags[i].UPOS == document.NOUN) && !day[strings.ToLower(d.Word(i))] {
		i++
	}
	return i
}

// saidThere reports whether nothing that is told stands behind a verb of saying, from
// token i on: its
// sentence ends there, or goes on behind a comma with "but" or the like, and words
// between say only when and how, "on Monday", "in a statement posted on Telegram".
func saidThere(d *document.Document, s document.Range, e, i int) bool {
	if i < s.End && d.Tags[i].UPOS != document.PUNCT && d.Tags[i].UPOS != document.ADP && !day[strings.ToLower(d.Word(i))] {
		return false
	}
	for ; i < s.End && d.Tags[i].UPOS != document.PUNCT; i++ {
		switch u := d.Tags[i].UPOS; {
		case i-e > maxManner || u == document.AUX || u == document.SCONJ || u == document.PRON || u == document.CCONJ:
			return false
		case u == document.VERB && (d.Tags[i].XPOS != document.VBN || d.Tags[i-1].UPOS != document.NOUN):
			return false
		}
	}
	if i+1 < s.End && d.Word(i) == "," {
		return d.AsideAt(i+1) || d.Tags[i+1].XPOS == document.VBG // ", blaming the army"
	}
	for ; i < s.End; i++ {
		if d.Tags[i].UPOS != document.PUNCT {
			return false
		}
	}
	return true
}

// day are words for a day behind a verb.
var day = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true,
	"sunday": true, "today": true, "yesterday": true, "late": true, "early": true, "later": true}

// subjectOf is the subject of a verb, or what says that it is passive, -1 for none.
func subjectOf(d *document.Document, s document.Range, v int) int {
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) != v {
			continue
		}
		switch d.Arcs[k].Rel {
		case document.Nsubj, document.NsubjPass, document.AuxPass, document.Csubj, document.Expl:
			return k
		}
	}
	return -1
}

// behindCase reports whether a noun has a preposition of its own.
func behindCase(d *document.Document, s document.Range, i int) bool {
	for k := s.First; k < i; k++ {
		if int(d.Arcs[k].Head) == i && d.Arcs[k].Rel == document.Case && d.Tags[k].UPOS == document.ADP {
			return true
		}
	}
	return false
}

// maxTeller is how many words those who say something may have at most.
const maxTeller = 12

// phraseBefore is the words between the last comma and a verb right behind them,
// where they can be its subject: none of them is a verb, and something was told
// before the comma.
func phraseBefore(d *document.Document, s document.Range, v int) document.Range {
	var none document.Range
	for i := v - 1; i > s.First+1 && v-i <= maxTeller; i-- {
		switch d.Tags[i].UPOS {
		case document.VERB, document.AUX, document.SCONJ:
			if d.Word(i-1) != "-" {
				return none
			}
		case document.PUNCT:
			if d.Word(i) == "-" && i < v-1 {
				continue // state-run media
			}
			if d.Word(i) != "," || i == v-1 {
				return none
			}
			return document.Range{First: i + 1, End: v}
		}
	}
	return none
}

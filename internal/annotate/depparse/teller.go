package depparse

import (
	"strings"

	"sayso/internal/document"
)

// teller gives a verb of saying that ends its sentence the words between the last
// comma and it for its subject, where the network hangs them from what was told:
// "… abducted 45 pupils and three teachers, police and residents said", "… a house
// in Kharkiv, the governor said". What was told is then the verb's.
func teller(d *document.Document, s document.Range) {
	e := s.End - 1
	for e > s.First && d.Tags[e].UPOS == document.PUNCT {
		e--
	}
	if t := d.Tags[e]; t.UPOS != document.VERB || t.XPOS != document.VBD && t.XPOS != document.VBZ && t.XPOS != document.VBP ||
		!telling[strings.ToLower(t.Lemma)] {
		return
	}
	np := phraseBefore(d, s, e)
	if who := subjectOf(d, s, e); np.Empty() || who >= 0 && !(np.Has(who) && who > np.First && behindCase(d, s, who)) {
		return
	}
	first := -1
	for i := np.First; i < np.End; i++ {
		if h := int(d.Arcs[i].Head); np.Has(h) || d.Tags[i].UPOS == document.PUNCT || d.Tags[i].UPOS == document.CCONJ {
			continue
		}
		if first < 0 {
			if u := d.Tags[i].UPOS; u != document.NOUN && u != document.PROPN && u != document.PRON {
				return
			}
			first = i
			continue
		}
		rel := document.Conj
		if behindCase(d, s, i) {
			rel = document.Nmod // residents on both sides said
		}
		d.Arcs[i] = document.Arc{Head: int32(first), Rel: rel}
	}
	if first < 0 {
		return
	}
	d.Arcs[first] = document.Arc{Head: int32(e), Rel: document.Nsubj}
	for r := s.First; r < s.End; r++ {
		if r != e && d.Arcs[r].Head < 0 {
			d.Arcs[r] = document.Arc{Head: int32(e), Rel: document.Ccomp}
			d.Arcs[e] = document.Arc{Head: -1, Rel: document.Root}
			return
		}
	}
}

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
			return none
		case document.PUNCT:
			if d.Word(i) != "," || i == v-1 {
				return none
			}
			return document.Range{First: i + 1, End: v}
		}
	}
	return none
}

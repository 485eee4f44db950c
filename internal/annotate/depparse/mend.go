package depparse

import (
	"strings"

	"sayso/internal/document"
)

// mend puts right, in the words of range s, arcs that no sentence of the treebanks has,
// or hardly any, and that the network makes of long or rare sentences. Most turn who
// does something into whom it was done to or nobody, or the reverse; two give what came
// of somebody, and the day, to the verb that they stand behind.
func mend(d *document.Document, s document.Range) {
	for i := s.First; i < s.End; i++ {
		switch d.Arcs[i].Rel {
		case document.NsubjPass:
			if h := int(d.Arcs[i].Head); active(d, s, h) || unaided(d, s, h) {
				d.Arcs[i].Rel = document.Nsubj
			}
		case document.Nsubj:
			if h := int(d.Arcs[i].Head); h >= 0 && passive(d, s, h) {
				d.Arcs[i].Rel = document.NsubjPass
			}
			shareNoun(d, s, i)
		case document.Compound:
			if v := dayBefore(d, s, i); v >= 0 {
				d.Arcs[i-1].Head = int32(i)
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Obl}
			} else if finite(d, s, i) {
				subject(d, s, i)
			}
		case document.Appos:
			if c := coordinator(d, i); c >= 0 {
				d.Arcs[i].Rel, d.Arcs[c].Head = document.Conj, int32(i)
			} else if titled(d, i) {
				nameFirst(d, s, i)
			}
		case document.Xcomp:
			mainVerb(d, s, i)
		case document.Advcl:
			if g := gerundBefore(d, s, i); g >= 0 {
				d.Arcs[g-1] = document.Arc{Head: int32(i), Rel: document.Nsubj}
				d.Arcs[g] = document.Arc{Head: int32(g - 1), Rel: document.Acl}
			} else if v := deedOver(d, s, i); v >= 0 {
				d.Arcs[i].Head = int32(v)
			}
		case document.Obl, document.OblUnmarked:
			if r := relativeBefore(d, s, i); r >= 0 {
				d.Arcs[i].Head = int32(r)
			} else if v := markedVerb(d, s, i); v >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Nsubj}
			}
		case document.Conj:
			listedOrigin(d, s, i)
		case document.Amod:
			if resultative(d, s, i) {
				d.Arcs[i] = document.Arc{Head: int32(i - 1), Rel: document.Xcomp}
			} else if v := deadBehind(d, s, i); v >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Xcomp}
			}
		case document.Obj, document.Iobj, document.Ccomp:
			if v := clauseOf(d, s, i); v >= 0 {
				d.Arcs[v] = document.Arc{Head: d.Arcs[i].Head, Rel: document.Ccomp}
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Nsubj}
				if passive(d, s, v) {
					d.Arcs[i].Rel = document.NsubjPass
				}
			}
		}
	}
}

// shareNoun hangs two adjectives joined by "and" from their noun.
func shareNoun(d *document.Document, s document.Range, i int) {
	if noun := bothTheir(d, s, i); noun >= 0 {
		d.Arcs[i] = document.Arc{Head: int32(noun), Rel: document.Amod}
		d.Arcs[i+1].Head = int32(i + 2)
	}
}

// bothTheir is the noun behind two adjectives joined by "and" of which the first was taken
// for a subject beside it, "Rwandan and Mozambican forces retook"; -1 for none.
func bothTheir(d *document.Document, s document.Range, i int) int {
	noun := i + 3
	if noun >= s.End || int(d.Arcs[i+2].Head) != i || d.Arcs[i+2].Rel != document.Conj || d.Arcs[noun].Head != d.Arcs[i].Head ||
		d.Tags[i+1].UPOS != document.CCONJ || d.Tags[noun].UPOS != document.NOUN || d.Tags[i].UPOS == document.NOUN {
		return -1
	}
	switch d.Arcs[noun].Rel {
	case document.Nsubj, document.NsubjPass:
		return noun
	}
	return -1
}

// active reports a verb that has an object of its own and no auxiliary of the
// passive, whatever form the tagger takes it for: "the group, the Front, claimed
// responsibility". A verb of giving has one in the passive too.
func active(d *document.Document, s document.Range, h int) bool {
	if d.Tags[h].UPOS != document.VERB || giving[strings.ToLower(d.Tags[h].Lemma)] {
		return false
	}
	object := false
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) != h {
			continue
		}
		switch {
		case d.Arcs[k].Rel == document.AuxPass || strings.EqualFold(d.Tags[k].Lemma, "get"):
			return false
		case d.Arcs[k].Rel == document.Obj:
			object = true
		}
	}
	return object
}

// passive reports a verb with an auxiliary of the passive and no object, whose subject
// did not do it: "a policeman who shot a chief was himself hacked to death".
func passive(d *document.Document, s document.Range, h int) bool {
	aux := false
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) != h {
			continue
		}
		switch d.Arcs[k].Rel {
		case document.AuxPass:
			aux = true
		case document.Obj, document.Ccomp:
			return false
		}
	}
	return aux
}

// unaided reports a verb without an auxiliary that nobody can be made to suffer:
// "200,000 people marched in Minsk" is no headline without its "were".
func unaided(d *document.Document, s document.Range, h int) bool {
	if h < 0 || !intransitive[strings.ToLower(d.Tags[h].Lemma)] {
		return false
	}
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) == h && (d.Arcs[k].Rel == document.AuxPass || d.Arcs[k].Rel == document.Aux) {
			return false
		}
	}
	return true
}

// intransitive are verbs without a passive.
var intransitive = map[string]bool{"march": true, "protest": true, "rally": true, "gather": true, "demonstrate": true, "clash": true, "die": true,
	"flee": true, "surrender": true, "defect": true, "riot": true, "collapse": true, "perish": true, "retreat": true, "withdraw": true, "explode": true}

// finite reports a noun that is taken for a part of the finite verb behind it, which
// has no subject: "after a bomb exploded".
func finite(d *document.Document, s document.Range, i int) bool {
	h := int(d.Arcs[i].Head)
	if h != i+1 || d.Tags[h].UPOS != document.VERB || d.Tags[i].UPOS != document.NOUN {
		return false
	}
	switch d.Tags[h].XPOS {
	case document.VBD, document.VBZ, document.VBP:
		return subjectOf(d, s, h) < 0
	case document.VBN: // which "exploded" is taken for
		return d.Arcs[h].Rel == document.Advcl && hasMark(d, s, h) && subjectOf(d, s, h) < 0
	}
	return false
}

// coordinator is the "and" before what is taken for an apposition of the word before it,
// -1 for none: "Capt. Tom Tennant and state trooper William Hakim" are two.
func coordinator(d *document.Document, i int) int {
	h := int(d.Arcs[i].Head)
	for c := i - 1; c > h && h >= 0; c-- {
		switch {
		case d.Tags[c].UPOS == document.PUNCT || d.Tags[c].UPOS == document.VERB:
			return -1
		case d.Arcs[c].Rel == document.Cc && strings.EqualFold(d.Word(c), "and"):
			if up := int(d.Arcs[c].Head); up == i || up > c && up < i {
				return c
			}
			return -1
		}
	}
	return -1
}

// titled reports a name that is taken for an apposition of the title right before it:
// "Police Capt. │Tom Tennant".
func titled(d *document.Document, i int) bool {
	h := int(d.Arcs[i].Head)
	if h < 0 || h >= i || i-h > 4 || d.Tags[i].UPOS != document.PROPN || d.Tags[h].UPOS != document.PROPN && d.Tags[h].UPOS != document.NOUN {
		return false
	}
	for k := h + 1; k < i; k++ {
		if int(d.Arcs[k].Head) != h || d.Arcs[k].Rel != document.Flat {
			return false
		}
	}
	return i-h > 1
}

// nameFirst makes a name the head of the title before it, in place of the reverse.
func nameFirst(d *document.Document, s document.Range, i int) {
	h := int(d.Arcs[i].Head)
	d.Arcs[i] = d.Arcs[h]
	d.Arcs[h] = document.Arc{Head: int32(i), Rel: document.NmodDesc}
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) != h {
			continue
		}
		switch r := d.Arcs[k].Rel; {
		case k > i, r == document.Case, r == document.Det, r == document.Cc, r == document.Punct, r == document.Mark:
			d.Arcs[k].Head = int32(i)
		}
	}
}

// gerundBefore is the participle before a finite verb without a subject that has the noun
// before it for its own, -1 for none: in "when Greeks protesting against cuts threw bombs"
// it is the Greeks who threw.
func gerundBefore(d *document.Document, s document.Range, v int) int {
	if d.Tags[v].XPOS != document.VBD || subjectOf(d, s, v) >= 0 {
		return -1
	}
	for g := v - 1; g > s.First; g-- {
		switch d.Tags[g].UPOS {
		case document.PUNCT, document.CCONJ, document.SCONJ:
			return -1
		case document.VERB:
			if d.Tags[g].XPOS != document.VBG || d.Arcs[g].Rel != document.Advcl || d.Arcs[g].Head != d.Arcs[v].Head || subjectOf(d, s, g) != g-1 {
				return -1
			}
			return g
		}
	}
	return -1
}

// mainVerb makes a finite verb the root that hangs from a participle which tells of the
// noun before it, where that noun is the root: "Demonstrators demanding jobs clashed".
func mainVerb(d *document.Document, s document.Range, i int) {
	g := int(d.Arcs[i].Head)
	past := d.Tags[i].XPOS == document.VBD || d.Tags[i].XPOS == document.VBN && intransitive[strings.ToLower(d.Tags[i].Lemma)]
	if !past || g < 1 || g > i || d.Tags[g].XPOS != document.VBG || d.Arcs[g].Rel != document.Acl {
		return
	}
	n := int(d.Arcs[g].Head)
	if n != g-1 || d.Arcs[n].Rel != document.Root || subjectOf(d, s, i) >= 0 {
		return
	}
	d.Arcs[i] = d.Arcs[n]
	d.Arcs[n] = document.Arc{Head: int32(i), Rel: document.Nsubj}
	for k := i + 1; k < s.End; k++ {
		if h := int(d.Arcs[k].Head); h == g || h == n {
			d.Arcs[k].Head = int32(i)
		}
	}
}

// hasMark reports whether a clause begins with a word such as "after".
func hasMark(d *document.Document, s document.Range, v int) bool {
	for k := s.First; k < v; k++ {
		if int(d.Arcs[k].Head) == v && d.Arcs[k].Rel == document.Mark {
			return true
		}
	}
	return false
}

// subject makes a noun the subject of the verb behind it, with what stands before it.
func subject(d *document.Document, s document.Range, i int) {
	v := i + 1
	d.Arcs[i].Rel = document.Nsubj
	for k := i - 1; k >= s.First && int(d.Arcs[k].Head) == v; k-- {
		switch d.Arcs[k].Rel {
		case document.Det, document.Amod, document.Nummod, document.Compound, document.NmodPoss:
			d.Arcs[k].Head = int32(i)
		default:
			return
		}
	}
}

// relativeBefore is the verb of a subject's relative clause behind which an adjunct of the
// main verb stands before that verb begins, -1 for none: in "who shot a chief last month
// was hacked to death" it was last month that he shot.
func relativeBefore(d *document.Document, s document.Range, i int) int {
	v := int(d.Arcs[i].Head)
	if v <= i || d.Tags[v].UPOS != document.VERB {
		return -1
	}
	who := subjectOf(d, s, v)
	if who < 0 || who >= i {
		return -1
	}
	clause := -1
	for k := who + 1; k < v; k++ {
		switch {
		case k < i && int(d.Arcs[k].Head) == who && d.Arcs[k].Rel == document.AclRelcl:
			clause = k
		case k < i && clause >= 0 && d.Tags[k].UPOS == document.PUNCT, k < i && int(d.Arcs[k].Head) == v && d.Tags[k].UPOS == document.AUX:
			return -1
		}
	}
	return clause
}

// resultative reports an adjective between a verb and a number or article that its
// object begins with, so that it is said with the verb: "shot dead three herders".
func resultative(d *document.Document, s document.Range, i int) bool {
	if i == s.First || i+1 >= s.End || d.Tags[i-1].UPOS != document.VERB || int(d.Arcs[d.Arcs[i].Head].Head) != i-1 || int(d.Arcs[i].Head) < i {
		return false
	}
	u := d.Tags[i+1].UPOS
	return u == document.DET || u == document.NUM
}

// giving are verbs of two objects, one of which a headline may leave as the
// subject: "two men denied bail".
var giving = map[string]bool{"give": true, "deny": true, "offer": true, "award": true, "grant": true, "hand": true,
	"tell": true, "show": true, "pay": true, "charge": true, "fine": true, "refuse": true, "send": true, "ask": true,
	"teach": true, "name": true, "elect": true, "call": true, "allow": true, "accord": true, "sell": true}

// clauseOf is the finite verb right after o, the object of a verb of saying or
// thinking, of which o is the subject: "they believe the gang took the boy". It
// is -1 where there is none.
func clauseOf(d *document.Document, s document.Range, o int) int {
	h := int(d.Arcs[o].Head)
	v := behind(d, s, o+1)
	v, aided := pastAuxiliaries(d, s, v)
	if h >= o || v >= s.End || !telling[strings.ToLower(d.Tags[h].Lemma)] || d.Tags[h].UPOS != document.VERB {
		return -1
	}
	if p := d.Tags[o].UPOS; p != document.NOUN && p != document.PROPN && p != document.NUM {
		return -1
	}
	if d.Arcs[o].Rel == document.Iobj && strings.EqualFold(d.Tags[h].Lemma, "tell") {
		return -1
	}
	switch t := d.Tags[v]; {
	case t.UPOS != document.VERB:
		return -1
	case aided, t.XPOS == document.VBD, t.XPOS == document.VBZ, t.XPOS == document.VBP, t.XPOS == document.VBN && intransitive[strings.ToLower(t.Lemma)]:
	default:
		return -1
	}
	if up := int(d.Arcs[v].Head); up != o && up != h && up != int(d.Arcs[h].Head) {
		return -1
	}
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) != v {
			continue
		}
		switch d.Arcs[k].Rel {
		case document.Nsubj, document.NsubjPass, document.OblAgent:
			return -1
		}
	}
	return v
}

// pastAuxiliaries is the first word from i on that is no auxiliary, nor an adverb behind
// one, and whether there was any: the verb of "had also burned".
func pastAuxiliaries(d *document.Document, s document.Range, i int) (v int, aided bool) {
	for v = i; v < s.End; v++ {
		switch {
		case d.Tags[v].UPOS == document.AUX:
			aided = true
		case !aided || d.Tags[v].UPOS != document.ADV && d.Tags[v].UPOS != document.PART:
			return v, aided
		}
	}
	return v, aided
}

// behind is i, or what stands after the short form in brackets that begins at i.
func behind(d *document.Document, s document.Range, i int) int {
	if i < s.End && d.Word(i) == "(" {
		for k := i + 1; k < min(i+5, s.End); k++ {
			if d.Word(k) == ")" {
				return k + 1
			}
		}
	}
	return i
}

// telling are verbs that have a clause without "that" for what is told or
// thought.
var telling = map[string]bool{"say": true, "believe": true, "think": true, "claim": true, "allege": true, "suspect": true,
	"report": true, "fear": true, "know": true, "confirm": true, "insist": true, "warn": true, "admit": true, "hope": true,
	"acknowledge": true, "add": true, "assume": true, "suppose": true, "feel": true, "announce": true}

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
	describedSubject(d, s)
	clauseAfter(d, s)
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
			if noun := bothTheir(d, s, i); noun >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(noun), Rel: document.Amod}
				d.Arcs[i+1].Head = int32(i + 2)
			}
		case document.Compound:
			if v := dayBefore(d, s, i); v >= 0 {
				d.Arcs[i-1].Head = int32(i)
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Obl}
			} else if finite(d, s, i) {
				subject(d, s, i)
			}
		case document.Obl, document.OblUnmarked:
			if r := relativeBefore(d, s, i); r >= 0 {
				d.Arcs[i].Head = int32(r)
			} else if v := markedVerb(d, s, i); v >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Nsubj}
			}
		case document.Advcl:
			if v := accusedDeed(d, s, i); v >= 0 {
				d.Arcs[i].Head = int32(v)
			}
		case document.Conj:
			listedOrigin(d, s, i)
		case document.Amod:
			if resultative(d, s, i) {
				d.Arcs[i] = document.Arc{Head: int32(i - 1), Rel: document.Xcomp}
			} else if v := deadBehind(d, s, i); v >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Xcomp}
			}
		case document.Obj, document.Iobj:
			if v := clauseOf(d, s, i); v >= 0 {
				d.Arcs[v] = document.Arc{Head: d.Arcs[i].Head, Rel: document.Ccomp}
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Nsubj}
			}
		}
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
	case t.XPOS == document.VBD, t.XPOS == document.VBZ, t.XPOS == document.VBP, t.XPOS == document.VBN && intransitive[strings.ToLower(t.Lemma)]:
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

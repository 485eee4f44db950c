package event

import "sayso/internal/document"

// agentAfterTime takes the by-agent that the tree hangs from an adverb, a time or a
// place behind the deed: "was arrested two months ago by Hamas", "the killing of two
// traders in Malakal on 8 June by armed youth".
func (v *view) agentAfterTime(f *frame, t int) {
	if len(f.subj) > 0 {
		return
	}
	for i := t + 1; v.wordWithin(i, t); i++ {
		if v.isVerb(i) || v.d.Word(i) == "," || v.d.Word(i) == ";" {
			return
		}
		if v.lemmas[i] != "by" || v.rel(i) != document.Case || v.head(i) < i {
			continue
		}
		who := v.head(i)
		if on := v.head(who); on > t && on < i && v.actorAt[who] >= 0 && (v.timeOrPlace(on) || v.scene(on, t)) {
			f.subj = append(f.subj, who)
		}
		return
	}
}

// scene reports whether a noun says where a deed was done: the synagogue of "stabbed to
// death outside a synagogue by a man".
func (v *view) scene(i, t int) bool {
	if v.d.Tags[i].UPOS != document.NOUN || v.isMeans(i) || v.head(i) != t {
		return false
	}
	switch v.caseOf(i) {
	case "in", "at", "outside", "near", "inside", "on", "behind", "beside", "along":
		return true
	}
	return false
}

// wordWithin reports whether token i stands in t's sentence.
func (v *view) wordWithin(i, t int) bool {
	return i < len(v.d.Tokens) && v.sentence[i] == v.sentence[t]
}

// timeOrPlace reports whether a token is an adverb or part of a time or of a place.
func (v *view) timeOrPlace(i int) bool {
	if v.d.Tags[i].UPOS == document.ADV || v.topoAt[i] >= 0 {
		return true
	}
	for k := range v.d.Times {
		if v.d.Times[k].Has(i) {
			return true
		}
	}
	return false
}

// firstPassive climbs from h, the verb that participle t is joined to, over participles
// without an auxiliary or a subject to the one that has it: "were dragged away, beaten
// and killed".
func (v *view) firstPassive(t, h int) int {
	if v.rel(t) != document.Conj {
		return h
	}
	for n := 0; n < 4 && v.d.Tags[h].XPOS == document.VBN && (v.rel(h) == document.Conj || v.rel(h) == document.Advcl) &&
		v.child(h, document.AuxPass, document.NsubjPass, document.Nsubj, document.Mark) < 0 && v.isVerb(v.head(h)); n++ {
		h = v.head(h)
	}
	return h
}

// participle reports whether a word said of a noun is a participle, for which the tagger
// often has the past tense: "a patrol captured near Rutshuru".
func (v *view) participle(t int) bool {
	x := v.d.Tags[t].XPOS
	return x == document.VBN || x == document.VBD && v.rel(t) == document.Acl && v.child(t, document.Obj, document.Nsubj) < 0
}

package event

import "sayso/internal/document"

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

package event

import "sayso/internal/document"

// suffered gives whom a noun befell, told by a verb of undergoing or by a noun
// for who undergoes: "officers came under fire", "she survived an attack", "he
// was the target of a bombing". It gives nothing elsewhere.
func (v *view) suffered(t, h int) []int {
	switch v.lemmas[h] {
	case "survive", "suffer", "escape", "undergo", "withstand", "face":
		if up := v.frameShallow(h, 0); contains(up.obj, t) || v.lemmas[h] == "escape" && contains(up.obl, t) {
			return up.subj
		}
	case "come", "be":
		if v.caseOf(t) == "under" {
			return v.frameShallow(h, 0).subj
		}
	case "target", "victim":
		if v.caseOf(t) == "of" && v.child(h, document.Cop) >= 0 {
			return v.frameShallow(h, 0).subj
		}
	}
	return nil
}

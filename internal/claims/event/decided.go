package event

import "sayso/internal/document"

// deciders finds who decided on what a verb tells, where a noun for the decision
// stands between: in "Parliament voted on a resolution to expel the troops" and in
// "the government's decision to deploy them" parliament and government.
func (v *view) deciders(t, noun int) []int {
	if v.rel(t) != document.Acl || v.d.Tags[t].XPOS != document.VB || !v.decision(noun) {
		return nil
	}
	if p := v.child(noun, document.NmodPoss); p >= 0 {
		return []int{p}
	}
	h := v.head(noun)
	if h < 0 || !v.isVerb(h) || v.passive(h) {
		return nil
	}
	switch v.rel(noun) {
	case document.Obj, document.Obl:
		return v.frameShallow(h, 0).subj
	}
	return nil
}

// decision reports whether a noun names what binds those who make it.
func (v *view) decision(noun int) bool {
	switch v.lemmas[noun] {
	case "resolution", "decision", "law", "bill", "order", "motion", "measure", "decree", "directive", "act", "legislation":
		return true
	}
	return false
}

// votes reports whether a noun is what somebody votes or decides for: "Parliament
// votes for the expulsion of troops".
func (v *view) votes(t, h int) bool {
	if v.rel(t) != document.Obl {
		return false
	}
	switch v.lemmas[h] {
	case "vote", "decide", "opt":
		c := v.caseOf(t)
		return c == "for" || c == "on"
	}
	return false
}

package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// stance says what the cue makes of the content, and whether the source puts
// it forward as so.
func (w *work) stance(f frame.Frame, class frame.Class) (sayso.Stance, bool) {
	negated := w.negated(f.Head)
	s, vouches := sayso.StanceAsserted, !negated
	switch class {
	case frame.Hedge, frame.Accuse, frame.Think:
		s = sayso.StanceAlleged
	case frame.Own:
		s = w.owned(f)
	case frame.Deny:
		s, vouches = sayso.StanceDenied, true
		if negated {
			s, vouches = sayso.StanceAsserted, false
		}
	case frame.Want, frame.Ask, frame.Judge:
		vouches = false
	case frame.Say, frame.Show, frame.Know:
		if class != frame.Know && len(f.Source) == 0 && !w.nominal(f.Head) && w.passive(f.Head) {
			s = sayso.StanceAlleged
		} else if w.disowns(f) {
			s = sayso.StanceDenied
		} else if w.claims(f) {
			s = sayso.StanceClaimed
		}
	}
	if w.rebuffs(f) {
		s, vouches = sayso.StanceDenied, !negated
	}
	if w.modal(f.Head) {
		vouches = false
	}
	return s, vouches
}

// owned is claimed where the source speaks of itself: "admitted killing",
// "claimed responsibility"; to acknowledge what another did is to assert it.
func (w *work) owned(f frame.Frame) sayso.Stance {
	if _, light := frame.LightAt(w.v, f.Head); light || w.selfContent(f) || strings.EqualFold(w.d.Tags[f.Head].Lemma, "confess") {
		return sayso.StanceClaimed
	}
	return sayso.StanceAsserted
}

// claims reports whether the cue is "claim" and its content tells of the
// source's own doing: "the army claims it has full control".
func (w *work) claims(f frame.Frame) bool {
	return strings.EqualFold(w.d.Tags[f.Head].Lemma, "claim") && (w.selfContent(f) || w.v.ClaimsFeat(f.Head))
}

// selfContent reports whether the clause that is the content has the source
// for its subject: a pronoun, or none of its own ("admitted to killing").
func (w *work) selfContent(f frame.Frame) bool {
	for _, k := range w.v.Kids(f.Head) {
		k := int(k)
		switch w.v.Rel(k) {
		case document.Ccomp, document.Xcomp, document.Advcl, document.Obl:
		default:
			continue
		}
		if !within(f.Content, k) {
			continue
		}
		s := w.v.Kid(k, document.Nsubj, document.NsubjPass)
		if s < 0 && w.v.UPOS(k) == document.VERB || s >= 0 && ownPronoun(w.d.Word(s)) && w.v.Kid(k, document.NsubjPass) < 0 {
			return true
		}
	}
	return false
}

func ownPronoun(s string) bool {
	switch strings.ToLower(s) {
	case "it", "its", "they", "we", "he", "she", "i", "their", "his", "her", "our":
		return true
	}
	return false
}

func within(rs []document.Range, i int) bool { return holds(rs, i) }

func (w *work) passive(h int) bool {
	if w.v.Kid(h, document.AuxPass) >= 0 || w.v.Kid(h, document.NsubjPass) >= 0 {
		return true
	}
	return w.d.Tags[h].XPOS == document.VBN && w.be(h) // "has been officially reported", parsed as if it were active
}

// be reports a form of "be" among the auxiliaries of a verb.
func (w *work) be(h int) bool {
	for _, k := range w.v.Kids(h) {
		if w.v.Rel(int(k)) == document.Aux && strings.EqualFold(w.d.Tags[k].Lemma, "be") {
			return true
		}
	}
	return false
}

func (w *work) nominal(h int) bool { return w.v.UPOS(h) != document.VERB }

// negated reports a negation on the cue: "did not say", "never confirmed", "said
// nothing".
func (w *work) negated(h int) bool {
	if o := w.v.Kid(h, document.Obj); o >= 0 && strings.EqualFold(w.d.Word(o), "nothing") {
		return true
	}
	for _, k := range w.v.Kids(h) {
		switch strings.ToLower(w.d.Word(int(k))) {
		case "not", "n't", "n’t", "never", "neither", "nor":
			return true
		}
	}
	return false
}

// modal reports that the saying itself is only possible: "would say".
func (w *work) modal(h int) bool {
	for _, k := range w.v.Kids(h) {
		if w.v.Rel(int(k)) != document.Aux {
			continue
		}
		switch strings.ToLower(w.d.Word(int(k))) {
		case "would", "might", "may", "could", "should", "must":
			return true
		}
	}
	return false
}

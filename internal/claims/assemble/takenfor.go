package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// takesForGranted reports whether a saying only starts out from the happening and tells
// of something else: all its mentions are nouns by which it says when or of whom it
// speaks. "Students announced rallies after another night of riots", "she wants the
// policemen involved in the shooting punished" put no shooting forward.
// Nor does who "has not confirmed the attack", nor the article by telling so.
func (b *builder) takesForGranted(x *relation) bool {
	own := x.says.inner < 0
	if len(x.covered) == 0 || !own && len(x.says.chain) == 0 {
		return false
	}
	for _, e := range x.covered {
		if own && !b.r.unconfirmed(e.Trigger) || !own && !b.r.startsFrom(e.Trigger) {
			return false
		}
	}
	return true
}

// unconfirmed reports what somebody is told not to have confirmed.
func (r *reader) unconfirmed(t int) bool {
	return slices.ContainsFunc(r.covering(t), func(i int) bool {
		a := &r.d.Attributions[i]
		if a.Vouches || len(a.Cue) == 0 {
			return false
		}
		cue := r.d.Words(a.Cue[len(a.Cue)-1])
		return confirming[strings.ToLower(r.d.Tags[a.Cue[len(a.Cue)-1].End-1].Lemma)] && strings.Contains(" "+strings.ToLower(cue)+" ", " not ")
	})
}

var confirming = map[string]bool{"confirm": true, "verify": true, "corroborate": true, "acknowledge": true}

// startsFrom reports a noun behind "after" or the like, or behind "involved in" and
// "responsible for".
func (r *reader) startsFrom(t int) bool {
	d := r.d
	if d.Tags[t].UPOS != document.NOUN {
		return false
	}
	h := int(d.Arcs[t].Head)
	if h < 0 || d.Arcs[t].Rel == document.Nsubj || d.Arcs[t].Rel == document.Obj {
		return false
	}
	for k := max(0, t-8); k < t; k++ {
		if s := strings.ToLower(d.Word(k)); int(d.Arcs[k].Head) == t && (s == "a" || s == "an") {
			return false // "after a brief skirmish" tells of it
		}
	}
	for k := max(0, t-8); k < t; k++ {
		if int(d.Arcs[k].Head) == t && d.Arcs[k].Rel == document.Case && outset[strings.ToLower(d.Word(k))] {
			return true
		}
	}
	switch strings.ToLower(d.Tags[h].Lemma) {
	case "involve", "responsible":
		return h < t && (d.Arcs[h].Rel == document.Acl || d.Arcs[h].Rel == document.Amod)
	}
	return false
}

// outset are prepositions behind which it stands what is spoken of as known.
var outset = map[string]bool{"after": true, "during": true, "following": true, "amid": true, "since": true, "despite": true, "before": true}

// recalls leaves of the claims that it happened those on sayings that take it for
// granted, where any other is made.
func (b *builder) recalls(score []float64) {
	other := false
	for i := range b.said {
		o := &b.said[i]
		other = other || o.Claim.About == sayso.AboutIncident && !o.granted && score[i] >= o.claimMark()
	}
	for i := range b.said {
		if other && b.said[i].granted {
			score[i] = outdone
		}
	}
}

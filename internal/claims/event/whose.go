package event

import (
	"sayso"
	"sayso/internal/document"
)

// kills reports whether what stands before a noun for killing is an armed body with
// a name, which does it rather than suffers it: "Revolutionary Guards assassination
// plots", but "the Kennedy assassination".
func (a *arguments) kills(i int) bool {
	v := a.v
	k := v.actorAt[i]
	if k < 0 || a.t.sense.kind != "attack" {
		return false
	}
	switch x := &v.d.Actors[k].Actor; x.Kind {
	case sayso.KindRebel, sayso.KindMilitia, sayso.KindStateForce:
		return !x.Generic
	}
	return false
}

// crowdOf reports whether people of whom a march or rally is made up stand behind
// its noun: "marches of 250,000 protesters" are by them.
func (a *arguments) crowdOf(i int) bool {
	v := a.v
	if k := a.t.sense.kind; k != "protest" && k != "riot" || v.isVerb(a.t.token) || v.rel(i) != document.Nmod || v.caseOf(i) != "of" {
		return false
	}
	return v.nominal(i).touches(maskOf(v.lex.bit("crowd"), v.lex.bit("person"), v.lex.bit("protester"))) && v.d.Tags[i].UPOS != document.PROPN
}

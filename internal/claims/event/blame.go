package event

import (
	"slices"

	"sayso/internal/document"
)

// ascribed reads the agent of "an attack ascribed to the Taliban", "the bombing
// was blamed on them" and "officials blamed the abduction on rebels".
func (a *arguments) ascribed() {
	v := a.v
	for _, k := range v.children(a.t.token) {
		if to := laying[v.lemmas[k]]; to != "" && v.rel(int(k)) == document.Acl {
			a.laidTo(int(k), to)
		}
	}
	if r := v.rel(a.t.token); r != document.Obj && r != document.NsubjPass {
		return
	}
	if h := v.head(a.t.token); laying[v.lemmas[h]] != "" {
		a.laidTo(h, laying[v.lemmas[h]])
		a.laidTo(a.t.token, laying[v.lemmas[h]]) // a tree that hangs them from the noun
	}
}

// laying are the verbs that lay something to somebody, with their preposition.
var laying = map[string]string{"ascribe": "to", "attribute": "to", "credit": "to", "blame": "on", "pin": "on"}

// laidTo makes agents of those who hang from a word by a preposition, whatever
// part it gave them before.
func (a *arguments) laidTo(word int, to string) {
	v := a.v
	for _, k := range v.children(word) {
		g := int(k)
		if r := v.rel(g); v.caseOf(g) != to || r != document.Obl && r != document.Nmod {
			continue
		}
		a.args = slices.DeleteFunc(a.args, func(x document.Argument) bool { return x.Role == "target" && x.Has(g) })
		a.participant("agent", g)
	}
}

// accused reads the agent of "accused the army of the raid", "was accused by the
// opposition of bombing villages" and "held the army responsible for the
// killing": who is accused, and not who accuses.
func (a *arguments) accused() {
	v := a.v
	verb := v.accusing(a.t.token)
	if verb < 0 {
		return
	}
	who := v.child(verb, document.NsubjPass)
	if who < 0 {
		who = v.child(verb, document.Obj)
	}
	if who < 0 || who == a.t.token {
		return
	}
	accuser := v.child(verb, document.Nsubj, document.OblAgent)
	a.args = slices.DeleteFunc(a.args, func(x document.Argument) bool {
		return x.Role == "agent" && accuser >= 0 && x.Has(accuser) || x.Role == "target" && x.Has(who)
	})
	a.participant("agent", who)
	for i := range a.args {
		if x := &a.args[i]; x.Role == "agent" && x.Has(who) && x.Has(a.t.token) && who < a.t.token {
			x.End = v.before(a.t.token) // not what they are accused of
		}
	}
}

// accusing is the verb that accuses somebody of what token t tells, be it that t
// hangs from who is accused or who accuses; -1 for none.
func (v *view) accusing(t int) int {
	up := v.head(t)
	if up < 0 {
		return -1
	}
	switch v.lemmas[v.before(t)] {
	case "of":
		for range 2 {
			if v.isVerb(up) && accusations[v.lemmas[up]] {
				return up
			}
			switch v.rel(up) {
			case document.Obj, document.OblAgent, document.NsubjPass:
			default:
				return -1
			}
			up = v.head(up)
		}
	case "for":
		if v.lemmas[up] == "responsible" && v.rel(up) == document.Xcomp {
			up = v.head(up)
		}
		if x := v.child(up, document.Xcomp); up >= 0 && v.lemmas[up] == "hold" && x >= 0 && v.lemmas[x] == "responsible" {
			return up
		}
	}
	return -1
}

// before is the preposition of token t, or the token before it, from which a tree
// may hang that of a gerund: "accused of bombing villages".
func (v *view) before(t int) int {
	if c := v.child(t, document.Case, document.Mark); c >= 0 {
		return c
	}
	return max(0, t-1)
}

// accusations are verbs that have "of" before what somebody is accused of.
var accusations = map[string]bool{"accuse": true, "suspect": true}

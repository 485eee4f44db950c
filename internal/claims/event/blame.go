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
	a.blamed()
	if r := v.rel(a.t.token); r != document.Obj && r != document.NsubjPass {
		return
	}
	if h := v.head(a.t.token); laying[v.lemmas[h]] != "" {
		a.laidTo(h, laying[v.lemmas[h]])
		a.laidTo(a.t.token, laying[v.lemmas[h]]) // a tree that hangs them from the noun
		if !a.has("agent") && !v.wrongly(h) {
			a.laidBehind(laying[v.lemmas[h]])
		}
	}
}

// laidBehind makes an agent of who stands last behind the preposition in the sentence,
// which long words for the deed keep off: "blamed the attack on the barracks, in which
// six died, on fighters from across the border".
func (a *arguments) laidBehind(to string) {
	v := a.v
	for i := len(v.lemmas) - 1; i > a.t.token; i-- {
		if v.sentence[i] != v.sentence[a.t.token] || v.lemmas[i] != to || v.rel(i) != document.Case || v.head(i) < i {
			continue
		}
		if who := v.head(i); v.actorAt[who] >= 0 && !v.struck(who) {
			a.participant("agent", who)
		}
		return
	}
}

// struck reports whether a noun is a thing that is attacked rather than somebody.
func (v *view) struck(i int) bool {
	b := v.lex.bit
	return v.classes[i].touches(maskOf(b("building"), b("site"), b("position"), b("vehicle"))) && !v.classes[i].touches(maskOf(b("person"), b("armed"), classPerson, classOrg))
}

// blamed reads the agent off a blame that leaves out what for, behind what it is for:
// "said a drone killed three of its soldiers and blamed the neighbours".
func (a *arguments) blamed() {
	v := a.v
	if !force[a.t.sense.kind] && a.t.sense.kind != "abduction" {
		return
	}
	for b := a.t.token + 1; b < len(v.lemmas) && v.sentence[b] == v.sentence[a.t.token]; b++ {
		if v.lemmas[b] != "blame" || !v.isVerb(b) || v.passive(b) || v.denies(b) {
			continue
		}
		if v.lemmas[b-1] == "to" && v.child(b, document.Obj) < 0 {
			a.toBlame(b)
			return
		}
		who := v.child(b, document.Obj)
		if who < b || v.actorAt[who] < 0 || len(v.lex.senses[key{v.lemmas[who], 'N'}]) > 0 {
			return
		}
		for _, k := range v.children(b) {
			if c := v.caseOf(int(k)); c == "for" || c == "on" {
				return // it says what for
			}
		}
		if c := v.child(who, document.Nmod); c < 0 || v.caseOf(c) != "for" {
			a.participant("agent", who)
		}
		return
	}
}

// toBlame makes an agent of who is said to be to blame: "the ministry said Ukraine was to
// blame".
func (a *arguments) toBlame(b int) {
	v := a.v
	for _, h := range []int{b, v.head(b)} {
		if h < 0 {
			continue
		}
		if who := v.child(h, document.Nsubj, document.NsubjPass); who >= 0 && v.actorAt[who] >= 0 && !v.denies(h) {
			a.participant("agent", who)
			return
		}
	}
}

// laying are the verbs that lay something to somebody, with their preposition.
var laying = map[string]string{"ascribe": "to", "attribute": "to", "credit": "to", "blame": "on", "pin": "on"}

// wrongly reports whether a verb is said not to hold.
func (v *view) wrongly(word int) bool {
	for _, k := range v.children(word) {
		switch v.lemmas[k] {
		case "wrongly", "falsely", "mistakenly", "incorrectly", "not", "never":
			return true
		}
	}
	return false
}

// laidTo makes agents of those who hang from a word by a preposition, whatever
// part it gave them before.
func (a *arguments) laidTo(word int, to string) {
	v := a.v
	if v.wrongly(word) {
		return
	}
	for _, k := range v.children(word) {
		g := int(k)
		if r := v.rel(g); v.caseOf(g) != to || r != document.Obl && r != document.Nmod || word == a.t.token && v.struck(g) {
			continue
		}
		a.args = slices.DeleteFunc(a.args, func(x document.Argument) bool { return x.Role == "target" && x.Has(g) })
		a.participant("agent", g)
	}
}

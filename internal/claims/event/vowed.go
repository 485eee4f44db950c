package event

import (
	"sayso/internal/document"
)

// vow is the sense of what somebody armed says that they are going to do.
var vow = sense{kind: "threat", text: "an armed actor or a state says that it will", flags: flagPlan}

// vowed reports whether a verb of force is announced by who is going to do it:
// "we will execute judges", "the North said it would attack the loudspeakers".
// By the coding guide that is a threat, whatever would be done.
func (v *view) vowed(t int, kind string, f *frame) bool {
	if !forceKinds[kind] && kind != "abduction" || !v.isVerb(t) || v.passive(t) {
		return false
	}
	aux := v.child(t, document.Aux)
	if aux < 0 || len(f.obj) == 0 && len(f.obl) == 0 {
		return false
	}
	would := false
	switch v.lemmas[aux] {
	case "will", "shall", "'ll":
	case "would":
		would = true
	default:
		return false
	}
	for _, s := range f.subj {
		switch {
		case v.lemmas[s] == "we":
			if !would && v.forceful(t) {
				return true
			}
		case v.lemmas[s] == "it" || v.lemmas[s] == "they":
			if v.announced(t) {
				return true
			}
		case !would && v.classes[s].has(v.lex.bit("armed")):
			return true
		}
	}
	return false
}

// forceful reports whether a verb leaves no doubt that force is meant: others
// "attack" poverty and "hit" targets.
func (v *view) forceful(t int) bool {
	switch v.lemmas[t] {
	case "kill", "execute", "bomb", "assassinate", "behead", "shell", "kidnap", "place", "plant":
		return true
	}
	return false
}

// announced reports whether a clause is what an armed actor or a state says.
func (v *view) announced(t int) bool {
	h := v.head(t)
	if r := v.rel(t); h < 0 || r != document.Ccomp && r != document.Parataxis || !v.classes[h].has(v.lex.bit("speech")) {
		return false
	}
	b := v.lex.bit
	for _, s := range v.frameShallow(h, 0).subj {
		if v.nominal(s).touches(maskOf(b("armed"), b("army"))) || v.topoAt[s] >= 0 {
			return true
		}
		if k := v.actorOf(s); k >= 0 && v.lex.kinds[v.d.Actors[k].Actor.Kind].touches(maskOf(b("armed"), b("army"))) {
			return true
		}
	}
	return false
}

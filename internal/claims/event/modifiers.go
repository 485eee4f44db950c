package event

import "sayso/internal/document"

// modifiers reads participants off the words before a noun: "Israeli strike",
// "police raid", "hostage release".
func (a *arguments) modifiers(subj, obj string) {
	v := a.v
	if v.isVerb(a.t.token) {
		return
	}
	for _, i := range v.withOwners(a.t.frame.mod) {
		if v.rel(i) == document.NmodPoss || v.rel(i) == document.Nummod {
			continue
		}
		if v.before(i, a.t.token) || v.lemmas[i] == "terrorist" {
			continue // a "terrorist attack" names nobody
		}
		if k := a.t.sense.kind; v.topoAt[i] >= 0 && !v.d.Toponyms[v.topoAt[i]].Demonym && (k == "protest" || k == "riot") {
			continue // "Hong Kong demonstrations" are there, not by it
		}
		switch {
		case v.actorAt[i] >= 0 || v.topoAt[i] >= 0 && v.d.Toponyms[v.topoAt[i]].Demonym:
			if a.t.is(flagOwned) && v.topoAt[i] < 0 && !a.kills(i) {
				a.participant(obj, i)
			} else {
				a.participant(subj, i)
			}
		case v.classes[i].touches(maskOf(v.lex.bit("armed"), v.lex.bit("police"), v.lex.bit("army"))) && v.rel(i) == document.Compound:
			a.participant(subj, i)
		}
	}
}

// before reports a country that stands before somebody in the same compound: "Sudan
// paramilitary RSF shells" are the RSF's.
func (v *view) before(i, noun int) bool {
	if v.topoAt[i] < 0 {
		return false
	}
	for j := i + 1; j < noun; j++ {
		if v.actorAt[j] >= 0 && v.head(j) == noun && v.rel(j) == document.Compound {
			return true
		}
	}
	return false
}

// withOwners adds to the words before a noun those that stand before a weapon among
// them: the army in "an army air strike", where the tree hangs it from "air".
func (v *view) withOwners(mod []int) []int {
	out := mod[:len(mod):len(mod)]
	for _, i := range mod {
		if v.rel(i) != document.Compound || !v.isMeans(i) {
			continue
		}
		for _, k := range v.children(i) {
			if r := v.rel(int(k)); r == document.Compound || r == document.Amod {
				out = append(out, int(k))
			}
		}
	}
	return out
}

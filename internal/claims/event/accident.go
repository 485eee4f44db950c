package event

import "sayso/internal/document"

// accident reports whether the article puts its explosion down to an accident: it
// names one for the cause ("a gas leak caused the blast", "a boiler exploded"), and
// neither headline nor lead speaks of a bomb or of anybody armed.
func (v *view) accident() bool {
	named := false
	for s := range v.d.Sentences {
		if v.deliberate(s) {
			if s < leadSentences || v.inTitle(v.d.Sentences[s].First) {
				return false
			}
			continue
		}
		named = named || v.namesAccident(s)
	}
	return named
}

// leadSentences is how many sentences, the headline among them, say what an
// article is about.
const leadSentences = 3

// deliberate reports whether a sentence speaks of a bomb, an attack or somebody
// armed, and does not deny it.
func (v *view) deliberate(s int) bool {
	meant := maskOf(v.lex.bit("bomb"), v.lex.bit("armed"))
	found := false
	for i := v.d.Sentences[s].First; i < v.d.Sentences[s].End; i++ {
		switch v.lemmas[i] {
		case "not", "no", "rule", "deny", "dismiss", "without":
			return false
		case "attack", "bombing", "terrorism", "sabotage", "suicide", "responsibility":
			found = true
			continue
		}
		u := v.d.Tags[i].UPOS
		found = found || (u == document.NOUN || u == document.PROPN) && v.classes[i].touches(meant)
	}
	return found
}

// namesAccident reports whether a sentence names what explodes by accident, beside
// a word for exploding, and does not rule it out.
func (v *view) namesAccident(s int) bool {
	fuel, burst := false, false
	for i := v.d.Sentences[s].First; i < v.d.Sentences[s].End; i++ {
		switch v.lemmas[i] {
		case "not", "no", "rule", "deny", "dismiss":
			return false
		case "explosion", "blast", "explode", "detonate", "blow":
			burst = true
			fuel = fuel || v.child(i, document.Amod) >= 0 && v.lemmas[v.child(i, document.Amod)] == "accidental"
		case "boiler", "propane", "butane", "methane", "lpg", "firework", "firecracker":
			fuel = true
		case "leak", "cylinder", "canister", "tank", "stove", "main", "pipe", "pipeline", "heater", "bottle", "buildup", "supply":
			m := v.child(i, document.Compound, document.Amod)
			fuel = fuel || m >= 0 && (v.lemmas[m] == "gas" || v.lemmas[m] == "fuel" || v.lemmas[m] == "ammonia")
		}
	}
	return fuel && burst
}

// byAccident reports whether a trigger tells of an accidental explosion or of what
// came of it: in its own sentence nobody meant it.
func (v *view) byAccident(t *trigger) bool {
	if t.sense.kind != "bombing" && !t.is(flagEffect) || v.deliberate(int(v.sentence[t.token])) {
		return false
	}
	switch v.lemmas[t.token] {
	case "explosion", "blast", "explode", "detonate", "detonation", "blow":
		return true
	}
	return t.is(flagEffect)
}

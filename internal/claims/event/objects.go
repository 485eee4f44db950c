package event

// bursts reports whether a subject is a thing that goes off itself, which has done
// nothing to anybody: "two cars exploded".
func (a *arguments) bursts(i int) bool {
	switch a.v.lemmas[a.t.token] {
	case "explode", "detonate":
		return a.v.classes[i].has(a.v.lex.bit("vehicle"))
	}
	return false
}

// alight reports whether what is done to something is to set it on fire: "set fire
// to two buses".
func (a *arguments) alight() bool {
	for _, i := range a.t.frame.obj {
		if l := a.v.lemmas[i]; l == "fire" || l == "torch" {
			return true
		}
	}
	return false
}

// isDeed reports a noun for what forces do, whose they are before it: "killed in a US
// operation".
func (v *view) isDeed(i int) bool {
	switch v.lemmas[i] {
	case "operation", "mission", "campaign":
		return v.actorAt[i] < 0
	}
	return false
}

// measure reports whether the object is what is imposed and nobody whom it hits, who
// stands behind "on": "imposed restrictions on the group".
func (a *arguments) measure() bool {
	switch a.v.lemmas[a.t.token] {
	case "impose", "clamp", "slap", "levy":
		return a.t.sense.kind == "sanction"
	}
	return false
}

// streets reports a noun for what people do in the streets, before which stands where it is
// and not who kills there: "killed in Iran unrest".
func (v *view) streets(i int) bool {
	switch v.lemmas[i] {
	case "unrest", "riot", "rioting", "protest", "demonstration", "rally", "march", "violence", "clash", "turmoil", "war", "crackdown", "crash":
		return true
	}
	return false
}

// felled reports an aircraft with people in it that is shot down or hit, and so no weapon:
// "shot down a helicopter".
func (a *arguments) felled(i int) bool {
	switch a.v.lemmas[a.t.token] {
	case "shoot", "down", "hit", "strike", "destroy", "attack", "damage":
	default:
		return false
	}
	switch a.v.lemmas[i] {
	case "helicopter", "chopper", "plane", "aeroplane", "airplane", "airliner", "jet", "warplane", "aircraft":
		return a.v.isVerb(a.t.token)
	}
	return false
}

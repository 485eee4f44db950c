package event

// setOff reports whether a mention of people killed or hurt tells, in the sentence
// of a protest or riot, what it is about or what set it off, and no outcome of it:
// "riots over the killing of a boy", "the shooting sparked protests".
func (l *linker) setOff(i int, c *cluster) bool {
	if !l.found[i].is(flagEffect) || !streetKinds[c.kind] {
		return false
	}
	t := l.events[i].Trigger
	for _, m := range c.members {
		o := l.events[m].Trigger
		if l.v.sentence[o] == l.v.sentence[t] && l.v.sets(t, o) {
			return true
		}
	}
	return false
}

// mostBefore is within how many words of a happening's word the one stands that
// makes it the cause of another.
const mostBefore = 7

// sets reports whether what token t tells of set off what token o does: a word
// that says so stands before t, with o before that, or between t and o.
func (v *view) sets(t, o int) bool {
	for k := t - 1; k > o && k >= t-mostBefore && v.lemmas[k] != ","; k-- {
		switch v.lemmas[k] {
		case "over", "after", "follow", "following", "since", "against":
			return true
		}
		if sparks(v.lemmas[k]) {
			return true
		}
	}
	for k := t + 1; k < o && k <= t+3*mostBefore; k++ {
		if v.isVerb(k) && !v.passive(k) && (sparks(v.lemmas[k]) || v.lemmas[k] == "lead" && v.wordIs(k+1, t, "to")) {
			return true
		}
	}
	return false
}

// sparks reports whether a verb says that one thing set off another.
func sparks(lemma string) bool {
	switch lemma {
	case "spark", "trigger", "provoke", "ignite", "unleash", "prompt", "fuel", "inflame":
		return true
	}
	return false
}

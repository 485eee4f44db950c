package event

import "sayso/internal/document"

// custody are the types whose target is whom it is done to, one by one or many
// at once.
var custody = map[string]bool{"arrest": true, "abduction": true, "release": true}

// oneAndMany reports whether of a mention and a happening one is about a single
// person in a role and the other about several: the arrest of one man is not
// that of dozens.
func (l *linker) oneAndMany(i int, c *cluster, role string) bool {
	one, many := l.says(i, role)
	for _, m := range c.members {
		o, n := l.says(m, role)
		one, many = one || o, many || n
	}
	return one && many
}

func (l *linker) says(i int, role string) (one, many bool) {
	for x := range l.events[i].Args {
		if a := &l.events[i].Args[x]; a.Role == role && a.Score >= 0.2 {
			one, many = one || l.v.alone(a.Range), many || l.v.many(a.Range)
		}
	}
	return one, many
}

// alone reports whether an expression names one person: "a member of the unit",
// "Mr Aadara".
func (v *view) alone(r document.Range) bool {
	h := v.headOf(r)
	return v.classes[h].touches(maskOf(v.lex.bit("person"), classPerson)) && v.d.Tags[h].XPOS != document.NNS && v.d.Tags[h].XPOS != document.NNPS &&
		v.d.Tags[h].UPOS != document.PRON && !v.classes[h].has(classNumber) && !v.group(h)
}

// group reports whether a noun in the singular stands for several.
func (v *view) group(h int) bool {
	switch v.lemmas[h] {
	case "people", "police", "crew", "family", "staff", "personnel", "dozen", "score", "hundred", "other", "group", "troop":
		return true
	}
	return v.inName[h] == document.NameOrganisation
}

// many reports whether an expression counts several people: "dozens of
// members", "Gaza-based operatives".
func (v *view) many(r document.Range) bool {
	h := v.headOf(r)
	x := v.d.Tags[h].XPOS
	if k := v.actorAt[h]; k >= 0 && v.d.Actors[k].Plural && x == document.NNS {
		return true
	}
	if x == document.NNS && v.classes[h].touches(maskOf(v.lex.bit("person"), v.lex.bit("armed"))) {
		return true
	}
	switch v.lemmas[h] {
	case "dozen", "score", "hundred", "thousand", "many", "several", "most":
		return true
	}
	return false
}

package event

import "sayso/internal/document"

// occasionOf finds the protest or riot that a trigger is the reason for, by the
// token that tells of it, -1 for none: "demonstrations protesting the shooting of
// a man", "riots sparked by the death of a boy", "marched to demand justice for a
// woman killed by soldiers", "protests erupted after police shot a student".
func (v *view) occasionOf(t int, events []document.Event) int {
	for n, i := 0, t; n < 8; n++ {
		h := v.head(i)
		switch {
		case h < 0, i != t && v.classes[i].touches(maskOf(v.lex.bit("site"), v.lex.bit("territory"), classPlace)):
			return -1 // "marched to the square where police shot him"
		case v.takesToStreets(h, events):
			if v.aims(t, i, h) {
				return h
			}
			return -1
		}
		if p := v.stirredBy(i, h, events); p >= 0 {
			return p
		}
		if v.rel(i) == document.Conj && v.isVerb(i) {
			return -1
		}
		i = h
	}
	return -1
}

// takesToStreets reports whether a word tells of a protest or riot.
func (v *view) takesToStreets(h int, events []document.Event) bool {
	for i := range events {
		if events[i].Trigger == h {
			return events[i].Type == "protest" || events[i].Type == "riot"
		}
	}
	switch v.lemmas[h] {
	case "protest", "demonstration", "demonstrate", "rally", "riot", "vigil":
		return true
	}
	return false
}

// aims reports whether trigger t, which hangs with i from a word of protest, is
// what the protest is about.
func (v *view) aims(t, i, h int) bool {
	switch v.rel(i) {
	case document.Obj:
		return v.isVerb(h)
	case document.Obl, document.Nmod:
		switch v.caseOf(i) {
		case "over", "against", "after", "following", "because", "due":
			return true
		case "at", "about", "of":
			return i == t
		case "for":
			return v.classes[i].has(v.lex.bit("person")) || v.lemmas[i] == "justice" || v.actorAt[i] >= 0
		}
	case document.Advcl, document.Xcomp, document.Acl:
		return i != t && v.takesStand(i) || i == t && v.rel(i) == document.Advcl && v.after(i)
	}
	return false
}

// takesStand reports whether a verb says what people want or think of something.
func (v *view) takesStand(i int) bool {
	switch v.lemmas[i] {
	case "demand", "protest", "condemn", "denounce", "mourn", "mark", "commemorate", "oppose", "decry", "call", "seek", "honor", "honour", "remember", "criticize", "criticise":
		return true
	}
	return v.stirs(i) && v.d.Tags[i].XPOS == document.VBN // "riots sparked by"; what a riot sparks is no reason for it
}

// stirs reports whether a verb says that one thing brought about another.
func (v *view) stirs(i int) bool {
	switch v.lemmas[i] {
	case "spark", "trigger", "prompt", "provoke", "cause", "ignite", "unleash", "fuel", "inspire", "lead", "set":
		return true
	}
	return false
}

// after reports whether a clause tells what came before.
func (v *view) after(i int) bool {
	m := v.child(i, document.Mark)
	return m >= 0 && (v.lemmas[m] == "after" || v.lemmas[m] == "because" || v.lemmas[m] == "since")
}

// stirredBy finds the protest that verb h ties to what hangs from it with i: "the
// killing sparked riots", "riots were sparked by it", "riots broke out after it".
func (v *view) stirredBy(i, h int, events []document.Event) int {
	if !v.isVerb(h) {
		return -1
	}
	rel := v.rel(i)
	subject := rel == document.Nsubj || rel == document.Csubj
	oblique := rel == document.Obl || rel == document.OblAgent
	switch {
	case v.stirs(h) && subject:
		return v.streetBelow(h, events, document.Obj, document.Obl)
	case v.stirs(h) && oblique && v.caseOf(i) == "by":
		return v.streetBelow(h, events, document.NsubjPass)
	case v.lemmas[h] == "follow" && rel == document.Obj:
		return v.streetBelow(h, events, document.Nsubj)
	case !v.goesOn(h):
		return -1
	case rel == document.Advcl && v.after(i),
		oblique && (v.caseOf(i) == "over" || v.caseOf(i) == "after" || v.caseOf(i) == "following" || v.caseOf(i) == "against"):
		return v.streetBelow(h, events, document.Nsubj, document.NsubjPass)
	}
	return -1
}

// streetBelow is the word of protest that hangs from a verb by one of some
// relations, -1 for none.
func (v *view) streetBelow(h int, events []document.Event, rels ...document.Rel) int {
	for _, rel := range rels {
		for _, k := range v.children(h) {
			if v.rel(int(k)) == rel && v.takesToStreets(int(k), events) {
				return int(k)
			}
		}
	}
	return -1
}

// goesOn reports whether a verb says no more of its subject than that it happens.
func (v *view) goesOn(h int) bool {
	switch v.lemmas[h] {
	case "erupt", "break", "begin", "start", "take", "spread", "continue", "resume", "flare", "hold", "stage", "occur", "rage", "intensify", "grow", "happen":
		return true
	}
	return false
}

package event

import (
	"strings"

	"sayso/internal/document"
)

// suffered adds whom a noun befell, told by a verb of undergoing or by a noun
// for who undergoes, and who did it: "officers came under fire", "she survived
// an attack by a man", "he was the target of a bombing", "the group was responsible for it".
func (v *view) suffered(f *frame, t, h int) {
	up := v.frameShallow(h, 0)
	switch v.lemmas[h] {
	case "survive", "suffer", "escape", "undergo", "withstand", "face":
		if !contains(up.obj, t) {
			return
		}
	case "receive", "get":
		if v.lemmas[t] != "threat" || !contains(up.obj, t) {
			return
		}
	case "come", "be":
		if v.caseOf(t) != "under" {
			return
		}
	case "target", "victim":
		if v.caseOf(t) != "of" || v.child(h, document.Cop) < 0 {
			return
		}
	case "responsible":
		if v.caseOf(t) == "for" {
			f.subj = append(f.subj, up.subj...)
		}
		return
	default:
		return
	}
	f.obj = append(f.obj, up.subj...)
	for _, o := range up.obl {
		if c := v.caseOf(o); c == "by" || c == "from" && v.actorAt[o] >= 0 && v.caseOf(t) == "under" {
			f.subj = append(f.subj, o)
		}
	}
}

// fell reports whether the subject of a participle of killing or hurting is who
// suffered it, as the words of a headline leave out "was": "leader's son killed".
func (v *view) fell(f *frame, t int) bool {
	if v.d.Tags[t].XPOS != document.VBN || len(f.subj) != 1 || len(f.obj) > 0 || v.child(t, document.Aux) >= 0 || v.child(t, document.AuxPass) >= 0 {
		return false
	}
	person := maskOf(v.lex.bit("person"), classPerson)
	return v.classes[t].touches(maskOf(v.lex.bit("deadly"), v.lex.bit("hurtful"))) && v.lemmas[t] != "die" &&
		(v.classes[f.subj[0]].touches(person) || v.child(f.subj[0], document.NmodPoss) >= 0)
}

// befell adds whom a noun befell where the tree has it otherwise: the object of a
// gerund, "the police killing of a man", and what stands behind who did it, "the
// killing by police of a boy", "the looting by troops of a clinic".
func (v *view) befell(f *frame, t int) {
	deadly := v.classes[t].touches(maskOf(v.lex.bit("deadly"), v.lex.bit("hurtful")))
	if len(f.obj) > 0 || !deadly && !done[strings.ToLower(v.d.Word(t))] || v.lemmas[t] == "die" || v.d.Tags[t].XPOS == document.VBN {
		return
	}
	of, by := t+1, -1
	if v.wordIs(of, t, "by") {
		for of++; of < t+longestAgent && v.wordWithin(of, t) && !v.wordIs(of, t, "of"); of++ {
			switch v.d.Tags[of].UPOS {
			case document.NOUN, document.PROPN:
				by = of
			case document.DET, document.ADJ, document.NUM:
			default:
				return
			}
		}
	}
	if !v.wordIs(of, t, "of") || v.isVerb(t) && v.d.Tags[t].XPOS != document.VBG {
		return
	}
	fit := maskOf(v.lex.bit("person"), classPerson)
	if !deadly {
		fit = maskOf(v.lex.bit("person"), classPerson, v.lex.bit("building"), v.lex.bit("site"), v.lex.bit("vehicle"))
	}
	whom := v.head(of)
	if whom < of || by < 0 && (!deadly || !v.isVerb(t)) || !v.classes[whom].touches(fit) {
		return
	}
	if by >= 0 {
		if v.classes[whom].touches(maskOf(v.lex.bit("force"), v.lex.bit("armed"), classOrg)) {
			return // by soldiers of a brigade
		}
		f.subj = append(f.subj, by)
	}
	f.obj = append(f.obj, whom)
}

// done are nouns for what is done to somebody or something besides killing and hurting.
var done = map[string]bool{"looting": true, "abduction": true, "kidnapping": true, "arrest": true, "detention": true, "burning": true, "torching": true,
	"shelling": true, "bombing": true, "bombardment": true, "seizure": true, "capture": true, "destruction": true, "ransacking": true}

// swallows reports whether the words for who did it run on to the deed or to whom it
// befell: in "the killing by police of a boy" the police are not of a boy, in "accused
// the army of the raid" the army is not of the raid.
func (a *arguments) swallows(doer int, words document.Range) bool {
	if words.Has(a.t.token) {
		return true
	}
	if !a.v.wordIs(a.t.token+1, a.t.token, "by") {
		return false
	}
	for _, o := range a.t.frame.obj {
		if o > doer && words.Has(o) {
			return true
		}
	}
	return false
}

// longestAgent is within how many words of a noun "of" follows who did it.
const longestAgent = 6

// wordIs reports whether token i is a word of t's sentence.
func (v *view) wordIs(i, t int, word string) bool {
	return v.wordWithin(i, t) && strings.EqualFold(v.d.Word(i), word)
}

// wordsBefore gives what stands before a noun that was tagged as an adverb, as the
// tree then has nothing below it: "an election rally".
func (v *view) wordsBefore(t int) (out []int) {
	for i := t - 1; i >= 0 && t-i <= 3 && v.sentence[i] == v.sentence[t]; i-- {
		switch v.d.Tags[i].UPOS {
		case document.NOUN, document.PROPN, document.ADJ, document.NUM:
			out = append(out, i)
		case document.PART:
		default:
			return out
		}
	}
	return out
}

// commemorated reports whether a noun is what an anniversary is of: that tells of
// the day kept, and of a happening of another year only in passing.
func (v *view) commemorated(t int) bool {
	h := v.head(t)
	return h >= 0 && !v.isVerb(t) && v.lemmas[h] == "anniversary" && v.caseOf(t) == "of"
}

// planned reports whether a verb says what a plan is for: "plans to attack".
func (v *view) planned(t int) bool {
	if !v.isVerb(t) || v.rel(t) != document.Acl && v.rel(t) != document.Xcomp && v.rel(t) != document.Advcl {
		return false
	}
	for h, n := v.head(t), 0; h >= 0 && n < 2; h, n = v.head(h), n+1 {
		switch v.lemmas[h] {
		case "plan", "plot", "intention", "intent", "scheme", "conspiracy", "conspire":
			return true
		}
		for _, k := range v.children(h) {
			if c := int(k); c < t && v.rel(c) == document.Obj && (v.lemmas[c] == "plan" || v.lemmas[c] == "plot") && v.rel(t) == document.Xcomp {
				return true
			}
		}
	}
	return false
}

// toldOf gives, for a noun that only tells of what a clause says, the noun that
// the clause is about: in "a report of a protester being shot" the protester.
func (v *view) toldOf(noun, t int) int {
	b := v.lex.bit
	if !v.classes[noun].touches(maskOf(b("abstract"), b("record"))) || v.d.Tags[t].XPOS != document.VBG && !v.being(t) {
		return noun
	}
	for _, k := range v.children(noun) {
		if c := int(k); c < t && c > noun && v.rel(c) == document.Nmod && v.caseOf(c) == "of" {
			return c
		}
	}
	return noun
}

// whoIs gives for a thing, of which no clause can say "who", the people right before it:
// in "police in riot gear, who fired back" the police.
func (v *view) whoIs(noun int, subj []int) int {
	b := v.lex.bit
	people := maskOf(b("person"), b("crowd"), b("force"), b("police"), b("armed"), classPerson)
	for _, s := range subj {
		if v.lemmas[s] != "who" || v.nominal(noun).touches(people) || v.actorAt[noun] >= 0 {
			continue
		}
		first := noun
		for _, k := range v.children(noun) {
			first = min(first, int(k))
		}
		if h := first - 1; h >= 0 && v.sentence[h] == v.sentence[noun] && v.nominal(h).touches(people) {
			return h
		}
	}
	return noun
}

// being reports whether a participle is a gerund in the passive: "being shot".
func (v *view) being(t int) bool {
	a := v.child(t, document.AuxPass, document.Aux)
	return a >= 0 && v.d.Tags[a].XPOS == document.VBG
}

// perceived reports whether clause t is what somebody is seen to do: "has seen
// dozens of members defect".
func (v *view) perceived(t, h int) bool {
	if x := v.d.Tags[t].XPOS; x != document.VB && x != document.VBP && x != document.VBG || v.child(t, document.Mark) >= 0 {
		return false
	}
	switch v.lemmas[h] {
	case "see", "watch", "hear", "witness", "catch", "let", "make", "find":
		return true
	}
	return false
}

// diesThere reports a verb of dying, by which nothing but its subject suffers: those who
// "died at the scene" did not hit it.
func (a *arguments) diesThere() bool {
	switch a.v.lemmas[a.t.token] {
	case "die", "perish", "succumb":
		return true
	}
	return false
}

// besides are nouns behind "on" that say where or when, and not what was hit: "attacks on
// the margins of the protests".
var besides = map[string]bool{"margin": true, "sideline": true, "outskirt": true, "outskirts": true, "edge": true, "eve": true, "anniversary": true, "way": true}

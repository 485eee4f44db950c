package event

import (
	"strings"

	"sayso/internal/document"
)

// frame is the syntactic surroundings of a trigger: heads of its subjects,
// objects, other dependents and modifiers, and what it depends on. Subjects are
// logical: of a passive, the by-agent; of "rockets fired from Syria", nothing,
// the rockets being the object.
type frame struct {
	subj, obj, obl, mod, gov []int
	owned                    []int // possessives that may be subject or object
}

// frameOf collects the frame of token t.
func (v *view) frameOf(t int) frame {
	var f frame
	for _, k := range v.children(t) {
		v.sortChild(&f, t, int(k))
	}
	if v.d.Tags[t].UPOS == document.ADV {
		f.mod = append(f.mod, v.wordsBefore(t)...)
	}
	if v.isVerb(t) || v.rel(t) == document.Acl || v.rel(t) == document.AclRelcl {
		v.verbContext(&f, t)
	} else {
		v.nounContext(&f, t)
	}
	if v.isVerb(t) && len(f.obj) == 0 {
		v.shareObject(&f, t)
		v.describedObject(&f, t)
	}
	if v.fell(&f, t) {
		f.subj, f.obj = nil, f.subj
	}
	v.befell(&f, t)
	f.subj = v.withConjuncts(v.byName(f.subj))
	f.obj = v.withConjuncts(v.byName(f.obj))
	f.obl = v.withConjuncts(f.obl)
	return f
}

func (v *view) sortChild(f *frame, t, c int) {
	switch v.rel(c) {
	case document.Nsubj, document.Csubj, document.NsubjOuter:
		if v.d.Tags[t].UPOS == document.NOUN && v.child(t, document.Cop) >= 0 && v.caseOf(t) != "behind" {
			f.gov = append(f.gov, c) // what is called an attack has not made one
			return
		}
		f.subj = append(f.subj, c)
	case document.Obj, document.Iobj, document.NsubjPass, document.CsubjPass:
		if v.receives(t, c) {
			f.obl = append(f.obl, c)
		} else {
			f.obj = append(f.obj, c)
		}
	case document.OblAgent:
		f.subj = append(f.subj, c)
	case document.Obl, document.OblUnmarked, document.Nmod, document.NmodUnmarked, document.NmodDesc:
		v.sortOblique(f, t, c)
	case document.Compound, document.Amod, document.Nummod, document.Flat:
		f.mod = append(f.mod, c)
	case document.NmodPoss:
		f.mod, f.owned = append(f.mod, c), append(f.owned, v.antecedent(t, c))
	case document.Cop:
		f.gov = append(f.gov, c)
	}
}

// antecedent is the noun that "whose" stands for, in "a boy whose killing by
// police sparked riots"; any other possessive stands for itself.
func (v *view) antecedent(t, c int) int {
	if v.lemmas[c] != "whose" && !strings.EqualFold(v.d.Word(c), "whose") {
		return c
	}
	for n, i := 0, t; n < 6 && i >= 0; n, i = n+1, v.head(i) {
		if r := v.rel(i); (r == document.AclRelcl || r == document.Acl) && v.head(i) >= 0 {
			return v.head(i)
		}
	}
	return c
}

func (v *view) sortOblique(f *frame, t, c int) {
	switch v.caseOf(c) {
	case "by":
		if v.isVerb(t) && !v.passive(t) && v.d.Tags[t].XPOS != document.VBN {
			f.obl = append(f.obl, c)
		} else {
			f.subj = append(f.subj, c)
		}
	case "of":
		if v.isVerb(t) {
			f.obl = append(f.obl, c)
		} else {
			f.obj = append(f.obj, c)
			f.obl = append(f.obl, c)
		}
	case "on", "against", "at", "upon":
		if !v.isVerb(t) {
			f.obj = append(f.obj, c)
		}
		f.obl = append(f.obl, c)
	case "for":
		if v.lemmas[t] == "warrant" {
			f.obj = append(f.obj, c)
		}
		f.obl = append(f.obl, c)
	default:
		f.obl = append(f.obl, c)
	}
}

// verbContext adds what a verb shares with its governor: the noun of a
// participle or relative clause, the subject of a coordinated or open clause.
func (v *view) verbContext(f *frame, t int) {
	if len(f.subj) == 0 && (v.passive(t) || v.d.Tags[t].XPOS == document.VBN) {
		v.agentBelow(f, t)
		v.agentAfterTime(f, t)
	}
	h := v.head(t)
	if h < 0 {
		return
	}
	f.gov = append(f.gov, h)
	if x := v.d.Tags[t].XPOS; len(f.subj) == 0 && x == document.VBG {
		if f.subj = v.guilty(t); len(f.subj) > 0 {
			return
		}
	}
	switch v.rel(t) {
	case document.Acl, document.AclRelcl:
		if who := v.deciders(t, h); len(f.subj) == 0 && len(who) > 0 {
			f.subj = append(f.subj, who...)
			return
		}
		v.relative(f, t, h)
	case document.Conj, document.Advcl, document.Xcomp, document.Parataxis:
		if len(f.subj) > 0 && !(v.rel(t) == document.Conj) || !v.isVerb(h) {
			return
		}
		v.shareSubject(f, t, h)
	}
}

// agentBelow takes the by-agent of a coordinated passive: "shot and killed by
// police"; not of one that has a subject of its own: "rockets were fired, and three
// were intercepted by the army".
func (v *view) agentBelow(f *frame, t int) {
	for _, k := range v.children(t) {
		c := int(k)
		if v.rel(c) != document.Conj || !v.isVerb(c) || v.child(c, document.NsubjPass) >= 0 || v.child(c, document.Nsubj) >= 0 {
			continue
		}
		for _, g := range v.children(c) {
			if r := v.rel(int(g)); r == document.OblAgent || r == document.Obl && v.caseOf(int(g)) == "by" {
				f.subj = append(f.subj, int(g))
			}
		}
	}
}

// shareObject takes the object of a verb that is coordinated right behind:
// "officers shot and killed a man" shoot whom they kill.
func (v *view) shareObject(f *frame, t int) {
	for _, k := range v.children(t) {
		c := int(k)
		if v.rel(c) != document.Conj || !v.isVerb(c) || c-t != 2 || v.passive(t) || v.d.Tags[c].XPOS != v.d.Tags[t].XPOS && v.d.Tags[t].UPOS == document.VERB {
			continue
		}
		for _, g := range v.children(c) {
			if v.rel(int(g)) == document.Obj {
				f.obj = append(f.obj, int(g))
			}
		}
	}
}

// describedObject takes for its object what follows a participle right behind a
// verb: "disperse striking workers", where the tree has the workers struck.
func (v *view) describedObject(f *frame, t int) {
	if t+2 >= len(v.d.Tags) || v.d.Tags[t+1].XPOS != document.VBG || v.head(t+1) != t || v.passive(t) {
		return
	}
	if k := v.child(t+1, document.Obj); k > t+1 && k <= t+3 && v.child(k, document.Det) < 0 {
		f.obj = append(f.obj, k)
	}
}

func (v *view) relative(f *frame, t, noun int) {
	passive := v.passive(t) || v.participle(t) && v.child(t, document.Nsubj) < 0
	noun = v.whoIs(v.toldOf(noun, t), f.subj)
	own := f.subj
	f.subj = nil
	replaced := false
	for _, s := range own {
		if v.isRelative(s) {
			f.subj, replaced = append(f.subj, noun), true
		} else {
			f.subj = append(f.subj, s)
		}
	}
	for i, o := range f.obj {
		if v.isRelative(o) {
			f.obj[i], replaced = noun, true
		}
	}
	if replaced || len(f.obj) > 0 && (v.passive(t) || len(f.subj) > 0) {
		return // nothing is left to fill: "the report that a boat was attacked", "the place where police shot him"
	}
	if passive || len(f.subj) > 0 {
		f.obj = append(f.obj, noun)
	} else {
		f.subj = append(f.subj, noun)
	}
}

func (v *view) isRelative(i int) bool {
	switch v.lemmas[i] {
	case "who", "which", "that", "whom":
		return v.d.Tags[i].UPOS == document.PRON || v.d.Tags[i].UPOS == document.SCONJ
	}
	return false
}

func (v *view) shareSubject(f *frame, t, h int) {
	h = v.firstPassive(t, h)
	if v.rel(t) == document.Conj && v.d.Tags[t].XPOS == document.VBN && v.passive(h) && len(f.obj) == 0 {
		f.obj = append(f.obj, v.frameShallow(h, 0).obj...) // he was bombed and killed by aircraft
	}
	if v.child(t, document.NsubjPass) >= 0 {
		return
	}
	if len(f.subj) > 0 {
		if v.passive(t) && !v.passive(h) && v.rel(t) == document.Conj && len(f.obj) == 0 {
			f.obj = append(f.obj, v.frameShallow(h, 0).subj...) // a farmer found cattle and was stabbed by a herder
		}
		return
	}
	up := v.frameShallow(h, 0)
	open := v.rel(t) == document.Xcomp || v.rel(t) == document.Advcl && v.perceived(t, h)
	if open && len(up.obj) > 0 && !v.passive(h) {
		if v.passive(t) { // she saw them being marched away
			f.obj = append(f.obj, up.obj...)
		} else {
			f.subj = append(f.subj, up.obj...)
		}
		return
	}
	if v.passive(t) || v.passive(h) && v.d.Tags[t].XPOS == document.VBN && v.rel(t) == document.Conj {
		if len(f.obj) == 0 {
			if v.passive(h) {
				f.obj = append(f.obj, up.obj...)
			} else {
				f.obj = append(f.obj, up.subj...)
			}
		}
		if v.passive(h) && v.rel(t) == document.Conj {
			f.subj = append(f.subj, up.subj...)
		}
		return
	}
	if v.passive(h) && v.rel(t) != document.Conj {
		return // the subject of a passive rarely does what the adjunct says
	}
	f.subj = append(f.subj, up.subj...)
}

// frameShallow reads subject and object of a verb, following shared subjects
// a few steps up.
func (v *view) frameShallow(t, depth int) frame {
	var f frame
	for _, k := range v.children(t) {
		v.sortChild(&f, t, int(k))
	}
	h := v.head(t)
	if h < 0 || depth > 4 {
		return f
	}
	switch v.rel(t) {
	case document.Acl, document.AclRelcl:
		v.relative(&f, t, h)
	case document.Conj, document.Xcomp, document.Advcl:
		if len(f.subj) == 0 && v.isVerb(h) {
			up := v.frameShallow(h, depth+1)
			if v.d.Tags[t].XPOS == document.VBG {
				if who := v.guilty(t); len(who) > 0 {
					up.subj = who
				}
			}
			f.subj = append(f.subj, up.subj...)
		}
	}
	return f
}

// nounContext adds what a noun takes from the verb it depends on: the subject
// of "carried out an attack", the obliques of "the attack took place in".
func (v *view) nounContext(f *frame, t int) {
	h := v.head(t)
	top := t
	for h >= 0 && v.rel(top) == document.Conj && !v.isVerb(h) {
		top, h = h, v.head(h)
	}
	if h < 0 {
		return
	}
	f.gov = append(f.gov, h)
	v.agentAfterTime(f, t)
	v.suffered(f, top, h)
	if who := v.guilty(t); len(who) > 0 {
		f.subj = append(f.subj, who...)
		return
	}
	if !v.isVerb(h) && v.rel(top) != document.Acl {
		return
	}
	up := v.frameShallow(h, 0)
	light := v.classes[h].has(v.lex.bit("lightverb"))
	for _, o := range up.obl {
		if o != t {
			f.obl = append(f.obl, o)
		}
		if c := v.caseOf(o); v.lemmas[t] == "warrant" && (c == "for" || c == "on" || c == "against") && !contains(f.obj, o) {
			f.obj = append(f.obj, o) // "issued warrants for 36 people"
		}
	}
	switch {
	case light && (contains(up.obj, top) || v.d.Tags[t].UPOS == document.ADV || v.rel(top) == document.Xcomp), v.votes(top, h):
		f.subj = append(f.subj, up.subj...)
	case contains(up.subj, top) && v.classes[h].has(v.lex.bit("result")):
		f.obj = append(f.obj, up.obj...)
	}
}

func contains(in []int, x int) bool {
	for _, i := range in {
		if i == x {
			return true
		}
	}
	return false
}

func (v *view) withConjuncts(in []int) []int {
	for n := 0; n < len(in) && len(in) < 24; n++ {
		for _, k := range v.children(in[n]) {
			if c := int(k); v.rel(c) == document.Conj && !v.isVerb(c) && !contains(in, c) {
				in = append(in, c)
			}
		}
	}
	return in
}

// nominal returns the classes of a noun phrase by its head: the head's own,
// those of its modifiers and of what it is a number of ("dozens of rockets").
func (v *view) nominal(i int) mask {
	m := v.classes[i]
	for _, k := range v.children(i) {
		c := int(k)
		switch v.rel(c) {
		case document.Compound, document.Amod, document.Flat, document.Nummod, document.Appos:
			if v.topoAt[c] >= 0 && v.topoAt[i] < 0 {
				m.join(v.classes[c].and(classPlace)) // the United States Embassy is no state
				continue
			}
			m.join(v.classes[c])
		case document.Nmod:
			if v.caseOf(c) == "of" {
				m.join(v.classes[c])
			}
		}
	}
	return m
}

package event

import (
	"fmt"

	"sayso"
	"sayso/internal/document"
)

// arguments gathers what fills the parts of one trigger.
type arguments struct {
	v    *view
	t    *trigger
	all  []trigger
	args []document.Argument
}

func (a *arguments) add(role string, r document.Range, index int, score float64) {
	if r.Empty() {
		return
	}
	for i := range a.args {
		if a.args[i].Role == role && a.args[i].Touches(r) {
			return
		}
	}
	a.args = append(a.args, document.Argument{Role: role, Range: r, Index: index, Score: score})
}

func (a *arguments) has(role string) bool {
	for i := range a.args {
		if a.args[i].Role == role {
			return true
		}
	}
	return false
}

// participants reads agents, targets and parties off the frame.
func (a *arguments) participants() {
	f := &a.t.frame
	subj, obj := "agent", "target"
	switch {
	case a.t.is(flagParty):
		subj, obj = "party", "party"
	case a.t.is(flagLost):
		subj, obj = "target", "-"
	}
	kind := a.t.sense.kind
	if a.measure() {
		obj = "-"
	}
	if a.t.is(flagEffect) && a.v.d.Tags[a.t.token].UPOS == document.ADJ {
		subj = "target" // "who were slightly injured"
	}
	if a.diesThere() || a.v.lemmas[a.t.token] == "dead" {
		subj = "target"
	}
	if v := a.v; kind == "release" && v.isVerb(a.t.token) && v.lemmas[a.t.token] == "escape" {
		subj = "target"
	}
	for _, i := range f.subj {
		if !a.bursts(i) {
			a.participant(subj, i)
		}
	}
	for _, i := range f.obj {
		switch {
		case obj == "-", kind == "protest" && a.v.lemmas[a.t.token] == "block", a.v.lemmas[i] == "force" && (a.v.lemmas[a.t.token] == "use" || a.v.lemmas[a.t.token] == "employ"):
		case kind == "troop-movement" && a.moved(i):
			if len(f.subj) == 0 {
				a.participant("agent", i)
			}
		case a.launched(i):
			a.add("weapon", a.v.phrase(i), -1, 0.8)
		case a.felled(i):
			a.add("target", a.v.phrase(i), -1, 0.7)
		case a.crowdOf(i):
			a.participant(subj, i)
		default:
			a.participant(obj, i)
		}
	}
	a.victims(f)
	a.obliques(kind)
	a.modifiers(subj, obj)
	a.betweenBelow()
	a.onTheStreets()
	a.answered()
	if !a.has("agent") && !a.t.is(flagParty) {
		a.ascribed()
		a.causer()
	}
}

// moved reports whether the object of a move is the forces that are moved, who suffer
// nothing, "deployed soldiers and police", and who act where nobody sends them: "the
// frigate was dispatched".
func (a *arguments) moved(i int) bool {
	b := a.v.lex.bit
	return a.v.nominal(i).touches(maskOf(b("moved"), b("force"), b("army"), b("police")))
}

// victims reads who did it off whose victims they are: "two of Khan's victims died".
func (a *arguments) victims(f *frame) {
	if a.has("agent") || a.t.is(flagParty) {
		return
	}
	v := a.v
	for _, i := range append(f.subj[:len(f.subj):len(f.subj)], f.obj...) {
		for _, k := range append([]int32{int32(i)}, v.children(i)...) {
			if v.lemmas[k] != "victim" {
				continue
			}
			if g := v.child(int(k), document.NmodPoss); g >= 0 {
				a.participant("agent", g)
			}
		}
	}
}

// obliques reads participants off prepositions: fighting with, attack against,
// retaken from, threat to.
func (a *arguments) obliques(kind string) {
	for _, i := range a.t.frame.obl {
		switch p := a.v.governor(i); {
		case a.t.is(flagParty) && (p == "with" || p == "between" || p == "against" || p == "among"):
			a.participant("party", i)
		case p == "against" || p == "targeting":
			a.participant("target", i)
		case p == "to" && a.alight():
			a.participant("target", i)
		case p == "from" && (kind == "threat" || a.v.lemmas[a.t.token] == "come") && a.v.actorAt[i] >= 0: // came under fire from
			a.participant("agent", i)
		case p == "from" && (kind == "takeover" || kind == "defection"), p == "to" && kind == "threat", p == "on" && kind == "sanction", p == "with" && kind == "threat":
			a.participant("target", i)
		case kind == "bombing" || kind == "attack" || kind == "shelling" || kind == "air-strike" || kind == "property-attack" || kind == "crackdown" || kind == "riot":
			if p == "on" && !besides[a.v.lemmas[i]] || p == "at" && !a.diesThere() || p == "into" || p == "upon" {
				a.participant("target", i)
			}
		}
	}
	if kind == "threat" {
		a.threatened()
	}
}

// threatened reads the target of a vow off what is vowed: "vowed to destroy
// Israel", "vowed Israel's destruction".
func (a *arguments) threatened() {
	v := a.v
	for _, k := range v.children(a.t.token) {
		c := int(k)
		switch v.rel(c) {
		case document.Xcomp, document.Ccomp, document.Advcl, document.Acl:
			g := v.frameShallow(c, 0)
			for _, o := range append(g.obj, g.obl...) {
				a.participant("target", o)
			}
		case document.Obj, document.Obl, document.Nmod:
			for _, g := range v.children(c) {
				if r := v.rel(int(g)); r == document.NmodPoss || r == document.Nmod {
					a.participant("target", int(g))
				}
			}
		}
	}
}

// causer looks for the agent of an outcome in the same sentence: who fired the
// shots that killed, whose bomb it was.
func (a *arguments) causer() {
	v := a.v
	for _, i := range append(a.t.frame.subj, a.t.frame.obl...) {
		if !v.isMeans(i) && !v.isDeed(i) || v.streets(i) {
			continue
		}
		for _, k := range v.children(i) {
			c := int(k)
			switch v.rel(c) {
			case document.NmodPoss, document.Amod, document.Compound:
				if (v.actorAt[c] >= 0 || v.topoAt[c] >= 0) && !v.before(c, i) {
					a.participant("agent", c)
				}
			case document.Nmod:
				if v.caseOf(c) == "by" {
					a.participant("agent", c)
				}
			case document.Acl:
				g := v.frameShallow(c, 0)
				for _, s := range g.subj {
					if s != i {
						a.participant("agent", s)
					}
				}
			}
		}
	}
}

// isMeans reports whether a noun is a weapon or a happening rather than somebody.
func (v *view) isMeans(i int) bool {
	b := v.lex.bit
	if v.classes[i].touches(maskOf(b("armed"), b("force"), classPerson)) && !v.classes[i].has(b("bomb")) {
		return false
	}
	return v.classes[i].touches(maskOf(b("explosive"), b("rocket"), b("aircraft"), b("airattack"), b("gun"), b("blade"), b("chemical"))) ||
		len(v.lex.senses[key{v.lemmas[i], 'N'}]) > 0 && v.actorAt[i] < 0
}

// participant adds the actor, place or thing that a head token names.
func (a *arguments) participant(role string, i int) {
	v := a.v
	if role == "-" || i == a.t.token || v.noParticipant(i) {
		return
	}
	if k := v.actorOf(i); k >= 0 {
		if at := v.phraseOf(i, k); a.swallows(i, at) {
			a.add(role, v.subtree(i, func(c int) bool { return c > i || v.rel(c) == document.Det || v.rel(c) == document.Case }), -1, 0.7)
		} else {
			a.add(role, at, k, 0.9)
		}
		return
	}
	if v.isMeans(i) && !v.aimedAt(i) {
		if v.classes[i].touches(maskOf(v.lex.bit("explosive"), v.lex.bit("rocket"), v.lex.bit("aircraft"), v.lex.bit("gun"))) && !v.pit(i) {
			a.add("weapon", v.phrase(i), -1, 0.8)
		}
		return
	}
	if t := v.topoAt[i]; t >= 0 {
		top := &v.d.Toponyms[t]
		if role == "agent" && !top.Demonym && !top.Metonym && top.Place.Level != sayso.LevelCountry {
			return
		}
		a.add(role, top.Range, -1, 0.7)
		return
	}
	b := v.lex.bit
	m := v.nominal(i)
	if v.someOf(i) {
		a.add(role, v.phrase(i), -1, 0.4)
		return
	}
	if v.d.Tags[i].UPOS == document.PRON || v.classes[i].has(b("abstract")) || v.inName[i] == document.NameTime {
		return
	}
	if role != "target" && !m.touches(maskOf(b("armed"), b("force"), b("crowd"), b("person"), classOrg, classPerson)) {
		return
	}
	a.add(role, v.phrase(i), -1, 0.5)
}

// noParticipant reports what is never somebody or something acted on: days and
// sums of money.
func (v *view) noParticipant(i int) bool {
	if v.d.Tags[i].UPOS == document.SYM {
		return true
	}
	for k := range v.d.Times {
		if v.d.Times[k].Has(i) {
			return v.actorAt[i] < 0 || v.d.Times[k].Len() > 1
		}
	}
	return false
}

// someOf reports whether a word counts a part of those named before: "many of
// whom", "dozens of them".
func (v *view) someOf(i int) bool {
	if !v.partWord(i) {
		return false
	}
	for _, k := range v.children(i) {
		if c := int(k); v.caseOf(c) == "of" && v.d.Tags[c].UPOS == document.PRON {
			return true
		}
	}
	return false
}

// partWord reports whether a word counts some of many.
func (v *view) partWord(i int) bool {
	switch v.lemmas[i] {
	case "many", "most", "some", "several", "dozen", "score", "hundred", "thousand":
		return true
	}
	return false
}

// actorOf returns the actor mention that token i heads or stands for, or -1. A
// pronoun stands for another mention of its entity, a number for what it counts.
func (v *view) actorOf(i int) int {
	if k := v.actorAt[i]; k >= 0 && (v.d.Tags[i].UPOS != document.PRON || v.d.Actors[k].Actor.Name != "") {
		return int(k)
	}
	for _, c := range v.children(i) { // the frigate │INS Sukanya
		if k := v.actorAt[c]; k >= 0 && v.d.Tags[i].UPOS == document.NOUN && v.d.Actors[k].First == i+1 && !v.d.Actors[k].Actor.Generic && v.actorAt[i] < 0 {
			return int(k)
		}
	}
	if e := v.d.EntityAt(i); e >= 0 {
		for k := range v.d.Actors {
			if v.d.Actors[k].Entity == e && v.d.Tags[v.d.Actors[k].Head].UPOS != document.PRON {
				return k
			}
		}
	}
	for k := range v.d.Actors {
		if m := &v.d.Actors[k]; m.Has(i) && m.Head != i && v.head(i) == m.Head && (v.rel(i) == document.Flat || v.rel(i) == document.Compound) {
			return k
		}
	}
	if v.d.Tags[i].UPOS == document.NUM || v.classes[i].has(classNumber) || v.partWord(i) {
		for _, c := range v.children(i) {
			if v.rel(int(c)) == document.Nmod && v.caseOf(int(c)) == "of" {
				return v.actorOf(int(c))
			}
		}
	}
	return -1
}

// phraseOf is the words by which token i names actor mention k: the mention
// itself, the pronoun, or what counts some of it.
func (v *view) phraseOf(i, k int) document.Range {
	if m := v.d.Actors[k].Range; m.Has(i) {
		return m
	}
	if v.partWord(i) {
		return v.phrase(i)
	}
	return document.Range{First: i, End: i + 1}
}

// phrase is a noun phrase without articles, clauses, coordination and
// prepositions other than "of".
func (v *view) phrase(i int) document.Range {
	r := v.subtree(i, func(c int) bool {
		switch v.rel(c) {
		case document.Compound, document.Amod, document.Flat, document.Nummod, document.NmodPoss, document.Case:
			return v.rel(c) == document.Case && c < i || c < i-6
		case document.Nmod:
			return v.caseOf(c) != "of" || c > i+4
		case document.Punct:
			return v.d.Word(c) != "-"
		}
		return true
	})
	for n := r.First; n < i; n++ {
		if v.d.Tags[n].UPOS != document.DET && v.lemmas[n] != "not" && v.d.Tags[n].UPOS != document.PUNCT && v.d.Tags[n].UPOS != document.ADP {
			break
		}
		r.First = n + 1
	}
	return r
}

// score says how much a mention has that makes it a particular happening.
func (a *arguments) score() float64 {
	s := 0.6
	if a.t.is(flagWeak) {
		s = 0.25
	}
	if a.t.minor {
		s = 0.1
	}
	for i := range a.args {
		switch a.args[i].Role {
		case "place", "time":
			s += 0.15 * a.args[i].Score
		case "located":
		case "agent", "target", "party", "weapon":
			s += 0.1 * a.args[i].Score
		default:
			s += 0.15 * a.args[i].Score
		}
	}
	return min(s, 1)
}

// reasons explains each argument.
func (a *arguments) reasons() []*sayso.Explanation {
	out := make([]*sayso.Explanation, 0, len(a.args))
	for _, g := range a.args {
		out = append(out, sayso.Because(a.v.d.Words(g.Range), fmt.Sprintf("%s, weight %.2f", g.Role, g.Score)))
	}
	return out
}

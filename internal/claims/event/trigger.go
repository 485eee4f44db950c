package event

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// trigger is a word that reports a happening, with the sense chosen for it.
type trigger struct {
	token int
	sense *sense
	frame frame
	minor bool // stands inside another noun's phrase: "attack victims"
}

func (t *trigger) is(f flags) bool { return t.sense.flags&f != 0 }

// triggers finds the triggers of a document in text order.
func (v *view) triggers() []trigger {
	var out []trigger
	accident := v.accident()
	for i := range v.d.Tokens {
		if v.named(i) || v.month(i) || v.commemorated(i) || v.worded(i) {
			continue
		}
		if t, ok := v.triggerAt(i); ok && !(accident && v.byAccident(&t)) {
			out = append(out, t)
		}
	}
	return v.dropInner(out)
}

// named reports whether a token is part of a proper name, so that its letters
// are no word: "Bomb Squad", "Battle of Hastings".
func (v *view) named(i int) bool {
	if v.sentence[i] < 0 {
		return true
	}
	b := v.d.Sentences[v.sentence[i]].Block
	if b >= 0 && b < len(v.d.Blocks) && v.d.Blocks[b].Kind == document.BlockDateline {
		return true
	}
	switch v.inName[i] {
	case document.NameOrganisation, document.NamePerson, document.NamePlace, document.NameMisc:
		return v.d.Tags[i].UPOS == document.PROPN && !v.inTitle(i)
	}
	return false
}

// month reports whether a name is part of a time: "on March 20" nobody marches.
func (v *view) month(i int) bool {
	return v.d.Tags[i].UPOS == document.PROPN && v.inTime(i)
}

func (v *view) inTitle(i int) bool {
	s := v.sentence[i]
	if s < 0 {
		return false
	}
	b := v.d.Sentences[s].Block
	return b >= 0 && b < len(v.d.Blocks) && v.d.Blocks[b].Kind == document.BlockTitle
}

func (v *view) triggerAt(i int) (trigger, bool) {
	if t, found := v.joinedAt(i); found {
		return t, t.sense != nil
	}
	for _, pos := range v.partsOf(i) {
		senses := v.lex.sensesOf(v.lemmas[i], strings.ToLower(v.d.Word(i)), byte(pos))
		if senses == nil {
			continue
		}
		if t, found := v.choose(i, senses); found {
			return t, t.sense != nil
		}
	}
	return trigger{}, false
}

// partsOf gives the parts of speech to try of a token: those of its tag, but
// the verb first where it has an object, as in texts all in capitals ("SHOT 16
// PEASANTS") verbs are tagged as nouns and adjectives.
func (v *view) partsOf(i int) string {
	p := posOf(v.d.Tags[i].UPOS)
	if u := v.d.Tags[i].UPOS; (u == document.NOUN || u == document.ADJ) && v.child(i, document.Obj, document.NsubjPass) >= 0 {
		return "V" + p
	}
	return p
}

// choose takes the first sense whose conditions hold; without one where that
// says that the word reports nothing.
func (v *view) choose(i int, senses []sense) (t trigger, found bool) {
	if v.aimedAt(i) {
		return trigger{}, true
	}
	f := v.frameOf(i)
	for k := range senses {
		if !v.fits(&senses[k], i, &f) {
			continue
		}
		if senses[k].kind == "" {
			return trigger{}, true
		}
		s := &senses[k]
		if v.vowed(i, s.kind, &f) {
			s = &vow
		}
		f.own(s.flags)
		v.undergone(&f, i, s.kind)
		return trigger{token: i, sense: s, frame: f, minor: v.inner(i)}, true
	}
	return trigger{}, false
}

// undergone makes the subject of a verb of custody its object where it has none
// and the subject is nobody who takes people in: headlines leave the auxiliary
// out, "Tennis player arrested on Friday".
func (v *view) undergone(f *frame, t int, kind string) {
	if kind == "protest" && v.intransitive(t) && len(f.subj) == 0 {
		f.subj, f.obj = f.obj, nil // "protesters marched" is often read as a passive
	}
	if kind != "arrest" && kind != "abduction" || !v.isVerb(t) || len(f.obj) > 0 || v.passive(t) {
		return
	}
	if x := v.d.Tags[t].XPOS; x != document.VBN && x != document.VBD {
		return
	}
	b := v.lex.bit
	for _, i := range f.subj {
		if v.nominal(i).touches(maskOf(b("force"), b("armed"), b("governmental"), classOrg)) && !v.classes[i].has(classPerson) || v.d.Tags[i].UPOS == document.PRON {
			return
		}
	}
	f.obj, f.subj = f.subj, nil
}

// intransitive reports whether a verb is one of going into the streets.
func (v *view) intransitive(t int) bool {
	switch v.lemmas[t] {
	case "march", "rally", "gather", "demonstrate", "assemble", "converge":
		return v.isVerb(t)
	}
	return false
}

func (v *view) fits(s *sense, t int, f *frame) bool {
	for k := range s.when {
		if !v.holds(&s.when[k], t, f) {
			return false
		}
	}
	return true
}

// own makes possessives object or subject, by the sense.
func (f *frame) own(fl flags) {
	for _, p := range f.owned {
		if fl&flagOwned != 0 {
			if !contains(f.obj, p) {
				f.obj = append(f.obj, p)
			}
		} else if !contains(f.subj, p) {
			f.subj = append(f.subj, p)
		}
	}
}

// inner reports whether a noun is a modifier of another noun.
func (v *view) inner(i int) bool {
	switch v.rel(i) {
	case document.Compound, document.NmodPoss, document.Amod, document.Flat:
		return true
	}
	return false
}

// dropInner leaves out a modifier of a noun that is a trigger itself: the blast
// of a "bomb blast" is one happening.
func (v *view) dropInner(in []trigger) []trigger {
	at := map[int]bool{}
	for i := range in {
		at[in[i].token] = true
	}
	out := in[:0]
	for _, t := range in {
		h := v.head(t.token)
		if t.minor && h >= 0 && (at[h] || v.inner(h) && v.head(h) >= 0 && at[v.head(h)]) {
			continue
		}
		if v.lemmas[t.token] == "bomb" && !v.isVerb(t.token) && h >= 0 && at[h] && v.rel(t.token) != document.Obj && v.isVerb(h) {
			continue
		}
		out = append(out, t)
	}
	return out
}

// describe turns a trigger into an event with its arguments.
func (v *view) describe(t *trigger, all []trigger) document.Event {
	e := document.Event{Trigger: t.token, Extent: v.clause(t.token), Type: t.sense.kind, Traits: v.traits(t), Answer: t.is(flagExchange)}
	a := &arguments{v: v, t: t, all: all}
	a.participants()
	a.places()
	a.located()
	a.times()
	a.counts()
	a.weapons()
	e.Args = a.args
	e.Score = a.score()
	e.Why = sayso.Because(e.Type, v.reason(t), a.reasons()...)
	return e
}

// traits turns what the table says of a sense, and articles, into traits.
func (v *view) traits(t *trigger) document.Trait {
	var out document.Trait
	for _, x := range []struct {
		on    bool
		trait document.Trait
	}{
		{t.is(flagEffect), document.TraitOutcome}, {t.is(flagGeneric), document.TraitGeneral}, {t.is(flagWeak), document.TraitWeak},
		{t.is(flagPlan) || v.planned(t.token), document.TraitPlan}, {t.minor, document.TraitInner}, {v.definite(t), document.TraitDefinite},
		{v.setApart(t.token), document.TraitOther},
	} {
		if x.on {
			out |= x.trait
		}
	}
	return out
}

// definite reports whether a noun points back: "the attack", "their arrest"; or
// a verb's weapons do: "three of those missiles were intercepted".
func (v *view) definite(t *trigger) bool {
	if v.isVerb(t.token) {
		return v.pointsBack(append(t.frame.obj, t.frame.subj...))
	}
	if t.minor || v.lemmas[t.token] == "responsibility" {
		return true
	}
	for _, k := range v.children(t.token) {
		if c := int(k); v.rel(c) == document.Det && v.classes[c].has(v.lex.bit("definite")) {
			return true
		}
	}
	return false
}

// pointsBack reports whether a weapon, or what is a number of it, stands behind
// "those", "these" or "the".
func (v *view) pointsBack(heads []int) bool {
	b := v.lex.bit
	weapon := maskOf(b("rocket"), b("bomb"), b("explosive"))
	for _, i := range heads {
		for _, k := range append([]int32{int32(i)}, v.children(i)...) {
			if !v.classes[k].touches(weapon) {
				continue
			}
			for _, c := range v.children(int(k)) {
				if v.rel(int(c)) == document.Det && v.classes[c].has(b("definite")) {
					return true
				}
			}
		}
	}
	return false
}

// setApart reports whether the words themselves tell a noun from what was told
// before: "another attack", "a second bomb", "similar protests".
func (v *view) setApart(t int) bool {
	if v.isVerb(t) {
		return v.answers(t)
	}
	if r := v.rel(t); (r == document.Parataxis || r == document.Appos) && v.child(t, document.Acl) >= 0 && v.isVerb(v.head(t)) {
		return false // "A bomb killed five, another attack ascribed to the group"
	}
	for _, k := range v.children(t) {
		if v.classes[k].has(v.lex.bit("other")) {
			return true
		}
	}
	return false
}

// answers reports whether a verb hits back, or says how somebody does: "the South
// retaliated by firing on the North", "the herders retaliated, burning two villages".
func (v *view) answers(t int) bool {
	if l := v.lemmas[t]; l == "retaliate" || l == "respond" {
		return true
	}
	h := v.head(t)
	for n := 0; n < 3 && h >= 0 && v.rel(t) == document.Conj && v.isVerb(h); n++ {
		t, h = h, v.head(h)
	}
	if h < 0 || v.rel(t) != document.Advcl {
		return false
	}
	switch v.lemmas[h] {
	case "retaliate":
		return true
	case "respond", "reply":
		return v.child(t, document.Mark) >= 0
	}
	return false
}

func (v *view) reason(t *trigger) string {
	w := v.d.Word(t.token)
	if t.sense.text == "" {
		return "the word “" + w + "” reports it"
	}
	return "the word “" + w + "” reports it, given " + t.sense.text
}

// clause is the clause that reports a trigger: the trigger's own subtree where
// it is a verb, else that of the nearest verb above it; attributions that hang
// below ("…, police said") and punctuation at the ends are cut off.
func (v *view) clause(t int) document.Range {
	top := t
	for n := 0; n < 20 && !v.isVerb(top) && v.head(top) >= 0 && v.rel(top) != document.Parataxis; n++ {
		top = v.head(top)
	}
	if !v.d.Sentences[v.sentence[t]].Has(top) {
		top = t
	}
	r := v.subtree(top, func(c int) bool {
		return v.rel(c) == document.Parataxis || v.rel(c) == document.Conj && v.isVerb(c) && !v.above(c, t) ||
			v.rel(c) == document.Cc || v.rel(c) == document.Mark
	})
	if !r.Has(t) {
		r = v.subtree(t, nil)
	}
	return v.trim(r)
}

// trim cuts punctuation off the ends of a range.
func (v *view) trim(r document.Range) document.Range {
	for r.First < r.End-1 && v.d.Tags[r.First].UPOS == document.PUNCT {
		r.First++
	}
	for r.End > r.First+1 && v.d.Tags[r.End-1].UPOS == document.PUNCT {
		r.End--
	}
	return r
}

package event

import "sayso/internal/document"

// answered reads who answers whom: of "youths pelted police, who responded with tear gas"
// the police fire it, and whoever did what is told right before is whom they fire it at.
func (a *arguments) answered() {
	v := a.v
	h := v.answerOf(a.t.token)
	if h < 0 || v.denies(h) {
		return
	}
	who := v.frameOf(h).subj
	if !a.has("agent") {
		for _, i := range who {
			a.participant("agent", i)
		}
	}
	if len(who) > 0 && !a.has("target") {
		a.provoked(who)
	}
}

// provoked takes for target who did the last hostile thing that is told in the sentence
// or the one before, other than those who answer it.
func (a *arguments) provoked(who []int) {
	v := a.v
	for k := len(a.all) - 1; k >= 0; k-- {
		o := &a.all[k]
		if o.token >= a.t.token || v.sentence[a.t.token]-v.sentence[o.token] > 1 || !force[o.sense.kind] && o.sense.kind != "riot" && o.sense.kind != "protest" {
			continue
		}
		others := o.frame.subj[:len(o.frame.subj):len(o.frame.subj)]
		for _, i := range o.frame.obl {
			if c := v.governor(i); o.is(flagParty) && (c == "with" || c == "between" || c == "against") {
				others = append(others, i)
			}
		}
		for _, i := range others {
			if !contains(who, i) && !v.oneBody(i, who[0]) {
				a.participant("target", i)
			}
		}
		if a.has("target") {
			return
		}
	}
}

// oneBody reports whether two tokens stand for one actor, or both for police or soldiers
// of the same kind.
func (v *view) oneBody(i, j int) bool {
	if x, y := v.actorOf(i), v.actorOf(j); x >= 0 && y >= 0 {
		a, b := &v.d.Actors[x].Actor, &v.d.Actors[y].Actor
		if x == y || a.ID != "" && a.ID == b.ID || a.Name != "" && a.Name == b.Name {
			return true
		}
	}
	police := v.lex.bit("police")
	return v.nominal(i).has(police) && v.nominal(j).has(police)
}

// answerOf is the verb of hitting back that a mention says the manner of, -1 for none:
// "retaliated by firing rockets", "responded with volleys of tear gas".
func (v *view) answerOf(t int) int {
	if v.isVerb(t) {
		if v.lemmas[t] == "respond" || v.lemmas[t] == "retaliate" {
			return t
		}
		if h := v.head(t); h >= 0 && v.rel(t) == document.Advcl && v.child(t, document.Mark) >= 0 && v.hitsBack(h) {
			return h
		}
		return -1
	}
	for n, i := 0, t; n < 4 && v.head(i) >= 0; n, i = n+1, v.head(i) {
		h := v.head(i)
		switch v.rel(i) {
		case document.Nmod, document.Conj, document.Compound:
			if v.isVerb(h) {
				return -1
			}
		case document.Obl:
			if c := v.caseOf(i); v.isVerb(h) && (c == "with" || c == "by") && v.hitsBack(h) {
				return h
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// hitsBack reports whether a verb answers what somebody else did: "retaliated", "fired back".
func (v *view) hitsBack(h int) bool {
	switch v.lemmas[h] {
	case "retaliate", "respond", "reply", "answer", "react":
		return true
	case "fire", "hit", "strike", "shoot":
		for _, k := range v.children(h) {
			if v.lemmas[k] == "back" {
				return true
			}
		}
	}
	return false
}

// onTheStreets makes the forces that a crowd fights the target of a riot, and the crowd
// who did it: "demonstrators clashed with police". Two crowds stay equal sides, as do those
// of "clashes between police and miners", which left some dead.
func (a *arguments) onTheStreets() {
	v := a.v
	b := v.lex.bit
	if a.t.sense.kind != "riot" || !a.has("party") || v.costsLives(a.t.token) {
		return
	}
	forces := maskOf(b("police"), b("army"))
	var against []bool
	met := false
	for i := range a.args {
		x := a.args[i].Role == "party" && v.nominal(v.headOf(a.args[i].Range)).touches(forces)
		against = append(against, x)
		met = met || x
	}
	for i := range a.args {
		if !met || a.args[i].Role != "party" {
			continue
		}
		a.args[i].Role = "agent"
		if against[i] {
			a.args[i].Role = "target"
		}
	}
}

// costsLives reports whether a noun stands right below a word for what came of it: "clashes
// left 34 dead", "killed in a clash".
func (v *view) costsLives(t int) bool {
	h := v.head(t)
	b := v.lex.bit
	return !v.isVerb(t) && h >= 0 && (v.lemmas[h] == "leave" || v.classes[h].touches(maskOf(b("deadly"), b("hurtful"))))
}

// betweenBelow reads the sides off a noun below the word: "an exchange of gunfire between
// the rebels and the guards", "killed in fighting between herders and farmers".
func (a *arguments) betweenBelow() {
	v := a.v
	if k := a.t.sense.kind; k != "armed-clash" && k != "riot" && !(k == "attack" && a.t.is(flagEffect)) || a.has("party") || a.has("agent") {
		return
	}
	in := append(a.t.frame.obj[:len(a.t.frame.obj):len(a.t.frame.obj)], a.t.frame.obl...)
	for _, k := range v.children(a.t.token) {
		if c := int(k); v.rel(c) == document.Advcl && v.lemmas[c] == "fight" { // "killed in fighting", tagged as a verb
			in = append(in, c)
		}
	}
	for _, i := range in {
		if !v.isMeans(i) && !v.isVerb(i) {
			continue
		}
		for _, k := range v.withConjuncts(v.below(i, "between")) {
			a.participant("party", k)
		}
	}
}

// below lists what hangs from a noun by one of some prepositions.
func (v *view) below(i int, words ...string) (out []int) {
	for _, k := range v.children(i) {
		for _, w := range words {
			if r := v.rel(int(k)); (r == document.Nmod || r == document.Obl) && v.caseOf(int(k)) == w {
				out = append(out, int(k))
			}
		}
	}
	return out
}

// byName puts the names that stand behind several people in apposition in their place:
// "the teachers, Joao Selemane and Carlos Abdala".
func (v *view) byName(in []int) []int {
	out := in[:len(in):len(in)]
	for n, i := range out {
		x := v.d.Tags[i].XPOS
		if k := v.child(i, document.Appos); x == document.NNS && k > i && v.isPerson(k) && v.child(k, document.Conj) >= 0 && v.isPerson(v.child(k, document.Conj)) {
			out = append(append(append([]int{}, out[:n]...), k), out[n+1:]...)
		}
	}
	return out
}

// isPerson reports whether a token is the name of a person.
func (v *view) isPerson(i int) bool {
	return v.d.Tags[i].UPOS == document.PROPN && v.classes[i].has(classPerson)
}

package event

import "sayso/internal/document"

// counts attaches numbers to the trigger that they belong to, as roles
// "count:killed" and so on.
func (a *arguments) counts() {
	v := a.v
	for i := range v.d.Quantities {
		q := &v.d.Quantities[i]
		if q.Mixed || v.sentence[q.First] != v.sentence[a.t.token] {
			continue
		}
		what := q.Count.What
		if what == "" {
			what = a.countedBy(q)
		}
		if what == "" || !fitsKind(what, a.t.sense.kind) || !a.nearest(q, what) {
			continue
		}
		a.add("count:"+what, q.Range, i, 0.8)
	}
	a.singular()
}

// countedBy says what a bare number counts, by the part that it plays.
func (a *arguments) countedBy(q *document.Quantity) string {
	of := q.Of
	if of < 0 {
		of = a.v.headOf(q.Range)
	}
	switch {
	case contains(a.t.frame.obj, of) || contains(a.t.frame.obj, a.v.head(of)):
		return a.outcome()
	case contains(a.t.frame.subj, of) && !a.v.isMeans(of):
		switch k := a.t.sense.kind; {
		case k == "protest" || k == "riot":
			return "participants"
		case a.v.classes[a.t.token].has(a.v.lex.bit("deadly")) && a.v.lemmas[a.t.token] == "die":
			return "killed"
		}
	}
	return ""
}

// outcome is what happens to the objects of a trigger: killed, arrested, …
func (a *arguments) outcome() string {
	v, t := a.v, a.t.token
	switch {
	case v.classes[t].has(v.lex.bit("deadly")), v.lemmas[t] == "shoot" && t+1 < len(v.lemmas) && v.lemmas[t+1] == "dead", v.fatal(t):
		return "killed"
	case v.classes[t].has(v.lex.bit("hurtful")):
		return "injured"
	}
	switch a.t.sense.kind {
	case "arrest":
		return "arrested"
	case "abduction":
		return "abducted"
	case "release":
		return "released"
	case "shelling":
		if v.lemmas[t] == "intercept" || v.lemmas[t] == "shoot" {
			return "intercepted"
		}
		if v.lemmas[t] == "fire" || v.lemmas[t] == "launch" {
			return "weapons-launched"
		}
	}
	return ""
}

// fatal reports whether a word is said to have killed: "fatally shot", "the
// fatal shooting", "beaten to death".
func (v *view) fatal(t int) bool {
	for _, k := range v.children(t) {
		switch c := int(k); v.lemmas[c] {
		case "fatal", "fatally", "deadly":
			return true
		case "death":
			if v.caseOf(c) == "to" {
				return true
			}
		}
	}
	return false
}

// fitsKind reports whether an incident of a type can have such a count.
func fitsKind(what, kind string) bool {
	switch what {
	case "arrested":
		return kind == "arrest"
	case "abducted":
		return kind == "abduction"
	case "released":
		return kind == "release"
	case "intercepted", "weapons-launched":
		return kind == "shelling" || kind == "air-strike"
	case "strikes":
		return kind == "air-strike" || kind == "shelling"
	case "killed", "injured", "missing", "displaced", "destroyed", "attackers":
		switch kind {
		case "arrest", "release", "defection", "agreement", "threat", "sanction", "protest":
			return false
		}
		return true
	case "participants":
		switch kind {
		case "protest", "riot", "troop-movement", "armed-clash", "defection", "takeover", "crackdown":
			return true
		}
		return false
	}
	return true
}

// nearest reports whether no other trigger that could have the count stands
// closer to what decided it.
func (a *arguments) nearest(q *document.Quantity, what string) bool {
	v := a.v
	at := q.Cue
	if at < 0 {
		at = v.headOf(q.Range)
	}
	if at == a.t.token {
		return true
	}
	mine := v.distance(a.t.token, at)
	for i := range a.all {
		o := &a.all[i]
		if o.token == a.t.token || v.sentence[o.token] != v.sentence[a.t.token] || !fitsKind(what, o.sense.kind) {
			continue
		}
		if d := v.distance(o.token, at); d < mine || d == mine && o.token < a.t.token {
			return false
		}
	}
	return true
}

// singular counts one where a single person is killed, arrested and so on.
func (a *arguments) singular() {
	what := a.outcome()
	if what == "" || what == "intercepted" || what == "weapons-launched" || a.has("count:"+what) || !a.v.isVerb(a.t.token) && !a.t.is(flagOwned) {
		return
	}
	v := a.v
	heads := a.t.frame.obj
	if v.lemmas[a.t.token] == "die" {
		heads = a.t.frame.subj
	}
	if len(heads) != 1 {
		return
	}
	i := heads[0]
	x := v.d.Tags[i].XPOS
	if x == document.NNS || x == document.NNPS || v.lemmas[i] == "they" || v.lemmas[i] == "who" || v.classes[i].has(classNumber) {
		return
	}
	if k := v.actorOf(i); k >= 0 && (v.d.Actors[k].Plural || v.classes[i].touches(maskOf(v.lex.bit("armed"), classOrg)) && !v.classes[i].touches(maskOf(v.lex.bit("person"), classPerson))) {
		return
	}
	if (what == "killed" || what == "injured") && v.unheardOf(i) {
		a.add("count:"+what, v.phrase(i), -1, 0.5)
		return
	}
	if v.classes[i].touches(maskOf(v.lex.bit("person"), classPerson)) && v.lemmas[i] != "people" && v.lemmas[i] != "family" && v.lemmas[i] != "staff" && v.lemmas[i] != "crew" && v.lemmas[i] != "personnel" && v.lemmas[i] != "police" {
		a.add("count:"+what, v.phrase(i), -1, 0.5)
	}
}

// unheardOf reports whether a word is a name that neither the names nor the
// places know: who is killed by it is somebody.
func (v *view) unheardOf(i int) bool {
	t := v.d.Tags[i]
	return t.UPOS == document.PROPN && t.XPOS != document.NNPS && v.topoAt[i] < 0 && v.actorAt[i] < 0 && v.classes[i].empty()
}

// weapons attaches the weapon names of the clause and weapon words of the frame.
func (a *arguments) weapons() {
	switch a.t.sense.kind {
	case "armed-clash", "shelling", "air-strike", "bombing", "attack", "property-attack", "riot", "crackdown":
	default:
		return
	}
	v := a.v
	r := v.clause(a.t.token)
	for i := range v.d.Names {
		if n := &v.d.Names[i]; (n.Kind == document.NameWeapon || n.Kind == document.NamePlatform && v.serves(n.Range)) && r.Covers(n.Range) && !a.elsewhere(n) {
			a.add("weapon", v.withoutVerb(n.Range), -1, 0.7)
		}
	}
	b := v.lex.bit
	m := maskOf(b("bomb"), b("rocket"), b("gun"), b("blade"))
	for _, list := range [][]int{a.t.frame.subj, a.t.frame.obj, a.t.frame.obl} {
		for _, i := range list {
			if v.classes[i].touches(m) && !v.pit(i) && !v.aimedAt(i) && v.d.Tags[i].UPOS != document.PROPN && v.actorAt[i] < 0 {
				a.add("weapon", v.phrase(i), -1, 0.6)
			}
		}
	}
}

// withoutVerb cuts a finite verb off the end of a name: "a car bomb ripped through".
func (v *view) withoutVerb(r document.Range) document.Range {
	for r.Len() > 1 && v.d.Tags[r.End-1].UPOS == document.VERB {
		r.End--
	}
	return r
}

// serves reports whether a vehicle is what something was done with: "fired from
// speed boats", "with a lorry", a bomber; not one that was hit.
func (v *view) serves(r document.Range) bool {
	h := v.headOf(r)
	if v.classes[h].has(v.lex.bit("aircraft")) {
		return true
	}
	switch v.governor(h) {
	case "by", "with", "from", "using", "in", "on", "of":
		return true
	}
	return v.rel(h) == document.Compound || v.rel(h) == document.Nsubj
}

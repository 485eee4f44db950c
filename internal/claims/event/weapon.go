package event

import "sayso/internal/document"

// elsewhere reports whether a weapon's name is none of what this was done with: a
// mine where something is dug, what a blow is aimed at, what a depot that was hit held, and what was used in
// another happening that the sentence tells by a noun ("bombed the ammunition depot
// in return for the rocket attack").
func (a *arguments) elsewhere(n *document.Name) bool {
	v := a.v
	h := v.headOf(n.Range)
	if v.pit(n.End-1) || v.aimedAt(h) {
		return true
	}
	if up := v.head(h); up >= 0 && up != a.t.token && v.rel(h) == document.Obl && v.caseOf(h) == "by" && travels[v.lemmas[up]] {
		return true // who was arriving by plane
	}
	people := maskOf(v.lex.bit("person"), v.lex.bit("armed"), classPerson)
	for i := range a.args {
		if g := &a.args[i]; g.Has(h) && (g.Role == "agent" && v.classes[h].touches(people) || n.Kind == document.NamePlatform && g.Role == "target" && v.headOf(g.Range) == h) {
			return true // a suicide bomber, the boat that was hit
		}
	}
	up := v.head(h)
	if v.rel(h) != document.Compound || up < 0 || up == a.t.token {
		return false
	}
	for k := range a.all {
		if a.all[k].token == up {
			return true
		}
	}
	b := v.lex.bit
	return contains(a.t.frame.obj, up) && v.classes[up].touches(maskOf(b("building"), b("site"), b("position")))
}

// aimedAt reports whether a weapon is what a blow is aimed at and none of what it is
// struck with: "strikes against seven cruise missiles".
func (v *view) aimedAt(i int) bool {
	return v.classes[i].touches(maskOf(v.lex.bit("rocket"), v.lex.bit("aircraft"))) && v.caseOf(i) == "against"
}

// travels are verbs for going somewhere.
var travels = map[string]bool{"arrive": true, "travel": true, "come": true, "leave": true, "flee": true, "return": true, "go": true, "depart": true, "escape": true}

// pit reports whether a mine is one where something is dug: by the word before it, a name
// or what is dug, or where the article has such a mine or miners and no mines that are laid.
func (v *view) pit(i int) bool {
	if v.lemmas[i] != "mine" || v.isVerb(i) {
		return false
	}
	for _, k := range v.children(i) {
		if c := int(k); c < i && (dug[v.lemmas[c]] || v.rel(c) == document.Compound && v.d.Tags[c].UPOS == document.PROPN) {
			return true
		}
	}
	digs := false
	for k, l := range v.lemmas {
		switch l {
		case "landmine", "minefield", "demining", "minesweeper":
			return false
		case "miner", "mining", "mineworker":
			digs = true
		case "mine":
			digs = digs || k > 0 && dug[v.lemmas[k-1]] && v.lemmas[k-1] != "abandoned"
		}
	}
	return digs
}

// dug are words before a mine where something is dug.
var dug = map[string]bool{"copper": true, "gold": true, "coal": true, "iron": true, "silver": true, "diamond": true, "lithium": true, "cobalt": true, "tin": true,
	"nickel": true, "zinc": true, "salt": true, "uranium": true, "coltan": true, "emerald": true, "ruby": true, "jade": true, "bauxite": true,
	"platinum": true, "illegal": true, "disused": true, "abandoned": true, "open": true, "underground": true, "artisanal": true}

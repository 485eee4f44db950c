package event

import (
	"strings"

	"sayso/internal/document"
)

// fromAvenged sets what something is done in return for apart from the rest of its
// sentence: "the leader said the attack was retaliation for the killing of his men".
// Like what a protest is about, it lends its people to nothing else.
func (v *view) fromAvenged(events []document.Event, y int) {
	t := events[y].Trigger
	if !v.avenged(t) && (events[y].Traits.Has(document.TraitOccasion) || !v.angers(t)) {
		return
	}
	events[y].Traits |= document.TraitOccasion
	before := int32(0)
	if v.returned(t) {
		before = fewSentences
	}
	for x := range events {
		if n := v.sentence[t] - v.sentence[events[x].Trigger]; n >= 0 && n <= before && !v.avenged(events[x].Trigger) {
			sunder(events, x, y)
		}
	}
}

// angers reports whether a trigger is what somebody was angry about who then did something:
// "Angered by the killing of a boy, youths burned cars".
func (v *view) angers(t int) bool {
	h := v.head(t)
	if h < 0 || v.rel(h) != document.Advcl && v.rel(h) != document.Acl {
		return false
	}
	switch v.lemmas[h] {
	case "anger", "enrage", "infuriate", "outrage", "incense":
		c := v.caseOf(t)
		return c == "by" || c == "at" || c == "over"
	}
	return false
}

// returned reports whether a pronoun stands for what was done in return, which the
// sentences before tell: "This was a reprisal for the murder of a gang member".
func (v *view) returned(t int) bool {
	for n, i := 0, t; n < 8 && i >= 0; n, i = n+1, v.head(i) {
		if s := v.child(i, document.Nsubj); s >= 0 && s < t {
			switch v.lemmas[s] {
			case "this", "it", "that":
				return true
			}
			return false
		}
	}
	return false
}

// avenged reports whether a trigger hangs from a word for doing something in return
// by "for", "over" or "after", or as what is avenged or the pretext.
func (v *view) avenged(t int) bool {
	if c := v.child(t, document.Case); c > 0 && v.lemmas[c] == "for" && returns[v.lemmas[c-1]] {
		return true
	}
	for n, i := 0, t; n < 8; n++ {
		h := v.head(i)
		if h < 0 {
			return false
		}
		if c := v.caseOf(i); returns[v.lemmas[h]] && (c == "for" || c == "over" || c == "after") {
			return true
		}
		switch v.lemmas[h] {
		case "pretext", "excuse":
			return v.rel(i) == document.Acl || v.rel(i) == document.Ccomp || v.rel(i) == document.AclRelcl
		case "avenge":
			return v.rel(i) == document.Obj || v.rel(i) == document.NsubjPass
		}
		i = h
	}
	return false
}

// returns are nouns for what is done in return.
var returns = map[string]bool{"retaliation": true, "revenge": true, "reprisal": true, "vengeance": true, "retribution": true}

// manySentences is how far back what "a separate incident" is apart from may stand.
const manySentences = 6

// fromBefore sets what a paragraph tells from "a separate incident" on apart from
// what was told before.
func (v *view) fromBefore(events []document.Event, x int) {
	from := v.separateFrom(events[x].Trigger)
	v.fromBeside(events, x)
	if from < 0 {
		return
	}
	for y := range events {
		if n := from - v.sentence[events[y].Trigger]; n > 0 && n <= manySentences {
			sunder(events, x, y)
		}
	}
}

// fromBeside sets what a clause tells of "a separate ambush" apart from the other clauses
// of its sentence: "nine died in a blast, while five lost their lives in a separate ambush".
func (v *view) fromBeside(events []document.Event, x int) {
	noun := events[x].Trigger
	if v.isVerb(noun) || v.caseOf(noun) != "in" || !v.toldAnother(noun) {
		return
	}
	top := noun
	for n := 0; n < 3 && !v.isVerb(top) && v.head(top) >= 0; n++ {
		top = v.head(top)
	}
	if !v.isVerb(top) {
		return
	}
	for y := range events {
		t := events[y].Trigger
		if v.sentence[t] != v.sentence[noun] || t == top || v.above(top, t) {
			continue
		}
		for z := range events {
			if o := events[z].Trigger; o == top || o == noun {
				sunder(events, z, y)
			}
		}
	}
}

// toldAnother reports whether a word with a noun says that it is another: "separate".
func (v *view) toldAnother(noun int) bool {
	for _, k := range v.children(noun) {
		switch v.lemmas[k] {
		case "separate", "another", "unrelated", "different":
			return true
		}
	}
	return false
}

// separateFrom is the sentence of the paragraph of a trigger that says, before the
// trigger, that something else is told of, "in a separate incident", "in another
// attack"; -1 for none.
func (v *view) separateFrom(t int) int32 {
	block := v.d.Sentences[v.sentence[t]].Block
	for i := t; i > 0 && v.d.Sentences[v.sentence[i]].Block == block; i-- {
		if l := v.lemmas[i]; (l == "separately" || l == "elsewhere") && i == v.d.Sentences[v.sentence[i]].First {
			return v.sentence[i]
		}
		switch v.lemmas[i] {
		case "incident", "attack", "shooting", "case", "raid", "clash", "operation", "strike", "explosion", "blast":
		default:
			continue
		}
		if v.caseOf(i) == "in" && v.toldAnother(i) {
			return v.sentence[i]
		}
	}
	return -1
}

// fromAfter sets a force that is used after another, told of by a noun, apart from
// it: "soldiers exchanged fire following an attack on tourists". What came of an
// attack, deaths and wounds, is told so of one and the same.
func (v *view) fromAfter(events []document.Event, y int) {
	t := events[y].Trigger
	if v.isVerb(t) || !force[events[y].Type] {
		return
	}
	h := v.head(t)
	if c := v.caseOf(t); c != "after" && c != "following" && c != "follow" && !(h >= 0 && v.rel(t) == document.Obj && strings.EqualFold(v.d.Word(h), "following")) {
		return
	}
	for x := range events {
		if e := &events[x]; (force[e.Type] || e.Type == "crackdown") && !e.Traits.Has(document.TraitOutcome) && e.Trigger < t && v.sentence[e.Trigger] == v.sentence[t] {
			sunder(events, x, y)
		}
	}
}

// force are the types of fighting and attacks.
var force = map[string]bool{"attack": true, "armed-clash": true, "shelling": true, "air-strike": true, "bombing": true}

// fromDeed sets what somebody had done apart from what befell him for it at the hands of
// others than a force, which stops an attacker in the act, or after it: "a policeman who
// had killed a chief was shot dead by the chief's son", "police shot a gunman who had
// killed two".
func (v *view) fromDeed(events []document.Event, y int) {
	r := events[y].Trigger
	for v.rel(r) == document.Conj && v.isVerb(v.head(r)) {
		r = v.head(r)
	}
	if v.rel(r) != document.AclRelcl || !force[events[y].Type] && events[y].Type != "crackdown" || !plays(&events[y], "agent", v.head(r)) {
		return
	}
	by := maskOf(v.lex.bit("force"), v.lex.bit("police"))
	if had := v.child(r, document.Aux); had >= 0 && strings.EqualFold(v.d.Word(had), "had") {
		by = mask{}
	}
	for x := range events {
		m := &events[x]
		if v.sentence[m.Trigger] != v.sentence[r] || v.above(r, m.Trigger) || !plays(m, "target", v.head(r)) {
			continue
		}
		for i := range m.Args {
			if g := &m.Args[i]; g.Role == "agent" && !g.Has(v.head(r)) && !v.nominal(v.headOf(g.Range)).touches(by) {
				sunder(events, x, y)
				v.withOutcome(events, x, y, r)
				break
			}
		}
	}
}

// withOutcome sets what the clause of x tells besides, as "dead" of "shot dead", apart
// from y too.
func (v *view) withOutcome(events []document.Event, x, y, clause int) {
	for z := range events {
		if t := events[z].Trigger; z != x && v.head(t) == events[x].Trigger && !v.above(clause, t) {
			sunder(events, z, y)
		}
	}
}

// plays reports whether a token is among the words for somebody in a role.
func plays(e *document.Event, role string, token int) bool {
	for i := range e.Args {
		if g := &e.Args[i]; g.Role == role && g.Has(token) {
			return true
		}
	}
	return false
}

package event

import "sayso/internal/document"

// fromFoiled sets what was kept from happening apart from what came of keeping it so: in
// "foiled an attempt to blow up a pipeline, killing two of the attackers" no bomb killed them.
func (v *view) fromFoiled(events []document.Event, x int) {
	t := events[x].Trigger
	h := v.head(t)
	if h < 0 || v.rel(t) != document.Advcl || v.d.Tags[t].XPOS != document.VBG || !foils[v.lemmas[h]] {
		return
	}
	for y := range events {
		if o := events[y].Trigger; o != t && v.above(h, o) && !v.above(t, o) {
			sunder(events, x, y)
		}
	}
}

// foils are verbs for keeping from happening what somebody set out to do.
var foils = map[string]bool{"foil": true, "thwart": true, "prevent": true, "avert": true, "stop": true}

// fromGuilt sets what is done to people apart from what they, or those whom they go with,
// had done before, told in a clause about them, and from what they are wanted for: in
// "lynched two men of a gang that had burned their homes" the gang lynched nobody, and in
// "killed a man wanted for beheading two" the army beheaded nobody.
func (v *view) fromGuilt(events []document.Event, x int) {
	c := events[x].Trigger
	under, byOthers := c, false
	if who := v.guilty(c); len(who) > 0 {
		under = who[0]
	} else if v.survived(c) {
		under = v.head(c)
	} else if v.rel(c) != document.AclRelcl || !v.perfect(c) {
		return
	} else if s := v.child(c, document.Nsubj); s >= 0 {
		byOthers = v.lemmas[s] != "who" && v.lemmas[s] != "which" && v.lemmas[s] != "that" // drones that the rebels had launched
	}
	for y := range events {
		if o := events[y].Trigger; !(byOthers && events[y].Type == events[x].Type) && o != c && v.sentence[o] == v.sentence[c] && v.above(o, c) && v.above(o, under) && v.isVerb(o) {
			sunder(events, x, y)
		}
	}
}

// survived reports whether a mention is what somebody came out of alive, in a clause about
// them: "Nuur, who survived an attempt on his life, was killed by a bomb" died of the bomb.
func (v *view) survived(t int) bool {
	h := v.head(t)
	return h >= 0 && v.rel(t) == document.Obj && (v.lemmas[h] == "survive" || v.lemmas[h] == "escape") && (v.rel(h) == document.AclRelcl || v.rel(h) == document.Acl)
}

// perfect reports whether a verb stands in the past perfect: "had burned".
func (v *view) perfect(t int) bool {
	a := v.child(t, document.Aux)
	return a >= 0 && v.d.Word(a) == "had"
}

// fromLooting sets sexual violence apart from what the same sentence says was done to things:
// in "looted the market and raped 20 women" the women are no part of the looting.
func (v *view) fromLooting(events []document.Event, x int) {
	if events[x].Type != "sexual-violence" {
		return
	}
	for y := range events {
		if events[y].Type == "property-attack" && v.sentence[events[y].Trigger] == v.sentence[events[x].Trigger] {
			sunder(events, x, y)
		}
	}
}

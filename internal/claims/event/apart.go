package event

import (
	"slices"

	"sayso/internal/document"
)

// tellApart notes which mentions the words themselves set apart: what people took
// to the streets for from what befell them there ("gunmen shot protesters who
// marched against the killing of a teacher"), what came some days after something
// else ("the blast came a day after gunmen killed four"), and what a happening is
// only measured against.
func (v *view) tellApart(events []document.Event) {
	for y := range events {
		if events[y].Type == "protest" || events[y].Type == "riot" {
			continue
		}
		if p := v.occasionOf(events[y].Trigger, events); p >= 0 {
			events[y].Traits |= document.TraitOccasion
			v.fromOccasion(events, y, p)
		}
	}
	for x := range events {
		v.fromAvenged(events, x)
		v.fromBefore(events, x)
		v.fromAfter(events, x)
		v.fromEarlier(events, x)
		v.fromRecalled(events, x)
		v.fromElsewhen(events, x)
		v.fromDeed(events, x)
		v.fromDistant(events, x)
		v.fromListed(events, x)
		v.fromRetreat(events, x)
		v.fromState(events, x)
		v.fromOtherDay(events, x)
		v.fromSum(events, x)
		v.fromLongBefore(events, x)
		v.fromProtest(events, x)
		v.fromAside(events, x)
		v.fromAnswered(events, x)
		v.fromOtherSide(events, x)
		v.fromCharge(events, x)
		v.fromHabit(events, x)
		v.fromFoiled(events, x)
		v.fromGuilt(events, x)
		v.fromLooting(events, x)
	}
}

// sunder notes that two mentions tell of two happenings.
func sunder(events []document.Event, x, y int) {
	if x != y && !slices.Contains(events[x].Apart, y) {
		events[x].Apart = append(events[x].Apart, y)
		events[y].Apart = append(events[y].Apart, x)
	}
}

// fromOccasion sets what the protest at token p is about apart from the protest
// and from what is done to those who protest.
func (v *view) fromOccasion(events []document.Event, y, p int) {
	at := v.sentence[p]
	for z := range events {
		e := &events[z]
		if e.Traits.Has(document.TraitOccasion) || v.above(events[y].Trigger, e.Trigger) {
			continue
		}
		switch near := v.sentence[e.Trigger] - at; {
		case near == 0 && (e.Type == "protest" || e.Type == "riot"), near == 0 && v.befalls(e.Trigger, p),
			near >= -fewSentences && near <= fewSentences && v.hurtsProtesters(e):
			sunder(events, y, z)
		}
	}
}

// fewSentences is how far from each other protesters are who are likely the same.
const fewSentences = 3

// befalls reports whether token p stands among those whom a trigger befalls: in
// "killed two people who took part in demonstrations" the demonstrations.
func (v *view) befalls(t, p int) bool {
	for n, i := 0, p; n < 12 && i >= 0; n, i = n+1, v.head(i) {
		if v.head(i) != t {
			continue
		}
		switch v.rel(i) {
		case document.Obj, document.NsubjPass, document.Nmod, document.Obl, document.Compound:
			return true
		case document.Conj:
			return v.isVerb(i) && v.befalls(i, p)
		}
		return false
	}
	return false
}

// fromProtest sets the killing or wounding of protesters apart from their protest, or from
// the unrest it is named after: in "dozens of protesters killed in unrest" nobody protested
// or rioted against them.
func (v *view) fromProtest(events []document.Event, x int) {
	e := &events[x]
	if !e.Traits.Has(document.TraitOutcome) || e.Type != "crackdown" && e.Type != "attack" || !v.hurtsProtesters(e) {
		return
	}
	for y := range events {
		if o := &events[y]; !o.Traits.Has(document.TraitOutcome) && (o.Type == "protest" || v.lemmas[o.Trigger] == "unrest") {
			sunder(events, x, y)
		}
	}
}

// hurtsProtesters reports whether protesters are the target of a mention.
func (v *view) hurtsProtesters(e *document.Event) bool {
	for x := range e.Args {
		if a := &e.Args[x]; a.Role == "target" {
			h := v.headOf(a.Range)
			for i := a.First; i < a.End; i++ { // dozens of protesters
				if i != h && (v.head(i) != h || v.caseOf(i) != "of") {
					continue
				}
				switch v.lemmas[i] {
				case "protester", "protestor", "demonstrator", "marcher":
					return true
				}
			}
		}
	}
	return false
}

// fromEarlier sets what a sentence tells by its distance in days from something
// else apart from all that it tells behind: "The blast came a day after gunmen
// killed four", "The strike follows rocket attacks on the embassy".
func (v *view) fromEarlier(events []document.Event, x int) {
	t := events[x].Trigger
	if v.isVerb(t) || events[x].Traits.Has(document.TraitOutcome) {
		return
	}
	h := v.head(t)
	if h < 0 || v.rel(t) != document.Nsubj && v.rel(t) != document.NsubjPass {
		return
	}
	from := -1
	switch v.lemmas[h] {
	case "come", "happen", "occur", "take":
		from = v.daysAfter(h)
	case "follow":
		if v.rel(t) == document.Nsubj && v.child(h, document.Obj) > h {
			from = h
		}
	}
	if from < 0 {
		return
	}
	for y := range events {
		if o := events[y].Trigger; o > from && v.sentence[o] == v.sentence[t] {
			sunder(events, x, y)
		}
	}
}

// daysAfter finds the "after" of "came two days after" close behind a verb, -1
// for none. What comes minutes after something is often told as one with it.
func (v *view) daysAfter(h int) int {
	for i := h + 1; i < len(v.lemmas) && i <= h+7 && v.sentence[i] == v.sentence[h]; i++ {
		if v.lemmas[i] != "after" {
			continue
		}
		switch v.lemmas[i-1] {
		case "hour", "day", "week", "month", "year":
			return i
		}
	}
	return -1
}

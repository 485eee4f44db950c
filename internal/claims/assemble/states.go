package assemble

import (
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
)

// withoutStates leaves out countries that are only named as states, where the text
// names a place in another, or where two of them are the sides of what happened:
// "India and Pakistan exchanged fire" says nothing of where.
func (b *builder) withoutStates(all []site) []site {
	state := func(s site) bool {
		return s.place.Level == sayso.LevelCountry && b.onlyEver(s.at, b.acts) || s.place.Level == sayso.LevelTown && b.onlyEver(s.at, b.rules)
	}
	abroad := func(s site) bool {
		return slices.ContainsFunc(all, func(o site) bool { return o.place.Country != "" && o.place.Country != s.place.Country && !state(o) })
	}
	sides := b.stateSides()
	return slices.DeleteFunc(slices.Clone(all), func(s site) bool {
		return state(s) && (abroad(s) || len(sides) > 1 && slices.Contains(sides, s.place.Country))
	})
}

// stateSides are the countries whose states are the parties of a mention.
func (b *builder) stateSides() []sayso.Code {
	var out []sayso.Code
	for _, f := range b.arguments("party") {
		if a := b.actor(f.arg); a.Kind == sayso.KindState && a.Country != "" && !slices.Contains(out, a.Country) {
			out = append(out, a.Country)
		}
	}
	return out
}

// acts reports whether a country is named as a state that does, says or owns
// something, and not as where something is: "blamed Israel and the United States",
// "the United States Embassy", "the ambassador to the United States".
func (b *builder) acts(at document.Range) bool {
	d := b.r.d
	if at.End < len(d.Tags) && missionary(d.Tags[at.End].Lemma) {
		return true
	}
	if b.ofMention(at) && street(b.g.kind) {
		return false
	}
	i := b.r.headOf(at)
	for n := 0; n < 3 && d.Arcs[i].Rel == document.Conj; n++ {
		i = int(d.Arcs[i].Head)
	}
	h := int(d.Arcs[i].Head)
	if h < 0 || b.r.happens(h) && d.Arcs[i].Rel != document.Nsubj {
		return false
	}
	switch d.Arcs[i].Rel {
	case document.Nsubj, document.NsubjPass:
		return true
	case document.Obj:
		return b.r.isCue(h) || reacts(d.Tags[h].Lemma) || strings.EqualFold(d.Tags[h].Lemma, "blame")
	case document.Compound, document.Amod, document.NmodPoss:
		return b.r.blockOf(at.First) != document.BlockTitle && !placeNouns[strings.ToLower(d.Tags[h].Lemma)] && d.Tags[h].UPOS != document.PROPN || missionary(d.Tags[h].Lemma)
	case document.Nmod, document.Obl:
		return b.r.preposition(i, "by", "with", "against", "between", "for", "as", "to") && d.Tags[h].UPOS != document.VERB || missionary(d.Tags[h].Lemma)
	}
	return false
}

// rules reports whether a town is named for the government that sits there, beside one or
// by what only a government has, or as where something may come to be: "resistance against
// the territory's government and Beijing", "autonomy under Beijing".
func (b *builder) rules(at document.Range) bool {
	d := b.r.d
	if b.imagined(at) || b.spokenIn(at) {
		return true
	}
	i := b.r.headOf(at)
	h := int(d.Arcs[i].Head)
	if h < 0 || b.r.happens(h) {
		return false
	}
	switch d.Arcs[i].Rel {
	case document.Conj:
		return strings.EqualFold(d.Tags[h].Lemma, "government") || d.Tags[h].UPOS == document.PROPN && h < i && b.rulesAlone(h)
	case document.Nsubj:
		return b.r.isCue(h) || reacts(d.Tags[h].Lemma)
	case document.NmodPoss:
		switch strings.ToLower(d.Tags[h].Lemma) {
		case "government", "strategy", "policy", "rule", "claim", "diktat", "control", "grip", "plan", "demand", "response", "offer", "decision", "leadership", "backtracking", "influence", "pressure", "authority":
			return true
		}
	case document.Nmod, document.Obl:
		return b.r.preposition(i, "under") && d.Tags[h].UPOS == document.NOUN
	}
	return false
}

// rulesAlone reports whether a name is the object of what is done with governments: "ties
// with London and Paris".
func (b *builder) rulesAlone(head int) bool {
	return b.r.preposition(head, "with", "between", "against")
}

// ofStatesDeed reports whether a state's short name says whose deed or whose forces are
// meant, as no adjective can: "killed in a US operation", "flown out on UAE helicopters".
func (r *reader) ofStatesDeed(at document.Range) bool {
	d := r.d
	i := r.headOf(at)
	h := int(d.Arcs[i].Head)
	if h < at.End || d.Arcs[i].Rel != document.Compound && d.Arcs[i].Rel != document.Amod || !initials(d.Words(at)) {
		return false
	}
	switch strings.ToLower(d.Tags[h].Lemma) {
	case "operation", "raid", "strike", "airstrike", "offensive", "mission", "invasion", "intervention", "drone", "force", "forces", "troop", "troops", "soldier",
		"military", "army", "navy", "marine", "jet", "warplane", "plane", "helicopter", "chopper", "warship", "missile", "serviceman", "commando", "aircraft", "bomber", "withdrawal", "sanction":
		return true
	}
	return false
}

// initials reports a short form of capitals: "US", "U.S.", "UAE".
func initials(name string) bool {
	n := 0
	for _, c := range name {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '.':
			return false
		}
	}
	return n >= 2 && n <= 4
}

// missionary reports whether a noun is for what a state sends abroad.
func missionary(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "embassy", "consulate", "ambassador", "envoy", "mission", "president", "government", "army", "military", "troops", "department", "ministry":
		return true
	}
	return false
}

// onOwnGround leaves out places of other countries than those that the words for a protest
// or riot name themselves: "Hong Kong protests" are not in Beijing.
func (b *builder) onOwnGround(all []site) []site {
	if !street(b.g.kind) {
		return all
	}
	var own []sayso.Code
	for _, s := range all {
		if s.place.Country != "" && slices.ContainsFunc(s.at, b.ofMention) {
			own = append(own, s.place.Country)
		}
	}
	if len(own) == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(s site) bool { return s.place.Country != "" && !slices.Contains(own, s.place.Country) })
}

// ofMention reports whether a place hangs right from the noun of a mention.
func (b *builder) ofMention(at document.Range) bool {
	d := b.r.d
	i := b.r.headOf(at)
	h := int(d.Arcs[i].Head)
	if h < 0 || !b.g.tells(d, h) {
		return false
	}
	switch d.Arcs[i].Rel {
	case document.Nsubj:
		return h == at.End // no country protests: "With Hong Kong protests exploding"
	case document.Compound, document.NmodPoss:
		return true
	case document.Nmod:
		return b.r.preposition(i, "in", "across", "at", "near", "outside", "throughout")
	}
	return false
}

package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// spared reports whether nothing that names a target can be what suffered: a bare
// stretch of ground, where the happening took place, who is part of the words for a
// doer or a source, or who only does something after it.
func (b *builder) spared(o *Option) bool {
	told := slices.ContainsFunc(o.parts, func(p part) bool { return p.from == "argument" })
	return !slices.ContainsFunc(o.parts, func(p part) bool {
		return (p.from == "argument" || !told) && !(b.bareGround(&p) || b.r.sceneOf(p.head) || b.amongOthers(&p) || b.byAnother(&p) || !o.argument && b.onlyLater(&p))
	})
}

// bareGround reports whether words name no more than a side or a stretch of land:
// "fired shells into the north", "hit the area". Such ground can be taken, though.
func (b *builder) bareGround(p *part) bool {
	d := b.r.d
	if b.g.kind == "takeover" || b.g.kind == "troop-movement" || slices.ContainsFunc(d.Toponyms, func(t document.Toponym) bool { return t.Touches(p.at) && d.SentenceOf(t.First) == d.SentenceOf(p.head) }) {
		return false
	}
	switch strings.ToLower(d.Tags[p.head].Lemma) {
	case "side":
		return p.head-p.at.First < 1 || b.r.preposition(p.head, "on")
	case "north", "south", "east", "west", "area", "region", "zone", "vicinity", "direction":
		return !slices.ContainsFunc(d.Tags[p.at.First:p.head], func(t document.Tag) bool { return t.UPOS == document.PROPN })
	}
	return false
}

// sceneOf reports whether a noun only says where something took place: "the strike
// took place at the airport" does not say what was hit.
func (r *reader) sceneOf(head int) bool {
	h := int(r.d.Arcs[head].Head)
	if h >= 0 && r.aboard(head, h) {
		return true
	}
	if h < 0 || r.d.Arcs[head].Rel != document.Obl || !r.preposition(head, "in", "at", "near", "around", "outside", "inside") {
		return false
	}
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "occur", "happen", "unfold":
		return true
	case "take":
		return h+1 < len(r.d.Tokens) && strings.EqualFold(r.d.Word(h+1), "place")
	}
	return false
}

// aboard reports whether a vehicle or a road is only where somebody was when he was hurt:
// "stabbed to death on a train", "killed a passenger on the bus", not "fired on a bus" nor
// "an attack on a train".
func (r *reader) aboard(head, h int) bool {
	if !r.preposition(head, "on", "aboard") {
		return false // whatever the tree makes of what has a preposition
	}
	if aimed[strings.ToLower(r.d.Tags[h].Lemma)] || aimed[strings.ToLower(r.d.Tags[r.beforePreposition(head)].Lemma)] {
		return false
	}
	switch strings.ToLower(r.d.Tags[head].Lemma) {
	case "train", "bus", "minibus", "plane", "flight", "ferry", "boat", "tram", "subway", "road", "street", "highway", "bridge", "campus", "beach", "sidewalk", "platform", "corner":
		return true
	}
	return false
}

// aimed are words behind which "on" says at what something is aimed.
var aimed = map[string]bool{"assault": true, "raid": true, "strike": true, "bombing": true, "ambush": true, "shelling": true, "bomb": true, "ban": true, "sanction": true,
	"restriction": true, "fire": true, "open": true, "drop": true, "launch": true, "rain": true, "throw": true, "hurl": true, "lob": true, "attack": true, "crash": true, "fall": true, "land": true}

// beforePreposition is the token before the preposition of a noun.
func (r *reader) beforePreposition(noun int) int {
	for k := noun - 1; k > 0 && k >= noun-8; k-- {
		if int(r.d.Arcs[k].Head) == noun && r.d.Arcs[k].Rel == document.Case {
			return k - 1
		}
	}
	return noun
}

// amongOthers reports whether somebody is named inside the words for who did it or who
// says so: "carried out by sympathizers of the front", "a spokesman for the front".
func (b *builder) amongOthers(p *part) bool {
	if b.r.d.Arcs[p.head].Rel != document.Nmod || !b.r.preposition(p.head, "of", "for", "with") {
		return false
	}
	h := int(b.r.d.Arcs[p.head].Head)
	wider := func(r document.Range) bool { return r.Len() > p.at.Len() && r.Covers(p.at) && b.r.headOf(r) == h }
	if slices.ContainsFunc(b.arguments("agent"), func(f found) bool { return wider(f.arg.Range) }) {
		return true
	}
	return p.from != "argument" && slices.ContainsFunc(b.r.d.Attributions, func(a document.Attribution) bool { return slices.ContainsFunc(a.Source, wider) })
}

// byAnother reports whether words only say what somebody does whom the happening
// befell: of "shot gunmen holding hostages" the hostages were not shot.
func (b *builder) byAnother(p *part) bool {
	d := b.r.d
	v := int(d.Arcs[p.head].Head)
	if p.from == "argument" || v < 0 || d.Arcs[p.head].Rel != document.Obj || d.Arcs[v].Rel != document.Acl {
		return false
	}
	whom := int(d.Arcs[v].Head)
	return slices.ContainsFunc(b.arguments("target"), func(f found) bool { return b.r.headOf(f.arg.Range) == whom })
}

// onlyLater reports whether somebody is the subject of what is told to have been done
// after the happening or before it, where the clause itself says whom it befell: "the
// government was formed after the army ousted Kabila".
func (b *builder) onlyLater(p *part) bool {
	d := b.r.d
	v := int(d.Arcs[p.head].Head)
	if v < 0 || p.from != "sentence" || d.Arcs[p.head].Rel != document.Nsubj && d.Arcs[p.head].Rel != document.NsubjPass {
		return false
	}
	return slices.ContainsFunc(b.g.events, func(e int) bool {
		x := &d.Events[e]
		if t := x.Trigger; int(d.Arcs[t].Head) != v || d.Arcs[t].Rel != document.Advcl {
			return false
		}
		return slices.ContainsFunc(x.Args, func(g document.Argument) bool { return g.Role == "target" })
	})
}

// ofCommenter reports whether a place is only part of the words for somebody who did
// something else about the happening: "the Supreme Leader of Iran ordered mourning after the
// strike" does not put the strike in Iran.
func (b *builder) ofCommenter(at document.Range) bool {
	d := b.r.d
	i := b.r.headOf(at)
	for n := 0; n < 5; n++ {
		switch d.Arcs[i].Rel {
		case document.Nmod, document.Compound, document.Amod, document.Appos, document.Flat, document.NmodPoss:
			i = int(d.Arcs[i].Head)
		case document.Nsubj:
			return n > 0 && b.reacts(i)
		default:
			return false
		}
	}
	return false
}

// empty reports whether mentions only point back to something, and nothing is told of
// it: neither who, to whom, where, when nor how many. What they point to is told, or not, elsewhere.
func (b *builder) empty() bool {
	in := &b.in
	if len(in.Actors) > 0 || in.Where != nil || in.When != nil || len(in.Counts) > 0 {
		return false
	}
	return !slices.ContainsFunc(b.g.events, func(i int) bool {
		e := &b.r.d.Events[i]
		return !e.Traits.Has(document.TraitDefinite) || b.r.d.Tags[e.Trigger].UPOS == document.VERB
	})
}

// hitsOwnMission reports whether mention i has the embassy or citizens abroad of a state
// attacked whose forces do what the others tell of, or the other way round: those are two happenings.
func (r *reader) hitsOwnMission(i int, cluster []int) bool {
	return slices.ContainsFunc(cluster, func(k int) bool { return r.missionOf(i, r.statesOf(k)) || r.missionOf(k, r.statesOf(i)) })
}

// statesOf lists the states whose own bodies a mention has for doers.
func (r *reader) statesOf(i int) []sayso.Code {
	var out []sayso.Code
	for _, g := range r.d.Events[i].Args {
		if g.Role != "agent" || g.Index < 0 || g.Index >= len(r.d.Actors) {
			continue
		}
		if a := &r.d.Actors[g.Index].Actor; official[a.Kind] && a.Country != "" {
			out = append(out, a.Country)
		}
	}
	return out
}

// missionOf reports whether a mention has for a target the embassy, envoys or, behind a
// noun, the citizens of one of some states.
func (r *reader) missionOf(i int, states []sayso.Code) bool {
	if len(states) == 0 {
		return false
	}
	e := &r.d.Events[i]
	return slices.ContainsFunc(e.Args, func(g document.Argument) bool {
		if g.Role != "target" {
			return false
		}
		h := r.headOf(g.Range)
		switch strings.ToLower(r.d.Tags[h].Lemma) {
		case "embassy", "consulate", "ambassador", "diplomat", "envoy":
		case "citizen", "national":
			if r.d.Tags[e.Trigger].UPOS == document.VERB {
				return false
			}
		default:
			return false
		}
		return slices.ContainsFunc(states, func(c sayso.Code) bool { return r.before(h, c) })
	})
}

// otherThanOccasion reports whether mention i tells what befell people who are only
// counted, and a happening is only what people protest about, of somebody known by
// name: "protesting the shooting of Blake. Another person was injured."
func (r *reader) otherThanOccasion(i int, cluster []int) bool {
	e := &r.d.Events[i]
	if !e.Traits.Has(document.TraitOutcome) || !slices.ContainsFunc(e.Args, func(g document.Argument) bool { return g.Role == "target" && !r.knownByName(&g) }) {
		return false
	}
	return !slices.ContainsFunc(cluster, func(k int) bool {
		x := &r.d.Events[k]
		return !x.Traits.Has(document.TraitOccasion) || r.d.SentenceOf(x.Trigger) == r.d.SentenceOf(e.Trigger) ||
			!slices.ContainsFunc(x.Args, func(g document.Argument) bool { return g.Role == "target" && r.knownByName(&g) })
	})
}

// knownByName reports whether words stand for a person whose name is told.
func (r *reader) knownByName(g *document.Argument) bool {
	return g.Index >= 0 && g.Index < len(r.d.Actors) && r.d.Actors[g.Index].Actor.Kind == sayso.KindPerson && !r.d.Actors[g.Index].Actor.Generic
}

// sufferElsewhere reports whether those who are counted as taking part are told of as
// whom another happening befell, "shot two people who were at a march", or whether what
// has not happened yet is said to have hurt those whom another sentence counts.
func (b *builder) sufferElsewhere(o *Option) bool {
	if b.g.status == sayso.StatusThreatened && (o.Count.What == "killed" || o.Count.What == "injured") {
		s := b.r.d.SentenceOf(o.at.First)
		return !slices.ContainsFunc(b.g.events, func(e int) bool { return b.r.d.SentenceOf(b.r.d.Events[e].Trigger) == s })
	}
	return o.Count.What == "participants" && b.elsewhereAs("target", o.at, false)
}

// ofRival reports whether mention i is of the type of a happening from which one is set
// apart by who takes part, and the one has no mention of that type: next to a state's air
// strike and an attack on its embassy, "the airstrike" is the former.
func (r *reader) ofRival(i int, clusters [][]int, c int) bool {
	kind := ownKind(&r.d.Events[i])
	has := func(cluster []int) bool {
		return slices.ContainsFunc(cluster, func(k int) bool { return ownKind(&r.d.Events[k]) == kind })
	}
	if has(clusters[c]) {
		return false
	}
	return slices.ContainsFunc(clusters, func(o []int) bool {
		return has(o) && slices.ContainsFunc(o, func(k int) bool { return r.hitsOwnMission(k, clusters[c]) })
	})
}

// countedDead reports whether the words that name a doer are only those that count whom
// it killed or hurt: "hundreds of Taliban killed" has them kill nobody.
func (b *builder) countedDead(o *Option) bool {
	return !slices.ContainsFunc(o.parts, func(p part) bool {
		if b.r.countedAs(p.head, "killed") {
			return false
		}
		if p.event == nil || p.from != "argument" {
			return true
		}
		return !slices.ContainsFunc(p.event.Args, func(g document.Argument) bool {
			return (g.Role == "count:killed" || g.Role == "count:injured") && g.First < p.event.Trigger && p.at.Covers(g.Range)
		})
	})
}

// countedAs reports whether somebody stands behind the "of" of a number that counts
// what is given: the Taliban of "hundreds of Taliban killed".
func (r *reader) countedAs(head int, what string) bool {
	h := int(r.d.Arcs[head].Head)
	return h >= 0 && r.d.Arcs[head].Rel == document.Nmod && r.preposition(head, "of") && slices.ContainsFunc(r.d.Quantities, func(q document.Quantity) bool { return q.Count.What == what && q.Has(h) })
}

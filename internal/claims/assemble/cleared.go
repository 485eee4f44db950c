package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// outOfIt reports whether the text puts somebody outside the happening, however
// likely the signs have it: one who was acquitted, a state whose embassy was hit,
// who is named beside it only for what he did afterwards or what befell him, or a state that is named
// only to say whose somebody is. Nobody less likely takes such a place.
func (b *builder) outOfIt(o *Option) bool {
	if o.Actor.Role == sayso.RoleTarget {
		return b.ownEmbassy(o) || b.spared(o) || b.captor(o) || b.ownForces(o) || b.g.kind == "threat" && !o.near() && len(b.arguments("target")) > 0 || !o.argument && b.onlyBeside(o)
	}
	if b.countedDead(o) || b.amongVictims(o) {
		return true
	}
	if o.Actor.Role != sayso.RoleAgent {
		return false
	}
	if b.r.cleared(o.Actor) || b.onlyKin(o) {
		return true
	}
	if o.argument {
		return b.crosses(o) && !slices.ContainsFunc(o.parts, func(p part) bool { return ownKind(p.event) == b.g.kind })
	}
	return b.seizesFor(o) || b.hitsItsOwn(o.Actor) || b.suffersBeside(o) || b.crosses(o) || b.polices(o) || b.actsBeside(o) || !slices.ContainsFunc(o.parts, func(p part) bool { return p.from != "sentence" || !b.reacts(p.head) })
}

// seizesFor reports whether somebody only arrests people for the happening: "operatives
// arrested two suspects in connection with the murder" murdered nobody.
func (b *builder) seizesFor(o *Option) bool {
	d, best := b.r.d, b.g.best(b.r)
	if d.Tags[best.Trigger].UPOS != document.NOUN {
		return false
	}
	return !slices.ContainsFunc(o.parts, func(p part) bool {
		return !slices.ContainsFunc(d.Events, func(e document.Event) bool {
			return e.Type == "arrest" && b.r.hangsUnder(best.Trigger, e.Trigger) && slices.ContainsFunc(e.Args, func(g document.Argument) bool { return g.Role == "agent" && g.Range.Touches(p.at) })
		})
	})
}

// captor reports whether somebody said to be released is told of only as who holds or
// has taken people: "the navy rescued the crew of a tanker hijacked by pirates".
func (b *builder) captor(o *Option) bool {
	if b.g.kind != "release" || o.argument && slices.ContainsFunc(o.parts, func(p part) bool { return p.from == "argument" }) {
		return false
	}
	return slices.ContainsFunc(o.parts, func(p part) bool {
		return slices.ContainsFunc(b.r.d.Events, func(e document.Event) bool {
			return e.Type == "abduction" && slices.ContainsFunc(e.Args, func(g document.Argument) bool { return g.Role == "agent" && g.Range.Touches(p.at) })
		})
	})
}

// onlyKin reports whether a body is named only to say what another is to it: who is "an al
// Qaeda affiliate" is not al Qaeda.
func (b *builder) onlyKin(o *Option) bool {
	return !slices.ContainsFunc(o.parts, func(p part) bool {
		if b.r.linkedTo(p.at.End) {
			return false
		}
		h := int(b.r.d.Arcs[p.head].Head)
		if h <= p.head || b.r.d.Arcs[p.head].Rel != document.Compound && b.r.d.Arcs[p.head].Rel != document.NmodPoss && b.r.d.Arcs[p.head].Rel != document.Amod {
			return true
		}
		switch strings.ToLower(b.r.d.Tags[h].Lemma) {
		case "affiliate", "offshoot", "ally", "splinter", "rival", "foe", "proxy":
			return false
		}
		return true
	})
}

// linkedTo reports "-linked", "-backed" and the like from a token on.
func (r *reader) linkedTo(i int) bool {
	if i+1 >= len(r.d.Tokens) || r.d.Word(i) != "-" {
		return false
	}
	switch strings.ToLower(r.d.Word(i + 1)) {
	case "linked", "backed", "affiliated", "aligned", "allied", "supported", "inspired", "trained", "funded":
		return true
	}
	return false
}

// ownForces reports whether a target of forces that put something down is no more than
// such forces, whom another mention of the sentence has for its target: police who fire
// "when a mob attacked policemen" do not use force against policemen.
func (b *builder) ownForces(o *Option) bool {
	if b.g.kind != "crackdown" || !o.Actor.Generic || o.Actor.Kind != sayso.KindPolice && o.Actor.Kind != sayso.KindStateForce {
		return false
	}
	return !slices.ContainsFunc(o.parts, func(p part) bool { return p.from == "argument" && ownKind(p.event) == "crackdown" })
}

// onlyBeside reports whether all that names a target in the sentences of the mentions
// has it elsewhere: where a crowd stands ("a vigil outside the court"), a state that says
// whose somebody is or does something itself, whom a happening befell that the words
// set apart from this one.
func (b *builder) onlyBeside(o *Option) bool {
	state := o.Actor.Kind == sayso.KindState
	return !slices.ContainsFunc(o.parts, func(p part) bool {
		switch {
		case state && b.r.ofSomebody(p.head):
		case p.from != "sentence":
			return true
		case street(b.g.kind) && b.r.preposition(p.head, "outside", "near", "inside", "around"):
		case state && b.elsewhereAs("agent", p.at, false):
		case b.elsewhereAs("target", p.at, true), b.r.ownsThing(p.head):
		default:
			return true
		}
		return false
	})
}

// ownsThing reports whether somebody is named only as whose a thing is: shells that
// fall into a resident's pool do not hit the resident.
func (r *reader) ownsThing(head int) bool {
	h := int(r.d.Arcs[head].Head)
	return h > head && r.d.Arcs[head].Rel == document.NmodPoss && r.d.Tags[h].UPOS == document.NOUN && r.actorAt(h) < 0 && !r.happens(h)
}

// elsewhereAs reports whether words name somebody in a role of another happening, be it
// only of one that is set apart from a mention of this one.
func (b *builder) elsewhereAs(role string, at document.Range, apart bool) bool {
	for i := range b.r.d.Events {
		e := &b.r.d.Events[i]
		if b.g.has(i) || apart && !slices.ContainsFunc(b.g.events, func(k int) bool { return slices.Contains(e.Apart, k) }) {
			continue
		}
		if slices.ContainsFunc(e.Args, func(g document.Argument) bool {
			return g.Role == role && (g.Range == at || g.Covers(at) && b.r.headOf(g.Range) == b.r.headOf(at))
		}) {
			return true
		}
	}
	return false
}

// ofSomebody reports whether a name only says whose somebody is: "a Papua New Guinea
// policeman" says nothing of what befell the country.
func (r *reader) ofSomebody(head int) bool {
	h := int(r.d.Arcs[head].Head)
	if h <= head {
		return false
	}
	switch r.d.Arcs[head].Rel {
	case document.Compound, document.Amod, document.NmodPoss:
		k := r.actorAt(h)
		return k >= 0 && r.d.Actors[k].Head == h
	}
	return false
}

// cleared reports whether a court is told to have found that a person did not do
// it: "Qawi was acquitted", "All, including Qawi, were acquitted".
func (r *reader) cleared(a *sayso.Actor) bool {
	return a.Kind == sayso.KindPerson && slices.ContainsFunc(r.acquitted, func(k int) bool { return sameActor(&r.d.Actors[k].Actor, a) })
}

// readAcquitted lists the actor mentions of those whom a court is told to have
// cleared, and of who is named among them.
func (r *reader) readAcquitted() {
	d := r.d
	for k := range d.Actors {
		for n, i := 0, d.Actors[k].Head; n < 3; n++ {
			h := int(d.Arcs[i].Head)
			if h < 0 {
				break
			}
			if d.Tags[h].UPOS == document.VERB {
				if rel := d.Arcs[i].Rel; clearing[strings.ToLower(d.Tags[h].Lemma)] && (rel == document.NsubjPass || rel == document.Obj) {
					r.acquitted = append(r.acquitted, k)
				}
				break
			}
			i = h
		}
	}
}

// clearing are verbs for what a court does to those who did not do it.
var clearing = map[string]bool{"acquit": true, "exonerate": true, "absolve": true}

// hitsItsOwn reports whether a state is named before the noun for what was hit:
// "attacks on the U.S. Embassy" are not by the United States.
func (b *builder) hitsItsOwn(a *sayso.Actor) bool {
	if a.Kind != sayso.KindState || a.Country == "" {
		return false
	}
	return slices.ContainsFunc(b.arguments("target"), func(f found) bool { return b.r.before(b.r.headOf(f.arg.Range), a.Country) })
}

// suffersBeside reports whether people without arms are named in the sentences of the
// mentions only as those whom another happening befell: "police have used force against
// protesters before" has the protesters shoot nobody.
func (b *builder) suffersBeside(o *Option) bool {
	if k := o.Actor.Kind; k != sayso.KindCivilians && k != sayso.KindProtesters {
		return false
	}
	return !slices.ContainsFunc(o.parts, func(p part) bool { return p.from != "sentence" || !b.befallen(p.at) })
}

// actsBeside reports whether somebody is named only as who did what the words set apart
// from this: "protesters threw stones at police, who fired tear gas".
func (b *builder) actsBeside(o *Option) bool {
	return !slices.ContainsFunc(o.parts, func(p part) bool { return p.from != "sentence" || !b.elsewhereAs("agent", p.at, true) })
}

// crosses reports whether somebody is of the other side than the type has for its doers:
// forces of the state do not protest or riot, nor do protesters put a protest down, but
// where a mention of that type itself has them do so.
func (b *builder) crosses(o *Option) bool {
	switch o.Actor.Kind {
	case sayso.KindPolice, sayso.KindStateForce, sayso.KindState:
		return street(b.g.kind)
	case sayso.KindProtesters:
		return b.g.kind == "crackdown"
	}
	return false
}

// polices reports whether forces of the state are those who seize somebody after what
// happened: "authorities arrested twelve after a bomb exploded".
func (b *builder) polices(o *Option) bool {
	switch o.Actor.Kind {
	case sayso.KindPolice, sayso.KindStateForce, sayso.KindState:
	default:
		return false
	}
	return hurts[b.g.kind] && b.g.kind != "armed-clash" && !slices.ContainsFunc(o.parts, func(p part) bool { return p.from != "sentence" || !b.seizes(p.at) })
}

// seizes reports whether words name who arrests somebody.
func (b *builder) seizes(at document.Range) bool {
	return slices.ContainsFunc(b.r.d.Events, func(e document.Event) bool {
		return e.Type == "arrest" && slices.ContainsFunc(e.Args, func(g document.Argument) bool { return g.Role == "agent" && g.Range == at })
	})
}

// befallen reports whether words name whom another happening of force befell.
func (b *builder) befallen(at document.Range) bool {
	d := b.r.d
	for i := range d.Events {
		e := &d.Events[i]
		if b.g.has(i) || !hurts[e.Type] && e.Type != "crackdown" {
			continue
		}
		if slices.ContainsFunc(e.Args, func(g document.Argument) bool { return g.Role == "target" && g.Range == at }) {
			return true
		}
	}
	return false
}

// ownEmbassy reports whether a target is the embassy of a state that did it: an article
// on a state's strike that recalls an attack on its embassy does not say that it hit it.
func (b *builder) ownEmbassy(o *Option) bool {
	d := b.r.d
	return slices.ContainsFunc(o.parts, func(p part) bool {
		switch strings.ToLower(d.Tags[p.head].Lemma) {
		case "embassy", "consulate":
		default:
			return false
		}
		return slices.ContainsFunc(b.arguments("agent"), func(f found) bool {
			a := b.actor(f.arg)
			return official[a.Kind] && a.Country != "" && (a.Country == o.Actor.Country || b.r.before(p.head, a.Country))
		})
	})
}

// before reports whether a country stands right before a noun.
func (r *reader) before(head int, c sayso.Code) bool {
	return slices.ContainsFunc(r.d.Toponyms, func(t document.Toponym) bool {
		return t.End == head && t.Place.Level == sayso.LevelCountry && t.Place.Country == c
	})
}

// reacts reports whether somebody is told to have done something else after the
// happening, or because of it: "ordered three days of mourning after the strike".
func (b *builder) reacts(head int) bool {
	d := b.r.d
	v := int(d.Arcs[head].Head)
	if v < 0 || d.Arcs[head].Rel != document.Nsubj {
		return false
	}
	return slices.ContainsFunc(b.g.events, func(e int) bool {
		t := d.Events[e].Trigger
		return t > v && d.Tags[t].UPOS == document.NOUN && b.r.below(t, v) && b.r.preposition(t, "after", "following", "since", "over", "about")
	})
}

package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// Who is named near a happening and yet takes no part in it, whatever the weights:
// a false word about somebody is worse than none.

// occasioned reports whether somebody is named as the victim of what a protest is
// about, which is another happening, or as who did it, where this is no protest:
// whom people march for they do not attack, but they may march against the other.
func (b *builder) occasioned(at document.Range) bool {
	d := b.r.d
	for i := range d.Events {
		e := &d.Events[i]
		if !e.Traits.Has(document.TraitOccasion) || b.g.has(i) {
			continue
		}
		for k := range e.Args {
			if a := &e.Args[k]; (a.Role == "target" || a.Role == "agent" && !street(b.g.kind)) && a.Touches(at) {
				return true
			}
		}
	}
	return false
}

// outside reports whether somebody does not stand among the words for what a
// protest is about: those who march against a killing are not who killed.
func (r *reader) outside(head int, e *document.Event) bool {
	if !e.Traits.Has(document.TraitOccasion) {
		return false
	}
	for i := head; i >= 0; i = int(r.d.Arcs[i].Head) {
		if i == e.Trigger {
			return false
		}
	}
	return true
}

// diedElsewhere reports whether somebody is told to have been killed or hurt in
// another happening.
func (b *builder) diedElsewhere(a *sayso.Actor) bool {
	d := b.r.d
	for i := range d.Events {
		e := &d.Events[i]
		if b.g.has(i) || !e.Traits.Has(document.TraitOutcome) && !e.Traits.Has(document.TraitOccasion) && !murder(d.Tags[e.Trigger].Lemma) {
			continue
		}
		for k := range e.Args {
			if g := &e.Args[k]; g.Role == "target" {
				if x := b.actor(g); sameActor(&x, a) {
					return true
				}
			}
		}
	}
	return false
}

// within reports whether a person is named only to say whose or which somebody else
// is: "attacks by Hun Sen's troops" and "shot at Gandhi supporters" say nothing of
// what befell Hun Sen or Gandhi, nor of what they did.
func (r *reader) within(k int) bool {
	m := &r.d.Actors[k]
	if m.Actor.Kind != sayso.KindPerson {
		return false
	}
	switch r.d.Arcs[m.Head].Rel {
	case document.NmodPoss, document.Compound, document.Amod:
		h := int(r.d.Arcs[m.Head].Head)
		return h > m.Head && r.people(h)
	}
	return false
}

// people reports whether a noun names many who belong to somebody.
func (r *reader) people(h int) bool {
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "troop", "soldier", "force", "supporter", "follower", "fighter", "regime", "government", "army", "militia", "loyalist", "ally", "aide", "man", "family", "relative",
		"wife", "son", "brother", "daughter", "father", "mother", "sister", "bodyguard", "guard", "driver", "administration", "campaign", "opponent", "rival", "critic":
		return true
	}
	return false
}

// by reports whether somebody stands behind the "by" of a mention's own word: who
// does it, and not to whom.
func (b *builder) by(k int) bool {
	d := b.r.d
	m := &d.Actors[k]
	h := int(d.Arcs[m.Head].Head)
	own := func(e int) bool { return d.Events[e].Trigger == h }
	if !slices.ContainsFunc(b.g.events, own) {
		return false
	}
	return b.r.preposition(m.Head, "by")
}

// murder reports whether a word is one for killing somebody.
func murder(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "murder", "assassinate", "assassination", "execute", "execution", "massacre", "behead", "beheading", "lynch", "lynching":
		return true
	}
	return false
}

// gives reports whether somebody is named as giving word of something: "with
// officials reporting that 90 were killed".
func (r *reader) gives(head int) bool {
	s := r.d.Sentences[r.d.SentenceOf(head)]
	for i := head + 1; i < s.End; i++ {
		if a := r.d.Arcs[i]; int(a.Head) != head || a.Rel != document.Acl || r.d.Tags[i].XPOS != document.VBG {
			continue
		}
		switch strings.ToLower(r.d.Tags[i].Lemma) {
		case "report", "say", "state", "claim", "confirm", "announce", "tell", "add", "warn", "estimate":
			return true
		}
	}
	return false
}

// hyphened reports whether somebody is named only as part of an adjective for something
// else: "rebel-held", "Iran-backed".
func (r *reader) hyphened(at document.Range) bool {
	d := r.d
	if at.End+1 >= len(d.Tokens) || d.Word(at.End) != "-" || d.Tokens[at.End].Start != d.Tokens[at.End-1].End || d.Tokens[at.End+1].Start != d.Tokens[at.End].End {
		return false
	}
	return strings.HasSuffix(d.Word(at.End+1), "ed") || strings.EqualFold(d.Word(at.End+1), "held") || strings.EqualFold(d.Word(at.End+1), "run")
}

// amongVictims reports whether somebody is named only as one of those who suffer: of "three
// people including a police lieutenant were killed when gunmen traded fire" the lieutenant
// does not fight.
func (b *builder) amongVictims(o *Option) bool {
	return !slices.ContainsFunc(o.parts, func(p part) bool {
		h := int(b.r.d.Arcs[p.head].Head)
		if p.from != "sentence" || h < 0 || !b.r.preposition(p.head, "including", "among") {
			return true
		}
		return !slices.ContainsFunc(b.arguments("target"), func(f found) bool { return b.r.headOf(f.arg.Range) == h })
	})
}

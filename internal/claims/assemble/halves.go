package assemble

import (
	"slices"

	"sayso"
	"sayso/internal/document"
)

// rejoined puts groups together that are told of one happening, and reports whether there
// were any: halves of it, as here, or what oneThing knows besides. Halves are of one type, on one day that is told, in one place, the one with a doer
// and nobody whom it befell, the other the other way round. "A car bomb was rammed into a
// base on Monday" and "The Front claimed Monday's attack" are not two bombings.
func (r *reader) rejoined(built []*builder) ([]group, bool) {
	whole := make([]group, 0, len(built))
	owner, any := make([]int, len(built)), false
	for i, b := range built {
		k := slices.IndexFunc(built[:i], func(o *builder) bool { return r.oneThing(built, o, b) })
		if k < 0 || owner[k] < 0 {
			owner[i] = len(whole)
			whole = append(whole, *b.g)
			continue
		}
		any, owner[i] = true, -1
		g := &whole[owner[k]]
		g.events = append(slices.Clone(g.events), b.g.events...)
		if r.toldAbove(built[k], b) && r.allIn(built[k], document.BlockHeading) {
			g.events = slices.Clone(b.g.events) // a heading says nothing more
		}
		slices.Sort(g.events)
		g.dropped += b.g.dropped
		g.kind = r.kindOf(g.events)
		r.settleStatus(g)
		owner[k] = -1 // halves are two
	}
	return whole, any
}

// halves reports whether two groups complete each other and nothing sets them apart.
func (r *reader) halves(a, b *builder) bool {
	x, y := &a.in, &b.in
	if !violent(a.g.kind) || a.g.kind != b.g.kind || a.g.status != b.g.status || x.Where == nil || x.When == nil || !samePlace(x.Where, y.Where) || !sameDay(x.When, y.When) {
		return false
	}
	if x.Where.Level == sayso.LevelCountry || !x.When.Earliest.Known() || x.When.Earliest != x.When.Latest {
		return false
	}
	if !(a.side(sayso.RoleAgent) && !a.side(sayso.RoleTarget) && !b.side(sayso.RoleAgent) && b.side(sayso.RoleTarget) ||
		!a.side(sayso.RoleAgent) && a.side(sayso.RoleTarget) && b.side(sayso.RoleAgent) && !b.side(sayso.RoleTarget)) {
		return false
	}
	return !slices.ContainsFunc(b.g.events, func(i int) bool { return r.apart(i, a.g.events) || r.another(i) }) &&
		!slices.ContainsFunc(a.g.events, r.another)
}

// side reports whether an incident has somebody in a role.
func (b *builder) side(role sayso.Role) bool {
	return slices.ContainsFunc(b.in.Actors, func(a sayso.Actor) bool { return a.Role == role })
}

// another reports whether a mention's noun is told as one more: "another attack", "a
// second bomb", "two bombings".
func (r *reader) another(i int) bool {
	t := r.d.Events[i].Trigger
	if r.d.Tags[t].XPOS == document.NNS && !r.d.Events[i].Traits.Has(document.TraitOutcome) { // no "kills" of a headline
		return true
	}
	for k := max(0, t-6); k < min(t+6, len(r.d.Tokens)); k++ {
		if h := int(r.d.Arcs[k].Head); h != t && (h < 0 || int(r.d.Arcs[h].Head) != t) {
			continue // set off another bomb
		}
		switch r.d.Tags[k].Lemma {
		case "another", "second", "third", "other", "separate", "further", "similar", "different":
			return true
		}
	}
	return false
}

// oneMore reports whether a mention is told as another than what earlier sentences told
// of: "Another bombing was claimed by the Front". What only says it again in other words,
// "it was another attack on the police", is not.
func (r *reader) oneMore(i int, cluster []int) bool {
	t := r.d.Events[i].Trigger
	if rel := r.d.Arcs[t].Rel; r.d.Tags[t].UPOS != document.NOUN || rel != document.Nsubj && rel != document.NsubjPass || r.blockOf(t) == document.BlockTitle {
		return false
	}
	s := r.d.SentenceOf(t)
	if !slices.ContainsFunc(cluster, func(k int) bool { return r.d.SentenceOf(r.d.Events[k].Trigger) == s-1 }) {
		return false
	}
	for k := max(0, t-4); k < t; k++ {
		if int(r.d.Arcs[k].Head) == t {
			switch r.d.Tags[k].Lemma {
			case "another", "separate":
				return true
			}
		}
	}
	return false
}

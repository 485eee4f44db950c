package assemble

import (
	"slices"

	"sayso"
	"sayso/internal/document"
)

// oneThing reports whether two groups are told of one happening though the words of
// neither say so alone: halves of it, somebody held since a year and seized in it, a
// suspect who is seized and named in the sentences after, or what nouns only point back to.
func (r *reader) oneThing(built []*builder, a, b *builder) bool {
	if a.g.kind != b.g.kind || a.g.status != b.g.status || slices.ContainsFunc(b.g.events, func(i int) bool { return r.apart(i, a.g.events) }) {
		return false
	}
	return r.halves(a, b) || r.toldAbove(a, b) || r.heldSince(a, b) || r.heldSince(b, a) || r.namedAfter(a, b) || r.pointsTo(built, a, b) || r.pointsTo(built, b, a)
}

// heldSince reports whether somebody was held, as b tells, from when a tells that they were
// seized: "who had been held since 2016" and "were abducted in August 2016".
func (r *reader) heldSince(a, b *builder) bool {
	x, y := a.in.When, b.in.When
	if a.g.kind != "abduction" || x == nil || y == nil || !x.Earliest.Known() || !x.Latest.Known() || !y.Earliest.Known() {
		return false
	}
	if !r.since(b) || x.Earliest < y.Earliest || x.Latest > y.Earliest+366 || !y.Latest.Known() || y.Latest-y.Earliest < 366 {
		return false
	}
	p, q := a.in.Where, b.in.Where
	return p == nil || q == nil || p.Country == q.Country
}

// since reports whether the time of a happening is told as that since when it lasts.
func (r *reader) since(b *builder) bool {
	return slices.ContainsFunc(r.d.Times, func(t document.Time) bool {
		return r.d.SpanOf(t.Range) == b.in.When.Span && r.preposition(r.headOf(t.Range), "since")
	})
}

// namedAfter reports whether a tells that somebody without a name was arrested, and the
// sentences right after name who: "A suspect has been arrested. Karim Asad was arrested in
// Tunis at midnight."
func (r *reader) namedAfter(a, b *builder) bool {
	if a.g.kind != "arrest" || a.in.Where != nil && !samePlace(a.in.Where, b.in.Where) || a.in.When != nil && !sameDay(a.in.When, b.in.When) {
		return false
	}
	x, y := a.onlyTarget(), b.onlyTarget()
	if x == nil || y == nil || !x.Generic || y.Generic || y.Kind != sayso.KindPerson || a.side(sayso.RoleAgent) || b.side(sayso.RoleAgent) {
		return false
	}
	s, t := r.d.SentenceOf(a.g.best(r).Trigger), r.d.SentenceOf(b.g.best(r).Trigger)
	return t > s && t-s <= 2 && !slices.ContainsFunc(b.g.events, r.another)
}

// onlyTarget is whom a happening befell, where that is one person; nil else.
func (b *builder) onlyTarget() *sayso.Actor {
	var out *sayso.Actor
	for i := range b.in.Actors {
		switch a := &b.in.Actors[i]; {
		case a.Role != sayso.RoleTarget:
		case out != nil:
			return nil
		default:
			out = a
		}
	}
	for i := range b.in.Counts {
		if c := &b.in.Counts[i]; c.What == "arrested" && (c.Min == nil || c.Max == nil || *c.Max != 1) {
			return nil
		}
	}
	return out
}

// pointsTo reports whether every mention of b is a noun that points back, "the shooting",
// "the killing of a deputy", with no day, doer or name of its own, in the place of a or in
// none, and a is the only other happening of its type that the text likely tells of.
func (r *reader) pointsTo(built []*builder, a, b *builder) bool {
	if !violent(b.g.kind) || b.in.When != nil || b.side(sayso.RoleAgent) || b.in.Where != nil && !samePlace(a.in.Where, b.in.Where) {
		return false
	}
	if slices.ContainsFunc(b.in.Actors, func(x sayso.Actor) bool { return !x.Generic }) || !sameDead(a, b) {
		return false
	}
	if slices.ContainsFunc(b.g.events, func(i int) bool {
		e := &r.d.Events[i]
		t := r.d.Tags[e.Trigger]
		return !e.Traits.Has(document.TraitDefinite) || t.UPOS == document.VERB && t.XPOS != document.VBG || t.XPOS == document.NNS || r.another(i)
	}) {
		return false
	}
	return !slices.ContainsFunc(built, func(o *builder) bool {
		return o != a && o != b && o.m.family(o.g.kind) == b.m.family(b.g.kind) && o.likelihood >= o.mark()
	})
}

// sameDead reports whether two happenings have the same number of dead, or one has none.
func sameDead(a, b *builder) bool {
	x, y := a.dead(), b.dead()
	return x == nil || y == nil || x.Min != nil && y.Min != nil && *x.Min == *y.Min
}

func (b *builder) dead() *sayso.Count {
	for i := range b.in.Counts {
		if b.in.Counts[i].What == "killed" {
			return &b.in.Counts[i]
		}
	}
	return nil
}

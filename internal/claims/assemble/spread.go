package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// spread gives a happening that its words tell of several towns or regions, "the
// attacks in Paris and San Bernardino", as one more for each of the others that
// is not told apart by one of kept: attacks in two towns are two (the coding
// guide). A number over all of them stays with the first.
func (b *builder) spread(kept []*builder) ([]*builder, error) {
	var out []*builder
	for _, p := range b.otherTowns() {
		if slices.ContainsFunc(kept, func(o *builder) bool {
			return o.in.Where != nil && o.in.Where.Name == p.Name && b.m.family(o.g.kind) == b.m.family(b.g.kind)
		}) {
			continue
		}
		x := *b
		x.in.Claims, x.in.Fields, x.in.Counts, x.in.Origins, x.in.Deaths = nil, nil, nil, nil, nil
		x.in.Actors = slices.Clone(b.in.Actors)
		x.said, x.counted, x.numbers, x.apart = nil, nil, nil, p.Name
		x.in.Where = &p
		if err := x.source(); err != nil {
			return nil, err
		}
		out = append(out, &x)
	}
	return out, nil
}

// otherTowns are the places that a mention names in a row with the one where the
// happening was.
func (b *builder) otherTowns() []sayso.Place {
	d, w := b.r.d, b.in.Where
	if w == nil {
		return nil
	}
	for _, i := range b.g.events {
		e := &d.Events[i]
		for k := range d.Toponyms {
			if t := &d.Toponyms[k]; e.Extent.Covers(t.Range) && t.Place.Name == w.Name {
				if row := b.r.rowOfPlaces(k); len(row) > 0 {
					return row
				}
			}
		}
	}
	return nil
}

// rowOfPlaces are the other places of the row that toponym k stands in: joined
// by "and", after "in", all towns or all regions. Countries are left out: what is
// told of two is seldom one happening in each ("strikes in Iraq and Syria").
func (r *reader) rowOfPlaces(k int) []sayso.Place {
	first := r.headOf(r.d.Toponyms[k].Range)
	if r.d.Arcs[first].Rel == document.Conj && r.d.Arcs[first].Head >= 0 {
		first = int(r.d.Arcs[first].Head)
	}
	if !r.standsIn(first) {
		return nil
	}
	level := r.d.Toponyms[k].Place.Level
	and := false
	var out []sayso.Place
	for i := range r.d.Toponyms {
		t := &r.d.Toponyms[i]
		h := r.headOf(t.Range)
		if h != first && (r.d.Arcs[h].Rel != document.Conj || int(r.d.Arcs[h].Head) != first) || t.Demonym || t.Metonym {
			continue
		}
		if t.Place.Level != level || level != sayso.LevelTown && level != sayso.LevelRegion {
			return nil
		}
		and = and || r.afterAnd(h)
		if i != k {
			out = append(out, r.placeOf(i))
		}
	}
	if !and {
		return nil
	}
	return out
}

// afterAnd reports whether "and" stands before a word of a row.
func (r *reader) afterAnd(h int) bool {
	for i := h - 1; i >= 0 && i >= h-4; i-- {
		if r.d.Arcs[i].Rel == document.Cc && int(r.d.Arcs[i].Head) == h {
			return strings.EqualFold(r.d.Word(i), "and")
		}
	}
	return false
}

// standsIn reports whether "in" governs a word: "in Paris", "in the towns of
// Halad and Danta".
func (r *reader) standsIn(h int) bool {
	for range 2 {
		of := false
		for i := h - 1; i >= 0 && i >= h-6; i-- {
			if r.d.Arcs[i].Rel != document.Case || int(r.d.Arcs[i].Head) != h {
				continue
			}
			switch strings.ToLower(r.d.Word(i)) {
			case "in", "at":
				return true
			case "of":
				of = true
			}
		}
		up := int(r.d.Arcs[h].Head)
		if !of || up < 0 || r.d.Tags[up].UPOS != document.NOUN {
			return false
		}
		h = up
	}
	return false
}

package assemble

import (
	"slices"
	"strings"

	"sayso"
)

// onePerson leaves the likeliest name where all that the text counts is one person killed,
// arrested or seized: "a suspect", "Karim Asad" and "a father of two" are not three. Of
// descriptions alone the first stays.
func (b *builder) onePerson() {
	if !b.onlyOne() {
		return
	}
	named := slices.ContainsFunc(b.in.Actors, func(a sayso.Actor) bool {
		return a.Role == sayso.RoleTarget && !a.Generic && a.Kind == sayso.KindPerson
	})
	first := -1
	for i := range b.in.Actors {
		if a := &b.in.Actors[i]; b.onePersonBy(a) && (first < 0 || a.Span.Start < b.in.Actors[first].Span.Start) {
			first = i
		}
	}
	if first < 0 {
		return
	}
	keep := b.in.Actors[first].Span
	b.in.Actors = slices.DeleteFunc(b.in.Actors, func(a sayso.Actor) bool { return b.onePersonBy(&a) && (named || a.Span != keep) })
}

// onlyOne reports whether one person is counted, and nobody else.
func (b *builder) onlyOne() bool {
	one := false
	for i := range b.in.Counts {
		c := &b.in.Counts[i]
		switch c.What {
		case "killed", "arrested", "abducted", "injured":
			if one || c.Max == nil || *c.Max != 1 {
				return false
			}
			one = true
		}
	}
	return one
}

// onePersonBy reports whether a target is one person by a description.
func (b *builder) onePersonBy(a *sayso.Actor) bool {
	if a.Role != sayso.RoleTarget || !a.Generic || a.Kind != sayso.KindCivilians && a.Kind != sayso.KindUnknown {
		return false
	}
	for k := range b.r.d.Actors {
		if m := &b.r.d.Actors[k]; b.r.d.SpanOf(m.Range) == a.Span {
			return !m.Plural
		}
	}
	return false
}

// hitItself reports whether what some words take for a weapon is what was hit: a helicopter
// that is shot down.
func (b *builder) hitItself(weapon string) bool {
	switch last := weapon[strings.LastIndex(weapon, " ")+1:]; strings.ToLower(last) {
	case "helicopter", "chopper", "plane", "airplane", "airliner", "jet", "aircraft", "warplane":
		return slices.ContainsFunc(b.in.Actors, func(a sayso.Actor) bool {
			return a.Role == sayso.RoleTarget && strings.EqualFold(a.Name, weapon)
		})
	}
	return false
}

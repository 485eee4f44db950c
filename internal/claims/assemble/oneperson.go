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
	b.oneDoer()
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

// oneDoer leaves out who only describes the one person named for the doer of an attack: "an
// 18-year-old man", who is Lopez by the sentence after. Who is told as another, and an
// accomplice, stays.
func (b *builder) oneDoer() {
	named := 0
	for i := range b.in.Actors {
		if a := &b.in.Actors[i]; a.Role == sayso.RoleAgent {
			if a.Generic {
				continue
			}
			if a.Kind != sayso.KindPerson {
				return
			}
			named++
		}
	}
	if named != 1 || b.g.kind != "attack" || slices.ContainsFunc(b.in.Counts, func(c sayso.Count) bool { return c.What == "attackers" }) {
		return
	}
	b.in.Actors = slices.DeleteFunc(b.in.Actors, func(a sayso.Actor) bool { return a.Role == sayso.RoleAgent && b.describesOne(&a) })
}

// describesOne reports whether a doer is one person by a description that sets nobody apart.
func (b *builder) describesOne(a *sayso.Actor) bool {
	if !a.Generic || a.Kind != sayso.KindCivilians && a.Kind != sayso.KindUnknown {
		return false
	}
	for k := range b.r.d.Actors {
		m := &b.r.d.Actors[k]
		if b.r.d.SpanOf(m.Range) != a.Span {
			continue
		}
		for i := max(0, m.First-2); i < m.End; i++ {
			switch strings.ToLower(b.r.d.Tags[i].Lemma) {
			case "another", "second", "other", "accomplice", "his", "her", "brother", "friend", "driver":
				return false
			}
		}
		return !m.Plural
	}
	return false
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

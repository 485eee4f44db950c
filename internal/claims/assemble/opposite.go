package assemble

import (
	"slices"

	"sayso"
	"sayso/internal/lexicon/numeral"
)

// opposite adds the other side where a mention names just two and one is taken: nobody
// fights, or agrees with, himself.
func (b *builder) opposite(options []Option, chosen []int) []int {
	if b.m.actor == nil {
		return chosen
	}
	for _, e := range b.g.events {
		var sides []int
		for i := range options {
			if options[i].Actor.Role == sayso.RoleParty && slices.ContainsFunc(options[i].parts, func(p part) bool { return p.from == "argument" && p.event == &b.r.d.Events[e] }) {
				sides = append(sides, i)
			}
		}
		if len(sides) != 2 || slices.Contains(chosen, sides[0]) == slices.Contains(chosen, sides[1]) {
			continue
		}
		for _, i := range sides {
			if !slices.Contains(chosen, i) && !b.outOfIt(&options[i]) {
				options[i].mark = b.m.actor.Score(options[i].Signs)
				chosen = append(chosen, i)
			}
		}
	}
	return chosen
}

// itself reports whether a description of the other side says the same, but for a number:
// of "two terrorists were shot when they opened fire" the terrorists do not shoot terrorists.
func (b *builder) itself(a *sayso.Actor) bool {
	same := func(x, y []string) bool { return len(x) > 0 && len(x) == len(y) && amongWords(x, y) }
	words := uncounted(nameWords(a.Name))
	return a.Generic && slices.ContainsFunc(b.in.Actors, func(o sayso.Actor) bool {
		return o.Generic && (o.Role == sayso.RoleTarget) != (a.Role == sayso.RoleTarget) && same(words, uncounted(nameWords(o.Name)))
	})
}

// uncounted leaves out a number that words begin with.
func uncounted(words []string) []string {
	if len(words) > 1 && numeral.Look(words[0]).Kind != 0 {
		return words[1:]
	}
	return words
}

package assemble

import (
	"slices"

	"sayso"
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

package event

import (
	"strings"

	"sayso/internal/document"
)

// others reports whether a mention's own words set it apart from a happening
// told before: it counts several where the happening is one ("thirty attacks"
// after "the attack"), or speaks of further people or weapons in a sentence of
// its own ("another two were stabbed in Vatva").
func (l *linker) others(i int, c *cluster) bool {
	if l.several(i) && !l.severalOf(c) {
		return true
	}
	for _, m := range c.members {
		if l.v.sentence[l.events[m].Trigger] == l.v.sentence[l.events[i].Trigger] {
			return false
		}
	}
	return l.further(i)
}

// several reports whether a trigger is a noun that a number counts: "two bombings".
func (l *linker) several(i int) bool {
	t := l.events[i].Trigger
	return !l.v.isVerb(t) && l.v.d.Tags[t].XPOS == document.NNS && l.v.child(t, document.Nummod) >= 0
}

// severalOf reports whether a happening may be several: a verb tells no number.
func (l *linker) severalOf(c *cluster) bool {
	for _, m := range c.members {
		if l.several(m) || l.v.isVerb(l.events[m].Trigger) {
			return true
		}
	}
	return false
}

// further reports whether whom or what a mention is about is added to what was
// told before: "another Marine", "a second mine".
func (l *linker) further(i int) bool {
	if l.v.classes[l.events[i].Trigger].has(l.v.lex.bit("hurtful")) {
		return false // "another ten were injured" is of the same attack
	}
	for x := range l.events[i].Args {
		a := &l.events[i].Args[x]
		if a.Role != "target" && a.Role != "weapon" && !strings.HasPrefix(a.Role, "count:") {
			continue
		}
		for k := a.First; k < a.End; k++ {
			switch l.v.lemmas[k] {
			case "another", "second", "third":
				return true
			case "more":
				if k+1 < len(l.v.lemmas) && l.v.lemmas[k+1] != "than" {
					return true
				}
			}
		}
	}
	return false
}

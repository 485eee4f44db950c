package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// keptOff reports whether somebody is told to keep the attack off, here or, as an
// agent, in a part before; off holds those by role and name.
func (b *builder) keptOff(a *sayso.Actor, p *part, key string, off map[string]bool) bool {
	parries := b.r.parries(p.head, b.g.kind)
	if a.Role == sayso.RoleTarget {
		return parries && p.from != "argument"
	}
	off[key] = off[key] || parries && a.Role == sayso.RoleAgent
	return off[key]
}

// parries reports whether somebody, or what is somebody's, keeps an attack off:
// who intercepts rockets, or shoots drones down that were sent from afar, has not
// fired them.
func (r *reader) parries(head int, kind string) bool {
	for n := 0; n < 3 && r.d.Arcs[head].Head >= 0; n++ {
		rel := r.d.Arcs[head].Rel
		head = int(r.d.Arcs[head].Head)
		switch rel {
		case document.Nsubj, document.OblAgent:
			return r.keepsOff(head, kind)
		case document.NmodPoss, document.Compound, document.Nmod, document.Amod:
		default:
			return false
		}
	}
	return false
}

// keepsOff reports a verb for keeping an attack of a type off.
func (r *reader) keepsOff(verb int, kind string) bool {
	switch strings.ToLower(r.d.Tags[verb].Lemma) {
	case "intercept", "repel", "repulse", "foil", "thwart", "parry", "avert":
		return true
	case "shoot", "bring":
		return (kind == "air-strike" || kind == "shelling") && r.down(verb)
	case "down":
		return kind == "air-strike" || kind == "shelling"
	}
	return false
}

// fired reports whether a part is what was fired from afar, and so nobody's target.
func (b *builder) fired(p *part) bool {
	if b.g.kind != "air-strike" && b.g.kind != "shelling" {
		return false
	}
	return slices.ContainsFunc(b.arguments("weapon"), func(w found) bool {
		h := b.r.headOf(w.arg.Range)
		if h == p.head {
			return p.from != "argument" // a convoy that is bombed is in the list of vehicles too
		}
		return p.index >= 0 && h == b.r.d.Actors[p.index].Head // 87 of the drones
	})
}

// down reports "down" right behind a verb.
func (r *reader) down(verb int) bool {
	return verb+1 < len(r.d.Tokens) && strings.EqualFold(r.d.Word(verb+1), "down")
}

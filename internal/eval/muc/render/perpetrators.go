package render

import (
	"strings"

	"sayso"
	"sayso/internal/eval/muc/score"
)

// perpetrators fills the slots of those who did it and of the bodies behind
// them, at most two each.
func (b *Bridge) perpetrators(t *Text, c *cluster, k *score.Template) {
	state := false
	for _, x := range t.distinct(c.parts["doer"], 2) {
		k.Add(score.IndividualID, b.written(t, x.part, "doer"), "")
		state = state || t.official(x.part)
	}
	for _, x := range t.distinct(c.parts["body"], 2) {
		w := b.written(t, x.part, "body")
		k.Add(score.OrganizationID, w, "")
		k.Add(score.Confidence, b.pick(t, "confidence", x.part), w)
		state = state || t.official(x.part)
	}
	if v := b.category(t, c, state); v != "-" {
		k.Add(score.Category, v, "")
	}
}

// category is that of the perpetrators; where no weights are given, by whether
// one of them is a force of a state.
func (b *Bridge) category(t *Text, c *cluster, state bool) string {
	g := b.model.Group("category")
	switch {
	case g != nil:
		top, at := 0.0, 0
		keys := b.categoryKeys(t, c)
		for v := range categories {
			s := g.Score(classed(v, keys))
			if v == 0 {
				s -= b.limits.Silent
			}
			if v == 0 || s > top {
				top, at = s, v
			}
		}
		return categories[at]
	case state:
		return categories[2]
	}
	return categories[1]
}

// distinct takes the surest expressions, one for each entity and each head.
func (t *Text) distinct(in []chosen, n int) []chosen {
	var out []chosen
next:
	for _, x := range in {
		for _, o := range out {
			if t.alike(x.part, o.part) {
				continue next
			}
		}
		if out = append(out, x); len(out) == n {
			break
		}
	}
	return out
}

// alike reports whether two expressions are for the same thing: of one entity,
// one actor or with one head.
func (t *Text) alike(a, b int) bool {
	x, y := t.parts[a].Mentions[t.parts[a].Best], t.parts[b].Mentions[t.parts[b].Best]
	if t.parts[a].Name == 0 && t.parts[b].Name == 0 && strings.EqualFold(t.d.Tags[x.Head].Lemma, t.d.Tags[y.Head].Lemma) {
		return true
	}
	if i, j := t.actorID(a), t.actorID(b); i != "" && i == j {
		return true
	}
	return (t.parts[a].Name == 0) == (t.parts[b].Name == 0) && t.sameEntity(a, b)
}

func (t *Text) actorID(k int) string {
	for _, m := range t.parts[k].Mentions {
		for i := range t.d.Actors {
			if a := &t.d.Actors[i]; a.Head == m.Head && a.Actor.ID != "" {
				return a.Actor.ID
			}
		}
	}
	return ""
}

func limit(in []chosen, n int) []chosen { return in[:min(n, len(in))] }

// official reports whether an expression stands for a force of a state.
func (t *Text) official(k int) bool {
	for _, m := range t.parts[k].Mentions {
		for i := range t.d.Actors {
			if a := &t.d.Actors[i]; a.Head == m.Head {
				switch a.Actor.Kind {
				case sayso.KindState, sayso.KindStateForce, sayso.KindPolice:
					return true
				}
			}
		}
	}
	return false
}

package gold

import (
	"fmt"
	"strings"
)

// fieldDifferences says where an aligned prediction differs from gold.
func fieldDifferences(p, g *Incident, say func(string, ...any)) {
	for _, d := range []struct {
		name       string
		ok         bool
		pred, gold string
	}{
		{"type", p.Type == g.Type, p.Type, g.Type},
		{"status", p.Status == g.Status, p.Status, g.Status},
		{"salience", p.Salience == g.Salience, p.Salience, g.Salience},
		{"date", DateOK(p.When, g.When), p.When.describe(), g.When.describe()},
		{"place", PlaceOK(p.Where, g.Where), p.Where.describe(), g.Where.describe()},
	} {
		if !d.ok {
			say("%s %s: %s, gold %s (%q)", g.ID, d.name, d.pred, d.gold, g.Mention)
		}
	}
	listDifferences(g.ID+" agent", byRole(p, "agent", "party"), byRole(g, "agent", "party"), ActorOK, say)
	listDifferences(g.ID+" target", byRole(p, "target"), byRole(g, "target"), ActorOK, say)
	listDifferences(g.ID+" count", p.Counts, g.Counts, CountOK, say)
	listDifferences(g.ID+" claim", p.Claims, g.Claims, ClaimOK, say)
}

func listDifferences[T fmt.Stringer](what string, ps, gs []T, ok func(p, g *T) bool, say func(string, ...any)) {
	used := make([]bool, len(ps))
gold:
	for j := range gs {
		for i := range ps {
			if !used[i] && ok(&ps[i], &gs[j]) {
				used[i] = true
				continue gold
			}
		}
		say("%s missed: %v", what, gs[j])
	}
	for i := range ps {
		if !used[i] {
			say("%s invented: %v", what, ps[i])
		}
	}
}

func (w *When) describe() string {
	e, l := ends(w)
	if w == nil {
		return "none"
	}
	return fmt.Sprintf("%s/%s %q", e, l, w.Words)
}

func (p *Place) describe() string {
	if p == nil {
		return "none"
	}
	return p.Name + " " + text(p.Country)
}

// String gives role and name.
func (a Actor) String() string { return a.Role + " " + a.Name }

// String gives what is counted and both ends.
func (c Count) String() string {
	end := func(n *int) string {
		if n == nil {
			return "open"
		}
		return fmt.Sprint(*n)
	}
	return fmt.Sprintf("%s %s-%s %q", c.What, end(c.Min), end(c.Max), c.Words)
}

// String gives what the claim is about, its stance and chain, and the words.
func (c Claim) String() string {
	var chain []string
	for _, v := range c.Chain {
		chain = append(chain, v.Kind+":"+v.Name)
	}
	return fmt.Sprintf("%s %s [%s] %q", c.About, text(c.Stance), strings.Join(chain, " > "), c.Quote)
}

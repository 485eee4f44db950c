package incidents

import (
	"cmp"
	"fmt"
	"slices"

	"sayso"
)

// renumbered maps a report's claim numbers to those of the joined incident.
type renumbered map[*report]map[int]int

// claims gives the incident the claims of all reports, numbered anew.
func (g *group) claims(out *sayso.Incident) renumbered {
	numbers := renumbered{}
	out.Claims = []sayso.Claim{}
	for _, r := range g.reports {
		numbers[r] = map[int]int{}
		for _, c := range r.in.Claims {
			numbers[r][c.N] = len(out.Claims) + 1
			c.N = len(out.Claims) + 1
			c.Article = cmp.Or(c.Article, r.record.Article)
			out.Claims = append(out.Claims, c)
		}
	}
	return numbers
}

func (n renumbered) all(r *report, claims []int) []int {
	var out []int
	for _, c := range claims {
		if m := n[r][c]; m > 0 {
			out = append(out, m)
		}
	}
	return out
}

// counts are all numbers that differ; a number told again is kept once, with
// the claim that told it first.
func (g *group) counts(numbers renumbered) []sayso.Count {
	out := []sayso.Count{}
	for _, r := range g.reports {
		for _, c := range r.in.Counts {
			if slices.ContainsFunc(out, func(o sayso.Count) bool {
				return o.What == c.What && number(&o) == number(&c) && fold(o.Of) == fold(c.Of)
			}) {
				continue
			}
			c.Claim = numbers[r][c.Claim]
			if r != g.reports[0] {
				c.Span = sayso.Span{}
			}
			out = append(out, c)
		}
	}
	return out
}

// fields tells for each field how its value was chosen: by how many reports
// agree; the claims of those are for it, the others' against it.
func (g *group) fields(out *sayso.Incident, numbers renumbered) []sayso.Field {
	var names []string
	for _, r := range g.reports {
		for i := range r.in.Fields {
			if !slices.Contains(names, r.in.Fields[i].Name) {
				names = append(names, r.in.Fields[i].Name)
			}
		}
	}
	fields := []sayso.Field{}
	for _, name := range names {
		fields = append(fields, g.field(name, out, numbers))
	}
	return fields
}

func (g *group) field(name string, out *sayso.Incident, numbers renumbered) sayso.Field {
	value := g.chosen(name, out)
	f := sayso.Field{Name: name, Value: value, For: []int{}, Against: []int{}}
	agree, all := 0, 0
	for _, r := range g.reports {
		i := slices.IndexFunc(r.in.Fields, func(x sayso.Field) bool { return x.Name == name })
		if i < 0 {
			continue
		}
		all++
		own := &r.in.Fields[i]
		if g.agrees(name, r, own, out, value) {
			agree++
			f.For = append(f.For, numbers.all(r, own.For)...)
			f.Against = append(f.Against, numbers.all(r, own.Against)...)
		} else {
			f.Against = append(f.Against, numbers.all(r, own.For)...)
		}
	}
	f.Rule = fmt.Sprintf("%d of the %d articles that give it agree", agree, all)
	return f
}

// chosen is the value of a field of the joined incident, in the words of the
// report that it was taken from.
func (g *group) chosen(name string, out *sayso.Incident) string {
	value, _ := most(g, func(r *report) (string, bool) {
		i := slices.IndexFunc(r.in.Fields, func(x sayso.Field) bool { return x.Name == name })
		if i < 0 || !g.takenFrom(name, r, out) {
			return "", false
		}
		return r.in.Fields[i].Value, true
	}, equal)
	return value
}

// takenFrom reports whether a value of the joined incident can be this
// report's.
func (g *group) takenFrom(name string, r *report, out *sayso.Incident) bool {
	switch name {
	case "type":
		return r.in.Type == out.Type
	case "status":
		return r.in.Status == out.Status
	case "where":
		return r.in.Where != nil && out.Where != nil && r.in.Where.Name == out.Where.Name
	case "when":
		return r.in.When != nil && out.When != nil && r.in.When.Earliest == out.When.Earliest && r.in.When.Latest == out.When.Latest
	}
	return true
}

func (g *group) agrees(name string, r *report, own *sayso.Field, out *sayso.Incident, value string) bool {
	switch name {
	case "where":
		return r.in.Where != nil && out.Where != nil && samePlace(r.in.Where, out.Where)
	case "when":
		if !r.dated || out.When == nil {
			return own.Value == value
		}
		return r.days.gap(closed(*out.When, r.record.Published)) == 0
	}
	return fold(own.Value) == fold(value)
}

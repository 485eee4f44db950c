package fuse

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
)

// Member is one report of the happening.
type Member struct {
	Record *sayso.ArticleRecord
	In     *sayso.Incident
}

// Support counts the independent origins of some claims of the pool, by number.
type Support func(claims []int) int

// Pool is the reports of one happening with their claims numbered through.
type Pool struct {
	members []Member
	Claims  []sayso.Claim
	numbers []map[int]int // of each member: its claim number to the pool's
}

// Gather orders the reports, the one that tells most first, and numbers their
// claims.
func Gather(members []Member) *Pool {
	p := &Pool{members: slices.Clone(members), Claims: []sayso.Claim{}}
	slices.SortFunc(p.members, func(a, b Member) int {
		return cmp.Or(cmp.Compare(told(b.In), told(a.In)), cmp.Compare(a.Record.Published, b.Record.Published),
			strings.Compare(a.Record.Article, b.Record.Article), strings.Compare(a.In.ID, b.In.ID))
	})
	for _, m := range p.members {
		numbers := map[int]int{}
		for _, c := range m.In.Claims {
			numbers[c.N] = len(p.Claims) + 1
			c.N = len(p.Claims) + 1
			c.Article = cmp.Or(c.Article, m.Record.Article)
			p.Claims = append(p.Claims, c)
		}
		p.numbers = append(p.numbers, numbers)
	}
	return p
}

// told is how much a report tells.
func told(in *sayso.Incident) int {
	n := len(in.Claims) + len(in.Counts) + len(in.Actors)
	if in.Salience == sayso.SalienceMain {
		n += 100
	}
	if in.When != nil && (in.When.Earliest.Known() || in.When.Latest.Known()) {
		n += 3
	}
	if in.Where != nil {
		n += 3
	}
	return n
}

// Incident makes the incident of the pool under an id.
func (p *Pool) Incident(id string, rules *Rules, support Support) sayso.Incident {
	if len(p.members) == 1 {
		out := *p.members[0].In
		out.Claims, out.Fields = p.Claims, slices.Clone(out.Fields)
		out.ID, out.Joined, out.Articles = id, id, []string{p.members[0].Record.Article}
		return out
	}
	lead := p.members[0].In
	out := sayso.Incident{ID: id, Joined: id, Mention: lead.Mention, MentionSpan: lead.MentionSpan,
		Salience: sayso.SalienceBackground, Claims: p.Claims, Fields: []sayso.Field{}}
	for _, m := range p.members {
		if m.In.ID != id {
			out.Former = append(out.Former, m.In.ID)
		}
		if !slices.Contains(out.Articles, m.Record.Article) {
			out.Articles = append(out.Articles, m.Record.Article)
		}
		if m.In.Salience == sayso.SalienceMain {
			out.Salience = sayso.SalienceMain
		}
	}
	slices.Sort(out.Former)
	c := chooser{Pool: p, rules: rules, support: support}
	c.fill(&out)
	out.Actors, out.Weapons, out.Counts = p.actors(), p.weapons(), p.counts()
	out.People = p.people()
	out.Deaths = Deaths(&out)
	out.Summary = out.Sentence()
	c.best(&out)
	return out
}

// elsewhere reports whether member i is not the one into whose article the
// incident's spans point.
func (p *Pool) elsewhere(i int) bool { return i != 0 }

// all maps the claims of member i to the pool's numbers.
func (p *Pool) all(i int, claims []int) []int {
	var out []int
	for _, c := range claims {
		if n := p.numbers[i][c]; n > 0 {
			out = append(out, n)
		}
	}
	return out
}

// counts are all numbers that differ; a number told again is kept once, with
// the claim that told it first.
func (p *Pool) counts() []sayso.Count {
	out := []sayso.Count{}
	for i, m := range p.members {
		for _, c := range m.In.Counts {
			if slices.ContainsFunc(out, func(o sayso.Count) bool {
				return o.What == c.What && equalEnd(o.Min, c.Min) && equalEnd(o.Max, c.Max) && sayso.FoldName(o.Of) == sayso.FoldName(c.Of)
			}) {
				continue
			}
			c.Claim = p.numbers[i][c.Claim]
			if p.elsewhere(i) {
				c.Span = sayso.Span{}
			}
			out = append(out, c)
		}
	}
	return out
}

func equalEnd(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// actors are all that the reports name, each once in a role, under its
// fullest name.
func (p *Pool) actors() []sayso.Actor {
	out := []sayso.Actor{}
	for n, m := range p.members {
		for _, a := range m.In.Actors {
			if p.elsewhere(n) {
				a.Span = sayso.Span{}
			}
			i := slices.IndexFunc(out, func(o sayso.Actor) bool { return o.Role == a.Role && sameActor(&o, &a) })
			switch {
			case i < 0:
				out = append(out, a)
			case len(a.Name) > len(out[i].Name) && !a.Generic && out[i].Span.Empty():
				out[i] = a
			}
		}
	}
	return out
}

func sameActor(a, b *sayso.Actor) bool {
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	x, y := " "+sayso.FoldName(a.Name)+" ", " "+sayso.FoldName(b.Name)+" "
	return x == y || !a.Generic && !b.Generic && (strings.Contains(x, y) || strings.Contains(y, x))
}

func (p *Pool) weapons() []string {
	out := []string{}
	seen := map[string]bool{}
	for _, m := range p.members {
		for _, w := range m.In.Weapons {
			if !seen[sayso.FoldName(w)] {
				seen[sayso.FoldName(w)] = true
				out = append(out, w)
			}
		}
	}
	return out
}

// people are the private persons of all reports; nil where they were not read
// in one of them.
func (p *Pool) people() []sayso.Person {
	out := []sayso.Person{}
	seen := map[string]bool{}
	for _, m := range p.members {
		if m.In.People == nil {
			return nil
		}
		for _, x := range m.In.People {
			if key := strings.Join(append([]string{x.Name, x.Description}, x.Forms...), "|"); !seen[key] {
				seen[key] = true
				out = append(out, x)
			}
		}
	}
	return out
}

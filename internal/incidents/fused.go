package incidents

import (
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/incidents/fuse"
	"sayso/internal/incidents/origin"
)

// Copied takes in which articles copy which; what is known already is not
// taken twice. Only the origins of incidents that these articles tell depend on
// it; those told before are made anew.
func (s *Set) Copied(copies []sayso.Copy) Change {
	var touched []*group
	for _, c := range copies {
		if slices.ContainsFunc(s.copies[c.Article], func(k sayso.Copy) bool { return k.Article == c.Article && k.Of == c.Of }) {
			continue
		}
		s.copies[c.Article] = append(s.copies[c.Article], c)
		s.copies[c.Of] = append(s.copies[c.Of], c)
		for _, n := range s.articles[c.Article] {
			if g := s.nodes[n].group; g != nil && !slices.Contains(touched, g) {
				touched = append(touched, g)
			}
		}
	}
	var out Change
	for _, g := range touched {
		out.Incidents = append(out.Incidents, s.fuse(g))
	}
	return out
}

// fuse makes the incident of a group and names it in its members.
func (s *Set) fuse(g *group) sayso.Incident {
	members := make([]fuse.Member, len(g.members))
	for i, n := range g.members {
		members[i] = fuse.Member{Record: s.nodes[n].Record, In: s.nodes[n].In}
	}
	g.id = s.nodes[s.first(g.members)].In.ID
	pool := fuse.Gather(members)
	trace := origin.Trace(origin.Input{Claims: pool.Claims, Articles: s.records(g), Copies: s.copiesAmong(g), Reliability: s.lexicon.Reliability})
	out := pool.Incident(g.id, &s.rules, trace.Count)
	out.Origins = trace.Origins
	for i := range out.Fields {
		f := &out.Fields[i]
		if len(f.For) == 0 {
			continue
		}
		f.Origins, f.Rating = trace.Count(f.For), trace.Rating(f.For, f.Against)
	}
	if len(members) > 1 {
		out.Why = &sayso.Reasons{Join: s.why(g)}
		if w := members[0].In.Why; w != nil {
			out.Why.Event = w.Event
		}
	}
	for _, m := range members {
		m.In.Joined = g.id
	}
	return out
}

// records are the articles of a group, each once.
func (s *Set) records(g *group) []sayso.ArticleRecord {
	var out []sayso.ArticleRecord
	for _, n := range g.members {
		r := s.nodes[n].Record
		if len(out) == 0 || out[len(out)-1].Article != r.Article {
			out = append(out, sayso.ArticleRecord{Article: r.Article, Outlet: r.Outlet, Published: r.Published})
		}
	}
	return out
}

// copiesAmong are the copies between articles of a group.
func (s *Set) copiesAmong(g *group) []sayso.Copy {
	if len(s.copies) == 0 || len(g.members) == 1 {
		return nil
	}
	in := map[string]bool{}
	for _, n := range g.members {
		in[s.nodes[n].Record.Article] = true
	}
	var out []sayso.Copy
	for _, n := range g.members {
		a := s.nodes[n].Record.Article
		for _, c := range s.copies[a] {
			if c.Article == a && in[c.Of] {
				out = append(out, c)
			}
		}
	}
	return out
}

// shown is the number of links that an explanation tells.
const shown = 12

// why tells for each report what speaks most for its being in the group.
func (s *Set) why(g *group) *sayso.Explanation {
	top := sayso.Because("", fmt.Sprintf("%d reports tell it", len(g.members)))
	in := map[int32]bool{}
	for _, n := range g.members {
		in[n] = true
	}
	for _, n := range g.members[:min(len(g.members), shown)] {
		x := &s.nodes[n]
		best := edge{to: -1}
		for _, e := range x.edges {
			if in[e.to] && (best.to < 0 || e.score > best.score || e.score == best.score && s.before(e.to, best.to)) {
				best = e
			}
		}
		if best.to < 0 {
			continue
		}
		o := &s.nodes[best.to]
		top.Children = append(top.Children, sayso.Because("", fmt.Sprintf("%s in %s and %s in %s are one", x.In.ID, x.Record.Article, o.In.ID, o.Record.Article), s.pair(x, o)))
	}
	return top
}

// before orders nodes by article and id.
func (s *Set) before(a, b int32) bool {
	l := []int32{a, b}
	s.sort(l)
	return l[0] == a
}

// pair explains the decision on two reports.
func (s *Set) pair(x, y *node) *sayso.Explanation {
	if r := s.hand.on[coupleOf(x.In.ID, y.In.ID)]; r != nil {
		verb := map[string]string{RulingMerge: "are one", RulingSplit: "are not one"}[r.Kind]
		return sayso.Because(r.ID, fmt.Sprintf("%s decided on %s that they %s: %s", r.By, r.At, verb, r.Reason))
	}
	return s.decider.Why(x.Report, y.Report)
}

// Why explains why the reports of two ids are, or are not, one happening: in a
// sentence, with the tree of reasons below it.
func (s *Set) Why(a, b string) (*sayso.Explanation, error) {
	i, ok := s.byID[a]
	k, also := s.byID[b]
	if !ok || !also {
		return nil, fmt.Errorf("there are no reports %q and %q", a, b)
	}
	x, y := &s.nodes[i], &s.nodes[k]
	reasons := s.pair(x, y)
	switch {
	case x.group == y.group:
		return sayso.Because("one", fmt.Sprintf("%s and %s are told as one happening", a, b), reasons), nil
	case x.Record.Article == y.Record.Article:
		return sayso.Because("two", fmt.Sprintf("%s tells %s and %s apart", x.Record.Article, a, b), reasons), nil
	}
	return sayso.Because("two", fmt.Sprintf("%s and %s, with the reports that go with each, are more likely two", a, b), reasons), nil
}

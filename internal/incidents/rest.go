package incidents

import (
	"slices"

	"sayso/internal/incidents/link"
)

// rest are the edges that a report gets because its article and others tell one
// happening: where a pair of reports connects two articles, all reports of both
// are compared, whether or not they share a key. Articles on one happening mostly
// tell the others around it too, in words of their own. Whether two articles are
// compared so depends on these two alone. Edges lead to nodes before n.
func (s *Set) rest(n int32) []edge {
	x := &s.nodes[n]
	var out []edge
	seen := map[string]bool{x.Record.Article: true}
	for _, m := range s.articles[x.Record.Article] {
		for _, e := range s.nodes[m].edges {
			other := s.nodes[e.to].Record.Article
			if seen[other] {
				continue
			}
			seen[other] = true
			for _, k := range s.articles[other] {
				if k > n || slices.ContainsFunc(x.edges, func(e edge) bool { return e.to == k }) {
					continue
				}
				if score, yes := speaks(s.decider.Score(x.Report, s.nodes[k].Report)); yes {
					out = append(out, edge{k, score})
				}
			}
		}
	}
	return out
}

// addEdges gives nodes, by their place in the list, the edges found for them.
func (s *Set) addEdges(nodes []int32, found [][]edge) {
	for i, edges := range found {
		for _, e := range edges {
			n := nodes[i]
			s.nodes[n].edges = append(s.nodes[n].edges, e)
			s.nodes[e.to].edges = append(s.nodes[e.to].edges, edge{n, e.score})
			s.stale(n)
			s.stale(e.to)
		}
	}
}

// found reports whether the machine connects two reports.
func (s *Set) found(x, o *link.Report) bool {
	if x.Record.Article == o.Record.Article {
		return false
	}
	if _, yes := speaks(s.decider.Score(x, o)); !yes {
		return false
	}
	if keyed(x, o) {
		return true
	}
	for _, m := range s.articles[x.Record.Article] {
		for _, k := range s.articles[o.Record.Article] {
			a, b := s.nodes[m].Report, s.nodes[k].Report
			if _, yes := speaks(s.decider.Score(a, b)); yes && keyed(a, b) {
				return true
			}
		}
	}
	return false
}

// keyed reports whether two reports are compared for the keys that they share.
func keyed(x, o *link.Report) bool {
	if !x.Near(o) {
		return false
	}
	_, ask := x.Keys()
	file, _ := o.Keys()
	slices.Sort(file)
	slices.Sort(ask)
	return meet(ask, file)
}

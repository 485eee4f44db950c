package incidents

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/incidents/block"
	"sayso/internal/incidents/fuse"
	"sayso/internal/incidents/link"
)

// Set holds the reports of many articles and the incidents that they make
// across articles. It grows and shrinks an article at a time; what it holds
// depends on the articles, copies and rulings that are in it, not on the order
// in which they came.
type Set struct {
	decider  *link.Decider
	rules    fuse.Rules
	judged   func(name string) string // A–F of a source
	index    *block.Index
	nodes    []node
	articles map[string][]int32 // nodes of each article
	byID     map[string]int32   // node of each report's id
	hand     hand
	copies   map[string][]sayso.Copy // by article and by what it copies
	buf      []int32
}

// node is a report with the pairs that speak for it.
type node struct {
	*link.Report // nil once taken out
	edges        []edge
	group        *group
}

// edge is another report that was compared, with the log odds in thousandths
// that the two are one, cut off at [bound]; never where something excludes it.
type edge struct {
	to    int32
	score int16
}

const never = math.MinInt16

// speaks reports whether an edge connects two reports.
func (e edge) speaks() bool { return int(e.score)+lean >= 0 }

// group is a set of reports that are taken as one happening.
type group struct {
	members []int32 // in the order of their articles and ids
	id      string  // of the incident
}

// Change is what an addition or removal did.
type Change struct {
	Incidents []sayso.Incident // new, or changed
	Gone      []string         // ids under which there is no incident any more; see Former of the others
}

// Set makes an empty set.
func (j *Joiner) Set() *Set {
	return &Set{decider: j.decider, rules: j.rules, index: block.New(), articles: map[string][]int32{}, byID: map[string]int32{},
		copies: map[string][]sayso.Copy{}}
}

// Add takes an article's record in, in place of one that is there, and joins
// what it tells. The set keeps the record and names in its incidents, as
// Joined, the incidents across articles.
func (s *Set) Add(rec *sayso.ArticleRecord) Change {
	touched := s.remove(rec.Article)
	touched = append(touched, s.insert(rec)...)
	return s.regroup(touched)
}

// Remove takes an article out.
func (s *Set) Remove(article string) Change { return s.regroup(s.remove(article)) }

// insert files the reports of an article and returns their nodes.
func (s *Set) insert(rec *sayso.ArticleRecord) []int32 {
	var added []int32
	for _, r := range s.decider.Reports(rec) {
		n := int32(len(s.nodes))
		file, ask := r.Keys()
		s.buf = s.index.Find(ask, s.buf)
		s.nodes = append(s.nodes, node{Report: r})
		for _, k := range s.buf {
			if o := s.nodes[k].Report; o.Record.Article != rec.Article {
				s.connect(n, k, s.decider.Score(r, o))
			}
		}
		s.index.Add(n, file)
		s.byID[r.In.ID] = n
		added = append(added, n)
	}
	s.articles[rec.Article] = added
	for _, n := range added {
		s.connectByHand(n)
	}
	return added
}

// connect notes what a comparison gave. A pair under -bound counts as one that
// was never compared, unless something excludes it.
func (s *Set) connect(a, b int32, score int) {
	cut := int16(never)
	if score > link.Never {
		if score <= -bound {
			return
		}
		cut = int16(min(score, bound))
	}
	s.nodes[a].edges = append(s.nodes[a].edges, edge{b, cut})
	s.nodes[b].edges = append(s.nodes[b].edges, edge{a, cut})
}

// remove takes the reports of an article out and returns the nodes that were
// grouped with them, and theirs.
func (s *Set) remove(article string) []int32 {
	var touched []int32
	for _, n := range s.articles[article] {
		x := &s.nodes[n]
		file, _ := x.Keys()
		s.index.Remove(n, file)
		if s.byID[x.In.ID] == n {
			delete(s.byID, x.In.ID)
		}
		for _, e := range x.edges {
			o := &s.nodes[e.to]
			o.edges = slices.DeleteFunc(o.edges, func(e edge) bool { return e.to == n })
			if e.speaks() {
				touched = append(touched, e.to)
			}
		}
		touched = append(touched, n)
		x.Report, x.edges = nil, nil
	}
	delete(s.articles, article)
	return touched
}

// regroup groups the reports connected to the nodes given anew.
func (s *Set) regroup(touched []int32) Change {
	old := map[*group]bool{}
	seen := map[int32]bool{}
	var fresh []*group
	for _, n := range touched {
		if g := s.nodes[n].group; g != nil {
			old[g] = true
		}
		if s.nodes[n].Report == nil {
			s.nodes[n].group = nil
			continue
		}
		if seen[n] {
			continue
		}
		for _, g := range s.cluster(s.component(n, seen)) {
			for _, m := range g.members {
				if was := s.nodes[m].group; was != nil {
					old[was] = true
				}
			}
			fresh = append(fresh, g)
		}
	}
	return s.change(old, fresh)
}

// change puts fresh groups in the place of old ones and tells what changed.
func (s *Set) change(old map[*group]bool, fresh []*group) Change {
	same := map[*group]bool{}
	var out Change
	for _, g := range fresh {
		if was := s.nodes[g.members[0]].group; was != nil && slices.Equal(was.members, g.members) {
			same[was] = true
			continue
		}
		for _, m := range g.members {
			s.nodes[m].group = g
		}
		out.Incidents = append(out.Incidents, s.fuse(g))
	}
	gone := map[string]bool{}
	for g := range old {
		if !same[g] {
			gone[g.id] = true
		}
	}
	for i := range out.Incidents {
		delete(gone, out.Incidents[i].ID)
	}
	for id := range gone {
		out.Gone = append(out.Gone, id)
	}
	slices.Sort(out.Gone)
	slices.SortFunc(out.Incidents, func(a, b sayso.Incident) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// component are the nodes connected to n, in the order of their articles and
// ids.
func (s *Set) component(n int32, seen map[int32]bool) []int32 {
	out := []int32{n}
	seen[n] = true
	for i := 0; i < len(out); i++ {
		for _, e := range s.nodes[out[i]].edges {
			if e.speaks() && !seen[e.to] {
				seen[e.to] = true
				out = append(out, e.to)
			}
		}
	}
	s.sort(out)
	return out
}

// sort puts nodes in the order of their articles and ids.
func (s *Set) sort(nodes []int32) {
	slices.SortFunc(nodes, func(a, b int32) int {
		x, y := s.nodes[a], s.nodes[b]
		return cmp.Or(strings.Compare(x.Record.Article, y.Record.Article), strings.Compare(x.In.ID, y.In.ID),
			int(x.In.MentionSpan.Start-y.In.MentionSpan.Start))
	})
}

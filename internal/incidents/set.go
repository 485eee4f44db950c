package incidents

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/incidents/block"
	"sayso/internal/incidents/fuse"
	"sayso/internal/incidents/link"
	"sayso/internal/lexicon"
)

// Set holds the reports of many articles and the incidents that they make
// across articles. It grows and shrinks an article at a time; what it holds
// depends on the articles, copies and rulings that are in it, not on the order
// in which they came.
type Set struct {
	decider  *link.Decider
	rules    fuse.Rules
	lexicon  *lexicon.Lexicon // knows how far sources are to be relied on
	index    *block.Index
	nodes    []node
	articles map[string][]int32 // nodes of each article
	byID     map[string]int32   // node of each report's id
	hand     hand
	copies   map[string][]sayso.Copy // by article and by what it copies
	whole    int                     // see [whole]
	clock    int                     // last mark that was given out
	buf      []int32
}

// node is a report with the pairs that speak for it.
type node struct {
	*link.Report // nil once taken out
	edges        []edge
	group        *group
	part         *part
	mark, inner  int // see [Set.tick]
}

// part is a set of reports that was put into groups as a whole. Stale, an edge
// of one of them has changed since.
type part struct {
	size  int
	stale bool
}

// edge is another report that this one is likely one with, with the log odds in
// thousandths, from [strong] up, cut off at [bound]. Weaker pairs are not kept:
// they are many, and where they count, in a group, they are compared again.
type edge struct {
	to    int32
	score int16
}

// strong is the log odds, of two to one, from which a pair connects its reports:
// what weaker pairs alone connect would grow without end through a busy place.
const strong = 700

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
	return &Set{decider: j.decider, rules: j.rules, lexicon: j.lexicon, index: block.New(), articles: map[string][]int32{}, byID: map[string]int32{},
		copies: map[string][]sayso.Copy{}, whole: j.whole}
}

// Add takes an article's record in, in place of one that is there, and joins
// what it tells. The set keeps the record and names in its incidents, as
// Joined, the incidents across articles.
func (s *Set) Add(rec *sayso.ArticleRecord) Change {
	touched := s.remove(rec.Article)
	touched = append(touched, s.insert(rec)...)
	return s.regroup(touched)
}

// Largest is the number of reports in the largest component: of those that
// likely pairs connect.
func (s *Set) Largest() int {
	mark, most := s.tick(), 0
	for n := range s.nodes {
		if s.nodes[n].Report != nil && s.nodes[n].mark != mark {
			most = max(most, len(s.component(int32(n), mark)))
		}
	}
	return most
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
			if o := s.nodes[k].Report; o.Record.Article != rec.Article && r.Near(o) {
				s.connect(n, k, s.decider.Score(r, o))
			}
		}
		s.index.Add(n, file)
		s.byID[r.In.ID] = n
		added = append(added, n)
	}
	s.articles[rec.Article] = added
	found := make([][]edge, len(added))
	for i, n := range added {
		found[i] = s.rest(n)
	}
	s.addEdges(added, found)
	for _, n := range added {
		s.connectByHand(n)
	}
	return added
}

// connect notes what a comparison gave, if it connects.
func (s *Set) connect(a, b int32, score int) {
	if c, yes := speaks(score); yes {
		s.stale(a)
		s.stale(b)
		s.nodes[a].edges = append(s.nodes[a].edges, edge{b, c})
		s.nodes[b].edges = append(s.nodes[b].edges, edge{a, c})
	}
}

// stale notes that the groups around a node are to be made anew.
func (s *Set) stale(n int32) {
	if p := s.nodes[n].part; p != nil {
		p.stale = true
	}
}

// tick gives out a mark that no node bears.
func (s *Set) tick() int {
	s.clock++
	return s.clock
}

// speaks makes a score an edge's, if it connects.
func speaks(score int) (int16, bool) { return int16(min(max(score, 0), bound)), score >= strong }

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
			s.stale(e.to)
			touched = append(touched, e.to)
		}
		touched = append(touched, n)
		s.stale(n)
		x.Report, x.edges, x.part = nil, nil, nil
	}
	delete(s.articles, article)
	return touched
}

// regroup groups the reports connected to the nodes given anew.
func (s *Set) regroup(touched []int32) Change {
	old := map[*group]bool{}
	mark := s.tick()
	var fresh []*group
	for _, n := range touched {
		if g := s.nodes[n].group; g != nil {
			old[g] = true
		}
		if s.nodes[n].Report == nil {
			s.nodes[n].group = nil
			continue
		}
		if s.nodes[n].mark == mark {
			continue
		}
		nodes := s.component(n, mark)
		for _, g := range s.groups(nodes) {
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

// component are the nodes connected to n; they bear the mark.
func (s *Set) component(n int32, mark int) []int32 {
	out := []int32{n}
	s.nodes[n].mark = mark
	for i := 0; i < len(out); i++ {
		for _, e := range s.nodes[out[i]].edges {
			if s.nodes[e.to].mark != mark {
				s.nodes[e.to].mark = mark
				out = append(out, e.to)
			}
		}
	}
	return out
}

// groups puts connected reports into groups. More than [whole] of them, all that
// goes on for weeks in a busy place, are first taken apart at their weaker
// pairs: by rising odds, until no part is larger or only certain pairs are left.
func (s *Set) groups(nodes []int32) []*group { return s.apart(nodes, strong) }

func (s *Set) apart(nodes []int32, from int16) []*group {
	if len(nodes) <= s.whole || from >= bound {
		return s.inPart(nodes)
	}
	from += strong
	left := s.tick()
	for _, n := range nodes {
		s.nodes[n].inner = left
	}
	var out []*group
	for _, n := range nodes {
		if s.nodes[n].inner != left {
			continue
		}
		part := []int32{n}
		s.nodes[n].inner = 0
		for i := 0; i < len(part); i++ {
			for _, e := range s.nodes[part[i]].edges {
				if e.score >= from && s.nodes[e.to].inner == left {
					s.nodes[e.to].inner = 0
					part = append(part, e.to)
				}
			}
		}
		out = append(out, s.apart(part, from)...)
	}
	return out
}

// inPart puts a part into groups, or leaves it as it was if nothing in it has
// changed.
func (s *Set) inPart(nodes []int32) []*group {
	p := s.nodes[nodes[0]].part
	same := p != nil && !p.stale && p.size == len(nodes)
	for _, n := range nodes {
		same = same && s.nodes[n].part == p
	}
	if same {
		var out []*group
		for _, n := range nodes {
			if g := s.nodes[n].group; g.members[0] == n {
				out = append(out, g)
			}
		}
		return out
	}
	p = &part{size: len(nodes)}
	for _, n := range nodes {
		s.nodes[n].part = p
	}
	s.sort(nodes)
	return s.cluster(nodes)
}

// sort puts nodes in the order of their articles and ids.
func (s *Set) sort(nodes []int32) {
	slices.SortFunc(nodes, func(a, b int32) int {
		x, y := s.nodes[a], s.nodes[b]
		return cmp.Or(strings.Compare(x.Record.Article, y.Record.Article), strings.Compare(x.In.ID, y.In.ID),
			int(x.In.MentionSpan.Start-y.In.MentionSpan.Start))
	})
}

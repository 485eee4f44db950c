package incidents

import (
	"slices"

	"sayso/internal/incidents/link"
)

// bound is the log odds, in thousandths, beyond which a pair counts no more: one
// that is certain shall not carry several that are not.
const bound = 4000

// lean is added to the log odds of a pair: groups merge from a mean probability
// of three in eight, where B³ is highest (sayso eval joined).
const lean = 500

// cluster puts connected reports, in their order, into groups by average link:
// the two groups that are one with the highest mean log odds merge, until no
// mean is over zero, after [lean]. Two that hold a pair which excludes it never
// merge, unless by hand. Two reports of one article speak against it, by
// [rivals]: an article mostly tells two happenings, but often tells one twice.
func (s *Set) cluster(nodes []int32) []*group {
	if len(nodes) == 1 {
		return []*group{{members: nodes}}
	}
	c := s.newClustering(nodes)
	for {
		a, b := c.best()
		if a < 0 {
			break
		}
		c.merge(a, b)
	}
	var out []*group
	for i := range nodes {
		if c.size[i] == 0 {
			continue
		}
		g := &group{}
		for k := range nodes {
			if c.in[k] == i {
				g.members = append(g.members, nodes[k])
			}
		}
		out = append(out, g)
	}
	return out
}

// barred is the sum for groups that never merge.
const barred = link.Never

// clustering is the state of [Set.cluster]: sums of log odds between groups.
type clustering struct {
	sum     [][]int
	size    []int // 0 for a group that went into another
	in      []int // group of each node
	nearest []int
}

func (s *Set) newClustering(nodes []int32) *clustering {
	n := len(nodes)
	c := &clustering{sum: make([][]int, n), size: make([]int, n), in: make([]int, n), nearest: make([]int, n)}
	at := make(map[int32]int, n)
	for i, x := range nodes {
		c.sum[i], c.size[i], c.in[i], at[x] = make([]int, n), 1, i, i
		for k := range i {
			c.sum[i][k] = s.unmet(x, nodes[k], n)
			c.sum[k][i] = c.sum[i][k]
		}
	}
	for i, x := range nodes {
		for _, e := range s.nodes[x].edges {
			if k, ok := at[e.to]; ok {
				c.sum[i][k] = int(e.score) + lean
			}
		}
		for k, y := range nodes {
			if i != k && s.nodes[x].Record == s.nodes[y].Record {
				c.sum[i][k] = s.rival(x, y)
			}
			if i == k || s.hand.parted(s.nodes[x].In.ID, s.nodes[y].In.ID) {
				c.sum[i][k] = barred
			}
		}
	}
	c.byHand(s, nodes)
	for i := range nodes {
		c.find(i)
	}
	return c
}

// byHand puts together what a person did.
func (c *clustering) byHand(s *Set, nodes []int32) {
	if len(s.hand.on) == 0 {
		return
	}
	for i := range nodes {
		for k := range i {
			if c.in[i] != c.in[k] && s.hand.bound(s.nodes[nodes[i]].In.ID, s.nodes[nodes[k]].In.ID) {
				c.join(min(c.in[i], c.in[k]), max(c.in[i], c.in[k]))
			}
		}
	}
}

// whole is the number of connected reports up to which all pairs are looked at.
const whole = 160

// unmet is what a pair that nothing connects adds to the sum.
func (s *Set) unmet(a, b int32, connected int) int {
	x, y := s.nodes[a].Report, s.nodes[b].Report
	if connected > s.whole {
		if link.Excluded(x, y) != "" {
			return barred
		}
		return lean - bound
	}
	score := s.decider.Score(x, y)
	if score <= link.Never {
		return barred
	}
	return max(-bound, min(bound, score)) + lean
}

// rivals is what two reports of one article add to the sum between their groups:
// the log odds, in thousandths, that the article was wrong to tell them apart.
// Others that go with both can outweigh it.
const rivals = -3000

// rival is [rivals], or barred where something excludes that they are one.
func (s *Set) rival(a, b int32) int {
	if link.Excluded(s.nodes[a].Report, s.nodes[b].Report) != "" {
		return barred
	}
	return rivals
}

// over reports whether group i is nearer to k than to l, by mean.
func (c *clustering) over(i, k, l int) bool {
	return c.sum[i][k]*c.size[l] > c.sum[i][l]*c.size[k]
}

// find notes the group nearest to i.
func (c *clustering) find(i int) {
	c.nearest[i] = -1
	for k := range c.size {
		if k != i && c.size[k] > 0 && c.sum[i][k] > 0 && (c.nearest[i] < 0 || c.over(i, k, c.nearest[i])) {
			c.nearest[i] = k
		}
	}
}

// best are the two groups with the highest mean, the first of equals; -1 where
// none is over zero.
func (c *clustering) best() (a, b int) {
	a, b = -1, -1
	for i := range c.size {
		k := c.nearest[i]
		if c.size[i] == 0 || k < 0 {
			continue
		}
		if a < 0 || c.sum[i][k]*c.size[a]*c.size[b] > c.sum[a][b]*c.size[i]*c.size[k] {
			a, b = i, k
		}
	}
	return min(a, b), max(a, b)
}

// merge puts group b into a and looks for the nearest again.
func (c *clustering) merge(a, b int) {
	c.join(a, b)
	for i := range c.size {
		if c.size[i] > 0 && (i == a || c.nearest[i] == a || c.nearest[i] == b || c.sum[i][a] > 0) {
			c.find(i)
		}
	}
}

// join puts group b into a. What bars one bars both.
func (c *clustering) join(a, b int) {
	for k := range c.size {
		if k == a || k == b || c.size[k] == 0 {
			continue
		}
		if c.sum[a][k] <= barred || c.sum[b][k] <= barred {
			c.sum[a][k] = barred
		} else {
			c.sum[a][k] += c.sum[b][k]
		}
		c.sum[k][a] = c.sum[a][k]
	}
	for k, g := range c.in {
		if g == b {
			c.in[k] = a
		}
	}
	c.size[a] += c.size[b]
	c.size[b] = 0
}

// first reports whether node a is that by which a group is known: of the
// article published first, else the first by id.
func (s *Set) first(members []int32) int32 {
	return slices.MinFunc(members, func(a, b int32) int {
		x, y := s.nodes[a].Record.Published, s.nodes[b].Record.Published
		switch {
		case x == y:
			return slices.Index(members, a) - slices.Index(members, b)
		case !x.Known():
			return 1
		case !y.Known():
			return -1
		}
		return int(x - y)
	})
}

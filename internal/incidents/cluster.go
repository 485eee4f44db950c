package incidents

import (
	"math/bits"
	"slices"

	"sayso/internal/incidents/link"
)

// bound is the log odds, in thousandths, beyond which a pair counts no more: one
// that is certain shall not carry several that are not.
const bound = 4000

// lean is added to the likeness of two groups, and [weight] taken off it: two
// reports that likely pairs connect with others are one from odds of one to
// three, two groups of four each from odds of two to one. Around these B³ is
// highest (sayso eval joined).
const lean = 1000

// perDoubling is what the likeness of two groups must be higher for each
// doubling of the pairs between them.
const perDoubling = 416

// weight is what so many pairs between two groups ask for: a report is put with
// a group lightly, two large groups made one only for good reasons, as more is
// lost if they are not. Straight between powers of two.
func weight(pairs int) int {
	top := bits.Len(uint(pairs)) - 1
	return perDoubling*top + perDoubling*(pairs-1<<top)>>top
}

// cluster puts connected reports, in their order, into groups by best links: the
// two groups that are most alike merge, until none are alike, by
// [clustering.like]. A late report that says little is like the one report of a
// group that tells the same of it, and not like the others. Two groups that hold
// a pair which excludes it never merge, unless by hand. Two reports of one article
// speak against it, by [rivals]: an article mostly tells two happenings, but often
// tells one twice.
func (s *Set) cluster(nodes []int32) []*group {
	if len(nodes) == 1 {
		return []*group{{members: nodes}}
	}
	c := s.newClustering(nodes)
	c.run()
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

// barred is the sum for groups that never merge, under any sum of log odds.
const barred = -1 << 30

// clustering is the state of [Set.cluster].
type clustering struct {
	link    [][]int // log odds of a node and the one of a group that it is likest to
	sum     [][]int // these over the nodes of a group, and a group; or barred, both ways
	size    []int   // 0 for a group that went into another
	in      []int   // group of each node
	nearest []int
}

func (s *Set) newClustering(nodes []int32) *clustering {
	n := len(nodes)
	c := &clustering{link: make([][]int, n), sum: make([][]int, n), size: make([]int, n), in: make([]int, n), nearest: make([]int, n)}
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
				c.sum[i][k] = int(e.score)
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
	for i := range nodes {
		c.link[i] = slices.Clone(c.sum[i])
	}
	c.byHand(s, nodes)
	return c
}

// run merges the two groups most alike until none are alike.
func (c *clustering) run() {
	for i := range c.size {
		c.find(i)
	}
	for a, b := c.best(); a >= 0; a, b = c.best() {
		c.merge(a, b)
	}
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
		return -bound
	}
	score := s.decider.Score(x, y)
	if score <= link.Never {
		return barred
	}
	return max(-bound, min(bound, score))
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

// like is how alike two groups are, over 0 if they are to be one: the mean log
// odds of their reports' best links with the other, [lean] and [weight].
func (c *clustering) like(i, k int) int {
	if c.sum[i][k] <= barred {
		return barred
	}
	pairs := c.size[i] * c.size[k]
	return (c.sum[i][k]*c.size[k]+c.sum[k][i]*c.size[i])/(2*pairs) + lean - weight(pairs)
}

// find notes the group that i is likest to, the first of equals.
func (c *clustering) find(i int) {
	most := 0
	c.nearest[i] = -1
	if c.size[i] == 0 {
		return
	}
	for k := range c.size {
		if k != i && c.size[k] > 0 {
			if l := c.like(i, k); l > most {
				c.nearest[i], most = k, l
			}
		}
	}
}

// best are the two groups most alike, the first of equals; -1 where none are.
func (c *clustering) best() (a, b int) {
	a, b = -1, -1
	most := 0
	for i, k := range c.nearest {
		if c.size[i] == 0 || k < 0 {
			continue
		}
		if l := c.like(i, k); l > most {
			a, b, most = i, k, l
		}
	}
	return min(a, b), max(a, b)
}

// merge puts group b into a and looks for the nearest again.
func (c *clustering) merge(a, b int) {
	c.join(a, b)
	for i := range c.size {
		if c.size[i] > 0 && (i == a || c.nearest[i] == a || c.nearest[i] == b || c.like(i, a) > 0) {
			c.find(i)
		}
	}
}

// join puts group b into a. What bars one bars both.
func (c *clustering) join(a, b int) {
	for i, g := range c.in {
		if g == b {
			c.in[i] = a
		}
		c.link[i][a] = max(c.link[i][a], c.link[i][b])
	}
	for k := range c.size {
		switch {
		case k == a || k == b || c.size[k] == 0:
		case c.sum[a][k] <= barred || c.sum[b][k] <= barred:
			c.sum[a][k], c.sum[k][a] = barred, barred
		default:
			c.sum[a][k] += c.sum[b][k]
			c.sum[k][a] = 0
		}
	}
	for i, g := range c.in {
		if g != a && c.sum[g][a] > barred {
			c.sum[g][a] += c.link[i][a]
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

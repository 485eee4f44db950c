package policeevents

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Settings of the forest.
const (
	trees     = 200
	leastLeaf = 4     // draws of an instance that a side of a branch holds at least
	oneIn     = 10    // features of which one is offered at a branch
	floor     = 0.003 // added to the shares of yes and no, so that their ratio is finite
)

// forest is trees that each saw a sample of the instances, drawn with
// replacement, and at each branch a few of the features (Breiman, Machine
// Learning 2001): what a sign means depends on which others are there ("firing"
// beside "mob", beside "in the air"), which a sum of weights cannot say.
type forest struct {
	roots []*node
	has   []bool // by feature, of the row that is scored
}

// node is a branch by a feature, or a leaf that knows the share of yes.
type node struct {
	feature int32
	with    *node // nil at a leaf
	without *node
	share   float64
}

// score is the log-odds of the trees' mean share, kept off the infinities.
func (f *forest) score(row []int32) float64 {
	clear(f.has)
	for _, k := range row {
		f.has[k] = true
	}
	sum := 0.0
	for _, n := range f.roots {
		for n.with != nil {
			if f.has[n.feature] {
				n = n.with
			} else {
				n = n.without
			}
		}
		sum += n.share
	}
	p := sum / float64(len(f.roots))
	return math.Log((p + floor) / (1 + floor - p))
}

// grower grows trees over a part.
type grower struct {
	part
	rnd      *rand.Rand
	all, pos []int32 // by feature, of the instances at a branch
	pool     []int32 // the features, in the order in which they are drawn
}

// grown fits a forest. The same instances in the same order give the same one.
func grown(p part) scorer {
	g := &grower{part: p, rnd: rand.New(rand.NewPCG(5, 11)),
		all: make([]int32, p.features), pos: make([]int32, p.features), pool: make([]int32, p.features)}
	for i := range g.pool {
		g.pool[i] = int32(i)
	}
	f := &forest{has: make([]bool, p.features)}
	for range trees {
		at := make([]int32, len(p.rows))
		for i := range at {
			at[i] = int32(g.rnd.IntN(len(p.rows)))
		}
		f.roots = append(f.roots, g.branch(at))
	}
	return f.score
}

// branch splits instances until they agree or no feature offered tells them apart.
func (g *grower) branch(at []int32) *node {
	yes := 0
	for _, i := range at {
		if g.yes[i] {
			yes++
		}
	}
	n := &node{share: float64(yes) / float64(max(1, len(at)))}
	if yes == 0 || yes == len(at) || len(at) < 2*leastLeaf {
		return n
	}
	best := g.best(at, yes)
	if best < 0 {
		return n
	}
	mid := 0
	for k, i := range at {
		if _, ok := slices.BinarySearch(g.rows[i], best); ok {
			at[k], at[mid] = at[mid], at[k]
			mid++
		}
	}
	n.feature = best
	n.with, n.without = g.branch(at[:mid]), g.branch(at[mid:])
	return n
}

// best is the feature, of some drawn by chance, that leaves the least Gini
// impurity on its two sides; -1 where none splits the instances.
func (g *grower) best(at []int32, yes int) int32 {
	clear(g.all)
	clear(g.pos)
	for _, i := range at {
		for _, f := range g.rows[i] {
			g.all[f]++
			if g.yes[i] {
				g.pos[f]++
			}
		}
	}
	best, top := int32(-1), math.Inf(-1)
	offered := 0
	for k := 0; k < g.features && offered < max(1, g.features/oneIn); k++ {
		j := k + g.rnd.IntN(g.features-k)
		g.pool[k], g.pool[j] = g.pool[j], g.pool[k]
		f := g.pool[k]
		a, p := float64(g.all[f]), float64(g.pos[f])
		b, q := float64(len(at))-a, float64(yes)-p
		if a == 0 || b == 0 {
			continue
		}
		offered++
		if a < leastLeaf || b < leastLeaf {
			continue
		}
		if gain := (p*p+(a-p)*(a-p))/a + (q*q+(b-q)*(b-q))/b; gain > top {
			best, top = f, gain
		}
	}
	return best
}

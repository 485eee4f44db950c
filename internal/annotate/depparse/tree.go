package depparse

import "slices"

// forest finds the best tree from scores of arcs.
type forest struct {
	heads []int32
	seen  []int32
	chart chart
}

// tree returns the head of each of n words, n for the root, from scores, which
// holds n rows of stride numbers: the score of each word, and of the root at n,
// as head. Mostly the best heads make a tree with one root; else the best
// projective tree is taken.
func (f *forest) tree(scores []int32, n, stride int) []int32 {
	f.heads = slices.Grow(f.heads[:0], n)[:n]
	roots := 0
	for i := range n {
		row := scores[i*stride : i*stride+n+1]
		best := -1
		for j, s := range row {
			if j != i && (best < 0 || s > row[best]) {
				best = j
			}
		}
		f.heads[i] = int32(best)
		if best == n {
			roots++
		}
	}
	if roots != 1 || !f.acyclic() {
		f.chart.tree(f.heads, scores, n, stride)
	}
	return f.heads
}

// acyclic reports whether every word leads to the root.
func (f *forest) acyclic() bool {
	n := len(f.heads)
	f.seen = slices.Grow(f.seen[:0], n)[:n]
	clear(f.seen)
	for i := range n {
		at := i
		for at < n && f.seen[at] == 0 {
			f.seen[at] = int32(i) + 1
			at = int(f.heads[at])
		}
		if at < n && f.seen[at] == int32(i)+1 {
			return false
		}
	}
	return true
}

// chart is that of Eisner (1996): the best span from word i to word j with
// either end as its head, complete or with the arc between the ends just made.
type chart struct {
	n                      int
	comL, comR, incL, incR []int32 // head at the right end (L) or at the left end (R)
	cutCL, cutCR, cutI     []int16
}

func (c *chart) at(i, j int) int { return i*c.n + j }

// tree fills heads with the best projective tree that has one root.
func (c *chart) tree(heads []int32, scores []int32, n, stride int) {
	c.n = n
	for _, m := range []*[]int32{&c.comL, &c.comR, &c.incL, &c.incR} {
		*m = slices.Grow((*m)[:0], n*n)[:n*n]
	}
	for _, m := range []*[]int16{&c.cutCL, &c.cutCR, &c.cutI} {
		*m = slices.Grow((*m)[:0], n*n)[:n*n]
	}
	for i := range n {
		c.comL[c.at(i, i)], c.comR[c.at(i, i)] = 0, 0
	}
	for width := 1; width < n; width++ {
		for i := 0; i+width < n; i++ {
			c.span(i, i+width, scores[(i+width)*stride+i], scores[i*stride+i+width])
		}
	}
	root, best := 0, int32(0)
	for r := range n {
		s := c.comL[c.at(0, r)] + c.comR[c.at(r, n-1)] + scores[r*stride+n]
		if r == 0 || s > best {
			root, best = r, s
		}
	}
	heads[root] = int32(n)
	c.walkL(heads, 0, root)
	c.walkR(heads, root, n-1)
}

// span finds the best spans from i to j, given the scores of i as head of j
// (right) and of j as head of i (left).
func (c *chart) span(i, j int, right, left int32) {
	at := c.at(i, j)
	best, cut := int32(-1<<31), i
	for k := i; k < j; k++ {
		if s := c.comR[c.at(i, k)] + c.comL[c.at(k+1, j)]; s > best {
			best, cut = s, k
		}
	}
	c.incR[at], c.incL[at] = best+right, best+left
	c.cutI[at] = int16(cut)
	best, cut = -1<<31, i
	for k := i; k < j; k++ {
		if s := c.comL[c.at(i, k)] + c.incL[c.at(k, j)]; s > best {
			best, cut = s, k
		}
	}
	c.comL[at], c.cutCL[at] = best, int16(cut)
	best, cut = -1<<31, j
	for k := i + 1; k <= j; k++ {
		if s := c.incR[c.at(i, k)] + c.comR[c.at(k, j)]; s > best {
			best, cut = s, k
		}
	}
	c.comR[at], c.cutCR[at] = best, int16(cut)
}

// walkR reads the heads of the complete span from i to j with head i.
func (c *chart) walkR(heads []int32, i, j int) {
	for i < j {
		k := int(c.cutCR[c.at(i, j)])
		heads[k] = int32(i)
		c.inside(heads, i, k)
		i = k
	}
}

// walkL reads the heads of the complete span from i to j with head j.
func (c *chart) walkL(heads []int32, i, j int) {
	for i < j {
		k := int(c.cutCL[c.at(i, j)])
		heads[k] = int32(j)
		c.inside(heads, k, j)
		j = k
	}
}

// inside reads the heads between the ends of an arc from i to j.
func (c *chart) inside(heads []int32, i, j int) {
	k := int(c.cutI[c.at(i, j)])
	c.walkR(heads, i, k)
	c.walkL(heads, k+1, j)
}

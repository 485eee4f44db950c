package same

import (
	"fmt"
	"math"

	"sayso/internal/eval/clusters"
)

// half is the probability from which two groups of articles are one; wide is
// that from which their mentions are compared.
const half, wide = 0.5, 0.15

// cuts are the average probabilities from which clusters of mentions may merge.
var cuts = []float64{.25, .3, .35, .4, .45, .5, .55}

// block is a group of articles whose mentions are compared.
type block struct {
	mentions []*mention
	like     [][]float64
}

// cluster puts mentions together and returns the clusters, the cut and how far
// off the probabilities are.
func (l *lab) cluster(like [][]float64, key clusters.Partition) (found clusters.Partition, cut, off float64, err error) {
	blocks, off, err := l.compare(like)
	if err != nil {
		return nil, 0, 0, err
	}
	cut = l.bestCut(blocks, key)
	return merged(blocks, cut), cut, off, nil
}

// compare compares the mentions in groups of articles and says how far off the
// probabilities are.
func (l *lab) compare(like [][]float64) ([]block, float64, error) {
	blocks := l.blocks(averageLink(like, wide))
	next := 0
	var tally bins
	for b := range blocks {
		n := len(blocks[b].mentions)
		blocks[b].like = square(n)
		for i := range n {
			for k := range i {
				p := &l.pairs[next]
				next++
				prob, err := l.one(p)
				if err != nil {
					return nil, 0, err
				}
				blocks[b].like[i][k], blocks[b].like[k][i] = prob, prob
				tally.add(prob, p.a.chain == p.b.chain)
			}
		}
	}
	return blocks, tally.off(), nil
}

// blocks are the mentions by group of articles; it lists the pairs.
func (l *lab) blocks(group []int) []block {
	at := map[int]int{}
	var out []block
	for i, a := range l.articles {
		b, ok := at[group[i]]
		if !ok {
			b = len(out)
			at[group[i]] = b
			out = append(out, block{})
		}
		out[b].mentions = append(out[b].mentions, a.mentions...)
	}
	m := newMeasurer(l.articles)
	for _, b := range out {
		for i, x := range b.mentions {
			for _, y := range b.mentions[:i] {
				l.pairs = append(l.pairs, pair{x, y, m.pair(x, y)})
			}
		}
	}
	return out
}

func merged(blocks []block, cut float64) clusters.Partition {
	out := clusters.Partition{}
	for b := range blocks {
		group := averageLink(blocks[b].like, cut)
		for i, m := range blocks[b].mentions {
			out[m.id] = fmt.Sprint(b, "/", group[i])
		}
	}
	return out
}

// bestCut is the mean over the folds of the cut that is best for the others.
func (l *lab) bestCut(blocks []block, key clusters.Partition) float64 {
	fold := map[string]folds{}
	for i, a := range l.articles {
		for _, m := range a.mentions {
			fold[m.id] = l.fold(i)
		}
	}
	var made []clusters.Partition
	for _, c := range cuts {
		made = append(made, merged(blocks, c))
	}
	sum := 0.0
	for f := range foldCount {
		without := func(p clusters.Partition) clusters.Partition {
			out := clusters.Partition{}
			for m, c := range p {
				if fold[m] != 1<<f {
					out[m] = c
				}
			}
			return out
		}
		best, at := -1.0, 0.0
		for i, c := range cuts {
			if s := clusters.Score(without(key), without(made[i])).CoNLL; s > best {
				best, at = s, c
			}
		}
		sum += at
	}
	return sum / foldCount
}

// bins count decisions by their probability, in tenths.
type bins [10]struct{ n, yes, sum float64 }

func (b *bins) add(p float64, yes bool) {
	i := min(int(p*10), 9)
	b[i].n++
	b[i].sum += p
	if yes {
		b[i].yes++
	}
}

// off is the expected distance between a probability and the share that is
// right, over decisions that are not plain noes.
func (b *bins) off() float64 {
	sum, n := 0.0, 0.0
	for _, x := range b[1:] {
		sum += math.Abs(x.sum - x.yes)
		n += x.n
	}
	return sum / max(n, 1)
}

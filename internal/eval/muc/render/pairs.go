package render

import (
	"math"
	"sort"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/muc/parts"
	"sayso/internal/model/hashlin"
)

// pair is an expression that may fill a slot of a cluster.
type pair struct {
	cluster, part int
	role          string
	score         float64 // of the role, whatever the cluster
	near          bool
	names         int // people named that fit the document better
	keys          []uint32
}

// least is the score of a role from which a pair is looked at.
const least = -3.2

// Templates of the features of pairs.
const (
	pBias = iota + 301
	pScore
	pRank
	pNear
	pKind
	pSure
	pClusters
	pOther
	pWho
	pTree
	pTrigger
	pRelation
	pFirst
	pSecond
	pTopic
	pHead
	pNames
	pHolder
	pArgument
	pActing
)

// pairs lists the pairs of a document worth looking at, with their features.
func (b *Bridge) pairs(t *Text, all []cluster) []pair {
	var out []pair
	rank := map[string]int{}
	type scored struct {
		part  int
		role  string
		score float64
		above float64
	}
	var list []scored
	for k := range t.parts {
		role, s := b.roleOf(t, k)
		if role != "" && s > least {
			list = append(list, scored{k, role, s, 0})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].score > list[j].score })
	for _, x := range list {
		near := map[int]bool{}
		for _, c := range t.near(x.part, all) {
			near[c] = true
		}
		for c := range all {
			p := pair{cluster: c, part: x.part, role: x.role, score: x.score, near: near[c], names: rank["name"]}
			p.keys = b.pairKeys(t, &p, all, rank[x.role])
			out = append(out, p)
		}
		rank[x.role]++
	}
	return out
}

// scale is where the steps of a number lie.
type scale struct {
	from, size float64
	n          int
}

// steps adds a feature for each step of a scale that x is above.
func steps(b *hashlin.Bag, template, role uint32, x float64, by scale) {
	for i := range by.n {
		if x > by.from+by.size*float64(i) {
			b.Add(template, role, uint32(i))
		}
	}
}

// pairKeys are the features of a pair.
func (b *Bridge) pairKeys(t *Text, p *pair, all []cluster, rank int) []uint32 {
	var bag hashlin.Bag
	c := &all[p.cluster]
	part := &t.parts[p.part]
	r := hash(p.role)
	kind := uint32(part.Name)
	near := uint32(0)
	if p.near {
		near = 1
	}
	bag.Add(pBias, r)
	steps(&bag, pScore, r, p.score, scale{least, 0.4, 16})
	steps(&bag, pScore, r*3+near+1, p.score, scale{least, 0.8, 8})
	bag.Add(pRank, r, uint32(min(rank, 5)))
	bag.Add(pNear, r, near)
	bag.Add(pKind, r, hash(c.kind))
	bag.Add(pKind, r, hash(c.kind), kind, near)
	steps(&bag, pSure, r, c.score, scale{-1, 0.75, 8})
	bag.Add(pClusters, r, uint32(min(len(all), 4)), near)
	bag.Add(pWho, r, kind, uint32(min(len(part.Mentions), 4)))
	bag.Add(pFirst, r, uint32(min(t.sentence[part.Mentions[0].Head], 8)))
	for i := range roles {
		if roles[i].name != p.role {
			steps(&bag, pOther, r+uint32(i)+1, b.rate(t, p.part, i), scale{-3, 1, 5})
		}
	}
	steps(&bag, pTopic, r, b.model.Group("topic").Score(t.topic), scale{-3, 0.75, 8})
	head := part.Mentions[part.Best].Head
	plural := uint32(0)
	if x := t.d.Tags[head].XPOS; x == document.NNS || x == document.NNPS {
		plural = 1
	}
	bag.Add(pHead, r, hash(t.d.Tags[head].Lemma), kind)
	bag.Add(pNames, r, plural, uint32(min(p.names, 3)), near)
	bag.Add(pNames, r, plural, kind)
	t.partOf(&bag, p, c)
	if p.role == "body" {
		b.holder(&bag, t, p.part, c)
	}
	gap, tree, at, m := t.gap(p.part, c)
	bag.Add(pTree, r, uint32(min(gap, 6)), uint32(min(tree, 6)))
	if gap == 0 {
		e := &t.d.Events[at]
		bag.Add(pTrigger, r, hash(t.d.Tags[e.Trigger].Lemma), kind)
		bag.Add(pTrigger, r, hash(e.Type), uint32(tree))
		side := uint32(0)
		if m > e.Trigger {
			side = 1
		}
		bag.Add(pRelation, r, uint32(t.d.Arcs[m].Rel), side, uint32(tree))
		bag.Add(pRelation, r, uint32(t.d.Arcs[m].Rel), hash(t.d.Tags[e.Trigger].Lemma))
	} else if at >= 0 {
		bag.Add(pSecond, r, uint32(min(gap, 4)), uint32(t.d.Arcs[m].Rel))
	}
	return unique(bag.Keys)
}

// gap is how far an expression is from a cluster: sentences, then arcs, to the
// nearest mention, which is event at; m is the head of the nearest mention of
// the expression.
func (t *Text) gap(k int, c *cluster) (sentences, arcs, at, m int) {
	sentences, arcs, at = math.MaxInt32, 9, -1
	for _, x := range t.parts[k].Mentions {
		for _, e := range c.events {
			trigger := t.d.Events[e].Trigger
			s := t.sentence[x.Head] - t.sentence[trigger]
			if s = max(2*s, -2*s-1); s > sentences {
				continue
			}
			d := 9
			if s == 0 {
				d = t.arcs(x.Head, trigger)
			}
			if s < sentences || d < arcs {
				sentences, arcs, at, m = s, d, e, x.Head
			}
		}
	}
	return sentences, arcs, at, m
}

// arcs counts arcs between two tokens of a sentence, at most 9.
func (t *Text) arcs(a, b int) int {
	up := map[int]int{}
	for i, n := a, 0; i >= 0 && n < 20; i, n = int(t.d.Arcs[i].Head), n+1 {
		up[i] = n
	}
	for i, n := b, 0; i >= 0 && n < 20; i, n = int(t.d.Arcs[i].Head), n+1 {
		if k, ok := up[i]; ok {
			return min(k+n, 9)
		}
	}
	return 9
}

// partOf adds the parts that the chain gives an expression in the happenings of a
// cluster and in the incident that it made of them.
func (t *Text) partOf(bag *hashlin.Bag, p *pair, c *cluster) {
	r := hash(p.role)
	for _, m := range t.parts[p.part].Mentions {
		for _, e := range c.events {
			for i := range t.d.Events[e].Args {
				if a := &t.d.Events[e].Args[i]; a.Has(m.Head) {
					bag.Add(pArgument, r, hash(a.Role))
					bag.Add(pArgument, r, hash(a.Role), hash(t.codes[e]))
				}
			}
		}
		in := t.incident(c)
		if in == nil {
			continue
		}
		at := t.d.SpanOf(m.Range)
		for i := range in.Actors {
			if a := &in.Actors[i]; a.Span.Covers(at) || at.Covers(a.Span) {
				bag.Add(pActing, r, hash(string(a.Role)))
			}
		}
	}
}

// holder adds how much those whom a body stands by are the doers, and how far
// they are from the cluster: "GUERRILLAS OF THE ELN", "ELN GUERRILLAS".
func (b *Bridge) holder(bag *hashlin.Bag, t *Text, k int, c *cluster) {
	top, at := -9.0, -1
	for _, m := range t.parts[k].Mentions {
		for o := range t.parts {
			if o == k || t.parts[o].Name == document.NamePerson {
				continue
			}
			for _, n := range t.parts[o].Mentions {
				if !t.holds(n, m) {
					continue
				}
				if s := b.rate(t, o, roleNumber("doer")); s > top {
					top, at = s, o
				}
			}
		}
	}
	if at < 0 {
		bag.Add(pHolder)
		return
	}
	steps(bag, pHolder, 1, top, scale{-5, 1, 8})
	gap, tree, _, _ := t.gap(at, c)
	bag.Add(pHolder, 2, uint32(min(gap, 3)), uint32(min(tree, 5)))
	steps(bag, pHolder, 3+uint32(min(gap, 2)), top, scale{-4, 1.5, 5})
}

// holds reports whether a mention is of those whose body the other mention
// names: by the tree, or by the words "OF" and "OF THE" between them.
func (t *Text) holds(n, m parts.Mention) bool {
	if t.sentence[n.Head] != t.sentence[m.Head] || n.Head == m.Head {
		return false
	}
	if int(t.d.Arcs[m.Head].Head) == n.Head || n.Has(m.Head) {
		return true
	}
	gap := m.First - n.End
	return gap > 0 && gap <= 3 && strings.EqualFold(t.d.Word(n.End), "of")
}

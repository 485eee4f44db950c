package render

import (
	"math"
	"sort"

	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// cluster is what becomes one template: mentions of a happening and the
// expressions that fill its slots.
type cluster struct {
	events []int
	kind   string
	score  float64 // of the surest mention, in logits
	parts  map[string][]chosen
}

// chosen is an expression taken as a filler.
type chosen struct {
	part  int
	score float64
}

// eventKind is the type of a mention by the weights, and how sure it is that it
// belongs to a template at all, in logits.
func (b *Bridge) eventKind(t *Text, e int) (string, float64) {
	in := t.eventInput(e)
	scores := b.model.scores("event", len(kinds), &in)
	top := 1
	for v := range kinds {
		if v > 0 && scores[v] > scores[top] {
			top = v
		}
	}
	sum := 0.0
	for _, s := range scores[1:] {
		sum += math.Exp(s - scores[top])
	}
	return kinds[top], scores[top] + math.Log(sum) - scores[0]
}

// clusters groups the mentions of a document that count and gives each group
// its fillers.
func (b *Bridge) clusters(t *Text) []cluster {
	var out []cluster
	for e := range t.d.Events {
		if t.codes[e] == "-" {
			continue
		}
		kind, sure := b.eventKind(t, e)
		if sure < b.limits.Event {
			continue
		}
		at, top := -1, b.limits.Link
		for c := range out {
			if w := b.fit(t, e, &out[c]); w > top {
				at, top = c, w
			}
		}
		if at < 0 {
			at = len(out)
			out = append(out, cluster{kind: kind, score: sure, parts: map[string][]chosen{}})
		}
		out[at].events = append(out[at].events, e)
		if sure > out[at].score {
			out[at].score, out[at].kind = sure, kind
		}
	}
	if len(out) > 0 {
		b.fillers(t, out)
	}
	return out
}

// fit is how well a mention fits a cluster, in logits: the mean over its
// mentions.
func (b *Bridge) fit(t *Text, e int, c *cluster) float64 {
	g, sum := b.model.Group("link"), 0.0
	for _, o := range c.events {
		sum += g.Score(t.linkKeys(o, e, t.codes[o], t.codes[e]))
	}
	return sum / float64(len(c.events))
}

// argument is the best argument of a mention in a role, or nil.
func (t *Text) argument(e int, role string) *document.Argument {
	var best *document.Argument
	for i := range t.d.Events[e].Args {
		if a := &t.d.Events[e].Args[i]; a.Role == role && (best == nil || a.Score > best.Score) {
			best = a
		}
	}
	return best
}

// fillers gives clusters the expressions that the weights accept for them.
func (b *Bridge) fillers(t *Text, out []cluster) {
	g := b.model.Group("accept")
	for _, p := range b.pairs(t, out) {
		s := p.score
		if g != nil {
			if s = g.Score(p.keys); s < b.limits.Accept[p.role] {
				continue
			}
		} else if !p.near || s < b.limits.Part[p.role] {
			continue
		}
		c := &out[p.cluster]
		c.parts[p.role] = append(c.parts[p.role], chosen{p.part, s})
	}
	for c := range out {
		for _, list := range out[c].parts {
			sort.SliceStable(list, func(i, j int) bool { return list[i].score > list[j].score })
		}
	}
}

// roleOf is the role that an expression is taken for: the one whose score is
// highest above its limit.
func (b *Bridge) roleOf(t *Text, k int) (string, float64) {
	name, top, score := "", 0.0, 0.0
	for i := range roles {
		if !roles[i].fits(t.parts[k].Name) {
			continue
		}
		s := b.rate(t, k, i)
		if above := s - b.limits.Part[roles[i].name]; name == "" || above > top {
			name, top, score = roles[i].name, above, s
		}
	}
	return name, score
}

// near lists the clusters that an expression belongs to: those with a mention
// in one of its sentences, else the nearest.
func (t *Text) near(k int, all []cluster) []int {
	if len(all) == 1 {
		return []int{0}
	}
	in := map[int]bool{}
	best, gap := 0, 1<<30
	for _, m := range t.parts[k].Mentions {
		s := t.sentence[m.Head]
		here, dist := -1, 1<<30
		for c := range all {
			for _, e := range all[c].events {
				x := t.d.Events[e].Trigger
				far := 2 * (s - t.sentence[x])
				if far < 0 {
					far = -far + 1
				}
				if far < gap {
					best, gap = c, far
				}
				if d := max(x-m.Head, m.Head-x); far == 0 && d < dist {
					here, dist = c, d
				}
			}
		}
		if here >= 0 {
			in[here] = true
		}
	}
	if len(in) == 0 {
		return []int{best}
	}
	var out []int
	for c := range all {
		if in[c] {
			out = append(out, c)
		}
	}
	return out
}

// Templates of the features of clusters.
const (
	cBias = iota + 201
	cScore
	cCount
	cKind
	cParts
	cTop
	cOthers
	cEvent
	cNone
	cTopic
	cWho
)

// clusterKeys are the features of a cluster for the question whether it is a
// template.
func (b *Bridge) clusterKeys(t *Text, c *cluster) []uint32 {
	var bag hashlin.Bag
	bag.Add(cBias)
	steps(&bag, cScore, 0, c.score, scale{-1, 0.5, 14})
	steps(&bag, cTopic, 0, b.model.Group("topic").Score(t.topic), scale{-4, 0.5, 16})
	bag.Add(cCount, uint32(min(len(c.events), 5)))
	bag.Add(cKind, hash(c.kind))
	total := 0
	for i := range roles {
		list := c.parts[roles[i].name]
		total += len(list)
		bag.Add(cParts, uint32(i), uint32(min(len(list), 4)))
		if len(list) > 0 {
			steps(&bag, cTop, uint32(i), list[0].score, scale{-1, 0.5, 10})
		}
	}
	if total == 0 {
		bag.Add(cNone)
	}
	bag.Add(cEvent, uint32(min(t.sentence[t.d.Events[c.events[0]].Trigger], 8)))
	for _, e := range c.events {
		for _, k := range t.events[e] {
			bag.Add(cOthers, k)
		}
	}
	return unique(bag.Keys)
}

// categoryKeys are the features of a cluster for the category of its
// perpetrators.
func (b *Bridge) categoryKeys(t *Text, c *cluster) []uint32 {
	var bag hashlin.Bag
	bag.Add(cBias)
	bag.Add(cKind, hash(c.kind))
	for _, role := range []string{"doer", "body"} {
		list := t.distinct(c.parts[role], 2)
		bag.Add(cParts, hash(role), uint32(len(list)))
		for _, x := range list {
			for _, k := range t.keys[x.part] {
				bag.Add(cWho, k)
			}
			if t.official(x.part) {
				bag.Add(cWho, 1, hash(role))
			}
		}
	}
	for _, e := range c.events {
		for _, k := range t.events[e] {
			bag.Add(cOthers, k)
		}
	}
	return unique(bag.Keys)
}

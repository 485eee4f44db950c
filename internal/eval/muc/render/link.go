package render

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/muc/score"
	"sayso/internal/model/hashlin"
)

// Templates of the features of two mentions.
const (
	lBias = iota + 501
	lSame
	lKind
	lTrigger
	lGap
	lPlace
	lTime
	lShared
	lTargets
	lDefinite
	lOther
	lMany
	lBetween
)

// linkKeys are the features of two mentions, in text order, for the question
// whether they belong to one template.
func (t *Text) linkKeys(a, b int, kindA, kindB string) []uint32 {
	d := t.d
	x, y := &d.Events[a], &d.Events[b]
	var bag hashlin.Bag
	bag.Add(lBias)
	same := uint32(0)
	if x.Same == y.Same {
		same = 1
	}
	kind := uint32(0)
	if kindA == kindB {
		kind = 1
	}
	lemma := uint32(0)
	if strings.EqualFold(d.Tags[x.Trigger].Lemma, d.Tags[y.Trigger].Lemma) {
		lemma = 1
	}
	gap := uint32(min(t.sentence[y.Trigger]-t.sentence[x.Trigger], 6))
	place, when := t.comparePlaces(a, b), t.compareTimes(a, b)
	shared, apart := t.targets(a, b)
	bag.Add(lSame, same)
	bag.Add(lSame, same, kind, gap)
	bag.Add(lKind, kind, hash(kindA), hash(kindB))
	bag.Add(lTrigger, lemma, kind)
	bag.Add(lTrigger, hash(d.Tags[y.Trigger].Lemma), 7)
	bag.Add(lTrigger, hash(d.Tags[x.Trigger].Lemma), hash(d.Tags[y.Trigger].Lemma))
	bag.Add(lGap, gap)
	bag.Add(lPlace, place)
	bag.Add(lPlace, place, when)
	bag.Add(lPlace, place, same, kind)
	bag.Add(lTime, when)
	bag.Add(lTime, when, same, kind)
	bag.Add(lTargets, min(shared, 2), min(apart, 2))
	bag.Add(lTargets, min(shared, 2), min(apart, 2), kind, same)
	bag.Add(lMany, uint32(min(len(d.Events), 24)/4), kind)
	bag.Add(lMany, uint32(min(len(d.Events), 24)/4), gap)
	for i := range d.Arcs {
		if int(d.Arcs[i].Head) != y.Trigger {
			continue
		}
		switch d.Arcs[i].Rel {
		case document.Det, document.Amod, document.Nummod, document.Advmod, document.NmodPoss:
			bag.Add(lDefinite, uint32(d.Arcs[i].Rel), hash(d.Tags[i].Lemma))
		}
	}
	s := d.Sentences[t.sentence[y.Trigger]]
	for i := s.First; i < s.End && i < s.First+3 && gap > 0; i++ {
		bag.Add(lOther, hash(d.Tags[i].Lemma))
	}
	return bag.Keys
}

// comparePlaces is 0 where one has none, 1 the same, 2 at odds, 3 neither.
func (t *Text) comparePlaces(a, b int) uint32 {
	x, y := t.argument(a, "place"), t.argument(b, "place")
	if x == nil || y == nil || x.Index < 0 || y.Index < 0 {
		return 0
	}
	p, q := &t.d.Toponyms[x.Index].Place, &t.d.Toponyms[y.Index].Place
	switch {
	case p.ID != "" && p.ID == q.ID, strings.EqualFold(p.Name, q.Name):
		return 1
	case p.Level == q.Level, p.Country != q.Country && p.Country != "" && q.Country != "",
		p.Level != sayso.LevelCountry && q.Level != sayso.LevelCountry && p.Admin1 != q.Admin1:
		return 2
	}
	return 3
}

// compareTimes is 0 where one has none, 1 the same, 2 at odds, 3 overlapping.
func (t *Text) compareTimes(a, b int) uint32 {
	x, y := t.argument(a, "time"), t.argument(b, "time")
	if x == nil || y == nil {
		return 0
	}
	p, q := &t.d.Times[x.Index].When, &t.d.Times[y.Index].When
	switch {
	case !p.Earliest.Known() || !q.Earliest.Known() || !p.Latest.Known() || !q.Latest.Known():
		return 0
	case p.Earliest == q.Earliest && p.Latest == q.Latest:
		return 1
	case p.Latest < q.Earliest || q.Latest < p.Earliest:
		return 2
	}
	return 3
}

// targets counts the expressions that stand by both mentions and, if fewer, by
// one of them alone, among names and what the frames give as targets.
func (t *Text) targets(a, b int) (shared, apart uint32) {
	x, y := t.around(a), t.around(b)
	for k := range x {
		if y[k] {
			shared++
		}
	}
	return shared, min(uint32(len(x))-shared, uint32(len(y))-shared)
}

// around lists the expressions that are targets of a mention, and the people
// named beside it.
func (t *Text) around(e int) map[int]bool {
	out := map[int]bool{}
	x := &t.d.Events[e]
	for k := range t.parts {
		for _, m := range t.parts[k].Mentions {
			for i := range x.Args {
				if x.Args[i].Role == "target" && x.Args[i].Has(m.Head) {
					out[k] = true
				}
			}
			if t.parts[k].Name == document.NamePerson && x.Extent.Has(m.Head) {
				out[k] = true
			}
		}
	}
	return out
}

// owners gives each mention the template that it belongs to by the keys, or -1.
func (t *Text) owners(keys []*score.Template) []int {
	out := make([]int, len(t.d.Events))
	for e := range out {
		out[e] = -1
		if t.codes[e] == "-" {
			continue
		}
		top := 0
		for n, k := range keys {
			if related(t.codes[e], typeOf(k)) {
				if w := t.overlap(e, k); w > top {
					top, out[e] = w, n
				}
			}
		}
	}
	return out
}

func learnLinks(in []Message) *hashlin.Group {
	var data []hashlin.Instance
	for n := range in {
		t := in[n].text
		own := t.owners(in[n].Keys)
		for j := range own {
			for i := range j {
				if own[i] < 0 || own[j] < 0 {
					continue
				}
				target := 0.0
				if own[i] == own[j] {
					target = 1
				}
				data = append(data, hashlin.Instance{Doc: n, Target: target, Cand: [][]uint32{t.linkKeys(i, j, t.codes[i], t.codes[j])}})
			}
		}
	}
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: .05, L2: 1e-3, Seed: 1}).Fit(data)
}

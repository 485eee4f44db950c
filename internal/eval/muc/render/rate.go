package render

import (
	"sayso/internal/eval/muc/net"
	"sayso/internal/eval/muc/score"
	"sayso/internal/model/hashlin"
)

// rates are the scores of all expressions of a document in all roles.
type rates struct {
	by  *Weights
	all [][]float64
}

// rates are those of a document by the bridge's weights; they are kept for the
// weights last asked.
func (b *Bridge) rates(t *Text) *rates {
	if t.rates.by != b.model {
		t.rates = rates{by: b.model, all: make([][]float64, len(t.parts))}
	}
	return &t.rates
}

// rate is how much an expression plays a role, in logits, whatever the
// happening.
func (b *Bridge) rate(t *Text, k, role int) float64 {
	r := b.rates(t)
	if r.all[k] == nil {
		s := b.model.Net("role").Scores(t.input(k))
		for i := range roles {
			if roles[i].linear {
				s[i] = (s[i] + b.model.Group(roles[i].name).Score(t.keys[k])) / 2
			}
		}
		r.all[k] = s
	}
	return r.all[k][role]
}

// input is what the network sees of an expression.
func (t *Text) input(k int) *net.Input { return &net.Input{Keys: t.keys[k], Dense: t.dense[k]} }

// roleNumber is the index of a role by its name.
func roleNumber(name string) int {
	for i := range roles {
		if roles[i].name == name {
			return i
		}
	}
	return -1
}

// learnRoles fits the network for all roles.
func learnRoles(in []Message) *net.Net {
	var data []net.Instance
	for n := range in {
		t := in[n].text
		if len(t.d.Events) == 0 && len(in[n].Keys) == 0 {
			continue // nothing is ever asked of such a message
		}
		for k := range t.parts {
			x := net.Instance{Doc: n, Input: *t.input(k), Target: make([]int8, len(roles))}
			for i := range roles {
				x.Target[i] = t.plays(k, &roles[i], in[n].Keys)
			}
			data = append(data, x)
		}
	}
	return (&net.Learner{Drop: 0.3, DropUnit: 0.3, Prior: -4, Seed: 1}).Fit(data)
}

// plays is 1 where the keys have an expression in the slot of a role, 0 where
// they have not, -1 where that is not to be said.
func (t *Text) plays(k int, r *role, keys []*score.Template) int8 {
	if !r.fits(t.parts[k].Name) {
		return -1
	}
	switch g, _ := best(r.slot, t.words(k), keys); g {
	case score.Correct:
		return 1
	case score.Partial:
		return -1
	}
	return 0
}

// learnRole fits the linear group of a role.
func learnRole(r *role, in []Message) *hashlin.Group {
	var data []hashlin.Instance
	for n := range in {
		t := in[n].text
		for k := range t.parts {
			if y := t.plays(k, r, in[n].Keys); y >= 0 {
				data = append(data, hashlin.Instance{Doc: n, Target: float64(y), Cand: [][]uint32{t.keys[k]}})
			}
		}
	}
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: 0.03, L2: 1e-3, Seed: 1}).Fit(data)
}

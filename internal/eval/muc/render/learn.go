package render

import (
	"slices"

	"sayso/internal/document"
	"sayso/internal/eval/muc/net"
	"sayso/internal/eval/muc/score"
	"sayso/internal/model/hashlin"
)

// Message is a document with the templates that its key has.
type Message struct {
	Doc  *document.Document
	Keys []*score.Template
	text *Text
}

// classed mixes a class into feature keys.
func classed(class int, keys []uint32) []uint32 {
	out := make([]uint32, len(keys))
	for i, k := range keys {
		out[i] = hashlin.Key(uint32(500+class), k)
	}
	return out
}

// learnBase fits what expressions and mentions are, each for itself.
func learnBase(in []Message) *Weights {
	groups := map[string]*hashlin.Group{}
	for i := range roles {
		if roles[i].linear {
			groups[roles[i].name] = learnRole(&roles[i], in)
		}
	}
	nets := map[string]*net.Net{"role": learnRoles(in), "event": deeply(&net.Learner{}, len(kinds), eventData(in))}
	for i := range choices {
		c := &choices[i]
		if data := choiceData(c, in); c.deep {
			nets[c.name] = deeply(&net.Learner{L2: 1e-3}, len(c.values), data)
		} else {
			groups[c.name] = linearly(&hashlin.Learner{Epochs: 8, Rate: 0.03, L2: 1e-2}, len(c.values), data)
		}
	}
	groups["link"] = learnLinks(in)
	groups["topic"] = learnTopic(in)
	return &Weights{hashlin.New(groups), nets}
}

// choiceData is the expressions that match a filler of the keys, with the value that the keys give them.
func choiceData(c *choice, in []Message) []decision {
	slots := []int{c.of}
	if c.of == score.HumanName {
		slots = append(slots, score.HumanDescription)
	}
	var data []decision
	for n := range in {
		t := in[n].text
		for k := range t.parts {
			for _, slot := range slots {
				g, at := best(slot, t.words(k), in[n].Keys)
				if g != score.Correct {
					continue
				}
				key := in[n].Keys[at.template]
				if f := &key.Fills[slot][at.fill]; f.Refs != nil && f.Refs[0] != "-" && slot == score.HumanDescription {
					continue // what the keys say of somebody named stands by the name
				}
				if label := choiceLabel(c, key, key.Fills[slot][at.fill].Values); label >= 0 {
					data = append(data, decision{n, label, t.choiceInput(c, k)})
				}
			}
		}
	}
	return data
}

// eventData is the mentions of happenings of which the keys tell what they are.
func eventData(in []Message) []decision {
	var data []decision
	for n := range in {
		t := in[n].text
		for e, label := range t.eventLabels(in[n].Keys) {
			if label >= 0 && t.codes[e] != "-" {
				data = append(data, decision{n, label, t.eventInput(e)})
			}
		}
	}
	return data
}

// learnTopic fits which messages have templates at all.
func learnTopic(in []Message) *hashlin.Group {
	var data []hashlin.Instance
	for n := range in {
		target := 0.0
		if len(in[n].Keys) > 0 {
			target = 1
		}
		data = append(data, hashlin.Instance{Doc: n, Target: target, Cand: [][]uint32{in[n].text.topic}})
	}
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 12, Rate: 0.05, L2: 1e-2, Seed: 1}).Fit(data)
}

// mapping is the clusters of a message and, for each, the key that the scorer
// maps it to, or -1.
func (b *Bridge) mapping(m *Message) (found []cluster, to []int) {
	found = b.clusters(m.text)
	var responses []*score.Template
	for i := range found {
		responses = append(responses, b.template(m.text, &found[i]))
	}
	return found, score.Mapping(responses, m.Keys)
}

// mapped calls take with each cluster, as found with groups that did not see its
// message, and the key that the scorer maps it to, or nil.
func mapped(in []Message, folds []*Bridge, foldOf func(int) int, take func(n int, b *Bridge, c *cluster, key *score.Template)) {
	for n := range in {
		b := folds[foldOf(n)]
		found, to := b.mapping(&in[n])
		for i, j := range to {
			var key *score.Template
			if j >= 0 {
				key = in[n].Keys[j]
			}
			take(n, b, &found[i], key)
		}
	}
}

// learnCategory fits the category of the perpetrators.
func learnCategory(in []Message, folds []*Bridge, foldOf func(int) int) *hashlin.Group {
	var data []hashlin.Instance
	mapped(in, folds, foldOf, func(n int, b *Bridge, c *cluster, key *score.Template) {
		if key == nil {
			return
		}
		label := 0
		if f := key.Fills[score.Category]; len(f) > 0 {
			label = max(0, slices.Index(categories, f[0].Values[0]))
		}
		x := hashlin.Instance{Doc: n, Target: float64(label)}
		keys := b.categoryKeys(in[n].text, c)
		for v := range categories {
			x.Cand = append(x.Cand, classed(v, keys))
		}
		data = append(data, x)
	})
	return (&hashlin.Learner{Loss: hashlin.Softmax, Epochs: 8, Rate: 0.02, L2: 1e-3, Seed: 1}).Fit(data)
}

var categories = []string{"-", "TERRORIST ACT", "STATE-SPONSORED VIOLENCE"}

// learnKeep fits which clusters are templates, on clusters found with groups
// that did not see their message.
func learnKeep(in []Message, folds []*Bridge, foldOf func(int) int) *hashlin.Group {
	var data []hashlin.Instance
	mapped(in, folds, foldOf, func(n int, b *Bridge, c *cluster, key *score.Template) {
		target := 0.0
		if key != nil {
			target = 1
		}
		data = append(data, hashlin.Instance{Doc: n, Target: target, Cand: [][]uint32{b.clusterKeys(in[n].text, c)}})
	})
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: 0.02, L2: 3e-3, Seed: 1}).Fit(data)
}

// learnAccept fits which expressions fill the slots of which clusters, on
// scores from groups that did not see the message.
func learnAccept(in []Message, folds []*Bridge, foldOf func(int) int) *hashlin.Group {
	var data []hashlin.Instance
	for n := range in {
		b, t := folds[foldOf(n)], in[n].text
		found, to := b.mapping(&in[n])
		for _, p := range b.pairs(t, found) {
			target := 0.0
			if j := to[p.cluster]; j >= 0 {
				if g, _ := best(roles[roleNumber(p.role)].slot, t.words(p.part), in[n].Keys[j:j+1]); g > score.Incorrect {
					target = 1
				}
			}
			data = append(data, hashlin.Instance{Doc: n, Target: target, Cand: [][]uint32{p.keys}})
		}
	}
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: 0.02, L2: 1e-3, Seed: 1}).Fit(data)
}

// Folds is the number of parts for what is learned on top of what is learned.
const Folds = 5

// Learn fits the whole bridge: first what expressions and mentions are, then,
// on scores of weights that did not see the message, what becomes of them.
func Learn(base *Bridge, in []Message) *Weights {
	for n := range in {
		if in[n].text == nil {
			in[n].text = base.prepare(in[n].Doc)
		}
	}
	var folds []*Bridge
	for f := range Folds {
		var rest []Message
		for n := range in {
			if n%Folds != f {
				rest = append(rest, in[n])
			}
		}
		folds = append(folds, base.with(learnBase(rest)))
	}
	return learnTop(learnBase(in), in, folds)
}

// learnTop fits what becomes of expressions and mentions, on the scores of
// bridges that each did not see a part of the messages.
func learnTop(all *Weights, in []Message, folds []*Bridge) *Weights {
	fold := func(n int) int { return n % Folds }
	all = all.withNet("form", learnForms(in))
	accept := learnAccept(in, folds, fold)
	for _, f := range folds {
		f.model = f.model.with("accept", accept)
	}
	all = all.with("accept", accept)
	all = all.with("date", learnOptions(score.Date, in, folds, fold))
	all = all.with("place", learnOptions(score.Location, in, folds, fold))
	all = all.with("category", learnCategory(in, folds, fold))
	return all.with("keep", learnKeep(in, folds, fold))
}

func (b *Bridge) with(w *Weights) *Bridge {
	c := *b
	c.model = w
	return &c
}

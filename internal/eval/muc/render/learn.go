package render

import (
	"slices"

	"sayso/internal/document"
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

// learnBase fits what expressions and mentions are: all groups but "keep".
func learnBase(in []Message) map[string]*hashlin.Group {
	groups := map[string]*hashlin.Group{}
	for i := range roles {
		groups[roles[i].name] = learnRole(&roles[i], in)
	}
	for i := range choices {
		groups[choices[i].name] = learnChoice(&choices[i], in)
	}
	groups["event"] = learnEvents(in)
	groups["link"] = learnLinks(in)
	groups["topic"] = learnTopic(in)
	return groups
}

func learnRole(r *role, in []Message) *hashlin.Group {
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: 0.03, L2: 1e-3, Seed: 1}).Fit(roleData(r, in))
}

// roleData is the expressions of all messages, with whether the keys have them in the slot of a role.
func roleData(r *role, in []Message) []hashlin.Instance {
	var data []hashlin.Instance
	for n := range in {
		t := in[n].text
		for k := range t.parts {
			if !r.fits(t.parts[k].Name) {
				continue
			}
			g, _ := best(r.slot, t.words(k), in[n].Keys)
			if g == score.Partial {
				continue
			}
			target := 0.0
			if g == score.Correct {
				target = 1
			}
			data = append(data, hashlin.Instance{Doc: n, Target: target, Cand: [][]uint32{t.keys[k]}})
		}
	}
	return data
}

func learnChoice(c *choice, in []Message) *hashlin.Group {
	return (&hashlin.Learner{Loss: hashlin.Softmax, Epochs: 8, Rate: 0.03, L2: 1e-2, Seed: 1}).Fit(choiceData(c, in))
}

// choiceData is the expressions that match a filler of the keys, with the value that the keys give them.
func choiceData(c *choice, in []Message) []hashlin.Instance {
	slots := []int{c.of}
	if c.of == score.HumanName {
		slots = append(slots, score.HumanDescription)
	}
	var data []hashlin.Instance
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
				label := choiceLabel(c, key, key.Fills[slot][at.fill].Values)
				if label < 0 {
					continue
				}
				x := hashlin.Instance{Doc: n, Target: float64(label)}
				keys := t.choiceKeys(c, k)
				for v := range c.values {
					x.Cand = append(x.Cand, classed(v, keys))
				}
				data = append(data, x)
			}
		}
	}
	return data
}

func learnEvents(in []Message) *hashlin.Group {
	var data []hashlin.Instance
	for n := range in {
		t := in[n].text
		for e, label := range t.eventLabels(in[n].Keys) {
			if label < 0 || t.codes[e] == "-" {
				continue
			}
			x := hashlin.Instance{Doc: n, Target: float64(label)}
			for v := range kinds {
				x.Cand = append(x.Cand, classed(v, t.events[e]))
			}
			data = append(data, x)
		}
	}
	return (&hashlin.Learner{Loss: hashlin.Softmax, Epochs: 6, Rate: 0.03, L2: 1e-4, Seed: 1}).Fit(data)
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
				if g, _ := best(slotOf(p.role), t.words(p.part), in[n].Keys[j:j+1]); g > score.Incorrect {
					target = 1
				}
			}
			data = append(data, hashlin.Instance{Doc: n, Target: target, Cand: [][]uint32{p.keys}})
		}
	}
	return (&hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: 0.02, L2: 1e-3, Seed: 1}).Fit(data)
}

func slotOf(role string) int {
	for i := range roles {
		if roles[i].name == role {
			return roles[i].slot
		}
	}
	return -1
}

// Folds is the number of parts for what is learned on top of what is learned.
const Folds = 5

// Learn fits the whole bridge: first what expressions and mentions are, then,
// on scores of weights that did not see the message, what becomes of them.
func Learn(base *Bridge, in []Message) *hashlin.Model {
	for n := range in {
		if in[n].text == nil {
			in[n].text = base.prepare(in[n].Doc, base.classes)
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
	groups := learnBase(in)
	fold := func(n int) int { return n % Folds }
	groups["accept"] = learnAccept(in, folds, fold)
	for _, f := range folds {
		f.model = f.model.With("accept", groups["accept"])
	}
	groups["date"] = learnOptions(score.Date, in, folds, fold)
	groups["place"] = learnOptions(score.Location, in, folds, fold)
	groups["category"] = learnCategory(in, folds, fold)
	groups["keep"] = learnKeep(in, folds, fold)
	return hashlin.New(groups)
}

func (b *Bridge) with(groups map[string]*hashlin.Group) *Bridge {
	c := *b
	c.model = hashlin.New(groups)
	return &c
}

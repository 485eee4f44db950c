// Package fit learns the weights of ground/toponym: a logistic regression for
// detection, a conditional logit a pass for the choice among entries, and a
// logistic regression for the confidence in what was chosen, all by AdaGrad
// over the examples in a fixed order, then rounded to thousandths.
package fit

import (
	"math"
	"slices"

	"sayso/internal/document"
	"sayso/internal/gazetteer"
	"sayso/internal/ground/toponym"
)

// Example is one annotated document.
type Example struct {
	Doc   *document.Document
	Names []document.Range // the place names that the corpus marks
	// Right grades an entry as the place that the name at r stands for.
	Right func(r document.Range, e *gazetteer.Entry) Grade
}

// Grade says how well an entry agrees with the corpus.
type Grade int

// The grades.
const (
	Unknown Grade = iota // the corpus does not say where the name lies
	Wrong
	Near // right by the rule, but another entry
	Same // the very entry
)

// leastTexts is in how many documents a feature must occur to get a weight, so
// that no text can be read out of the weights.
const leastTexts = 3

// Train learns all weights from the examples.
func Train(g *gazetteer.Gazetteer, examples []Example) *toponym.Model {
	m := trainChoice(g, examples)
	trainSureness(m, g, examples)
	return m
}

// trainChoice learns which names are places and which places they are.
func trainChoice(g *gazetteer.Gazetteer, examples []Example) *toponym.Model {
	m := toponym.NewModel()
	trainDetection(m, g, examples)
	for pass := range toponym.Passes {
		trainRank(m, g, examples, pass)
	}
	return m
}

type detectCase struct {
	features []int
	gold     bool
}

// threshold of detection: half a point below even. On LGL and TR-News F1 is the
// same (0.81 and 0.89) from 0 to -0.7, and a name that is left out is lost to
// all that comes after, while one too many can still be passed over.
const threshold = -500

// trainDetection fits the weights of which candidates are place names.
func trainDetection(m *toponym.Model, g *gazetteer.Gazetteer, examples []Example) {
	m.Threshold = threshold
	index, names := map[string]int{}, []string{}
	all := make([][]toponym.Case, len(examples))
	texts := map[string]int{}
	for i := range examples {
		all[i] = toponym.Cases(examples[i].Doc, g)
		seen := map[string]bool{}
		for _, c := range all[i] {
			for _, f := range c.Features {
				if !seen[f] {
					seen[f] = true
					texts[f]++
				}
			}
		}
	}
	var cases []detectCase
	for i := range examples {
		for _, c := range all[i] {
			d := detectCase{gold: slices.Contains(examples[i].Names, c.Range)}
			for _, f := range c.Features {
				if texts[f] < leastTexts {
					continue
				}
				at, ok := index[f]
				if !ok {
					at = len(names)
					index[f], names = at, append(names, f)
				}
				d.features = append(d.features, at)
			}
			cases = append(cases, d)
		}
	}
	for i, w := range logistic(cases, len(names)) {
		if x := int32(math.Round(1000 * w)); x != 0 {
			m.SetDetect(names[i], x)
		}
	}
}

const (
	epochs  = 12
	rate    = 0.15
	decay   = 2e-5
	epsilon = 1e-8
)

func logistic(cases []detectCase, n int) []float64 {
	w, sum := make([]float64, n), make([]float64, n)
	for range epochs {
		for _, c := range cases {
			s := 0.0
			for _, f := range c.features {
				s += w[f]
			}
			delta := 1 / (1 + math.Exp(-s))
			if c.gold {
				delta--
			}
			for _, f := range c.features {
				grad := delta + decay*w[f]
				sum[f] += grad * grad
				w[f] -= rate * grad / (math.Sqrt(sum[f]) + epsilon)
			}
		}
	}
	return w
}

type rankCase struct {
	features []toponym.Vector
	right    []bool
}

// trainRank fits the weights of one pass on the names whose right entry is
// among the candidates.
func trainRank(m *toponym.Model, g *gazetteer.Gazetteer, examples []Example, pass int) {
	var cases []rankCase
	for i := range examples {
		for _, c := range toponym.Choices(examples[i].Doc, g, m, pass) {
			if k, ok := caseOf(&examples[i], &c); ok {
				cases = append(cases, k)
			}
		}
	}
	w := conditional(cases)
	for f := range w {
		m.Rank[pass][f] = int32(math.Round(1000 * w[f]))
	}
}

// caseOf takes as right the very entry of the corpus where it is among the
// candidates, else all that lie near enough.
func caseOf(x *Example, c *toponym.Choice) (rankCase, bool) {
	for _, r := range c.Mentions {
		grades, best := make([]Grade, len(c.Entries)), Unknown
		for i := range c.Entries {
			grades[i] = x.Right(r, &c.Entries[i])
			best = max(best, grades[i])
		}
		if best < Near || len(c.Entries) < 2 {
			continue
		}
		k := rankCase{features: c.Features}
		for _, g := range grades {
			k.right = append(k.right, g == best)
		}
		return k, true
	}
	return rankCase{}, false
}

// conditional maximises the likelihood that one of the right entries is chosen.
func conditional(cases []rankCase) [toponym.FeatureCount]float64 {
	var w, sum [toponym.FeatureCount]float64
	for range 25 {
		for i := range cases {
			grad := gradient(&cases[i], &w)
			for f, x := range grad {
				x += 1e-4 * w[f]
				if x == 0 {
					continue
				}
				sum[f] += x * x
				w[f] -= 0.1 * x / (math.Sqrt(sum[f]) + epsilon)
			}
		}
	}
	return w
}

func gradient(c *rankCase, w *[toponym.FeatureCount]float64) (grad [toponym.FeatureCount]float64) {
	p, q := make([]float64, len(c.features)), make([]float64, len(c.features))
	top, all, right := math.Inf(-1), 0.0, 0.0
	for i := range c.features {
		for f, x := range c.features[i] {
			p[i] += float64(x) / 1024 * w[f]
		}
		top = max(top, p[i])
	}
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		if c.right[i] {
			q[i] = p[i]
			right += p[i]
		}
	}
	for i := range p {
		delta := p[i]/all - q[i]/math.Max(right, 1e-300)
		for f, x := range c.features[i] {
			grad[f] += delta * float64(x) / 1024
		}
	}
	return grad
}

package fit

import (
	"math"

	"sayso/internal/gazetteer"
	"sayso/internal/ground/toponym"
)

// innerFolds is how many parts the examples are cut into to see what the
// weights do on texts that they were not fitted on.
const innerFolds = 3

type sureCase struct {
	features toponym.Sureness
	right    bool
}

// trainSureness fits the confidence on choices that weights made which never
// saw the text, so that it isn't fooled by how well they know their own.
func trainSureness(m *toponym.Model, g *gazetteer.Gazetteer, examples []Example) {
	var cases []sureCase
	for fold := range innerFolds {
		var rest []Example
		for i := range examples {
			if i%innerFolds != fold {
				rest = append(rest, examples[i])
			}
		}
		other := trainChoice(g, rest)
		for i := fold; i < len(examples); i += innerFolds {
			cases = append(cases, surenessOf(&examples[i], g, other)...)
		}
	}
	w := sureWeights(cases)
	for f := range w {
		m.Sure[f] = int32(math.Round(1000 * w[f]))
	}
}

// surenessOf lists the choices of a text that the corpus can judge.
func surenessOf(x *Example, g *gazetteer.Gazetteer, m *toponym.Model) []sureCase {
	var out []sureCase
	for _, c := range toponym.Chosen(x.Doc, g, m) {
		if grade := x.Right(c.Range, &c.Entry); grade != Unknown {
			out = append(out, sureCase{c.Sureness, grade >= Near})
		}
	}
	return out
}

// sureWeights is a logistic regression whose weights are pulled to those of
// taking beliefs at their word.
func sureWeights(cases []sureCase) [toponym.SureCount]float64 {
	prior := [toponym.SureCount]float64{1}
	w, sum := prior, [toponym.SureCount]float64{}
	for range 40 {
		for i := range cases {
			c := &cases[i]
			s := 0.0
			for f, x := range c.features {
				s += float64(x) / 1024 * w[f]
			}
			delta := 1 / (1 + math.Exp(-s))
			if c.right {
				delta--
			}
			for f, x := range c.features {
				grad := delta*float64(x)/1024 + 1e-4*(w[f]-prior[f])
				sum[f] += grad * grad
				w[f] -= 0.05 * grad / (math.Sqrt(sum[f]) + epsilon)
			}
		}
	}
	return w
}

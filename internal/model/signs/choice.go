package signs

import "math"

// Choice is one decision among options of which some are right. Doc is the
// document it comes from.
type Choice struct {
	Options []Features
	Right   []bool // by option
	Doc     string
}

// LearnChoices fits a model whose highest score is a right option: conditional
// logit (McFadden 1974), the chance of an option being its share of the
// exponentials. Choices without a right option, or with nothing but right ones,
// teach nothing.
func (l Learner) LearnChoices(data []Choice) Model {
	var flat []Example
	var sizes []int
	for i := range data {
		if !data[i].teaches() {
			continue
		}
		for k, o := range data[i].Options {
			flat = append(flat, Example{Features: o, Yes: data[i].Right[k], Doc: data[i].Doc})
		}
		sizes = append(sizes, len(data[i].Options))
	}
	names := l.names(flat)
	index := map[string]int{}
	for i, n := range names {
		index[n] = i
	}
	rows := make([]row, len(flat))
	for i := range flat {
		rows[i] = newRow(&flat[i], index)
	}
	w := l.minimise(len(names), func(w, g []float64) {
		at := 0
		for _, n := range sizes {
			choose(rows[at:at+n], w, g, float64(len(sizes)))
			at += n
		}
	})
	return rounded(names, w)
}

func (c *Choice) teaches() bool {
	n := 0
	for _, r := range c.Right {
		if r {
			n++
		}
	}
	return n > 0 && n < len(c.Right)
}

// choose adds one choice's gradient to g.
func choose(options []row, w, g []float64, total float64) {
	scores := make([]float64, len(options))
	best := math.Inf(-1)
	for i := range options {
		scores[i] = options[i].score(w)
		best = max(best, scores[i])
	}
	all, right := 0.0, 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - best)
		all += scores[i]
		right += scores[i] * options[i].yes
	}
	for i := range options {
		d := scores[i]/all - scores[i]*options[i].yes/right
		for k, f := range options[i].at {
			g[f] += d * options[i].value[k] / total
		}
	}
}

// Best is the option with the highest score, the first of equals; -1 of none.
func (m Model) Best(options []Features) int {
	best, top := -1, math.Inf(-1)
	for i, o := range options {
		if s := m.Score(o); s > top {
			best, top = i, s
		}
	}
	return best
}

package assemble

import (
	"fmt"

	"sayso"
	"sayso/internal/model/signs"
)

// whichOf explains the choice of one option among several by conditional logit:
// its share, the signs that spoke for it and against it, the next likeliest and
// what would have put that one first. Nil where nothing was learnt or nothing
// chosen.
func whichOf(m signs.Model, options []Option, taken *Option, name func(*Option) string) *sayso.Explanation {
	if m == nil || taken == nil || len(options) < 2 {
		return nil
	}
	scores, top := make([]float64, len(options)), 0.0
	for i := range options {
		if scores[i] = m.Score(options[i].Signs); i == 0 || scores[i] > top {
			top = scores[i]
		}
	}
	all, next := 0.0, -1
	spoken, times := map[string]float64{}, map[string]int{} // by value, which several options may share
	for i := range options {
		v := name(&options[i])
		x := odds(scores[i] - top)
		all += x
		spoken[v] += x
		times[v]++
		if v != name(taken) && (next < 0 || scores[i] > scores[next]) {
			next = i
		}
	}
	share := func(v string) string { return fmt.Sprintf("%.2f", spoken[v]/all) }
	node := sayso.Because(share(name(taken)), fmt.Sprintf("its share of what speaks for the %d that are offered", len(options)), strongest(m, taken.Signs))
	if next < 0 {
		return node
	}
	second := &options[next]
	other := sayso.Because(fmt.Sprintf("%s, %s", name(second), share(name(second))), "the next likeliest", strongest(m, second.Signs))
	if times[name(taken)] == 1 && times[name(second)] == 1 {
		other.Children = append(other.Children, turning(m, taken.Signs, second.Signs, scores[next]))
	}
	node.Children = append(node.Children, other)
	return node
}

// weighed explains a decision on one option alone: how likely it is, the mark
// from which it is taken, the signs, and what would have kept it out.
func weighed(m signs.Model, f signs.Features, from float64, message string) *sayso.Explanation {
	if m == nil || len(f) == 0 {
		return nil
	}
	score := m.Score(f)
	if score < from {
		return nil // taken for what no weight says: as the only agent that the event stage has, on an agent's own word
	}
	node := sayso.Because(fmt.Sprintf("%.2f", signs.Probability(score)), fmt.Sprintf("%s, taken from %.2f on", message, signs.Probability(from)), strongest(m, f))
	node.Children = append(node.Children, turning(m, f, nil, from))
	return node
}

// strongest are the weightiest signs of an option.
func strongest(m signs.Model, f signs.Features) *sayso.Explanation {
	return sayso.Because("", "the strongest signs for and against it", m.Why(f, whySigns)...)
}

// turning names the sign without which the decision would have been another.
func turning(m signs.Model, f, other signs.Features, limit float64) *sayso.Explanation {
	x, ok := m.Without(f, other, limit)
	if !ok {
		return sayso.Because("", "no one sign alone made the difference")
	}
	return sayso.Because(fmt.Sprintf("%+.2f", x.Value), "it would be otherwise without this: "+x.Name)
}

package policeevents

import (
	"math"
	"math/rand/v2"
)

// Settings of the ridge.
const (
	ridgeCost   = 0.1 // of a mistake, against half the squared weights
	ridgeDocs   = 3   // documents of the part that a feature is seen in at least
	ridgeEpochs = 15
)

// ridge fits logistic regression with a penalty on the square of all weights,
// by coordinate descent on the dual (Yu, Huang and Lin, Machine Learning 2011).
// The penalty counts for a rare word as for a common one, which it does not
// where weights shrink only as they are seen.
func ridge(p part) scorer {
	rows := p.seen(ridgeDocs)
	w := make([]float64, p.features+1) // the last is the bias
	dual := make([]float64, len(rows))
	for i := range dual {
		dual[i] = 1e-8 // inside 0 and the cost, where the slope is finite
		shift(w, rows[i], side(p.yes[i])*dual[i])
	}
	rnd := rand.New(rand.NewPCG(5, 7))
	order := rnd.Perm(len(rows))
	for range ridgeEpochs {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			y := side(p.yes[i])
			z := root(dual[i], float64(len(rows[i])+1), y*dot(w, rows[i]))
			shift(w, rows[i], y*(z-dual[i]))
			dual[i] = z
		}
	}
	return func(row []int32) float64 { return dot(w, row) }
}

// root is where the dual's slope along one instance is nothing:
// u + a(z-old) + b = 0 with z = C/(1+e^-u), which rises in u; by Newton's steps,
// halved where they would leave what is known to hold the root.
func root(old, a, b float64) float64 {
	low, high := -30.0, 30.0
	u := max(low, min(high, math.Log(old/(ridgeCost-old))))
	for range 20 {
		z := ridgeCost / (1 + math.Exp(-u))
		slope := u + float64(a*(z-old)) + b
		if math.Abs(slope) < 1e-9 {
			return z
		}
		if slope > 0 {
			high = u
		} else {
			low = u
		}
		u -= slope / (1 + float64(a*z)*(1-float64(z/ridgeCost)))
		if u <= low || u >= high {
			u = (low + high) / 2
		}
	}
	return ridgeCost / (1 + math.Exp(-u))
}

// seen is the rows without the features of fewer documents than least.
func (p part) seen(least int32) [][]int32 {
	in, last := make([]int32, p.features), make([]int, p.features)
	for i, row := range p.rows {
		for _, f := range row {
			if in[f] == 0 || last[f] != p.docs[i] {
				in[f]++
				last[f] = p.docs[i]
			}
		}
	}
	out := make([][]int32, len(p.rows))
	for i, row := range p.rows {
		for _, f := range row {
			if in[f] >= least {
				out[i] = append(out[i], f)
			}
		}
	}
	return out
}

func side(yes bool) float64 {
	if yes {
		return 1
	}
	return -1
}

func dot(w []float64, row []int32) float64 {
	s := w[len(w)-1]
	for _, f := range row {
		s += w[f]
	}
	return s
}

func shift(w []float64, row []int32, by float64) {
	for _, f := range row {
		w[f] += by
	}
	w[len(w)-1] += by
}

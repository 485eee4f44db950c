package where

import (
	"math"
	"slices"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/model"
	"sayso/internal/model/hashlin"
)

// Task is the name of the model under data/models.
const Task = "where"

// Scorer chooses among candidates. It is safe for concurrent use.
type Scorer struct{ weights *hashlin.Group }

// New returns a scorer with the weights that the program carries.
func New() (*Scorer, error) {
	payload, err := model.Load(data.FS, Task)
	if err != nil {
		return nil, err
	}
	m, err := hashlin.Parse(payload)
	if err != nil {
		return nil, err
	}
	return With(m.Group(Task)), nil
}

// With returns a scorer with given weights.
func With(weights *hashlin.Group) *Scorer { return &Scorer{weights} }

// Choice is a candidate and how likely it is the place.
type Choice struct {
	Candidate
	Score float64 // 0 to 1; all of them and none sum to 1
}

// Choose lists the candidates of a trigger's sentence, likeliest first (of
// equals the earlier first), and how likely it is that none is the place.
func (s *Scorer) Choose(d *document.Document, trigger int) (places []Choice, none float64) {
	v := newView(d, trigger)
	sums := make([]int32, len(v.candidates)+1)
	var b hashlin.Bag
	for i := range sums {
		b.Reset()
		v.features(i-1, &b)
		sums[i] = s.weights.Sum(b.Keys)
	}
	p := softmax(sums, s.weights.Scale)
	for i, c := range v.candidates {
		places = append(places, Choice{c, p[i+1]})
	}
	slices.SortStableFunc(places, func(a, b Choice) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return places, p[0]
}

// softmax rounds to hundred-thousandths, so that the last bits of a platform's
// exponential cannot matter.
func softmax(sums []int32, scale float64) []float64 {
	top := slices.Max(sums)
	p, sum := make([]float64, len(sums)), 0.0
	for i, x := range sums {
		p[i] = math.Exp(float64(float64(x-top) * scale))
		sum += p[i]
	}
	for i := range p {
		p[i] = math.Round(p[i]/sum*1e5) / 1e5
	}
	return p
}

// Instance lists the feature keys of "none" (first) and of each candidate, and
// the candidates themselves, for training.
func Instance(d *document.Document, trigger int) ([][]uint32, []Candidate) {
	v := newView(d, trigger)
	out := make([][]uint32, len(v.candidates)+1)
	for i := range out {
		var b hashlin.Bag
		v.features(i-1, &b)
		out[i] = b.Keys
	}
	return out, v.candidates
}

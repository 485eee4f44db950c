package factuality

import (
	"fmt"

	"sayso"
	"sayso/internal/claims/factuality/signal"
)

// learnt explains the learnt certainty by what each part of what is known adds to it.
func (j *judge) learnt(t *signal.Tree, s *signal.Signal, certainty float64) *sayso.Explanation {
	var kids []*sayso.Explanation
	for _, p := range j.certainty.Shares(t, s) {
		kids = append(kids, sayso.Because(fmt.Sprintf("%+.2f", p.Score), p.What))
	}
	return sayso.Because(fmt.Sprintf("%+.1f", certainty), "the learnt certainty, -3 certainly not to +3 certainly", kids...)
}

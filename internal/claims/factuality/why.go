package factuality

import (
	"fmt"

	"sayso"
)

// learnt explains the learnt certainty; where it decided, by what each part of
// what is known adds to it.
func (c *clue) learnt(certainty float64, decided bool) *sayso.Explanation {
	why := sayso.Because(fmt.Sprintf("%+.1f", certainty), "the learnt certainty, -3 certainly not to +3 certainly")
	if !decided {
		return why
	}
	for _, p := range c.certainty.Shares(c.t, &c.sig) {
		why.Children = append(why.Children, sayso.Because(fmt.Sprintf("%+.2f", p.Score), p.What))
	}
	return why
}

package assemble

import "slices"

// leaveTotals leaves out a number that the text adds up over several happenings and that
// stands with one of them, where the parts are told too: "killing at least 26" in three
// towns, where eleven were killed in the first, nine in the second and six in the third.
func leaveTotals(all []*builder) {
	for _, b := range all {
		for _, what := range []string{"killed", "injured"} {
			b.leaveTotal(what, all)
		}
	}
}

// leaveTotal does so for what is counted.
func (b *builder) leaveTotal(what string, all []*builder) {
	own := b.lows(what)
	if len(own) < 2 || !violent(b.g.kind) {
		return
	}
	var others [][]int
	for _, o := range all {
		if o != b && violent(o.g.kind) && o.likelihood >= o.mark() && !samePlace(o.in.Where, b.in.Where) && (sameDay(o.in.When, b.in.When) || o.in.When == nil) {
			if x := o.lows(what); len(x) > 0 && len(others) < mostParts {
				others = append(others, x)
			}
		}
	}
	sum := slices.Max(own)
	for i := len(b.in.Counts) - 1; i >= 0; i-- {
		if c := &b.in.Counts[i]; c.What == what && c.Low() == sum && b.partBehind(i, others) {
			b.in.Counts = slices.Delete(b.in.Counts, i, i+1)
			b.counted = slices.Delete(b.counted, i, i+1)
		}
	}
}

// partBehind reports whether a smaller number of the happening stands behind number i, and
// makes it up with numbers of others. What a toll has come to is of one happening.
func (b *builder) partBehind(i int, others [][]int) bool {
	if q := b.r.quantityIn(b.counted[i], false); q >= 0 && b.r.d.Quantities[q].Total {
		return false
	}
	for k := range b.in.Counts {
		c := &b.in.Counts[k]
		if c.What == b.in.Counts[i].What && c.Low() > 0 && c.Low() < b.in.Counts[i].Low() && b.counted[k].First > b.counted[i].First &&
			makeUp(b.in.Counts[i].Low()-c.Low(), others) {
			return true
		}
	}
	return false
}

// mostParts is how many other happenings a total is held against.
const mostParts = 6

// lows are the numbers that a happening has of what is counted, by their lower ends.
func (b *builder) lows(what string) []int {
	var out []int
	for i := range b.in.Counts {
		if c := &b.in.Counts[i]; c.What == what && c.Min != nil && *c.Min > 0 {
			out = append(out, c.Low())
		}
	}
	return out
}

// makeUp reports whether one number each of some others adds up to a sum.
func makeUp(sum int, others [][]int) bool {
	if sum == 0 {
		return true
	}
	if sum < 0 || len(others) == 0 {
		return false
	}
	return makeUp(sum, others[1:]) || slices.ContainsFunc(others[0], func(n int) bool { return makeUp(sum-n, others[1:]) })
}

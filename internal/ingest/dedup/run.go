package dedup

// runner finds the longest run of words that two texts share, with memory that
// it uses again.
type runner struct {
	last []int32 // of each word: one more than its last place in the text, or 0
	text []place
}

// place is a word of a text: where it stands before, and the run that ends here.
type place struct {
	before int32 // one more than the place, or 0
	run    int32 // of words that the other text has up to its word number at, too
	at     int32
}

// longest is the length of the longest run of words that both have, in time that
// grows with the number of pairs of equal words.
func (r *runner) longest(a, b []int32) int {
	r.text = append(r.text[:0], make([]place, len(a))...)
	for i, w := range a {
		for int(w) >= len(r.last) {
			r.last = append(r.last, 0)
		}
		r.text[i].before, r.last[w] = r.last[w], int32(i)+1
	}
	best := int32(0)
	for k, w := range b {
		if int(w) >= len(r.last) {
			continue
		}
		// From the last place to the first: the run before each is still that of the
		// word before in b.
		for i := r.last[w] - 1; i >= 0; i = r.text[i].before - 1 {
			p := &r.text[i]
			p.run, p.at = 1, int32(k)+1
			if i > 0 && r.text[i-1].at == int32(k) {
				p.run += r.text[i-1].run
			}
			best = max(best, p.run)
		}
	}
	for _, w := range a {
		r.last[w] = 0
	}
	return int(best)
}

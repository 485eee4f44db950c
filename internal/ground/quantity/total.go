package quantity

import "sayso/internal/document"

// totalReach is how many tokens may stand between a running figure and its noun.
const totalReach = 12

// toll reads running figures: "raising the death toll to 31", "the number of
// dead rose to 31", "the wounded at 45", "brings to 14 the number of dead". What
// the figure was before, "from 28" or "up from 28", counts nothing any more.
func (s *scanner) toll(f *figure) bool {
	if f.indefinite || f.zero {
		return false
	}
	prep := s.low(f.First - 1)
	if s.compared(f.First - 2) {
		f.former = true
		return true
	}
	switch prep {
	case "to", "at", "is", "was", "be", "reached", "reaching", "of", "stood", "from", "now", "hit", "passed", "exceeded", "topped", "surpassed", "past":
	default:
		return false
	}
	what, at := s.running(f)
	if what == "" {
		what, at = s.risen(f)
	}
	if what == "" && prep == "to" {
		what, at = s.brought(f)
	}
	if what == "" {
		return false
	}
	switch prep {
	case "from":
		f.former = true
		return true
	case "passed", "exceeded", "topped", "surpassed", "past":
		f.bound(above, nothing)
	}
	f.what, f.cue, f.total, f.risen = what, at, true, s.changed(f.First)
	return true
}

// compared reports whether the words at token i hold a figure against one of
// another time: "up from 28", "compared with 28 last year".
func (s *scanner) compared(i int) bool {
	switch s.low(i + 1) {
	case "initial", "earlier", "previous", "original":
		return true // from an initial 40
	case "from":
		return s.low(i) == "up" || s.low(i) == "down"
	case "with", "to":
		return s.low(i) == "compared"
	}
	return false
}

// running is what the noun of a running figure before it counts.
func (s *scanner) running(f *figure) (string, int) {
	for i := f.First - 1; i >= s.first && i > f.First-totalReach; i-- {
		if what := s.totalAt(i, f.First); what != "" {
			return what, i
		}
	}
	return "", -1
}

// risen is what the subject of the verb of rising right before a figure counts,
// however far before: "the number of people killed when ... has risen to 115".
func (s *scanner) risen(f *figure) (string, int) {
	verb := f.First - 2
	if !s.parsed() || verb < s.first || !rises[s.low(verb)] {
		return "", -1
	}
	for i := s.first; i < verb; i++ {
		if int(s.d.Arcs[i].Head) == verb && (s.d.Arcs[i].Rel == document.Nsubj || s.d.Arcs[i].Rel == document.NsubjPass) {
			return s.totalAt(i, f.First), i
		}
	}
	return "", -1
}

// changed reports whether a figure at token i is told as what a toll has come to:
// "climbed to 23", "bringing the toll to 31".
func (s *scanner) changed(i int) bool {
	if s.low(i-1) != "to" {
		return false
	}
	for k := i - 2; k >= s.first && k > i-totalReach; k-- {
		if rises[s.low(k)] || brings[s.lemma(k)] {
			return true
		}
	}
	return false
}

// brings are verbs of what takes a toll to a figure.
var brings = map[string]bool{"bring": true, "take": true, "raise": true, "push": true, "update": true, "revise": true, "rise": true, "climb": true}

// totalAt is what the words at token i, for a figure at the end given, count as a
// running figure: "toll", "the number of dead", "the wounded".
func (s *scanner) totalAt(i, end int) string {
	if c := s.lx.cues[s.lemma(i)]; c.how&HowTotal != 0 && (c.what[HowTotal] != "participants" || s.estimated(i, end)) {
		return c.what[HowTotal]
	}
	if s.low(i) == "number" && s.low(i+1) == "of" {
		return s.numberOf(i + 2)
	}
	if prep := s.low(end - 1); s.low(i-1) == "the" && (prep == "at" && i == end-2) {
		return s.lx.cues[s.low(i)].what[HowState] // put the dead at 17 and the wounded at 45
	}
	return ""
}

// brought reads the noun that stands after its figure: "brings to 14 the number
// of people killed".
func (s *scanner) brought(f *figure) (string, int) {
	if s.low(f.End) != "the" {
		return "", -1
	}
	for i := f.End + 1; i <= f.End+2; i++ {
		if what := s.totalAt(i, s.first); what != "" {
			f.of = -1
			return what, i
		}
	}
	return "", -1
}

// changes reports whether "from" at token i begins what a running figure was: the
// toll was raised from 12 to 15.
func (s *scanner) changes(i int) bool {
	if s.low(i) != "from" {
		return false
	}
	for k := i - 1; k >= s.first && k > i-totalReach; k-- {
		if rises[s.low(k)] {
			return true
		}
		if what := s.totalAt(k, i); what != "" {
			return true
		}
		if s.upos(k) == document.PUNCT {
			return false
		}
	}
	return false
}

// estimated reports whether a verb of estimating stands around the noun at i:
// "estimated the crowd at 70", "put the march at 300".
func (s *scanner) estimated(i, end int) bool {
	for k := max(s.first, i-4); k < end; k++ {
		switch s.lemma(k) {
		case "put", "estimate", "number", "reckon":
			return s.low(end-1) == "at"
		}
	}
	return false
}

// numberOf reads "dead", "people killed", "arrests" after "the number of".
func (s *scanner) numberOf(i int) string {
	for k := i; k < i+3; k++ {
		c := s.lx.cues[s.low(k)]
		if c.how&HowState != 0 {
			return c.what[HowState]
		}
		c = s.lx.cues[s.lemma(k)]
		if c.how&HowNoun != 0 {
			return c.what[HowNoun]
		}
		if c.how&HowObject != 0 {
			return c.what[HowObject]
		}
	}
	return ""
}

package quantity

// undone reports whether the word at token i, which decides what is counted, tells
// of what was only wanted or left undone, "were trying to burn down a hall",
// "refused to free 12 hostages", or is no doing to anybody: firefighters who battle
// a fire take part in nothing.
func (s *scanner) undone(i int) bool {
	if s.low(i-1) == "to" && wanting[s.lemma(i-2)] {
		return true
	}
	if l := s.lemma(i); l != "battle" && l != "fight" {
		return false
	}
	for k := i + 1; k <= i+maxTaken && k < s.end; k++ {
		switch s.lemma(k) {
		case "fire", "blaze", "flame", "inferno", "wildfire":
			return true
		}
	}
	return false
}

// wanting are verbs and nouns before "to" of what has not been done with it.
var wanting = map[string]bool{"try": true, "attempt": true, "threaten": true, "want": true, "plot": true, "plan": true,
	"vow": true, "seek": true, "hope": true, "refuse": true, "fail": true, "intend": true, "prepare": true}

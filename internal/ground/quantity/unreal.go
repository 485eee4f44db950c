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

// inhabited reports whether a number says how many live somewhere, who did and suffered
// nothing for that: "the population of the city is about 7.5 million", "of a population of
// 40,000".
func (s *scanner) inhabited(f *figure) bool {
	for i := f.First - 1; i >= s.first && f.First-i <= maxPopulation; i-- {
		switch w := s.low(i); {
		case s.lemma(i) == "population":
			return true
		case w == "of", w == "the", w == "is", w == "was", w == "has", w == "had", w == "a", w == "at", w == "about", w == "total", s.d.Word(i)[0] >= 'A' && s.d.Word(i)[0] <= 'Z':
		default:
			return false
		}
	}
	return false
}

// maxPopulation is within how many words of "population" its number stands.
const maxPopulation = 9

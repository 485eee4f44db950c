package event

// worded reports a word that is only spoken of as a word: "a term Turkey uses for killed,
// wounded or captured", "a word that means killed".
func (v *view) worded(t int) bool {
	told := false
	for i := t - 1; i >= 0 && i > t-maxWorded && v.sentence[i] == v.sentence[t]; i-- {
		switch v.lemmas[i] {
		case "use", "mean", "describe", "denote":
			told = true
		case "term", "word", "phrase", "euphemism", "expression", "jargon", "shorthand":
			if told {
				return true
			}
		}
	}
	return false
}

// maxWorded is within how many words before a word stands that it is one.
const maxWorded = 14

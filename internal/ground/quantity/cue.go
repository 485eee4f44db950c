package quantity

// cueAt is what the word at token i decides, by its lemma or by the longest
// entry of several words whose rest stands at token tail or right after i:
// "shoot dead", "take into custody".
func (s *scanner) cueAt(i, tail int) cue {
	lemma := s.lemma(i)
	if c, ok := s.lx.fatal[lemma]; ok {
		switch s.fatally(i) {
		case HowObject:
			return cue{HowObject, c.what}
		case HowOf:
			return cue{HowOf, c.what}
		}
	}
	for n := s.lx.longer[lemma]; n > 0; n-- {
		for _, at := range []int{i + 1, tail} {
			if c, ok := s.lx.cues[lemma+s.words(at, n)]; ok {
				return c
			}
		}
	}
	return s.lx.cues[lemma]
}

// stateAt is what the words at token i say of the noun before them: "dead",
// "in custody".
func (s *scanner) stateAt(i int) string {
	w := s.low(i)
	for n := s.lx.longer[w]; n > 0; n-- {
		if c, ok := s.lx.cues[w+s.words(i+1, n)]; ok && c.how&HowState != 0 {
			return c.what[HowState]
		}
	}
	return s.lx.cues[w].what[HowState]
}

// words are the n words from token i on, each after a space.
func (s *scanner) words(i, n int) string {
	out := ""
	for k := range n {
		out += " " + s.low(i+k)
	}
	return out
}

// deadly are the words that make shooting and stabbing killing: beside the verb
// of what it is done to, beside the noun of what follows with "of".
var deadly = map[string]How{"fatally": HowObject, "lethally": HowObject, "mortally": HowObject, "fatal": HowOf, "deadly": HowOf, "lethal": HowOf}

// fatally gives the way of such a word close before token i, or of one right after
// it ("stabbed fatally"), or 0.
func (s *scanner) fatally(i int) How {
	if h := deadly[s.low(i+1)]; h == HowObject {
		return h
	}
	for k := i - 1; k >= i-3; k-- {
		if h := deadly[s.low(k)]; h != 0 {
			return h
		}
	}
	return 0
}

// maxTaken is how many words may stand between "suffered" and what was suffered.
const maxTaken = 4

// taken is what a verb like "suffer" gives whoever does it: what its object is.
func (s *scanner) taken(verb int) string {
	for k := verb + 1; k <= verb+maxTaken && k < s.end; k++ {
		if c := s.lx.cues[s.lemma(k)]; c.how&HowNoun != 0 && (c.what[HowNoun] == "injured" || c.what[HowNoun] == "killed") {
			return c.what[HowNoun]
		}
	}
	return ""
}

package signal

import "strings"

// Share is what a part of what is known adds to the certainty: how much higher
// it is than without the part.
type Share struct {
	What  string // the words and signs of the part
	Score float64
}

// Shares says what each part of what is known about a trigger adds to its
// certainty.
func (m *Model) Shares(t *Tree, s *Signal) []Share {
	in := []Input{t.Input(s, NoPart)}
	for p := range PartCount {
		in = append(in, t.Input(s, p))
	}
	c := m.Certainties(in)
	var out []Share
	for p := range PartCount {
		out = append(out, Share{t.describe(s, p), c[0] - c[1+p]})
	}
	return out
}

func (t *Tree) describe(s *Signal, p Part) string {
	switch p {
	case Own:
		return "the word “" + t.D.Word(s.Trigger) + "” with its form, auxiliaries and adverbs"
	case Near:
		return "the words around it"
	case Above:
		return "what governs it" + t.governors(s)
	case Below:
		return "what hangs on it"
	}
	return "the other words of the sentence"
}

// governors lists the words above the trigger.
func (t *Tree) governors(s *Signal) string {
	var words []string
	for i := range s.Above {
		words = append(words, t.D.Word(s.Above[i].Token))
	}
	if len(words) == 0 {
		return ": nothing, it heads its sentence"
	}
	return ": " + strings.Join(words, ", ")
}

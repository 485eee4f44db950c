package signal

import (
	"strings"

	"sayso/internal/model/hashlin"
)

// Share is what a group of features adds to the certainty.
type Share struct {
	What  string // the words and signs that the features look at
	Score float64
}

// Shares splits the certainty of a trigger by the weights of g into the shares
// of the word itself, of its neighbours, of what governs it and of what hangs
// on it. Together they are the certainty before it is cut to -3 to 3.
func (t *Tree) Shares(s *Signal, g *hashlin.Group) []Share {
	share := func(what string, features func(*Signal, *hashlin.Bag)) Share {
		var b hashlin.Bag
		features(s, &b)
		return Share{what, g.Score(b.Keys)}
	}
	return []Share{
		share("the word “"+t.D.Word(s.Trigger)+"” with its form, auxiliaries and adverbs", func(s *Signal, b *hashlin.Bag) {
			b.Add(0)
			t.ownFeatures(s, b)
		}),
		share("the words around it", t.nearFeatures),
		share("what governs it"+t.governors(s), t.aboveFeatures),
		share("what hangs on it", t.kidFeatures),
	}
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

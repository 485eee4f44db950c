package signal

import (
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
	"sayso/internal/model/wordclass"
)

// Reader makes trees that know the classes of their words.
type Reader struct{ classes *wordclass.Table }

// NewReader loads the word classes that the program carries.
func NewReader() (*Reader, error) {
	t, err := wordclass.Load()
	if err != nil {
		return nil, err
	}
	return &Reader{t}, nil
}

// Tree prepares a document that has tokens, sentences, tags and trees.
func (r *Reader) Tree(d *document.Document) *Tree {
	t := NewTree(d)
	t.class = make([]wordclass.Class, len(d.Tokens))
	for i := range d.Tokens {
		t.class[i] = r.classes.OfWord(t.Lower[i])
	}
	return t
}

// Certainty is the score of a trigger by the weights of g, -3 to 3.
func (t *Tree) Certainty(s *Signal, g *hashlin.Group) float64 {
	var b hashlin.Bag
	t.Features(s, &b)
	return max(-3, min(3, g.Score(b.Keys)))
}

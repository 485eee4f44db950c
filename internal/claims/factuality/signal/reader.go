package signal

import (
	"sayso/internal/document"
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

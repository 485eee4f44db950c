package tag

import (
	"errors"
	"sync"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

// Class is a part of speech: a pair of tags.
type Class struct {
	UPOS document.UPOS
	XPOS document.XPOS
}

// Model is what the tagger knows. It is read only.
type Model struct {
	classes []Class
	linear  *kern.Linear
	words   *wordclass.Table
	lemmas  *Lemmas
}

var errModel = errors.New("tag: model is broken")

var load = sync.OnceValues(func() (*Model, error) {
	words, err := wordclass.Load()
	if err != nil {
		return nil, err
	}
	b, err := model.Load(data.FS, "tag")
	if err != nil {
		return nil, err
	}
	m, err := Read(b, words)
	if err != nil {
		return nil, err
	}
	vectors, err := wordvec.Load()
	if err != nil {
		return nil, err
	}
	m.Rank(func(w string) int { return vectors.Rank(kern.Word(w)) })
	return m, nil
})

// Rank tells the model how frequent words are: rank gives the place of a word
// from 0, -1 where it is not known. It chooses between spellings of a lemma.
func (m *Model) Rank(rank func(word string) int) { m.lemmas.rank = rank }

// Append appends the payload of a model that [Read] reads.
func Append(dst []byte, classes []Class, rows []kern.Row, lemmas *Lemmas) []byte {
	dst = append(dst, uint8(len(classes)))
	for _, c := range classes {
		dst = append(dst, uint8(c.UPOS), uint8(c.XPOS))
	}
	return lemmas.appendTo(kern.AppendLinear(dst, len(classes), rows))
}

// Read reads a model.
func Read(b []byte, words *wordclass.Table) (*Model, error) {
	if len(b) < 1 || len(b) < 1+2*int(b[0]) {
		return nil, errModel
	}
	m := &Model{words: words}
	for i := range int(b[0]) {
		c := Class{document.UPOS(b[1+2*i]), document.XPOS(b[2+2*i])}
		if int(c.UPOS) >= document.UPOSCount || int(c.XPOS) >= document.XPOSCount {
			return nil, errModel
		}
		m.classes = append(m.classes, c)
	}
	linear, rest, err := kern.ReadLinear(b[1+2*len(m.classes):])
	if err != nil {
		return nil, err
	}
	if linear.Classes() != len(m.classes) {
		return nil, errModel
	}
	m.linear = linear
	m.lemmas, err = readLemmas(rest)
	return m, err
}

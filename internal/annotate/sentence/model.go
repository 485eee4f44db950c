package sentence

import (
	"errors"
	"sync"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
)

// Classes of a gap.
const (
	Inside = iota // the sentence goes on
	End           // it ends
	classCount
)

// Model knows where sentences end. It is read only.
type Model struct {
	linear *kern.Linear
	words  *wordclass.Table
	alone  bool // without the rule of ranks
}

var errModel = errors.New("sentence: model is broken")

var load = sync.OnceValues(func() (*Model, error) {
	words, err := wordclass.Load()
	if err != nil {
		return nil, err
	}
	b, err := model.Load(data.FS, "sentence")
	if err != nil {
		return nil, err
	}
	return Read(b, words)
})

// Append appends the payload of a model that [Read] reads.
func Append(dst []byte, rows []kern.Row) []byte { return kern.AppendLinear(dst, classCount, rows) }

// Read reads a model.
func Read(b []byte, words *wordclass.Table) (*Model, error) {
	linear, rest, err := kern.ReadLinear(b)
	if err != nil {
		return nil, err
	}
	if linear.Classes() != classCount || len(rest) > 0 {
		return nil, errModel
	}
	return &Model{linear: linear, words: words}, nil
}

// splitter holds the buffers of one pass over a document.
type splitter struct {
	model *Model
	gaps  Gaps
	keys  []uint64

	strict bool // only a mark ends a sentence in this block
}

// strict reports whether in blocks of a kind only a mark ends a sentence: in
// headlines capitals say little.
func strict(k document.BlockKind) bool {
	return k != document.BlockParagraph && k != document.BlockQuote
}

// marked reports whether token i is a mark that may close a sentence, or the
// quotation mark or bracket after one.
func marked(d *document.Document, i int) bool {
	return closes(d.Word(i)) || i > 0 && isCloser(d.Word(i)) && closes(d.Word(i-1))
}

// split appends the sentences of block b.
func (s *splitter) split(out []document.Sentence, d *document.Document, b int) []document.Sentence {
	r := d.Blocks[b].Range
	s.gaps.Reset(s.model.words, d, r)
	first := r.First
	s.strict = strict(d.Blocks[b].Kind) || s.gaps.casing == uint64(kern.Headline)
	for i := r.First; i < r.End; i++ {
		if i+1 < r.End && i+1-first < maxSentence && !s.ends(i) {
			continue
		}
		out = append(out, document.Sentence{Range: document.Range{First: first, End: i + 1}, Block: b})
		first = i + 1
		s.gaps.Open(first)
	}
	return out
}

// ends reports whether a sentence ends after token i.
func (s *splitter) ends(i int) bool {
	if !s.model.alone && posted(s.gaps.d, i) {
		return true
	}
	if !s.gaps.Candidate(i) || s.strict && !marked(s.gaps.d, i) {
		return false
	}
	if !s.model.alone && (entitles(s.gaps.d, i) || dated(s.gaps.d, i) || speakerFollows(s.gaps.d, i)) {
		return false
	}
	s.keys = s.gaps.Features(s.keys[:0], i)
	var scores [classCount]int32
	s.model.linear.Add(scores[:], s.keys)
	return scores[End] > scores[Inside]
}

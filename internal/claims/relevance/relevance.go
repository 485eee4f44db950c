package relevance

import (
	"context"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"sayso"
	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/lexicon/table"
)

// Threshold is the sum of weights from which an article is relevant.
const Threshold = 1.5

// listed is how many words the explanation names.
const listed = 8

// New makes the stage from the embedded table; the trigger words of a user's
// types count as a pass each. A nil lexicon adds nothing.
func New(lex *lexicon.Lexicon) (document.Stage, error) {
	tables, err := fs.Sub(data.FS, "lexicon")
	if err != nil {
		return document.Stage{}, err
	}
	weights, err := read(tables)
	if err != nil {
		return document.Stage{}, fmt.Errorf("relevance: %w", err)
	}
	if lex != nil {
		for _, t := range lex.Types {
			for _, w := range t.Triggers {
				weights[w] = Threshold
			}
		}
	}
	return document.Stage{
		Name: "relevance", Version: "1",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences},
		Provides: []document.Layer{document.LayerRelevance},
		Run: func(_ context.Context, d *document.Document) error {
			d.Relevance = weights.judge(d)
			return nil
		},
	}, nil
}

// weightsOf maps a word in lower case to what it adds.
type weightsOf map[string]float64

func read(layers ...fs.FS) (weightsOf, error) {
	rows, err := table.Read("relevance/words.tsv", 2, layers...)
	if err != nil {
		return nil, err
	}
	w := weightsOf{}
	for _, r := range rows {
		x, err := strconv.ParseFloat(r.Cells[1], 64)
		if err != nil || x < 0 {
			return nil, r.Errorf("%q is no weight", r.Cells[1])
		}
		w[r.Cells[0]] = x
	}
	return w, nil
}

// judge adds up the distinct words of a document in text order, so that the
// sum is the same on every platform.
func (w weightsOf) judge(d *document.Document) document.Relevance {
	seen := map[string]bool{}
	var r document.Relevance
	var why []*sayso.Explanation
	for i := range d.Tokens {
		word := d.Word(i)
		x, ok := w[word]
		if !ok {
			if word = strings.ToLower(word); w[word] == 0 {
				continue
			}
			x = w[word]
		}
		if seen[word] || x == 0 {
			continue
		}
		seen[word] = true
		if inTitle(d, i) {
			x *= 2
		}
		r.Score += x
		if len(why) < listed {
			why = append(why, sayso.Because(word, fmt.Sprintf("adds %.2g", x)))
		}
	}
	r.Relevant = r.Score >= Threshold
	message := "too few words of violence, disorder or strategy to be read for claims"
	if r.Relevant {
		message = "enough words of violence, disorder or strategy to be read for claims"
	}
	r.Why = sayso.Because(fmt.Sprintf("%.2f of %.2f", r.Score, Threshold), message, why...)
	return r
}

func inTitle(d *document.Document, i int) bool {
	if len(d.Sentences) == 0 || i >= d.Sentences[0].End {
		return false
	}
	b := d.Sentences[0].Block
	return b >= 0 && b < len(d.Blocks) && d.Blocks[b].Kind == document.BlockTitle
}

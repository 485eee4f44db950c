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

// Threshold is the sum of signs from which an article is relevant.
const Threshold float64 = 1

// Short is the number of tokens up to which one sign of any weight is enough: so
// little costs next to nothing to read, and has little room for a second word.
const Short = 60

// Leaning is the sum of leanings, in hundredths, below which an article with
// enough signs is skipped all the same.
const Leaning = -250

// Always is the row of learned.tsv that counts for every article.
const Always = "(always)"

// headline is what a word in the headline counts for.
const headline = 1.5

// listed is how many words the explanation names.
const listed = 8

// New makes the stage from the embedded tables; the trigger words of a user's
// types count as a pass each. A nil lexicon adds nothing.
func New(lex *lexicon.Lexicon) (document.Stage, error) {
	tables, err := fs.Sub(data.FS, "lexicon")
	if err != nil {
		return document.Stage{}, err
	}
	g, err := read(tables)
	if err != nil {
		return document.Stage{}, fmt.Errorf("relevance: %w", err)
	}
	if lex != nil {
		for _, t := range lex.Types {
			for _, w := range t.Triggers {
				g.own[w] = true
			}
		}
	}
	return document.Stage{
		Name: "relevance", Version: "4",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences},
		Provides: []document.Layer{document.LayerRelevance},
		Run: func(_ context.Context, d *document.Document) error {
			d.Relevance = g.judge(d)
			return nil
		},
	}, nil
}

// gate holds what words in lower case add.
type gate struct {
	signs    map[string]float64
	leanings map[string]int32 // hundredths
	own      map[string]bool  // words of a user's types
}

func read(layers ...fs.FS) (*gate, error) {
	g := &gate{signs: map[string]float64{}, leanings: map[string]int32{}, own: map[string]bool{}}
	rows, err := table.Read("relevance/words.tsv", 2, layers...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		x, err := strconv.ParseFloat(r.Cells[1], 64)
		if err != nil || x < 0 {
			return nil, r.Errorf("%q is no weight", r.Cells[1])
		}
		g.signs[r.Cells[0]] = x
	}
	if rows, err = table.Read("relevance/learned.tsv", 2, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		x, err := strconv.ParseInt(r.Cells[1], 10, 32)
		if err != nil {
			return nil, r.Errorf("%q is no whole number of hundredths", r.Cells[1])
		}
		g.leanings[r.Cells[0]] = int32(x)
	}
	return g, nil
}

// Words calls f with each distinct word of a document in lower case, in text
// order, and its first token. Numbers and marks are words too.
func Words(d *document.Document, f func(word string, token int)) {
	seen := make(map[string]bool, len(d.Tokens)/2)
	for i := range d.Tokens {
		w := strings.ToLower(d.Word(i))
		if !seen[w] {
			seen[w] = true
			f(w, i)
		}
	}
}

// judge adds up the distinct words of a document in text order, so that the
// sums are the same on every platform.
func (g *gate) judge(d *document.Document) document.Relevance {
	var r document.Relevance
	var why []*sayso.Explanation
	leaning, own := g.leanings[Always], ""
	Words(d, func(w string, i int) {
		leaning += g.leanings[w]
		if g.own[w] {
			own = w
		}
		x := g.signs[w]
		if x == 0 {
			return
		}
		if inTitle(d, i) {
			x *= headline
		}
		r.Score += x
		if len(why) < listed {
			why = append(why, sayso.Because(w, fmt.Sprintf("adds %.2g", x)))
		}
	})
	r.Relevant = own != "" || leaning >= Leaning && (r.Score >= Threshold || r.Score > 0 && len(d.Tokens) <= Short)
	r.Why = sayso.Because(fmt.Sprintf("%.2f of %.2f", r.Score, Threshold), message(&r, leaning, own), why...)
	return r
}

func message(r *document.Relevance, leaning int32, own string) string {
	switch {
	case own != "":
		return "“" + own + "” is a word of a type of yours"
	case r.Relevant && r.Score < Threshold:
		return "short enough to be read for claims for any word of violence, disorder or strategy"
	case r.Relevant:
		return "enough words of violence, disorder or strategy to be read for claims"
	case r.Score >= Threshold:
		return fmt.Sprintf("its words lean to talk about conflict rather than news of it: %.2f, below %.2f", float64(leaning)/100, Leaning/100.0)
	}
	return "too few words of violence, disorder or strategy to be read for claims"
}

func inTitle(d *document.Document, i int) bool {
	if len(d.Sentences) == 0 || i >= d.Sentences[0].End {
		return false
	}
	b := d.Sentences[0].Block
	return b >= 0 && b < len(d.Blocks) && d.Blocks[b].Kind == document.BlockTitle
}

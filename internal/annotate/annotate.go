// Package annotate turns an article into an annotated document: the six stages
// of the folders below it, in their order.
//
//	tokenize → sentence → tag → depparse → ner → coref
//
// Each stage has a package of its own and knows none of the others; they meet in
// the layers of a document. Here stands what holds for all of them: any text,
// however odd, gives layers whose spans are sorted, inside the text and on rune
// borders, in time proportional to its length.
package annotate

import (
	"sayso/internal/annotate/coref"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
)

// Stages returns the stages in the order in which they run, on the models that
// the program carries.
func Stages() ([]document.Stage, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	parser, err := depparse.New()
	if err != nil {
		return nil, err
	}
	names, err := ner.New()
	if err != nil {
		return nil, err
	}
	return []document.Stage{tokenize.New(), sentence.New(), tagger, parser, names, coref.New()}, nil
}

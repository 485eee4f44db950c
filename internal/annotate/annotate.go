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
	"errors"
	"sync"

	"sayso/internal/annotate/coref"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
)

// Stages returns the stages in the order in which they run, on the models that
// the program carries. The models are read at the same time, one processor each.
func Stages() ([]document.Stage, error) {
	out := []document.Stage{tokenize.New(), sentence.New(), {}, {}, {}, coref.New()}
	makers := map[int]func() (document.Stage, error){2: tag.New, 3: depparse.New, 4: ner.New}
	errs := make([]error, len(out))
	var wg sync.WaitGroup
	for i, m := range makers {
		wg.Go(func() { out[i], errs[i] = m() })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return out, nil
}

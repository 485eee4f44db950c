package main

import (
	"context"
	"strings"

	"sayso"
	"sayso/internal/annotate/tag"
	"sayso/internal/document"
	"sayso/internal/model/wordclass"
)

// taggerOf returns the stage of a tagger's payload.
func taggerOf(payload []byte, words *wordclass.Table) (document.Stage, error) {
	m, err := tag.Read(payload, words)
	if err != nil {
		return document.Stage{}, err
	}
	return m.Stage(), nil
}

// tagSentence sets the predicted tags of a sentence.
func tagSentence(stage document.Stage, s *sent) error {
	d := documentOf(s)
	if err := stage.Run(context.Background(), d); err != nil {
		return err
	}
	s.tags = d.Tags
	return nil
}

// documentOf returns a document that holds one sentence with its own tokens.
func documentOf(s *sent) *document.Document {
	var text strings.Builder
	var tokens []document.Token
	for _, w := range s.words {
		start := text.Len()
		text.WriteString(w.Form)
		tokens = append(tokens, document.Token{Start: int32(start), End: int32(text.Len())})
		text.WriteByte(' ')
	}
	d := document.New(&sayso.Article{Text: text.String()})
	d.Tokens = tokens
	all := document.Range{End: len(tokens)}
	d.Blocks = []document.Block{{Range: all}}
	d.Sentences = []document.Sentence{{Range: all}}
	return d
}

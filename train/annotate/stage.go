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

// tagAll gives the sentences predicted tags: each of the folds is tagged by a
// tagger that did not see it.
func tagAll(sents []sent, words *wordclass.Table, folds int) error {
	for f := range folds {
		var rest []sent
		for _, s := range sents {
			if s.doc%folds != f {
				rest = append(rest, s)
			}
		}
		stage, err := taggerOf(trainTagger(rest, words, 4), words)
		if err != nil {
			return err
		}
		for i := range sents {
			if sents[i].doc%folds == f {
				if err := tagSentence(stage, &sents[i]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// recasedShare adds copies of a tenth of the sentences in capitals, of another
// tenth in small letters, and of a twentieth as headlines.
func recasedShare(sents []sent) []sent {
	out := sents
	for i := range sents {
		switch i % 10 {
		case 3:
			out = append(out, sents[i].recased(strings.ToUpper))
		case 7:
			out = append(out, sents[i].recased(strings.ToLower))
		case 5:
			if i%20 == 5 {
				out = append(out, sents[i].recased(headline))
			}
		}
	}
	return out
}

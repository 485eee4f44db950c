package main

import (
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/conllu"
)

// sent is a sentence to learn from.
type sent struct {
	doc   int // number of its document
	genre string
	words []conllu.Word
	tags  []document.Tag // predicted, for the parser
	again bool           // a copy in another case
}

// genres of GUM whose licence allows the weights to be shipped (CC BY, CC BY-SA).
var genres = []string{"academic", "bio", "court", "interview", "news", "voyage"}

// readTrain reads the training sides of EWT and GUM from the data folder.
func readTrain(data string) ([]sent, error) {
	ewt, err := conllu.Files(filepath.Join(data, "ud-english-ewt"), "", "train")
	if err != nil {
		return nil, err
	}
	out, err := readFiles(nil, ewt, 0)
	if err != nil {
		return nil, err
	}
	gum, err := conllu.Files(filepath.Join(data, "gum"), "", "train")
	if err != nil {
		return nil, err
	}
	gum = slices.DeleteFunc(gum, func(f string) bool { return !slices.Contains(genres, conllu.Genre(f)) })
	return readFiles(out, gum, 1+out[len(out)-1].doc)
}

// readFiles appends the sentences of files, numbering documents from first.
func readFiles(out []sent, files []string, first int) ([]sent, error) {
	for _, f := range files {
		docs, err := conllu.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				out = append(out, sent{doc: first, genre: conllu.Genre(f), words: s.Words})
			}
			first++
		}
	}
	return out, nil
}

// recased returns the sentence with its words changed in case.
func (s sent) recased(change func(string) string) sent {
	words := slices.Clone(s.words)
	for i := range words {
		words[i].Form = change(words[i].Form)
	}
	s.words, s.again = words, true
	return s
}

// headline writes the longer words of a sentence with a capital.
func headline(w string) string {
	if len(w) < 4 || w[0] < 'a' || w[0] > 'z' {
		return w
	}
	return string(w[0]-'a'+'A') + w[1:]
}

// variant returns the sentence as it is, or for some of the draws in capitals,
// in small letters or as a headline.
func (s sent) variant(draw int) sent {
	switch draw % 14 {
	case 0:
		return s.recased(strings.ToUpper)
	case 1:
		return s.recased(strings.ToLower)
	case 2:
		return s.recased(headline)
	}
	return s
}

func (s *sent) word(i int) string { return s.words[i].Form }

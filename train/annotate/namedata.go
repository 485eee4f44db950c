package main

import (
	"strings"

	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/document"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/names/corpus"
)

// Numbers of the corpora that the network of names tells apart; it marks names
// in the manner of the first.
const (
	cUNER = iota
	cGUM
	cWNUT
)

// nameSentences reads the sentences that the network learns from, with predicted
// parts of speech: those of the treebanks by taggers that did not see them. re3d is left out, so that the
// five-fold measurement on it can use the network.
func (m *maker) nameSentences() ([]corpus.Sentence, error) {
	all, err := corpus.ReadTraining(m.data, sentence.Alone())
	if err != nil {
		return nil, err
	}
	gum, err := readGUMNames(m.data, genres)
	if err != nil {
		return nil, err
	}
	by, err := m.treebankTags()
	if err != nil {
		return nil, err
	}
	tagger, err := tag.Plain()
	if err != nil {
		return nil, err
	}
	var out []corpus.Sentence
	for number, set := range [][]corpus.Sentence{cUNER: all.UNER, cGUM: gum, cWNUT: all.WNUT} {
		for _, s := range set {
			s.Corpus = number
			tags, ok := by[strings.Join(s.Words, " ")]
			if !ok {
				if tags, err = tagsOf(tagger, s.Words); err != nil {
					return nil, err
				}
			}
			for _, t := range tags {
				s.Tags = append(s.Tags, t.XPOS)
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// withCases adds some of the sentences in capitals and in small letters.
func withCases(sents []corpus.Sentence) []corpus.Sentence {
	out := sents
	for i, s := range sents {
		switch i % 10 {
		case 3:
			out = append(out, recased(s, strings.ToUpper))
		case 7:
			out = append(out, recased(s, strings.ToLower))
		}
	}
	return out
}

// treebankTags returns the predicted tags of the sentences of the treebanks by
// their words.
func (m *maker) treebankTags() (map[string][]document.Tag, error) {
	sents, err := readTrain(m.data)
	if err != nil {
		return nil, err
	}
	if err := tagAll(sents, m.words, tagFolds); err != nil {
		return nil, err
	}
	by := make(map[string][]document.Tag, len(sents))
	for i := range sents {
		by[strings.Join(forms(sents[i].words), " ")] = sents[i].tags
	}
	return by, nil
}

func forms(words []conllu.Word) []string {
	var out []string
	for _, w := range words {
		out = append(out, w.Form)
	}
	return out
}

// tagsOf tags the words of a sentence.
func tagsOf(tagger document.Stage, words []string) ([]document.Tag, error) {
	s := sent{words: make([]conllu.Word, len(words))}
	for i, w := range words {
		s.words[i].Form = w
	}
	err := tagSentence(tagger, &s)
	return s.tags, err
}

// recased returns a sentence of names in another case.
func recased(s corpus.Sentence, change func(string) string) corpus.Sentence {
	words := make([]string, len(s.Words))
	for i, w := range s.Words {
		words[i] = change(w)
	}
	s.Words = words
	return s
}

package main

import (
	"fmt"
	"slices"
	"strings"

	"sayso/internal/annotate/ner"
)

// clusterings are the sizes of the three clusterings.
var clusterings = [ner.Clusterings]int{2000, 400, 80}

// lexiconWords is how many of the most frequent words have clusters.
const lexiconWords = 120000

// makeLexicon clusters the word vectors and collects the lists.
func makeLexicon(dir, vectorFile string) (words, phrases []ner.Entry, err error) {
	v, err := readVectors(vectorFile, lexiconWords)
	if err != nil {
		return nil, nil, err
	}
	words = make([]ner.Entry, len(v.words))
	for i, w := range v.words {
		words[i].Key = ner.Hash(strings.ToLower(w))
	}
	for k, size := range clusterings {
		for i, c := range v.cluster(size, 8) {
			words[i].Clusters[k] = c
		}
		fmt.Println("clustered into", size)
	}
	g, err := readGazetteer(dir)
	if err != nil {
		return nil, nil, err
	}
	keys := make([]uint32, 0, len(g.lists))
	for k := range g.lists {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		phrases = append(phrases, ner.Entry{Key: k, Lists: g.lists[k]})
	}
	fmt.Println("words", len(words), "phrases", len(phrases))
	return words, phrases, nil
}

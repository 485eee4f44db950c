package main

import (
	"fmt"
	"maps"
	"slices"

	"sayso/internal/annotate/ner"
)

// makeLexicon collects the lists of names.
func makeLexicon(dir string) ([]ner.Entry, error) {
	g, err := readGazetteer(dir)
	if err != nil {
		return nil, err
	}
	var out []ner.Entry
	for _, k := range slices.Sorted(maps.Keys(g.lists)) {
		out = append(out, ner.Entry{Key: k, Lists: g.lists[k]})
	}
	fmt.Println("phrases", len(out))
	return out, nil
}

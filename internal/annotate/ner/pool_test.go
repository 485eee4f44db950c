package ner

import (
	"slices"
	"testing"

	"sayso"
	"sayso/internal/document"
)

// TestShare moves a word in doubt towards what is said of it elsewhere, and
// leaves words that come once, or in small letters, alone.
func TestShare(t *testing.T) {
	_, pairs, _ := smallTagger(t)
	tagger := NewTagger(twoKinds, nil, pairs)
	L := LabelCount(twoKinds)
	words := []string{"Wagner", "left", "Wagner", "left", "Bamako"}
	x := NewExtractor(NewLexicon(nil, nil))
	x.Begin(len(words), func(i int) string { return words[i] }, false)
	emit := make([]int32, len(words)*L)
	emit[label(0, placeAlone)] = 1000         // the first Wagner is a person
	emit[1*L+int(label(1, placeAlone))] = 500 // "left" once looks like a place
	before := slices.Clone(emit)
	var p pool
	p.reset(len(words))
	p.add(x)
	p.share(emit, tagger)
	if got := emit[2*L+int(label(0, placeAlone))]; got != 500*shared/100 {
		t.Errorf("the second Wagner has %d", got)
	}
	if got := emit[label(0, placeAlone)]; got != 1000-500*shared/100 {
		t.Errorf("the first Wagner has %d", got)
	}
	for _, i := range []int{1, 3, 4} {
		if !slices.Equal(emit[i*L:(i+1)*L], before[i*L:(i+1)*L]) {
			t.Errorf("%s has changed", words[i])
		}
	}
	p.reset(0)
	p.share(nil, tagger)
}

func TestTrim(t *testing.T) {
	d := document.New(&sayso.Article{Text: "’s Hamas “ Corp. ” ( )"})
	for _, s := range [][2]int32{{0, 4}, {5, 10}, {11, 14}, {15, 20}, {21, 24}, {25, 26}, {27, 28}} {
		d.Tokens = append(d.Tokens, document.Token{Start: s[0], End: s[1]})
	}
	name := func(a, b int) document.Name { return document.Name{Range: document.Range{First: a, End: b}} }
	got := trim(d, []document.Name{name(0, 3), name(3, 5), name(5, 7)}, 0)
	if len(got) != 2 || d.Words(got[0].Range) != "Hamas" || d.Words(got[1].Range) != "Corp." {
		t.Errorf("got %v", got)
	}
}

func TestMerge(t *testing.T) {
	name := func(a, b int) document.Name { return document.Name{Range: document.Range{First: a, End: b}} }
	got := merge([]document.Name{name(0, 1), name(3, 5)}, 1, []document.Name{name(2, 3), name(4, 6), name(7, 8)})
	var ends []int
	for _, n := range got {
		ends = append(ends, n.End)
	}
	if !slices.Equal(ends, []int{1, 3, 5, 8}) {
		t.Errorf("got ends %v", ends)
	}
}

package ner

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// again names the proper nouns of one word that no name covers, where the text
// names the same word elsewhere, twice at least and always in the same way: what
// is a place in the body is one in the headline, where capitals tell little.
func again(d *document.Document, names []document.Name) []document.Name {
	known := map[string]*namings{}
	covered := make([]bool, len(d.Tokens))
	for _, n := range names {
		for i := n.First; i < n.End; i++ {
			covered[i] = true
		}
		if n.Len() != 1 || !capitalised(d.Word(n.First)) {
			continue
		}
		k := known[d.Word(n.First)]
		if k == nil {
			k = &namings{kind: n.Kind, score: n.Score}
			known[d.Word(n.First)] = k
		}
		k.times++
		k.score = min(k.score, n.Score)
		k.mixed = k.mixed || k.kind != n.Kind
	}
	found := len(names)
	names = append(names, surnames(d, names, covered)...)
	for _, n := range names[found:] {
		covered[n.First] = true
	}
	for i := range d.Tokens {
		if covered[i] || d.Tags[i].UPOS != document.PROPN {
			continue
		}
		if k := known[d.Word(i)]; k != nil && k.times >= 2 && !k.mixed {
			names = append(names, document.Name{Range: document.Range{First: i, End: i + 1}, Kind: k.kind, Score: k.score})
		}
	}
	if len(names) > found {
		slices.SortFunc(names, func(a, b document.Name) int { return a.First - b.First })
	}
	return names
}

// namings are how often a word is a name, of what, and the least score.
type namings struct {
	kind  document.NameKind
	score float32
	times int
	mixed bool
}

func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

package main

import (
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/gum"
	"sayso/internal/eval/names/corpus"
)

// Types of GUM that agree with UNER's.
var gumKinds = map[string]document.NameKind{
	"person": document.NamePerson, "place": document.NamePlace, "organization": document.NameOrganisation}

// readGUMNames reads the names in the training side of GUM, in the genres given: of
// each entity whose head is a proper noun, the proper nouns around that head.
func readGUMNames(dir string, genres []string) ([]corpus.Sentence, error) {
	files, err := conllu.Files(filepath.Join(dir, "gum"), "", "train")
	if err != nil {
		return nil, err
	}
	var out []corpus.Sentence
	for _, f := range files {
		if !slices.Contains(genres, conllu.Genre(f)) {
			continue
		}
		docs, err := conllu.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			out = append(out, gumSentences(&docs[i])...)
		}
	}
	return out, nil
}

func gumSentences(doc *conllu.Doc) []corpus.Sentence {
	d, mentions := gum.Document(doc)
	var spans []document.Name
	for _, m := range mentions {
		if k := gumKinds[m.Type]; k != 0 {
			if r := properAround(d, m, k); !r.Empty() {
				spans = append(spans, document.Name{Range: r, Kind: k})
			}
		}
	}
	a := corpus.Article{ID: doc.ID, Doc: d, Spans: corpus.Longest(spans)}
	return a.Sentences(corpus.NamedKinds)
}

// properAround returns the proper nouns around the head of a mention, with the
// words that join them, or an empty range where the head is none.
func properAround(d *document.Document, m gum.Mention, k document.NameKind) document.Range {
	h := gum.Head(d, m.Range)
	if d.Tags[h].UPOS != document.PROPN {
		return document.Range{}
	}
	r := document.Range{First: h, End: h + 1}
	proper := func(i int) bool { return m.Has(i) && d.Tags[i].UPOS == document.PROPN }
	joins := func(i int) bool {
		return m.Has(i) && (gumJoining[strings.ToLower(d.Word(i))] || k == document.NameOrganisation && d.Word(i) == "and")
	}
	for proper(r.First-1) || joins(r.First-1) && proper(r.First-2) {
		r.First--
	}
	for proper(r.End) || joins(r.End) && (proper(r.End+1) || joins(r.End+1) && proper(r.End+2)) {
		r.End++
	}
	if k == document.NamePerson {
		for r.Len() > 1 && corpus.IsTitle(d.Word(r.First)) {
			r.First++
		}
	}
	return r
}

var gumJoining = map[string]bool{"of": true, "for": true, "-": true, ".": true, "the": true, "'s": true, "’s": true, "&": true}

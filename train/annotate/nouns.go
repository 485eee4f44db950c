package main

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/gum"
)

// nounGenres are GUM's genres that the list is learnt from: those whose
// licence allows it, without the news that coreference is measured on.
var nounGenres = []string{"academic", "bio", "court", "interview", "voyage"}

// The least number of documents, and share of one kind, of a noun in the list.
const (
	nounDocs  = 3
	nounShare = 0.6
)

// noun counts what a lemma heads a mention of, by document.
type noun struct {
	docs  map[string]bool
	kinds map[string]int
	all   int
}

// nouns learns which common nouns stand for people, organisations and places,
// from GUM, and writes the list for coreference.
func (m *maker) nouns() error {
	file := filepath.Join(m.out, "coref", "en-"+m.date, "nouns.tsv")
	nouns := map[string]*noun{}
	for _, genre := range nounGenres {
		files, err := conllu.Files(filepath.Join(m.data, "gum"), genre, "all")
		if err != nil {
			return err
		}
		for _, f := range files {
			docs, err := conllu.ReadFile(f)
			if err != nil {
				return err
			}
			for i := range docs {
				countNouns(nouns, &docs[i])
			}
		}
	}
	var lines []string
	for lemma, n := range nouns {
		for _, kind := range []string{"person", "organization", "place"} {
			if len(n.docs) >= nounDocs && float64(n.kinds[kind]) >= nounShare*float64(n.all) {
				lines = append(lines, lemma+"\t"+kind)
			}
		}
	}
	lines = append(lines, handNouns(lines)...)
	slices.Sort(lines)
	head := "# What a common noun mostly stands for, by lemma; learnt by train/annotate from GUM (CC BY and CC BY-SA genres without news) and from train/annotate/nouns.txt.\n"
	fmt.Println("nouns:", len(lines))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(head+strings.Join(lines, "\n")+"\n"), 0o644)
}

// handList are nouns of conflict news by kind, written by hand.
//
//go:embed nouns.txt
var handList string

// handNouns lists the hand-written nouns that are not in lines yet.
func handNouns(lines []string) []string {
	known := map[string]bool{}
	for _, l := range lines {
		lemma, _, _ := strings.Cut(l, "\t")
		known[lemma] = true
	}
	var out []string
	for line := range strings.Lines(handList) {
		kind, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			if !known[w] {
				known[w] = true
				out = append(out, w+"\t"+kind)
			}
		}
	}
	return out
}

func countNouns(nouns map[string]*noun, doc *conllu.Doc) {
	d, mentions := gum.Document(doc)
	for _, m := range mentions {
		h := gum.Head(d, m.Range)
		if d.Tags[h].UPOS != document.NOUN {
			continue
		}
		n := nouns[d.Tags[h].Lemma]
		if n == nil {
			n = &noun{docs: map[string]bool{}, kinds: map[string]int{}}
			nouns[d.Tags[h].Lemma] = n
		}
		n.docs[doc.ID] = true
		n.kinds[m.Type]++
		n.all++
	}
}

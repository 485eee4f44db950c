package ner

import (
	"strings"

	"sayso/internal/document"
)

// surnames names the words of the body that no name covers and that are the surname of
// somebody whom the body names in full before, though they are common words: after
// "Kevin King and Timothy Weeks were freed", "King and Weeks had been abducted".
func surnames(d *document.Document, names []document.Name, covered []bool) []document.Name {
	known := map[string]document.Name{}
	first := map[string]bool{}
	for _, n := range names {
		if n.Kind == document.NamePerson && n.Len() > 1 && n.Len() < 4 && inBody(d, n.First) && len(d.Word(n.End-1)) > 2 {
			if _, ok := known[d.Word(n.End-1)]; !ok {
				known[d.Word(n.End-1)] = n
			}
			first[d.Word(n.First)] = true
		}
	}
	var out []document.Name
	for i := range d.Tokens {
		w := d.Word(i)
		n, ok := known[w]
		if !ok || covered[i] || i < n.End || first[w] || !capitalised(w) || strings.ToUpper(w) == w || !inBody(d, i) || !standsAlone(d, i) {
			continue
		}
		out = append(out, document.Name{Range: document.Range{First: i, End: i + 1}, Kind: n.Kind, Score: n.Score})
	}
	return out
}

// inBody reports whether a token stands in a paragraph of the text proper, where capitals
// tell names.
func inBody(d *document.Document, i int) bool {
	s := d.SentenceOf(i)
	return s >= 0 && d.Blocks[d.Sentences[s].Block].Kind == document.BlockParagraph
}

// standsAlone reports whether no capital stands beside a word, so that it is not part of
// another name; at the head of its sentence what follows has to be what a subject has
// behind it: "King and Weeks", "King, 60,", "Weeks was", not "Young men".
func standsAlone(d *document.Document, i int) bool {
	s := d.Sentences[d.SentenceOf(i)]
	next := i+1 < s.End
	if i > s.First && capitalised(d.Word(i-1)) && i-1 > s.First || next && capitalised(d.Word(i+1)) {
		return false
	}
	if i > s.First && d.Tags[i-1].UPOS == document.DET {
		return false
	}
	if i > s.First {
		return true
	}
	if !next {
		return false
	}
	switch d.Tags[i+1].UPOS {
	case document.AUX, document.VERB, document.PART:
		return true
	}
	w := d.Word(i + 1)
	return w == "," || w == "and" && i+2 < s.End && capitalised(d.Word(i+2))
}

// Package gum reads the entities of GUM: which stretches of its documents
// mention which person, group, place or thing.
package gum

import (
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval/conllu"
)

// Mention is a gold mention of GUM; positions are token indices.
type Mention struct {
	document.Range
	Entity string // id inside the document
	Type   string // person, organization, place, object …
}

// Document turns a document of GUM into layers of gold (tokens, sentences,
// tags, trees) and lists its mentions.
func Document(doc *conllu.Doc) (*document.Document, []Mention) {
	d := document.New(&sayso.Article{ID: doc.ID, Text: doc.Text})
	var misc []string
	for _, s := range doc.Sentences {
		first := len(d.Tokens)
		for _, w := range s.Words {
			head := int32(-1)
			if w.Head >= 0 {
				head = int32(first + w.Head)
			}
			d.Tokens = append(d.Tokens, document.Token{Start: int32(w.Start), End: int32(w.End)})
			d.Tags = append(d.Tags, document.Tag{UPOS: w.UPOS, XPOS: w.XPOS, Lemma: w.Lemma})
			d.Arcs = append(d.Arcs, document.Arc{Head: head, Rel: w.Rel})
			misc = append(misc, w.Misc)
		}
		d.Sentences = append(d.Sentences, document.Sentence{Range: document.Range{First: first, End: len(d.Tokens)}})
	}
	d.Blocks = []document.Block{{Range: document.Range{End: len(d.Tokens)}}}
	return d, mentions(misc)
}

// mentions reads the Entity brackets of all words.
func mentions(misc []string) []Mention {
	var out []Mention
	open := map[string][]int{}
	for i, m := range misc {
		for _, part := range strings.Split(m, "|") {
			value, ok := strings.CutPrefix(part, "Entity=")
			if !ok {
				continue
			}
			for value != "" {
				value = bracket(value, i, open, &out)
			}
		}
	}
	return out
}

// bracket reads one bracket at the start of value: "(id-type-…" opens,
// "(id-type-…)" is a mention of one word, "id)" closes. It returns the rest.
func bracket(value string, i int, open map[string][]int, out *[]Mention) string {
	if value[0] != '(' {
		id, rest, _ := strings.Cut(value, ")")
		if at := open[id]; len(at) > 0 {
			(*out)[at[len(at)-1]].End = i + 1
			open[id] = at[:len(at)-1]
		}
		return rest
	}
	end := strings.IndexAny(value[1:], "()") + 1
	if end == 0 {
		end = len(value)
	}
	fields := strings.SplitN(value[1:end], "-", 3)
	if len(fields) < 2 {
		return value[end:]
	}
	*out = append(*out, Mention{Range: document.Range{First: i, End: i + 1}, Entity: fields[0], Type: fields[1]})
	if end < len(value) && value[end] == ')' {
		return value[end+1:]
	}
	open[fields[0]] = append(open[fields[0]], len(*out)-1)
	return value[end:]
}

// Head is the token of a range whose own head lies outside it.
func Head(d *document.Document, r document.Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Has(int(d.Arcs[i].Head)) {
			return i
		}
	}
	return r.End - 1
}

package print

import (
	"bytes"
	"fmt"
	"strings"

	"sayso/internal/document"
)

var blockNames = [...]string{"paragraph", "title", "heading", "quote", "list-item", "dateline", "caption"}

var nameNames = [...]string{"_", "person", "place", "organisation", "misc", "weapon", "platform", "time", "quantity", "nationality"}

func nameOf(names []string, i int) string {
	if i >= 0 && i < len(names) {
		return names[i]
	}
	return fmt.Sprint(i)
}

// KindName is the printed name of a kind of names.
func KindName(k document.NameKind) string { return nameOf(nameNames[:], int(k)) }

// groups calls do for the tokens of each sentence, or for all tokens where
// there are no sentences yet.
func groups(d *document.Document, do func(document.Range)) {
	if len(d.Sentences) == 0 {
		do(document.Range{First: 0, End: len(d.Tokens)})
		return
	}
	for _, s := range d.Sentences {
		do(s.Range)
	}
}

func tokens(b *bytes.Buffer, d *document.Document) {
	groups(d, func(r document.Range) {
		for i := r.First; i < r.End; i++ {
			if i > r.First {
				b.WriteByte('|')
			}
			b.WriteString(d.Word(i))
		}
		b.WriteByte('\n')
	})
}

func sentences(b *bytes.Buffer, d *document.Document) {
	last := -1
	for _, s := range d.Sentences {
		kind := ""
		if s.Block >= 0 && s.Block < len(d.Blocks) {
			kind = nameOf(blockNames[:], int(d.Blocks[s.Block].Kind))
		}
		if s.Block != last {
			fmt.Fprintf(b, "[%s]\n", kind)
			last = s.Block
		}
		fmt.Fprintf(b, "  %s\n", words(d, s.Range))
	}
}

func tags(b *bytes.Buffer, d *document.Document) {
	groups(d, func(r document.Range) {
		for i := r.First; i < r.End && i < len(d.Tags); i++ {
			if i > r.First {
				b.WriteByte(' ')
			}
			fmt.Fprintf(b, "%s/%s/%s/%s", d.Word(i), d.Tags[i].UPOS, d.Tags[i].XPOS, d.Tags[i].Lemma)
		}
		b.WriteByte('\n')
	})
}

func trees(b *bytes.Buffer, d *document.Document) {
	groups(d, func(r document.Range) {
		for i := r.First; i < r.End && i < len(d.Arcs); i++ {
			head := 0
			if d.Arcs[i].Head >= 0 {
				head = int(d.Arcs[i].Head) - r.First + 1
			}
			fmt.Fprintf(b, "%-3d %-16s %-14s %d\n", i-r.First+1, d.Word(i), d.Arcs[i].Rel, head)
		}
		b.WriteByte('\n')
	})
}

func names(b *bytes.Buffer, d *document.Document) {
	for _, n := range d.Names {
		fmt.Fprintf(b, "%-12s %s\n", KindName(n.Kind), words(d, n.Range))
	}
}

func coref(b *bytes.Buffer, d *document.Document) {
	for i, e := range d.Entities {
		var list []string
		for _, m := range e.Mentions {
			list = append(list, words(d, m.Range))
		}
		fmt.Fprintf(b, "%d %s %q: %s\n", i, KindName(e.Kind), words(d, e.Name), strings.Join(list, " | "))
	}
}

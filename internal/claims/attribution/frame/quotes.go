package frame

import (
	"strings"

	"sayso/internal/document"
)

// Quote is a passage between quotation marks, marks included. A passage that
// its paragraph leaves open runs to the paragraph's end, and Open is set; where
// the next paragraph begins with a mark it Continues the passage before.
type Quote struct {
	document.Range
	Open      bool
	Continues bool
}

// readQuotes finds the quoted passages, block by block. The marks are read
// from the text and not from tokens, since ” and ” are split differently by
// different tokenisers.
func (v *View) readQuotes() {
	for i := range v.Quote {
		v.Quote[i] = -1
	}
	open := false
	for i := 0; i < len(v.D.Blocks); i++ {
		b := v.D.Blocks[i].Range
		if n := v.runsOn(i); n > 0 {
			b.End = v.D.Blocks[i+n].End
			i += n
		}
		open = v.quotesOf(b, open)
	}
	for q, quote := range v.Quotes {
		for i := quote.First; i < quote.End; i++ {
			v.Quote[i] = int32(q)
		}
	}
}

// maxRunsOn is how many blocks a quotation may run on for.
const maxRunsOn = 5

// runsOn is the number of blocks after block b into which a quotation that b
// leaves open runs on: texts that make a paragraph of each sentence mark only
// its beginning and its end. Its end is the first mark after it, where that
// block has an odd number of them and does not begin with one.
func (v *View) runsOn(b int) int {
	if n, _ := v.straight(v.D.Blocks[b].Range); n%2 == 0 {
		return 0
	}
	for k := 1; k <= maxRunsOn && b+k < len(v.D.Blocks); k++ {
		n, first := v.straight(v.D.Blocks[b+k].Range)
		if n == 0 {
			continue
		}
		if n%2 == 1 && first > v.D.Blocks[b+k].First {
			return k
		}
		return 0
	}
	return 0
}

// straight counts the straight double marks of a range and finds the first.
func (v *View) straight(r document.Range) (n, first int) {
	first = -1
	for i := r.First; i < r.End; i++ {
		if v.D.Word(i) == `"` {
			if n == 0 {
				first = i
			}
			n++
		}
	}
	return n, first
}

// quotesOf adds the quotes of one block; before says that the block before
// ended inside a quote. It reports whether this one does.
func (v *View) quotesOf(b document.Range, before bool) bool {
	start, cont := -1, false
	for i := b.First; i < b.End; i++ {
		switch v.mark(i, start >= 0) {
		case opening:
			start, cont = i, before && i == b.First
		case closing:
			end := i + 1
			if doubled(v, i) && i+1 < b.End {
				end++
			}
			v.Quotes = append(v.Quotes, Quote{Range: document.Range{First: start, End: end}, Continues: cont})
			start = -1
			i = end - 1
		}
	}
	if start < 0 {
		return false
	}
	if b.End-start > 1 {
		v.Quotes = append(v.Quotes, Quote{Range: document.Range{First: start, End: b.End}, Open: true, Continues: cont})
	}
	return true
}

type markKind uint8

const (
	noMark markKind = iota
	opening
	closing
)

// mark says what token i is, given whether a quote is open before it.
func (v *View) mark(i int, open bool) markKind {
	w := v.D.Word(i)
	kind := noMark
	switch {
	case strings.HasPrefix(w, "“") || w == "``" || strings.HasPrefix(w, "«"):
		kind = opening
	case w == "”" || w == "»":
		kind = closing
	case w == `"` || w == "''" || doubled(v, i):
		kind = opening
		if open {
			kind = closing
		}
	}
	if kind == opening && open || kind == closing && !open {
		return noMark
	}
	return kind
}

// doubled reports whether token i is the first of two single marks that touch.
func doubled(v *View, i int) bool {
	if i+1 >= len(v.D.Tokens) || v.D.Word(i) != "'" || v.D.Word(i+1) != "'" {
		return false
	}
	return v.D.Tokens[i].End == v.D.Tokens[i+1].Start
}

package sentence

import (
	"strings"

	"sayso/internal/document"
)

// maxCells is the number of tokens that the cells before or behind the text of a row may have.
const maxCells = 16

// rowText returns the cell of a table's row that tells something, where another holds a
// date: "2 Jan 2023 | Dnipro | Missile hits a house", "Biu<tab>A bomb wounded
// five<tab>5 March 2024". It is the longest. Empty where a block is no row.
func rowText(d *document.Document, r document.Range) document.Range {
	first, date, text := r.First, false, document.Range{}
	cell := func(end, next int) {
		c := document.Range{First: first, End: end}
		date = date || hasDate(d, c)
		if c.Len() > text.Len() {
			text = c
		}
		first = next
	}
	cells := 1
	for i := r.First; i < r.End; i++ {
		switch {
		case d.Word(i) == "|":
			cell(i, i+1)
			cells++
		case i > r.First && strings.Contains(d.Text[d.Tokens[i-1].End:d.Tokens[i].Start], "\t"):
			cell(i, i)
			cells++
		}
	}
	cell(r.End, r.End)
	if !date || cells < 2 || text.Len() < 4 || text.First-r.First > maxCells || r.End-text.End > maxCells || hasDate(d, text) && text.First == r.First {
		return document.Range{}
	}
	return text
}

// hasDate reports whether a cell is short and names a month, a day of the week or a date
// in figures.
func hasDate(d *document.Document, c document.Range) bool {
	if c.Empty() || c.Len() > 6 {
		return false
	}
	for i := c.First; i < c.End; i++ {
		if dates[lowered(d.Word(i))] || inFigures(d.Word(i)) {
			return true
		}
	}
	return inFigures(d.Text[d.Tokens[c.First].Start:d.Tokens[c.End-1].End])
}

// inFigures reports whether words are a date written in figures: 2024-03-02, 02/03/2024, 2.3.24.
func inFigures(w string) bool {
	marks := 0
	for i := range len(w) {
		switch c := w[i]; {
		case c == '-' || c == '/' || c == '.':
			marks++
		case c < '0' || c > '9':
			return false
		}
	}
	return marks == 2 && len(w) >= 6 && len(w) <= 10
}

package assemble

import "sayso/internal/document"

// ClausesBetween lets the tests see what signs are made of.
func ClausesBetween(d *document.Document, x, y int) int { return newReader(d).clausesBetween(x, y) }

// Between exposes what stands between a word and a token.
func Between(d *document.Document, word, token int) []string {
	var out []string
	newReader(d).between(word, document.Range{First: token, End: token + 1}, func(s string) { out = append(out, s) })
	return out
}

// InRow adds up the people of the row that a word stands in.
func InRow(d *document.Document, token int) int {
	sum, _ := newReader(d).inRow(token, document.Range{First: token, End: token + 1})
	return sum
}

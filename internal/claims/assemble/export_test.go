package assemble

import "sayso/internal/document"

// ClausesBetween lets the tests see what signs are made of.
func ClausesBetween(d *document.Document, x, y int) int { return newReader(d).clausesBetween(x, y) }

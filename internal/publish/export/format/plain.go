package format

import (
	"io"

	"sayso/internal/publish/export"
)

// plain is the program's own table, as `sayso code --format csv` writes it: the
// one that can be corrected by hand and imported again.
func plain() Format {
	cells := plainCells()
	return Format{
		Name: "csv", Title: "the program's own table",
		Doc:    "A row an incident. Corrected by hand, it can be imported again: `sayso import FILE.csv` makes a decision of each changed cell (see `docs/formats/import.md`). CSV (RFC 4180), UTF-8; a cell that a spreadsheet would take for a formula starts with an apostrophe.",
		Fields: columns(cells),
		Cannot: []string{"claims one by one with their quotes", "values claimed and not chosen", "explanations", "which claims a number rests on"},
		open:   func(w io.Writer, o Options) (Writer, error) { return openTable(w, o, cells) },
	}
}

func plainCells() []cell {
	out := make([]cell, len(export.Columns))
	for i := range export.Columns {
		c := &export.Columns[i]
		out[i] = col(c.Name, c.Doc, func(it Item, _ *Options) string { return c.Of(it.In) })
	}
	return out
}

// Row is an incident's row in the program's own table, by column.
func Row(it Item) map[string]string {
	out := map[string]string{}
	for _, c := range plainCells() {
		out[c.Name] = safe(c.of(it, nil))
	}
	return out
}

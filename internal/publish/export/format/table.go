package format

import (
	"encoding/csv"
	"io"
)

// cell is a column of a table with how it is read.
type cell struct {
	Column
	of func(Item, *Options) string
}

// table writes a CSV: a heading, a row an incident.
type table struct {
	csv   *csv.Writer
	cells []cell
	o     Options
	row   []string
}

func openTable(w io.Writer, o Options, cells []cell, headings ...func(cell) string) (*table, error) {
	if o.BOM {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return nil, err
		}
	}
	t := &table{csv: csv.NewWriter(w), cells: cells, o: o, row: make([]string, len(cells))}
	headings = append([]func(cell) string{func(c cell) string { return c.Name }}, headings...)
	for _, h := range headings {
		for i, c := range cells {
			t.row[i] = h(c)
		}
		if err := t.csv.Write(t.row); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Write implements [Writer].
func (t *table) Write(it Item) error {
	for i, c := range t.cells {
		t.row[i] = safe(c.of(it, &t.o))
	}
	return t.csv.Write(t.row)
}

// Close implements [Writer].
func (t *table) Close() error {
	t.csv.Flush()
	return t.csv.Error()
}

func columns(cells []cell) []Column {
	out := make([]Column, len(cells))
	for i, c := range cells {
		out[i] = c.Column
	}
	return out
}

func col(name, doc string, of func(Item, *Options) string) cell {
	return cell{Column{name, doc}, of}
}

// empty is a column that the shape has and we have nothing for.
func empty(name, why string) cell {
	return col(name, "always empty: "+why, func(Item, *Options) string { return "" })
}

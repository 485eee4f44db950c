// Package table reads the tables under data/lexicon: lines of tab-separated
// cells, "#" starts a comment line, empty lines are skipped. A user's own
// table of the same name is read after ours, so that its lines win.
//
// In: one file system per layer of tables, ours first. Out: rows with the
// place they came from. Limits: a cell cannot hold a tab or a line break.
package table

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Row is one line of a table.
type Row struct {
	Cells []string // at least as many as the reader asked for
	File  string   // name of the file
	Line  int      // from 1
}

// Errorf reports a row that cannot be used, with its place.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.File, r.Line, fmt.Sprintf(format, args...))
}

// Read returns the rows of the file name in each of the layers, in order. A
// layer without the file is skipped; it is an error if none has it, or if a
// row has fewer than least cells.
func Read(name string, least int, layers ...fs.FS) ([]Row, error) {
	var rows []Row
	found := false
	for _, layer := range layers {
		if layer == nil {
			continue
		}
		more, err := readOne(layer, name, least)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = true
		rows = append(rows, more...)
	}
	if !found {
		return nil, fmt.Errorf("table %s: %w", name, fs.ErrNotExist)
	}
	return rows, nil
}

func readOne(layer fs.FS, name string, least int) ([]Row, error) {
	f, err := layer.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows []Row
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r\n\t ")
		if line == "" || line[0] == '#' {
			continue
		}
		row := Row{Cells: strings.Split(line, "\t"), File: name, Line: n}
		if len(row.Cells) < least {
			return nil, row.Errorf("%d cells, %d wanted", len(row.Cells), least)
		}
		rows = append(rows, row)
	}
	return rows, lines.Err()
}

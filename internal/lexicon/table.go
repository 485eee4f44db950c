package lexicon

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// row is one line of a table, read by column name.
type row struct {
	file  string
	line  int
	cols  []string
	cells []string
}

// get returns the cell of a column, "" where the table has no such column.
func (r row) get(col string) string {
	if i := slices.Index(r.cols, col); i >= 0 && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// list returns a cell's items, which are separated by "|".
func (r row) list(col string) []string {
	var out []string
	for s := range strings.SplitSeq(r.get(col), "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// errorf is an error that names file and line.
func (r row) errorf(form string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(form, args...))
}

// readTable reads tab-separated lines under a line of column names. It fails
// on unknown columns, on a missing one of need, on more cells than columns and
// on text that is not UTF-8.
func readTable(in io.Reader, file string, need, known []string) ([]row, error) {
	var rows []row
	var cols []string
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 0, 64<<10), 1<<20)
	for line := 1; sc.Scan(); line++ {
		text := strings.TrimSuffix(sc.Text(), "\r")
		if line == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			continue
		}
		r := row{file: file, line: line, cols: cols, cells: cells(text)}
		if cols == nil {
			cols = r.cells
			if err := checkColumns(r, need, known); err != nil {
				return nil, err
			}
			continue
		}
		if err := r.check(); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if cols == nil {
		return nil, fmt.Errorf("%s: no line of column names", file)
	}
	return rows, nil
}

func cells(line string) []string {
	out := strings.Split(line, "\t")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

func (r row) check() error {
	if len(r.cells) > len(r.cols) {
		return r.errorf("%d cells under %d columns", len(r.cells), len(r.cols))
	}
	for _, c := range r.cells {
		if !utf8.ValidString(c) {
			return r.errorf("not UTF-8")
		}
	}
	return nil
}

func checkColumns(r row, need, known []string) error {
	for _, c := range need {
		if !slices.Contains(r.cells, c) {
			return r.errorf("no column %q", c)
		}
	}
	for i, c := range r.cells {
		if !slices.Contains(need, c) && !slices.Contains(known, c) {
			return r.errorf("unknown column %q", c)
		}
		if slices.Index(r.cells, c) != i {
			return r.errorf("column %q twice", c)
		}
	}
	return nil
}

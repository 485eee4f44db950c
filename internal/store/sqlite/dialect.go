package sqlite

import (
	"errors"
	"fmt"
	"strings"

	lib "modernc.org/sqlite/lib"

	"sayso/internal/store"
	"sayso/internal/store/relational"
)

// dialect is what SQLite does in its own way.
type dialect struct{}

var wordTables = map[relational.Table]string{relational.Articles: "article_words", relational.Incidents: "incident_words"}

// PutWords implements [relational.Dialect]. The tables keep no text, so that
// what is taken out must be named.
func (dialect) PutWords(c relational.Conn, t relational.Table, n int64, was, words string) error {
	table := wordTables[t]
	if was != "" {
		if err := c.Exec(`INSERT INTO `+table+`(`+table+`, rowid, words) VALUES('delete', $1, $2)`, n, was); err != nil {
			return err
		}
	}
	if words == "" {
		return nil
	}
	return c.Exec(`INSERT INTO `+table+`(rowid, words) VALUES($1, $2)`, n, words)
}

// WithWords implements [relational.Dialect]. Each word is quoted, so that none
// is taken for an operator.
func (dialect) WithWords(t relational.Table, words string, arg int) (string, any) {
	quoted := `"` + strings.Join(strings.Fields(words), `" "`) + `"`
	return fmt.Sprintf(`SELECT rowid FROM %[1]s WHERE %[1]s MATCH $%[2]d`, wordTables[t], arg), quoted
}

// PutPoint implements [relational.Dialect]. The tree holds single precision,
// rounded outward; the exact degrees stand beside it.
func (dialect) PutPoint(c relational.Conn, n int64, lat, lon *float64) error {
	if err := c.Exec(`DELETE FROM incident_boxes WHERE n = $1`, n); err != nil || lat == nil || lon == nil {
		return err
	}
	return c.Exec(`INSERT INTO incident_boxes(n, south, north, west, east, lat, lon) VALUES($1, $2, $2, $3, $3, $2, $3)`, n, *lat, *lon)
}

// InBox implements [relational.Dialect].
func (dialect) InBox(arg int) string {
	return fmt.Sprintf(`n IN (SELECT n FROM incident_boxes WHERE north >= $%[1]d AND south <= $%[2]d AND east >= $%[3]d AND west <= $%[4]d
		AND lat BETWEEN $%[1]d AND $%[2]d AND lon BETWEEN $%[3]d AND $%[4]d)`, arg, arg+1, arg+2, arg+3)
}

// SkipLocked implements [relational.Dialect]: one writes at a time.
func (dialect) SkipLocked() string { return "" }

var meanings = map[int]error{
	lib.SQLITE_BUSY: store.ErrBusy, lib.SQLITE_LOCKED: store.ErrBusy, lib.SQLITE_FULL: store.ErrFull,
	lib.SQLITE_READONLY: store.ErrReadOnly, lib.SQLITE_CANTOPEN: store.ErrReadOnly, lib.SQLITE_PERM: store.ErrReadOnly,
	lib.SQLITE_CORRUPT: store.ErrBroken, lib.SQLITE_NOTADB: store.ErrForeign,
}

// Fault implements [relational.Dialect].
func (dialect) Fault(err error) error {
	meaning := meanings[code(err)]
	if meaning == nil || errors.Is(err, meaning) {
		return err
	}
	return fmt.Errorf("%w (%w)", meaning, err)
}

package postgres

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"sayso/internal/store"
	"sayso/internal/store/relational"
)

// dialect is what PostgreSQL does in its own way.
type dialect struct{}

// PutWords implements [relational.Dialect]: each word once, in an array.
func (dialect) PutWords(c relational.Conn, t relational.Table, n int64, _, words string) error {
	list := strings.Fields(words)
	slices.Sort(list)
	return c.Exec(`UPDATE `+string(t)+` SET words = string_to_array($2, ' ') WHERE n = $1`, n, strings.Join(slices.Compact(list), " "))
}

// WithWords implements [relational.Dialect].
func (dialect) WithWords(t relational.Table, words string, arg int) (string, any) {
	return fmt.Sprintf(`SELECT n FROM %s WHERE words @> string_to_array($%d, ' ')`, t, arg), words
}

// PutPoint implements [relational.Dialect]: the index is of the briefs.
func (dialect) PutPoint(relational.Conn, int64, *float64, *float64) error { return nil }

// InBox implements [relational.Dialect]: the index finds the points, the
// comparison keeps those whose degrees are in it exactly.
func (dialect) InBox(arg int) string {
	return fmt.Sprintf(`n IN (SELECT n FROM briefs WHERE lat IS NOT NULL AND point(lon, lat) <@ box(point($%[3]d, $%[1]d), point($%[4]d, $%[2]d))
		AND lat BETWEEN $%[1]d AND $%[2]d AND lon BETWEEN $%[3]d AND $%[4]d)`, arg, arg+1, arg+2, arg+3)
}

// SkipLocked implements [relational.Dialect].
func (dialect) SkipLocked() string { return " FOR UPDATE SKIP LOCKED" }

// meanings are of SQLSTATE codes.
var meanings = map[string]error{
	"55P03": store.ErrBusy, "40001": store.ErrBusy, "40P01": store.ErrBusy, "53300": store.ErrBusy, "57014": store.ErrBusy,
	"53100": store.ErrFull, "25006": store.ErrReadOnly, "42501": store.ErrReadOnly, "XX001": store.ErrBroken, "XX002": store.ErrBroken,
	"3D000": store.ErrNotFound,
}

// Fault implements [relational.Dialect].
func (dialect) Fault(err error) error {
	var e *pgconn.PgError
	if !errors.As(err, &e) || meanings[e.Code] == nil || errors.Is(err, meanings[e.Code]) {
		return err
	}
	return fmt.Errorf("%w (%w)", meanings[e.Code], err)
}

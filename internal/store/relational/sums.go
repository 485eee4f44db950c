package relational

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// summed are the tables of which the number of the rows and the exclusive or of
// their digests are kept beside them, and the columns that the digests are of: so
// that a row that was lost, slipped in or changed below the contract is noticed,
// also where no other row speaks of it. Bytes stand for themselves by their digest,
// jobs by their names alone: who holds one changes all the time.
var summed = map[string]string{
	"articles":  "n, id, url, outlet, title, byline, published, dated, retrieved, language, body, quotes, captions, digest, raw, taken",
	"cursors":   "step, article, version",
	"failures":  "item, stage, kind, reason, name, first, last, attempts",
	"feeds":     "address, title, etag, modified, checked, problem, items",
	"filings":   "article, keys",
	"found":     "id, packed",
	"incidents": "n, id, packed",
	"jobs":      "name",
	"keyed":     "kind, key, value",
	"layers":    "article, stages, digest",
	"links":     "report, article, other, other_article",
	"raws":      "digest, address, origin, at, media, header, article",
	"records":   "article, packed",
}

// sum is how many rows a table has, and the exclusive or of their digests.
type sum struct {
	n int64
	x [16]byte
}

// add counts a row in, or out where sign is -1.
func (s *sum) add(sign int64, row []any) {
	h := sha256.New()
	for _, v := range row {
		switch v := v.(type) {
		case string:
			fmt.Fprintf(h, "%d:%s", len(v), v)
		case []byte:
			fmt.Fprintf(h, "%d:%s", len(v), v)
		default:
			fmt.Fprintf(h, "=%v", v)
		}
	}
	s.n += sign
	for i, b := range h.Sum(nil)[:len(s.x)] {
		s.x[i] ^= b
	}
}

// counted adds to the sum of a table what the transaction changed.
func (t *tx) counted(table string, sign int64, rows [][]any) {
	if t.sums == nil {
		t.sums = map[string]*sum{}
	}
	if t.sums[table] == nil {
		t.sums[table] = &sum{}
	}
	for _, r := range rows {
		t.sums[table].add(sign, r)
	}
}

// come runs a statement that adds rows to a table, and gone one that removes some.
func (t *tx) come(table, query string, args ...any) error {
	rows, err := cells(t.Conn, query+" RETURNING "+summed[table], args...)
	if err == nil {
		t.counted(table, 1, rows)
	}
	return err
}

func (t *tx) gone(table, query string, args ...any) error {
	rows, err := cells(t.Conn, query+" RETURNING "+summed[table], args...)
	if err == nil {
		t.counted(table, -1, rows)
	}
	return err
}

// turn runs a statement that adds a row to a table or puts it in the place of the
// one that the key, values of columns, names. It gives the first column of the row.
func (t *tx) turn(table string, key []string, is []any, query string, args ...any) (first any, err error) {
	where := ""
	for i, k := range key {
		where += fmt.Sprintf(" AND %s = $%d", k, i+1)
	}
	was, err := cells(t.Conn, "SELECT "+summed[table]+" FROM "+table+" WHERE"+where[len(" AND"):], is...)
	if err != nil {
		return nil, err
	}
	rows, err := cells(t.Conn, query+" RETURNING "+summed[table], args...)
	if err != nil {
		return nil, err
	}
	if len(rows) != 1 {
		return nil, fmt.Errorf("%d rows of %s were put in place of one", len(rows), table)
	}
	t.counted(table, -1, was)
	t.counted(table, 1, rows)
	return rows[0][0], nil
}

// cells runs a query and reads all of its rows.
func cells(c Conn, query string, args ...any) (out [][]any, err error) {
	return out, eachRow(c, func(row []any) { out = append(out, slices.Clone(row)) }, query, args...)
}

func eachRow(c Conn, take func([]any), query string, args ...any) (err error) {
	rows, err := c.QueryContext(c.Ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	row, into := make([]any, len(names)), make([]any, len(names))
	for i := range row {
		into[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		take(row)
	}
	return rows.Err()
}

// keepSums writes down what the transaction changed.
func (t *tx) keepSums() error {
	for _, name := range slices.Sorted(maps.Keys(t.sums)) {
		by := t.sums[name]
		now, err := kept(t.Conn, name)
		if err != nil {
			return err
		}
		now.n += by.n
		for i := range now.x {
			now.x[i] ^= by.x[i]
		}
		if err := putSum(t.Conn, name, now); err != nil {
			return err
		}
	}
	return nil
}

func putSum(c Conn, name string, s sum) error {
	return c.Exec(`INSERT INTO sums(name, n, x) VALUES($1, $2, $3) ON CONFLICT(name) DO UPDATE SET n = excluded.n, x = excluded.x`, name, s.n, hex.EncodeToString(s.x[:]))
}

// kept is the sum of a table that is written down.
func kept(c Conn, name string) (s sum, err error) {
	var x string
	err = c.QueryRowContext(c.Ctx, `SELECT n, x FROM sums WHERE name = $1`, name).Scan(&s.n, &x)
	if errors.Is(err, sql.ErrNoRows) {
		return s, nil
	}
	if b, e := hex.DecodeString(x); e == nil {
		copy(s.x[:], b)
	}
	return s, err
}

// counts makes the sum of a table from its rows.
func counts(c Conn, name string) (s sum, err error) {
	return s, eachRow(c, func(row []any) { s.add(1, row) }, "SELECT "+summed[name]+" FROM "+name)
}

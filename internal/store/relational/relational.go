// Package relational keeps the store's contract on any SQL database of the
// [database/sql] kind: the statements are written once, in the SQL that SQLite
// and PostgreSQL share, and a [Dialect] holds what differs (finding words,
// finding boxes, saying what an error means).
package relational

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"sayso/internal/store"
)

// Table is one that words are found in.
type Table string

// The tables with words.
const (
	Articles  Table = "articles"
	Incidents Table = "incidents"
)

// Conn runs statements inside a transaction.
type Conn struct {
	Ctx context.Context
	*sql.Tx
}

// Exec runs a statement.
func (c Conn) Exec(query string, args ...any) error {
	_, err := c.ExecContext(c.Ctx, query, args...)
	return err
}

// Dialect is what a database does in its own way.
type Dialect interface {
	// PutWords makes row n be found by the folded words, in place of was, those
	// that it was found by until now; "" is none.
	PutWords(c Conn, t Table, n int64, was, words string) error
	// WithWords selects the numbers of the rows of t that hold the words, which
	// are argument number arg.
	WithWords(t Table, words string, arg int) (query string, value any)
	// PutPoint makes incident n be found at a place, or nowhere for nil.
	PutPoint(c Conn, n int64, lat, lon *float64) error
	// InBox is a condition that starts with column n, an incident's, with south, north, west and east as
	// arguments from number arg on; west is not over east.
	InBox(arg int) string
	// SkipLocked ends a query for a row that nobody else is taking.
	SkipLocked() string
	// Fault says what an error means in terms of the store's errors.
	Fault(err error) error
}

// View runs fn on one moment's state of db; level is the isolation that gives
// one.
func View(ctx context.Context, db *sql.DB, d Dialect, level sql.IsolationLevel, fn func(store.Reader) error) error {
	return within(ctx, db, d, &sql.TxOptions{ReadOnly: true, Isolation: level}, func(t *tx) error { return fn(t) })
}

// Update runs fn and keeps what it did, or nothing. Lock, where not nil, runs
// first.
func Update(ctx context.Context, db *sql.DB, d Dialect, lock func(Conn) error, fn func(store.Writer) error) error {
	return within(ctx, db, d, nil, func(t *tx) error {
		if lock != nil {
			if err := lock(t.Conn); err != nil {
				return err
			}
		}
		return fn(t)
	})
}

func within(ctx context.Context, db *sql.DB, d Dialect, o *sql.TxOptions, fn func(*tx) error) (err error) {
	t, err := db.BeginTx(ctx, o)
	if err != nil {
		return d.Fault(err)
	}
	done := false
	defer func() { // also when fn panics
		if !done {
			if e := t.Rollback(); e != nil && !errors.Is(e, sql.ErrTxDone) {
				err = errors.Join(err, d.Fault(e))
			}
		}
	}()
	work := &tx{Conn: Conn{ctx, t}, dialect: d}
	if err := fn(work); err != nil {
		return d.Fault(err)
	}
	if err := work.keepSums(); err != nil {
		return d.Fault(err)
	}
	done = true
	return d.Fault(t.Commit())
}

// tx is one transaction.
type tx struct {
	Conn
	dialect    Dialect
	generation int64           // of the incidents, once this transaction has changed any
	sums       map[string]*sum // by which the tables changed
}

// one reads a row that must be there.
func (t *tx) one(what, id, query string, args []any, into ...any) error {
	err := t.QueryRowContext(t.Ctx, query, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s %s: %w", what, id, store.ErrNotFound)
	}
	return err
}

// list reads rows, each with scan.
func list[T any](t *tx, scan func(func(...any) error) (T, error), query string, args ...any) (out []T, err error) {
	rows, err := t.QueryContext(t.Ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

func text(scan func(...any) error) (s string, err error) { return s, scan(&s) }

// all is a LIMIT that lets everything through.
func all(limit int) int64 {
	if limit <= 0 {
		return 1 << 62
	}
	return int64(limit)
}

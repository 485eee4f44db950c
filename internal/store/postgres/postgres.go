// Package postgres keeps the store in PostgreSQL, for teams: several people and
// machines add to one store. It needs no extension. Words are found by an index
// of arrays, places by one of points.
//
// The address is PostgreSQL's own ("postgres://user@host/database"); the tables
// stand in the first schema of its search_path. Updates wait for one another at
// an advisory lock of that schema, as the contract says, at most 10 s; views
// read at the isolation "repeatable read" and wait for nothing. Schemas go
// forward only, as with SQLite.
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"sayso/internal/store"
	"sayso/internal/store/relational"
)

// Store is a connection to a database. Make it with [Open].
type Store struct{ db *sql.DB }

// Open connects and brings the schema up to date.
func Open(ctx context.Context, address string) (*Store, error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(8)
	s := &Store{db}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(dialect{}.Fault(err), db.Close())
	}
	return s, nil
}

// View implements [store.Store].
func (s *Store) View(ctx context.Context, fn func(store.Reader) error) error {
	return relational.View(ctx, s.db, dialect{}, sql.LevelRepeatableRead, fn)
}

// Update implements [store.Store].
func (s *Store) Update(ctx context.Context, fn func(store.Writer) error) error {
	return relational.Update(ctx, s.db, dialect{}, lock, fn)
}

// lock waits until no other update runs.
func lock(c relational.Conn) error {
	if err := c.Exec(`SET LOCAL lock_timeout = '10s'`); err != nil {
		return err
	}
	return c.Exec(`SELECT pg_advisory_xact_lock(hashtext('sayso ' || current_schema()))`)
}

// Close implements [store.Store].
func (s *Store) Close() error { return s.db.Close() }

// Check implements [store.Store]: references that lead nowhere, and all tables
// against what is written down of them. The pages are the server's to check.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	var out []string
	for what, query := range map[string]string{
		"tellings of incidents that are not there": `SELECT count(*) FROM tellings WHERE incident NOT IN (SELECT n FROM incidents)`,
		"records of articles that are not there":   `SELECT count(*) FROM records WHERE article NOT IN (SELECT id FROM articles)`,
	} {
		var n int
		if err := s.db.QueryRowContext(ctx, query).Scan(&n); err != nil {
			return nil, dialect{}.Fault(err)
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n, what))
		}
	}
	more, err := relational.Check(ctx, s.db, dialect{}, sql.LevelRepeatableRead)
	return append(out, more...), err
}

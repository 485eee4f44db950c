// Package sqlite keeps the store in one file, with SQLite (modernc.org/sqlite:
// no cgo). Words are found by FTS5, places by an R*Tree.
//
// One connection writes and several read, in write-ahead mode: readers never
// wait for the writer. Every setting stands in the address that connections
// are opened with, so that none of them can miss it. A second process that
// writes waits for the first; see [store.ErrBusy]. Schemas go forward only:
// migrations/NNNN.sql, counted by user_version; a file of a newer version is
// not opened.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"

	"sayso/internal/store"
	"sayso/internal/store/relational"
)

// Store is an open file. Make it with [Open].
type Store struct {
	path        string
	write, read *sql.DB
	reading     bool // opened for reading alone
}

// Options of [Open]. The zero value is right for commands.
type Options struct {
	ReadOnly bool          // nothing is written, the file must exist
	Readers  int           // connections that read; 0: 4
	Wait     time.Duration // for other processes that write; 0: 10 s
}

// Open opens the file at path, makes it where it is missing, and brings an
// older schema up to date.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, reading: o.ReadOnly}
	if _, err := os.Stat(path); o.ReadOnly && err != nil {
		return nil, fmt.Errorf("%s: %w", path, store.ErrNotFound)
	}
	if o.Readers == 0 {
		o.Readers = 4
	}
	if o.Wait == 0 {
		o.Wait = 10 * time.Second
	}
	var err error
	if s.read, err = sql.Open("sqlite", address(path, o.Wait, reads)); err != nil {
		return nil, err
	}
	s.read.SetMaxOpenConns(o.Readers)
	s.read.SetMaxIdleConns(o.Readers)
	if s.write, err = sql.Open("sqlite", address(path, o.Wait, writes)); err != nil {
		return nil, err
	}
	s.write.SetMaxOpenConns(1)
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, s.dialect().Fault(err)), s.Close())
	}
	return s, nil
}

// applicationID marks our files: "says" in ASCII.
const applicationID = 0x73617973

// use is what a connection is for.
type use int

const (
	reads use = iota
	writes
	copies // VACUUM INTO is refused where only queries are allowed
)

// address is the DSN of a connection.
func address(path string, wait time.Duration, u use) string {
	q := url.Values{}
	pragma := func(list ...string) {
		for _, p := range list {
			q.Add("_pragma", p)
		}
	}
	pragma(fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()), "foreign_keys(1)", "trusted_schema(0)", "cell_size_check(1)",
		"temp_store(memory)", "cache_size(-16000)")
	switch u {
	case writes:
		pragma("journal_mode(wal)", "synchronous(full)", "secure_delete(1)", "journal_size_limit(67108864)")
		q.Set("_txlock", "immediate")
	case reads:
		pragma("query_only(1)")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	abs = filepath.ToSlash(abs)
	if !strings.HasPrefix(abs, "/") {
		abs = "/" + abs
	}
	return (&url.URL{Scheme: "file", Path: abs, RawQuery: q.Encode()}).String()
}

func (s *Store) dialect() relational.Dialect { return dialect{} }

// View implements [store.Store].
func (s *Store) View(ctx context.Context, fn func(store.Reader) error) error {
	return relational.View(ctx, s.read, s.dialect(), sql.LevelDefault, fn)
}

// Update implements [store.Store].
func (s *Store) Update(ctx context.Context, fn func(store.Writer) error) error {
	if s.reading {
		return fmt.Errorf("%s was opened for reading: %w", s.path, store.ErrReadOnly)
	}
	return relational.Update(ctx, s.write, s.dialect(), nil, fn)
}

// Close implements [store.Store]. What was removed leaves the write-ahead file
// with it.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	return errors.Join(errs...)
}

// Check implements [store.Store]: SQLite's own check of every page, index and
// reference, and of the word indexes against themselves, and that of all tables
// against what is written down of them. It has a connection
// of its own, since FTS5's check believes what the connection remembers of an
// index before it looks whether another one has changed it.
func (s *Store) Check(ctx context.Context) (out []string, err error) {
	db, err := sql.Open("sqlite", address(s.path, 10*time.Second, reads))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, pragma := range []string{"integrity_check(100)", "foreign_key_check"} {
		found, err := lines(ctx, db, "PRAGMA "+pragma)
		if err != nil {
			if err = s.dialect().Fault(err); !errors.Is(err, store.ErrBroken) {
				return out, err
			}
			found = []string{err.Error()}
		}
		for _, l := range found {
			if l != "ok" {
				out = append(out, l)
			}
		}
	}
	more, err := relational.Check(ctx, db, s.dialect(), sql.LevelDefault)
	if errors.Is(err, store.ErrBroken) {
		more, err = append(more, err.Error()), nil
	}
	return append(out, more...), err
}

// lines runs a pragma that answers in rows, the columns of each on one line.
func lines(ctx context.Context, db *sql.DB, query string) (out []string, err error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		cells, into := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		out = append(out, strings.TrimSpace(fmt.Sprintln(cells...)))
	}
	return out, rows.Err()
}

// Backup writes a whole copy of the store, as it is at one moment, to a file
// that must not exist. The store stays in use meanwhile.
func (s *Store) Backup(ctx context.Context, path string) (err error) {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s is there already", path)
	}
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	db, err := sql.Open("sqlite", address(s.path, 10*time.Second, copies))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := db.ExecContext(ctx, "VACUUM INTO $1", part); err != nil {
		return errors.Join(s.dialect().Fault(err), ignoreMissing(os.Remove(part)))
	}
	if err := flush(part); err != nil {
		return err
	}
	return os.Rename(part, path)
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// flush makes sure that a file is on the disk.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// code is SQLite's primary result code of an error, or 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

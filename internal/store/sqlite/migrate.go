package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"sayso/internal/store"
	"sayso/internal/store/relational"
)

//go:embed migrations/*.sql
var migrations embed.FS

// schemas are the steps from an empty file to the newest schema, in order.
func schemas() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range names {
		b, err := migrations.ReadFile(n)
		if err != nil {
			return nil, err
		}
		out = append(out, string(b))
	}
	return out, nil
}

// prepare checks whose file it is and brings its schema up to date, all in
// one transaction.
func (s *Store) prepare(ctx context.Context) error {
	steps, err := schemas()
	if err != nil {
		return err
	}
	version, err := state(ctx, s.read)
	switch {
	case err != nil:
		return err
	case version > len(steps):
		return fmt.Errorf("%w (schema %d, this one knows %d)", store.ErrNewSchema, version, len(steps))
	case version == len(steps):
		return nil
	case s.reading:
		return fmt.Errorf("its schema is %d and must be %d first: %w", version, len(steps), store.ErrReadOnly)
	}
	return migrate(ctx, s.write, steps)
}

// querier is a database or a transaction.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// state reads a file's schema number; a file with tables that are not ours is
// refused.
func state(ctx context.Context, db querier) (version int, err error) {
	var id, tables int
	err = db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case tables > 0 && id != applicationID:
		return 0, store.ErrForeign
	case tables == 0:
		return 0, nil
	}
	return version, nil
}

// facts is the schema from which on what queries look at in incidents is what
// it is today.
const facts = 6

// sums is the schema from which on the tables are summed as they are today.
const sums = 10

func migrate(ctx context.Context, db *sql.DB, steps []string) (err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	from, err := state(ctx, tx) // another process may have been faster
	if err != nil {
		return err
	}
	for i := from; i < len(steps); i++ {
		if _, err := tx.ExecContext(ctx, steps[i]); err != nil {
			return fmt.Errorf("schema %d: %w", i+1, err)
		}
	}
	if from < facts {
		if err := relational.Refill(ctx, tx, dialect{}); err != nil {
			return fmt.Errorf("schema %d: %w", facts, err)
		}
	}
	if from < sums {
		if err := relational.Resum(ctx, tx); err != nil {
			return fmt.Errorf("schema %d: %w", sums, err)
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps))); err != nil {
		return err
	}
	return tx.Commit()
}

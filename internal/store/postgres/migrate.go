package postgres

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

// migrate brings the schema up to date, in one transaction.
func (s *Store) migrate(ctx context.Context) (err error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	c := relational.Conn{Ctx: ctx, Tx: tx}
	if err := lock(c); err != nil {
		return err
	}
	if err := c.Exec(`CREATE TABLE IF NOT EXISTS sayso_schema (version INTEGER PRIMARY KEY)`); err != nil {
		return err
	}
	var version int
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM sayso_schema`).Scan(&version); err != nil {
		return err
	}
	if version > len(names) {
		return fmt.Errorf("%w (schema %d, this one knows %d)", store.ErrNewSchema, version, len(names))
	}
	for i := version; i < len(names); i++ {
		b, err := migrations.ReadFile(names[i])
		if err != nil {
			return err
		}
		if err := c.Exec(string(b)); err != nil {
			return fmt.Errorf("schema %d: %w", i+1, err)
		}
		if err := c.Exec(`INSERT INTO sayso_schema(version) VALUES($1)`, i+1); err != nil {
			return err
		}
	}
	if version < facts {
		if err := relational.Refill(ctx, tx, dialect{}); err != nil {
			return fmt.Errorf("schema %d: %w", facts, err)
		}
	}
	if version < sums {
		if err := relational.Resum(ctx, tx); err != nil {
			return fmt.Errorf("schema %d: %w", sums, err)
		}
	}
	return tx.Commit()
}

// facts is the schema from which on what queries look at in incidents is what
// it is today.
const facts = 6

// sums is the schema from which on the tables are summed as they are today.
const sums = 10

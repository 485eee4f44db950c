package postgres

import (
	"context"
	"errors"
)

// Scrub rewrites the tables, so that none of their files has anything that was
// removed: PostgreSQL leaves it there otherwise, also when it cleans up by itself.
// It waits for those who use a table, and they for it; what a transaction that
// began before the removal may still ask for stays, so that it is to be called
// when nobody works.
//
// The server's log of changes still has what was removed: see [Afterwards].
func (s *Store) Scrub(ctx context.Context) (err error) {
	names, err := s.tables(ctx)
	if err != nil {
		return err
	}
	for _, n := range names {
		if _, err := s.db.ExecContext(ctx, "VACUUM (FULL, ANALYZE) "+n); err != nil {
			return dialect{}.Fault(err)
		}
	}
	return nil
}

// tables are ours, quoted.
func (s *Store) tables(ctx context.Context) (out []string, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`)
	if err != nil {
		return nil, dialect{}.Fault(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var n string
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// Afterwards is what is left for the server's administrator to do, so that what
// was removed is in no file of the server, as a superuser, with the search_path of
// the store: the statistics of tables keep values, those of a table that is empty
// now for ever, and the log of changes keeps what was written, where its files are
// used again rather than removed. The setting stands first, as the server takes it
// up a moment after it was told to. Archived logs, standby servers and backups are
// not reached.
var Afterwards = []string{
	"ALTER SYSTEM SET wal_recycle = off",
	"SELECT pg_reload_conf()",
	"DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)",
	"VACUUM (FULL) pg_statistic",
	"ANALYZE",
	"SELECT pg_switch_wal()",
	"CHECKPOINT",
	"ALTER SYSTEM RESET wal_recycle",
	"SELECT pg_reload_conf()",
}

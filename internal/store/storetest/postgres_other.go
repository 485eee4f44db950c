//go:build !unix

package storetest

import "testing"

// Postgres skips the test: the server is started on Unix alone.
func Postgres(t testing.TB) string {
	t.Helper()
	t.Skip("PostgreSQL's server is started on Unix alone")
	return ""
}

// StopPostgres does nothing.
func StopPostgres() {}

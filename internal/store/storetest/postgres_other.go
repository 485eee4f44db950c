//go:build !unix

package storetest

import (
	"os/exec"
	"testing"
)

// Postgres skips the test: the server is started on Unix alone.
func Postgres(t testing.TB) string {
	t.Helper()
	t.Skip("PostgreSQL's server is started on Unix alone")
	return ""
}

// StopPostgres does nothing.
func StopPostgres() {}

// PostgresTool is not called: the tests that need it are skipped.
func PostgresTool(string, ...string) *exec.Cmd { return nil }

// PostgresFiles is not called either.
func PostgresFiles() string { return "" }

//go:build unix

package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
)

// server is a real PostgreSQL that the tests start, on a socket in a folder of
// its own.
type server struct {
	folder string
	bin    string // of its programs
	run    func(name string, args ...string) error
	stop   func()
}

var (
	once   sync.Once
	shared *server
	absent error
)

// nobody is whom the server runs as where the tests are root's: it refuses to
// run as root.
const nobody = 65534

func start() (*server, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return nil, errors.New("PostgreSQL's server is not installed (Debian: apt-get install postgresql)")
	}
	bin := filepath.Dir(found[len(found)-1])
	dir, err := os.MkdirTemp("/tmp", "sayso-pg")
	if err != nil {
		return nil, err
	}
	asServer := &syscall.SysProcAttr{}
	if os.Getuid() == 0 {
		asServer.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
		if err := os.Chown(dir, nobody, nobody); err != nil {
			return nil, err
		}
	}
	run := func(name string, args ...string) error {
		c := exec.Command(filepath.Join(bin, name), args...)
		c.SysProcAttr, c.Dir = asServer, dir
		c.Env = append(os.Environ(), "LC_ALL=C", "HOME="+dir)
		var errs bytes.Buffer
		c.Stderr = &errs
		if err := c.Run(); err != nil {
			return fmt.Errorf("%s: %w: %s", name, err, errs.String())
		}
		return nil
	}
	data := filepath.Join(dir, "data")
	if err := run("initdb", "-D", data, "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-sync"); err != nil {
		return nil, err
	}
	if err := run("pg_ctl", "-D", data, "-w", "-l", filepath.Join(dir, "log"), "-o", "-c listen_addresses='' -c fsync=off -k "+dir, "start"); err != nil {
		return nil, err
	}
	return &server{dir, bin, run, func() {
		if err := run("pg_ctl", "-D", data, "-m", "immediate", "stop"); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		_ = os.RemoveAll(dir)
	}}, nil
}

var schemas int

// StopPostgres stops the server, if one was started.
func StopPostgres() {
	if shared != nil {
		shared.stop()
	}
}

// PostgresTool is a program that comes with the server, ready to run; the server
// runs already.
func PostgresTool(name string, args ...string) *exec.Cmd {
	return exec.Command(filepath.Join(shared.bin, name), args...)
}

// PostgresFiles is the folder of the server's files.
func PostgresFiles() string { return filepath.Join(shared.folder, "data") }

// Postgres is the address of a new empty schema in a PostgreSQL server that the
// tests of a package share. It skips the test where no server is installed.
// The package's TestMain calls [StopPostgres].
func Postgres(t testing.TB) string {
	t.Helper()
	once.Do(func() { shared, absent = start() })
	if absent != nil {
		t.Skip(absent)
	}
	schemas++
	schema := "s" + strconv.Itoa(schemas)
	base := "postgres://sayso@/postgres?host=" + shared.folder
	if err := shared.run("psql", "-h", shared.folder, "-U", "sayso", "-d", "postgres", "-q", "-c", "CREATE SCHEMA "+schema); err != nil {
		t.Fatal(err)
	}
	return base + "&search_path=" + schema
}

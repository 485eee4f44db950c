//go:build unix

package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sayso/internal/store"
	"sayso/internal/store/storetest"
)

// server is a real PostgreSQL that the tests start, on a socket in a folder of
// its own.
type server struct {
	folder string
	stop   func()
}

var (
	once   sync.Once
	shared *server
	absent error
)

func TestMain(m *testing.M) {
	code := m.Run()
	if shared != nil {
		shared.stop()
	}
	os.Exit(code)
}

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
	return &server{dir, func() {
		if err := run("pg_ctl", "-D", data, "-m", "immediate", "stop"); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		_ = os.RemoveAll(dir)
	}}, nil
}

var schemas int

// address is that of a schema of its own.
func address(t testing.TB) string {
	t.Helper()
	once.Do(func() { shared, absent = start() })
	if absent != nil {
		t.Skip(absent)
	}
	schemas++
	schema := "s" + strconv.Itoa(schemas)
	base := "postgres://sayso@/postgres?host=" + shared.folder
	s, err := Open(t.Context(), base+"&search_path=public")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.db.Exec("CREATE SCHEMA " + schema); err != nil {
		t.Fatal(err)
	}
	return base + "&search_path=" + schema
}

func open(t testing.TB, address string) *Store {
	t.Helper()
	s, err := Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestContract(t *testing.T) {
	address(t)
	storetest.Run(t, func(t testing.TB) store.Store { return open(t, address(t)) })
}

func add(s *Store, a store.Addition) error {
	return s.Update(context.Background(), func(tx store.Writer) error { _, err := store.Add(tx, a); return err })
}

func TestReopened(t *testing.T) {
	at := address(t)
	s := open(t, at)
	if err := add(s, storetest.Story("a", "Fire", "A fire.")); err != nil {
		t.Fatal(err)
	}
	before := storetest.Dump(t, s)
	if after := storetest.Dump(t, open(t, at)); after != before || !strings.Contains(after, "A fire") {
		t.Errorf("%s", after)
	}
	if _, err := s.db.Exec("DELETE FROM audit"); err == nil || !strings.Contains(err.Error(), "only added to") {
		t.Errorf("the audit was changed: %v", err)
	}
	if _, err := s.db.Exec("INSERT INTO sayso_schema VALUES(99)"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), at); !errors.Is(err, store.ErrNewSchema) {
		t.Errorf("%v", err)
	}
}

// Many that write at once wait for one another.
func TestManyWriters(t *testing.T) {
	at := address(t)
	var group sync.WaitGroup
	for w := range 4 {
		s := open(t, at)
		group.Go(func() {
			for i := range 10 {
				if err := add(s, storetest.Story(fmt.Sprintf("w%d-%d", w, i), "Fire", fmt.Sprint("Fire ", w, i))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	n, _, found, err := store.Verify(t.Context(), open(t, at))
	if err != nil || len(found) > 0 || n.Articles != 40 || n.Entries != 40 {
		t.Errorf("%+v, %v, %v", n, found, err)
	}
}

func TestNoServer(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	if _, err := Open(ctx, "postgres://sayso@/postgres?host=/tmp/no-such-folder"); err == nil {
		t.Error("opened")
	}
}

package postgres

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/internal/store"
	"sayso/internal/store/relational"
	"sayso/internal/store/storetest"
)

// TestMain makes fewer random histories than elsewhere: each has a schema of
// its own, which takes the server a tenth of a second.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", "20"); err != nil {
		panic(err) // the kit has that flag
	}
	code := m.Run()
	storetest.StopPostgres()
	os.Exit(code)
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
	storetest.Postgres(t) // skips all at once where there is no server
	storetest.Run(t, func(t testing.TB) store.Store { return open(t, storetest.Postgres(t)) })
}

func add(s *Store, a store.Addition) error {
	return s.Update(context.Background(), func(tx store.Writer) error { _, err := store.Add(tx, a); return err })
}

func TestReopened(t *testing.T) {
	at := storetest.Postgres(t)
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
	at := storetest.Postgres(t)
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

// What is kept is counted from indexes alone, where the server may choose:
// articles are long, and a page that says how many there are must not read them.
func TestCountsReadNoArticle(t *testing.T) {
	s := open(t, storetest.Postgres(t))
	tx, err := s.db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	if _, err := tx.ExecContext(t.Context(), "SET LOCAL enable_seqscan = off"); err != nil {
		t.Fatal(err)
	}
	rows, err := tx.QueryContext(t.Context(), "EXPLAIN "+relational.CountsQuery)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var plan strings.Builder
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		plan.WriteString(line + "\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, index := range []string{"articles_foreign", "articles_taken"} {
		if !strings.Contains(plan.String(), index) {
			t.Errorf("%s is not used:\n%s", index, plan.String())
		}
	}
}

package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/store"
	"sayso/internal/store/relational"
	"sayso/internal/store/storetest"
)

func open(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t testing.TB) store.Store { return open(t, filepath.Join(t.TempDir(), "a #1?%20.sayso")) })
}

// What is kept is counted from indexes alone: articles are long, and a page
// that says how many there are must not read them all.
func TestCountsReadNoArticle(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "s"))
	rows, err := s.read.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+relational.CountsQuery)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(step, " articles") {
			if n++; !strings.Contains(step, "USING COVERING INDEX") {
				t.Error(step)
			}
		}
	}
	if err := rows.Err(); err != nil || n != 3 {
		t.Errorf("%d counts of articles, %v", n, err)
	}
}

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/store"
	"sayso/internal/store/postgres"
	"sayso/internal/store/storetest"
)

// Four workers share a queue in PostgreSQL, and one is killed at random moments,
// each time followed by another: the store holds what one undisturbed process makes of the same
// files, and every article was added once.
func TestWorkers(t *testing.T) {
	address := storetest.Postgres(t)
	dir := t.TempDir()
	news := filepath.Join(dir, "news")
	if err := os.Mkdir(news, 0o755); err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(mustRead(t, stories(t, dir, *added)), []byte("\n"))
	for i := 0; i < len(lines); i += 10 {
		part := bytes.Join(lines[i:min(i+10, len(lines))], nil)
		if len(part) == 0 {
			continue
		}
		if err := os.WriteFile(filepath.Join(news, fmt.Sprintf("part%03d.jsonl", i)), part, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	program(t, "add", "--store", filepath.Join(dir, "calm.db"), news)
	if out := program(t, "add", "--store", address, "--queue", news); !strings.HasPrefix(out, fmt.Sprintf("queued   %d files", (*added+9)/10)) {
		t.Errorf("%s", out)
	}
	const workers = 4
	start := func() *exec.Cmd {
		c := exec.Command("sayso", "add", "--store", address, "--worker", "--workers", "1", "--lease", "3s")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		return c
	}
	var others []*exec.Cmd
	for range workers - 1 {
		others = append(others, start())
	}
	victim := start()
	for range *kills {
		time.Sleep(time.Duration(rand.IntN(3000)) * time.Millisecond)
		if err := victim.Process.Kill(); err != nil {
			t.Log(err) // it was done
		}
		_ = victim.Wait() // it was killed
		victim = start()
	}
	for _, c := range append(others, victim) {
		if err := c.Wait(); err != nil {
			t.Errorf("a worker ended with %v", err)
		}
	}
	if got, want := content(t, address), content(t, filepath.Join(dir, "calm.db")); got != want {
		t.Errorf("the workers' store holds %s, undisturbed %s", got, want)
	}
	once(t, address, *added)
	copied := filepath.Join(dir, "copy.db")
	program(t, "backup", "--store", address, copied)
	if content(t, copied) != content(t, address) {
		t.Error("the backup differs")
	}
}

// What was taken down from PostgreSQL is told with what is left to do.
func TestTakenDownFromPostgres(t *testing.T) {
	address, dir := storetest.Postgres(t), t.TempDir()
	program(t, "add", "--store", address, stories(t, dir, 3))
	out := program(t, "take-down", "--store", address, "--reason", "asked for", "k00001")
	if !strings.HasPrefix(out, "1 articles were changed\n") || !strings.Contains(out, "\n  VACUUM (FULL) pg_statistic;\n") {
		t.Errorf("%s", out)
	}
	content(t, address)
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// once checks that every article was added once, and nothing is queued.
func once(t *testing.T, address string, n int) {
	t.Helper()
	s, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.View(t.Context(), func(tx store.Reader) error {
		have, err := tx.Counts()
		if err != nil || have.Articles != n || have.Entries != n {
			t.Errorf("%+v, %v", have, err)
		}
		jobs, err := tx.Jobs()
		if len(jobs) > 0 {
			t.Errorf("left: %v", jobs)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

package sqlite

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"sayso/internal/store/storetest"
)

var update = flag.Bool("update", false, "write the file of the newest schema, if it is missing")

// Files that every schema so far wrote are opened, hold what they held, and
// take more. A new schema adds a file here, and no file is ever made again.
func TestEverySchema(t *testing.T) {
	steps, err := schemas()
	if err != nil {
		t.Fatal(err)
	}
	for n := range steps {
		kept := filepath.Join("testdata", fmt.Sprintf("schema-%d.gz", n+1))
		if _, err := os.Stat(kept); err != nil && *update && n == len(steps)-1 {
			keep(t, kept)
		}
		path := filepath.Join(t.TempDir(), "s")
		if err := os.WriteFile(path, gunzip(t, kept), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Run(fmt.Sprint(n+1), func(t *testing.T) { storetest.Released(t, open(t, path)) })
	}
}

func gunzip(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// keep writes what today's schema makes of a small history.
func keep(t *testing.T, to string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s")
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(t.Context(), storetest.Release)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err = z.Write(b)
	if err == nil {
		err = z.Close()
	}
	if err == nil {
		err = os.MkdirAll("testdata", 0o755)
	}
	if err == nil {
		err = os.WriteFile(to, out.Bytes(), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

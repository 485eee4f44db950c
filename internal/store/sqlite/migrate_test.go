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

	"sayso"
	"sayso/internal/store"
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
		s := open(t, path)
		if err := add(s, storetest.Story("new", "Fire", "A new fire.")); err != nil {
			t.Fatal(err)
		}
		counts, _, found, err := store.Verify(t.Context(), s)
		if err != nil || len(found) > 0 || counts.Articles != 4 || counts.Taken != 1 || counts.Incidents != 1 || counts.Decisions != 1 {
			t.Errorf("schema %d: %+v, %v, %v", n+1, counts, found, err)
		}
		err = s.View(t.Context(), func(tx store.Reader) error {
			with, err := tx.ArticlesWith("fire", store.Page{})
			if err != nil || len(with) != 2 {
				t.Errorf("schema %d: %v, %v", n+1, with, err)
			}
			_, err = tx.Incident("ifirst")
			return err
		})
		if err != nil {
			t.Errorf("schema %d: %v", n+1, err)
		}
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
	first, second := storetest.Story("first", "Fire", "A fire."), storetest.Story("second", "Flood", "A flood.")
	err = s.Update(t.Context(), func(tx store.Writer) error {
		for _, a := range []store.Addition{first, second, storetest.Story("third", "Storm", "A storm.")} {
			if _, err := store.Add(tx, a); err != nil {
				return err
			}
		}
		joined := storetest.Telling(&first.Article)
		if err := store.Replace(tx, []sayso.Incident{joined, storetest.Telling(&second.Article)}, nil); err != nil {
			return err
		}
		if err := tx.PutAlias(store.Alias{Former: "iformer", ID: joined.ID}); err != nil {
			return err
		}
		if _, err := store.Decide(tx, store.Decision{By: "x", Action: "accept", Target: joined.ID}, store.Known{}); err != nil {
			return err
		}
		if err := tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: "x", Stage: "ingest"}}); err != nil {
			return err
		}
		_, err := store.TakeDown(tx, store.Takedown{Article: "second", Reason: "asked for"})
		return err
	})
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

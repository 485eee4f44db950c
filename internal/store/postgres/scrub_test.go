package postgres

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/storetest"
)

// What was taken down is in no file of the tables once they were scrubbed, and in
// no file of the server after what is left for its administrator.
func TestTakenBytes(t *testing.T) {
	at := storetest.Postgres(t)
	s := open(t, at)
	word := "Xylophonist Quagmire" // packing cannot shorten what stands once
	secret := storetest.Story("secret", "Ann Example", word+" told of a zeppelin.")
	secret.Article.Captions = word + " beside a Zeppelin"
	for _, a := range []store.Addition{storetest.Story("other", "Fire", "A fire."), secret} {
		if err := add(s, a); err != nil {
			t.Fatal(err)
		}
	}
	err := s.Update(t.Context(), func(tx store.Writer) error {
		in := storetest.Telling(&secret.Article)
		if err := store.Replace(tx, []sayso.Incident{in}, nil); err != nil {
			return err
		}
		_, err := store.Decide(tx, store.Decision{By: "x", Action: store.ActCorrect, Target: in.ID, Field: "agent", Value: word, Article: "secret", Span: sayso.Span{Start: 0, End: 40}}, store.Known{})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	administer(t, s, "ANALYZE", "CHECKPOINT")
	if holding(t, "base") == "" || holding(t, "pg_wal") == "" {
		t.Fatal("what is looked for is not found while it is there")
	}
	err = s.Update(t.Context(), func(tx store.Writer) error {
		_, err := store.TakeDown(tx, store.Takedown{Article: "secret"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Scrub(t.Context()); err != nil {
		t.Fatal(err)
	}
	administer(t, s, "CHECKPOINT")
	for _, path := range s.files(t) {
		if left := holding(t, path); left != "" {
			t.Errorf("it is still in %s", left)
		}
	}
	administer(t, s, Afterwards...)
	if left := holding(t, "."); left != "" {
		t.Errorf("after all that is left to do it is still in %s", left)
	}
	if _, _, found, err := store.Verify(t.Context(), s); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

func administer(t *testing.T, s *Store, list ...string) {
	t.Helper()
	for _, q := range list {
		if _, err := s.db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
}

// files are those of our tables, their indexes and what is kept beside them.
func (s *Store) files(t *testing.T) (out []string) {
	t.Helper()
	rows, err := s.db.Query(`SELECT pg_relation_filepath(c.oid) FROM pg_class c WHERE relkind IN ('r', 'i') AND relnamespace = current_schema()::regnamespace
		UNION SELECT pg_relation_filepath(reltoastrelid) FROM pg_class WHERE reltoastrelid <> 0 AND relnamespace = current_schema()::regnamespace`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var path string
		if err := rows.Scan(&path); err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	if err := rows.Err(); err != nil || len(out) < 20 {
		t.Fatalf("%d files, %v", len(out), err)
	}
	return out
}

// holding are the files below a folder of the server that hold a part of the
// secret.
func holding(t *testing.T, folder string) string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join(storetest.PostgresFiles(), folder), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, part := range []string{"ylophonist", "uagmire", "eppelin"} {
			if bytes.Contains(b, []byte(part)) {
				out = append(out, path)
				break
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/storetest"
)

func add(s *Store, a store.Addition) error {
	return s.Update(context.Background(), func(tx store.Writer) error { _, err := store.Add(tx, a); return err })
}

// filled is a closed file with n articles.
func filled(t *testing.T, path string, n int) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := add(s, storetest.Story(fmt.Sprintf("a%04d", i), "Fire", strings.Repeat(fmt.Sprintf("A fire, number %d. ", i), 20))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestReopened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	filled(t, path, 3)
	s := open(t, path)
	before := storetest.Dump(t, s)
	if strings.Count(before, `"article":{`) != 3 {
		t.Error(before)
	}
	if left, err := filepath.Glob(path + "-*"); err != nil || len(left) > 2 {
		t.Errorf("%v, %v", left, err)
	}
	copied := filepath.Join(t.TempDir(), "copy")
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), copied); err == nil {
		t.Error("a backup was written over")
	}
	c, err := Open(t.Context(), copied, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if storetest.Dump(t, c) != before {
		t.Error("the backup differs")
	}
	if err := c.Backup(t.Context(), copied+"2"); err != nil {
		t.Errorf("a copy of what is only read: %v", err)
	}
	if err := add(c, storetest.Story("x", "x", "x")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("written although opened for reading: %v", err)
	}
}

func TestForeignFiles(t *testing.T) {
	dir := t.TempDir()
	text, other, newer := filepath.Join(dir, "text"), filepath.Join(dir, "other"), filepath.Join(dir, "newer")
	if err := os.WriteFile(text, bytes.Repeat([]byte("no database "), 500), 0o644); err != nil {
		t.Fatal(err)
	}
	statements(t, other, "CREATE TABLE theirs(x)")
	filled(t, newer, 1)
	statements(t, newer, "PRAGMA user_version = 99")
	for path, want := range map[string]error{text: store.ErrForeign, other: store.ErrForeign, newer: store.ErrNewSchema,
		filepath.Join(dir, "none", "x"): store.ErrReadOnly} {
		if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "missing"), Options{ReadOnly: true}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

func statements(t *testing.T, path string, list ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// Two processes that write wait for one another, and not forever.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	first := open(t, path)
	second, err := Open(t.Context(), path, Options{Wait: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	err = first.Update(t.Context(), func(tx store.Writer) error {
		if err := add(second, storetest.Story("b", "Flood", "A flood.")); !errors.Is(err, store.ErrBusy) {
			t.Errorf("the second writer: %v", err)
		}
		_, err := store.Add(tx, storetest.Story("a", "Fire", "A fire."))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 2)
	for i, s := range []*Store{first, open(t, path)} {
		go func() {
			var err error
			for k := range 20 {
				err = errors.Join(err, add(s, storetest.Story(fmt.Sprintf("p%d-%d", i, k), "Fire", fmt.Sprint("Fire ", i, k))))
			}
			done <- err
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Error(err)
	}
	if n, _, found, err := store.Verify(t.Context(), first); err != nil || len(found) > 0 || n.Entries != 41 {
		t.Errorf("%+v, %v, %v", n, found, err)
	}
}

// The audit cannot be rewritten by a statement either.
func TestAuditIsFixed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	filled(t, path, 2)
	s := open(t, path)
	for _, q := range []string{"DELETE FROM audit", "UPDATE audit SET by_whom = 'x' WHERE seq = 1"} {
		if _, err := s.write.Exec(q); err == nil || !strings.Contains(err.Error(), "only added to") {
			t.Errorf("%s: %v", q, err)
		}
	}
}

// A page that was damaged is found, wherever it is, or does no harm.
func TestCorruptedPage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	filled(t, path, 60)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	found := 0
	for n := 1; n < len(whole)/page; n++ {
		broken := bytes.Clone(whole)
		for i := range page {
			broken[n*page+i] ^= 0x5a
		}
		if err := os.WriteFile(path, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		if damaged(t, path) {
			found++
		} else {
			t.Errorf("page %d of %d was damaged, and nobody saw it", n+1, len(whole)/page)
		}
	}
	if found == 0 {
		t.Error("no page was tried")
	}
}

func damaged(t *testing.T, path string) bool {
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		return true
	}
	defer s.Close()
	_, _, found, err := store.Verify(t.Context(), s)
	return err != nil || len(found) > 0
}

// What was taken down is in no byte of the file, neither its words nor what was
// packed of them: bytes, record, layers, incident, correction.
func TestTakenBytes(t *testing.T) {
	for what, d := range map[string]store.Takedown{"the article": {Article: "secret"}, "a name": {Name: "xylophonist quagmire"}} {
		path := filepath.Join(t.TempDir(), "s")
		filled(t, path, 5)
		s := open(t, path)
		told(t, s)
		secrets := packedOf(t, s)
		for _, b := range secrets {
			if !bytes.Contains(pagesOf(t, path), b) {
				t.Fatalf("%s: what is looked for is not found while it is there", what)
			}
		}
		err := s.Update(t.Context(), func(tx store.Writer) error {
			_, err := store.TakeDown(tx, d)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		left, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"Xylophonist", "xylophonist", "ylophonis", "quagmire", "Quagmire"} {
			secrets = append(secrets, []byte(word))
		}
		for _, b := range secrets {
			if bytes.Contains(left, b) {
				t.Errorf("%s: %q is still in the file", what, b)
			}
		}
		if _, err := os.Stat(path + "-wal"); err == nil {
			t.Errorf("%s: the write-ahead file is still there", what)
		}
	}
}

// told adds an article with a secret, its incident and a correction of it.
func told(t *testing.T, s *Store) {
	t.Helper()
	noise := "zgqhvkwxjpbmdnrtyslfc 8f3a91c05e27d64b" // that packing cannot shorten
	secret := storetest.Story("secret", "Ann Example", "Xylophonist Quagmire told of a zeppelin. "+noise)
	secret.Article.Captions = "Xylophonist Quagmire beside a zeppelin"
	if err := add(s, secret); err != nil {
		t.Fatal(err)
	}
	err := s.Update(t.Context(), func(tx store.Writer) error {
		in := storetest.Telling(&secret.Article)
		if err := store.Replace(tx, []sayso.Incident{in}, nil); err != nil {
			return err
		}
		_, err := store.Decide(tx, store.Decision{By: "x", Action: store.ActCorrect, Target: in.ID, Field: "agent", Value: "Xylophonist Quagmire", Article: "secret", Span: sayso.Span{Start: 0, End: 40}, Reason: noise}, store.Known{})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// packedOf are bytes from all that is packed of the secret: the name, or those in
// the middle.
func packedOf(t *testing.T, s *Store) (out [][]byte) {
	t.Helper()
	for _, q := range []string{"SELECT packed FROM raws WHERE article = 'secret'", "SELECT packed FROM records WHERE article = 'secret'", "SELECT packed FROM layers WHERE article = 'secret'",
		"SELECT packed FROM incidents WHERE id = 'isecret'", "SELECT packed FROM found WHERE id = 'isecret'", "SELECT packed FROM decisions WHERE target = 'isecret'"} {
		var b []byte
		if err := s.read.QueryRow(q).Scan(&b); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		at := len(b) / 2
		if i := bytes.Index(b, []byte("Quagmire")); i >= 0 { // not packed, since there is nothing to shorten
			at = i
		}
		out = append(out, b[at:at+min(10, len(b)-at)])
	}
	return out
}

// pagesOf are the bytes of a store in use: file and write-ahead file.
func pagesOf(t *testing.T, path string) []byte {
	t.Helper()
	var all []byte
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

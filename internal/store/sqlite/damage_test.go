package sqlite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/storetest"
)

// history is a closed file with a row of every kind that verification looks at.
func history(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	act := store.Act{By: "ann", At: "2026-01-02T03:04:05Z"}
	list := []store.Addition{storetest.Story("first", "Fire", "Ann Example saw a fire."), storetest.Story("second", "Flood", "A flood."), storetest.Story("third", "Storm", "A storm.")}
	err = s.Update(t.Context(), func(tx store.Writer) error {
		for _, a := range list {
			if _, err := store.Add(tx, a); err != nil {
				return err
			}
			for _, step := range []string{store.StepExtract, store.StepCode, store.StepJoin} {
				if err := tx.PutCursor(store.Cursor{Step: step, Article: a.Article.ID, Version: "1"}); err != nil {
					return err
				}
			}
		}
		in := storetest.Telling(&list[2].Article)
		in.Former = []string{"iother"}
		if err := store.Replace(tx, []sayso.Incident{in, storetest.Telling(&list[1].Article)}, nil); err != nil {
			return err
		}
		if err := store.Lead(tx, store.Alias{Former: "iold", ID: "iother"}); err != nil {
			return err
		}
		for _, d := range []store.Decision{{Action: store.ActAccept, Target: in.ID}, {Action: store.ActComment, Target: in.ID, Reason: "Sure."}, {Action: store.ActComment, Target: "first", Reason: "Ann Example told me."}} {
			d.By, d.At = act.By, act.At
			if _, err := store.Decide(tx, d, store.Known{}); err != nil {
				return err
			}
		}
		if err := store.Keep(tx, act, store.Keyed{Kind: store.KeyedAccount, Key: "ann", Value: []byte(`{"role":"admin"}`)}); err != nil {
			return err
		}
		if _, err := store.Follow(tx, act, store.Feed{Address: "https://outlet.example/feed"}); err != nil {
			return err
		}
		if _, err := store.TakeDown(tx, store.Takedown{Act: act, Article: "second", Reason: "a court"}); err != nil {
			return err
		}
		_, err := store.TakeDown(tx, store.Takedown{Act: act, Name: "Ann Example", Reason: "at risk"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// damages are statements that damage a row, and what verification is to say.
const damages = `
UPDATE articles SET body = 'A storm!' WHERE id = 'third' | article third: its text is not the one
DELETE FROM raws WHERE article = 'third' | article third: the bytes it came from are missing
UPDATE raws SET packed = (SELECT packed FROM records LIMIT 1) WHERE article = 'third' | are not those that were kept
UPDATE layers SET digest = 'x' WHERE article = 'third' | layers third: are not those that were kept
DELETE FROM layers WHERE article = 'third' |
UPDATE records SET packed = x'00' WHERE article = 'third' | record of article third: the store is damaged
UPDATE incidents SET packed = x'00' WHERE id = 'ithird' | incident ithird: the store is damaged
DELETE FROM found | incident ithird: what the machine found is not kept
DELETE FROM aliases WHERE former = 'iother' | former id iother: leads to "" and is of incident ithird
UPDATE aliases SET id = 'ixxxx' WHERE former = 'iother' | former id iother: leads to "ixxxx" and is of incident ithird
UPDATE aliases SET former = 'ithird' WHERE former = 'iold' | former id ithird: leads to iother and is an incident's own
DELETE FROM aliases WHERE former = 'iold' | former ids all: are not those that were kept
UPDATE aliases SET id = 'ithird' WHERE former = 'iold' | former ids all: are not those that were kept
INSERT INTO aliases(former, id) VALUES('inone', 'ithird') | former ids all: are not those that were kept
DELETE FROM keyed WHERE kind = 'aliases' AND key = 'sum' | former ids sum: was changed, or is not there
UPDATE keyed SET value = x'00' WHERE kind = 'aliases' AND key = 'copy' | former ids sum: was changed, or is not there
DELETE FROM tombstones WHERE kind = 'article' | tombstone second: was put up and is not there
DELETE FROM tombstones WHERE kind = 'raw' | was put up and is not there
DELETE FROM tombstones WHERE kind = 'name' | tombstone first: was put up and is not there
DELETE FROM tombstones WHERE kind = 'decision' | was put up and is not there
UPDATE tombstones SET digest = 'x' WHERE kind = 'article' | tombstone article second: the audit does not know it
UPDATE tombstones SET target = 'third' WHERE kind = 'name' | tombstone name third: the audit does not know it
UPDATE tombstones SET kind = 'article' WHERE kind = 'name' | tombstone article first: there is nothing of its kind
UPDATE tombstones SET kind = 'name' WHERE kind = 'article' | article second: was taken down and has no tombstone
UPDATE tombstones SET kind = 'decision' WHERE kind = 'raw' | there is nothing of its kind
UPDATE tombstones SET kind = 'raw' WHERE kind = 'decision' | there is nothing of its kind
UPDATE tombstones SET reason = 'a whim' WHERE kind = 'article' | tombstone article second: was changed
UPDATE tombstones SET by_whom = 'bob' WHERE kind = 'name' | tombstone name first: was changed
UPDATE tombstones SET at = '' WHERE kind = 'decision' | was changed
DELETE FROM decisions WHERE n = 1 | was made and is not there
UPDATE decisions SET packed = (SELECT packed FROM decisions WHERE n = 2) WHERE n = 1 | was made and is not there
UPDATE decisions SET packed = x'00' WHERE n = 1 | decision number 1: the store is damaged
UPDATE decisions SET target = 'first' WHERE n = 1 | is not found by its target ithird
UPDATE decisions SET id = 'dxxxx' WHERE n = 1 | is not found by its id
UPDATE decisions SET n = 9 WHERE n = 1 | is not in the order in which they were made
DELETE FROM keyed WHERE kind = 'account' | record account ann: was kept and is not there
UPDATE keyed SET value = x'7b7d' WHERE kind = 'account' | account ann: was changed
UPDATE keyed SET key = 'bob' WHERE kind = 'account' | account bob: the audit does not know it
UPDATE keyed SET kind = 'session' WHERE kind = 'account' | record account ann: was kept and is not there
DELETE FROM feeds | feed https://outlet.example/feed: is followed and is not there
UPDATE feeds SET address = 'x' | feed https://outlet.example/feed: is followed and is not there
DELETE FROM cursors WHERE step = 'join' AND article = 'third' | cursor join: there is none of article third
UPDATE cursors SET step = 'x' WHERE step = 'code' AND article = 'third' | cursor code: there is none of article third
DROP TRIGGER audit_kept; DELETE FROM audit WHERE seq = 2 | audit 3: follows entry 1
DROP TRIGGER audit_fixed; UPDATE audit SET by_whom = 'bob' WHERE seq = 2 | audit 2: was changed
DROP TRIGGER audit_fixed; UPDATE audit SET hash = 'x' WHERE seq = 2 | audit 3: does not name the entry before it
`

// Verification names each kind of row that was lost or changed.
func TestDamagedRows(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "s")
	history(t, whole)
	if out := said(t, whole); out != "" {
		t.Fatalf("undamaged: %s", out)
	}
	b, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(strings.TrimSpace(damages)) {
		statement, want, _ := strings.Cut(strings.TrimSpace(l), " |")
		want = strings.TrimSpace(want)
		path := filepath.Join(t.TempDir(), "s")
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		statements(t, path, statement)
		if out := said(t, path); !strings.Contains(out, want) || want == "" && out != "" {
			t.Errorf("%s\n%s\nwant %s", statement, out, want)
		}
	}
}

// said is what verification says of a file.
func said(t *testing.T, path string) string {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, _, found, err := store.Verify(t.Context(), s)
	var out strings.Builder
	if err != nil {
		out.WriteString(err.Error())
	}
	for _, f := range found {
		out.WriteString(f.String() + "\n")
	}
	return out.String()
}

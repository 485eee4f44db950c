package sqlite

import (
	"errors"
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
	list[0].Article.Captions, list[2].Article.Captions = "Fire.", "A street."
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
		lat, lon := 6.05, 121.0
		in.Where = &sayso.Place{Name: "Jolo", Country: "PH", Level: sayso.LevelTown, Lat: &lat, Lon: &lon}
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
		err := errors.Join(tx.PutKeyed(store.Keyed{Kind: store.KeyedSession, Key: "s", Value: []byte(`{"of":"ann"}`)}), tx.PutJobs([]string{"b.txt"}),
			tx.PutRaw(store.Raw{Digest: "none", Address: "https://outlet.example/none", Header: "Server: x", Bytes: []byte("none")}),
			tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: "c.txt", Stage: "ingest", Reason: "is empty"}}))
		if err != nil {
			return err
		}
		if _, err := store.Follow(tx, act, store.Feed{Address: "https://outlet.example/feed"}); err != nil {
			return err
		}
		if _, err := store.TakeDown(tx, store.Takedown{Act: act, Article: "second", Reason: "a court"}); err != nil {
			return err
		}
		_, err = store.TakeDown(tx, store.Takedown{Act: act, Name: "Ann Example", Reason: "at risk"})
		return errors.Join(err, tx.PutFiling(store.Filing{Article: "first", Keys: []uint64{3}}),
			tx.PutFiling(store.Filing{Article: "third", Keys: []uint64{3, 7}, Links: []store.Link{{Report: "rthird", Other: "rfirst", OtherArticle: "first"}}}))
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
DELETE FROM layers WHERE article = 'third' | layers: 0 rows are there, and 1 were kept
UPDATE layers SET stages = x'00' WHERE article = 'third' | layers: a row is not as it was kept
UPDATE articles SET captions = 'Another street.' WHERE id = 'third' | article third: its text is not the one
UPDATE articles SET captions = '' WHERE id = 'first' | article first: its text is not the one
UPDATE articles SET quotes = '[{"start":1,"end":999}]' WHERE id = 'third' | article third: 1-999 is no block quote in it
UPDATE articles SET quotes = '[' WHERE id = 'third' | the store is damaged: article third
UPDATE articles SET byline = 'Somebody' WHERE id = 'third' | articles: a row is not as it was kept
UPDATE articles SET published = 1 WHERE id = 'third' | articles: a row is not as it was kept
UPDATE articles SET dated = 'words' WHERE id = 'third' | articles: a row is not as it was kept
UPDATE articles SET url = 'https://x.example' WHERE id = 'third' | articles: a row is not as it was kept
UPDATE raws SET header = 'Server: y' WHERE article = 'third' | raws: a row is not as it was kept
UPDATE raws SET address = 'https://x.example' WHERE article = 'third' | raws: a row is not as it was kept
UPDATE raws SET origin = 'x.html' WHERE article = 'third' | raws: a row is not as it was kept
UPDATE raws SET at = '2020-01-01T00:00:00Z' WHERE article = 'third' | raws: a row is not as it was kept
UPDATE raws SET media = 'text/plain' WHERE article = 'third' | raws: a row is not as it was kept
UPDATE raws SET article = '' WHERE article = 'third' | raws: a row is not as it was kept
DELETE FROM raws WHERE article = '' | raws: 1 rows are there, and 2 were kept
DELETE FROM links WHERE report = 'rthird' | links: 1 rows are there, and 2 were kept
DELETE FROM links | links: 0 rows are there, and 2 were kept
UPDATE links SET other = 'rx' WHERE report = 'rthird' | links: a row is not as it was kept
INSERT INTO links(report, article, other, other_article) VALUES('r1', 'third', 'r2', 'first') | links: 3 rows are there, and 2 were kept
DELETE FROM filings WHERE article = 'third' | filings: 1 rows are there, and 2 were kept
UPDATE filings SET keys = x'0000000000000001' WHERE article = 'third' | filings: a row is not as it was kept
DELETE FROM filed WHERE key = 7 | filing of article third: it is not found by its keys
UPDATE filed SET key = 9 WHERE key = 7 | filing of article third: it is not found by its keys
DELETE FROM keyed WHERE kind = 'session' | keyed: 4 rows are there, and 5 were kept
UPDATE keyed SET value = x'7b7d' WHERE kind = 'session' | keyed: a row is not as it was kept
UPDATE keyed SET key = 's2' WHERE kind = 'session' | keyed: a row is not as it was kept
DELETE FROM failures | failures: 0 rows are there, and 1 were kept
UPDATE failures SET attempts = 1, reason = 'none' | failures: a row is not as it was kept
DELETE FROM jobs | jobs: 0 rows are there, and 1 were kept
UPDATE feeds SET etag = 'x' | feeds: a row is not as it was kept
UPDATE cursors SET version = '2' WHERE step = 'code' AND article = 'third' | cursors: a row is not as it was kept
DELETE FROM records WHERE article = 'third' | records: 0 rows are there, and 1 were kept
UPDATE incidents SET packed = (SELECT packed FROM found) | incidents: a row is not as it was kept
UPDATE found SET packed = (SELECT packed FROM incidents) | found: a row is not as it was kept
DELETE FROM sums WHERE name = 'links' | links: 2 rows are there, and 0 were kept
UPDATE sums SET x = 'none' WHERE name = 'keyed' | keyed: a row is not as it was kept
UPDATE briefs SET deaths = 9 | incident ithird: what it is found by is not what it tells
UPDATE briefs SET brief = '{}' | incident ithird: what it is found by is not what it tells
DELETE FROM briefs | incident ithird: what it is found by is not what it tells
DELETE FROM terms WHERE word = (SELECT min(word) FROM terms) | incident ithird: what it is found by is not what it tells
DELETE FROM incident_boxes | incident ithird: what it is found by is not what it tells
UPDATE incident_boxes SET lat = 1 | incident ithird: what it is found by is not what it tells
DELETE FROM article_words_data | corruption found
INSERT INTO article_words(article_words) VALUES('delete-all') | article third: it is not found by its words
INSERT INTO incident_words(incident_words) VALUES('delete-all') | incident ithird: what it is found by is not what it tells
DELETE FROM tellings | incident ithird: what it is found by is not what it tells
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

package postgres

import (
	"errors"
	"strings"
	"testing"

	"sayso/internal/store"
	"sayso/internal/store/storetest"
)

// damages are statements that damage a row, one after the other, and what
// verification says from then on.
const damages = `
UPDATE raws SET header = 'Server: y' WHERE article = 'third' | raws: a row is not as it was kept
DELETE FROM links WHERE report = 'rthird' | links: 1 rows are there, and 2 were kept
DELETE FROM keyed WHERE kind = 'session' | keyed: 2 rows are there, and 3 were kept
UPDATE articles SET captions = 'Another street.' WHERE id = 'third' | article third: its text is not the one
DELETE FROM filed WHERE key = 7 | filing of article third: it is not found by its keys
UPDATE cursors SET version = '2' WHERE step = 'code' AND article = 'third' | cursors: a row is not as it was kept
DELETE FROM failures | failures: 0 rows are there, and 1 were kept
DELETE FROM jobs | jobs: 0 rows are there, and 1 were kept
UPDATE briefs SET deaths = 9 WHERE id = 'ifirst' | incident ifirst: what it is found by is not what it tells
DELETE FROM records WHERE article = 'third' | records: 1 rows are there, and 2 were kept
DELETE FROM sums WHERE name = 'raws' | raws: 2 rows are there, and 0 were kept
`

// Verification names what was lost or changed, of rows that no other row speaks of
// too.
func TestDamagedRows(t *testing.T) {
	s := open(t, storetest.Postgres(t))
	err := s.Update(t.Context(), func(tx store.Writer) error {
		return errors.Join(storetest.Release(tx), tx.PutKeyed(store.Keyed{Kind: store.KeyedSession, Key: "s", Value: []byte(`{"of":"ann"}`)}), tx.PutJobs([]string{"b.txt"}),
			tx.PutCursor(store.Cursor{Step: store.StepCode, Article: "third", Version: "1"}),
			tx.PutFiling(store.Filing{Article: "first", Keys: []uint64{3}}),
			tx.PutFiling(store.Filing{Article: "third", Keys: []uint64{3, 7}, Links: []store.Link{{Report: "rthird", Other: "rfirst", OtherArticle: "first"}}}))
	})
	if err != nil {
		t.Fatal(err)
	}
	if out := said(t, s); out != "" {
		t.Fatalf("undamaged: %s", out)
	}
	for l := range strings.Lines(strings.TrimSpace(damages)) {
		statement, want, _ := strings.Cut(strings.TrimSpace(l), " | ")
		if out := said(t, s); strings.Contains(out, want) {
			t.Errorf("before %s: %s", statement, out)
		}
		administer(t, s, statement)
		if out := said(t, s); !strings.Contains(out, want) {
			t.Errorf("%s\n%s\nwant %s", statement, out, want)
		}
	}
}

// said is what verification says of a store.
func said(t *testing.T, s *Store) string {
	t.Helper()
	_, _, found, err := store.Verify(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range found {
		out.WriteString(f.String() + "\n")
	}
	return out.String()
}

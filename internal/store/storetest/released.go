package storetest

import (
	"testing"

	"sayso"
	"sayso/internal/store"
)

// Release writes the small history that every schema so far is tested with: a
// new schema keeps what it makes of it.
func Release(tx store.Writer) error {
	first, second := Story("first", "Fire", "A fire."), Story("second", "Flood", "A flood.")
	for _, a := range []store.Addition{first, second, Story("third", "Storm", "A storm.")} {
		if _, err := store.Add(tx, a); err != nil {
			return err
		}
	}
	joined := Telling(&first.Article)
	if err := store.Replace(tx, []sayso.Incident{joined, Telling(&second.Article)}, nil); err != nil {
		return err
	}
	if err := store.Lead(tx, store.Alias{Former: "iformer", ID: joined.ID}); err != nil {
		return err
	}
	if _, err := store.Decide(tx, store.Decision{By: "x", Action: store.ActAccept, Target: joined.ID}, store.Known{}); err != nil {
		return err
	}
	if err := tx.PutFailure(store.Failure{Failure: sayso.Failure{Item: "x", Stage: "ingest"}}); err != nil {
		return err
	}
	_, err := store.TakeDown(tx, store.Takedown{Article: "second", Reason: "asked for"})
	return err
}

// Released checks that a store of a former schema, now of today's, holds what
// [Release] wrote, and takes more.
func Released(t *testing.T, st store.Store) {
	t.Helper()
	add(t, st, Story("new", "Fire", "A new fire."))
	counts, _, found, err := store.Verify(t.Context(), st)
	if err != nil || len(found) > 0 || counts.Articles != 4 || counts.Taken != 1 || counts.Incidents != 1 || counts.Decisions != 1 {
		t.Errorf("%+v, %v, %v", counts, found, err)
	}
	view(t, st, func(tx store.Reader) error {
		with, err := tx.ArticlesWith("fire", store.Page{})
		if err != nil || len(with) != 2 {
			t.Errorf("%v, %v", with, err)
		}
		in, err := tx.Incident("iformer")
		if err != nil || in.ID != "ifirst" {
			t.Errorf("%s, %v", in.ID, err)
		}
		list, err := tx.Briefs(store.Query{Words: "fire"})
		if err != nil || len(list) != 1 {
			t.Errorf("%+v, %v", list, err)
		}
		decided, err := tx.Decisions("ifirst")
		if err != nil || len(decided) != 1 || decided[0].Action != store.ActAccept {
			t.Errorf("%+v, %v", decided, err)
		}
		return err
	})
	update(t, st, func(tx store.Writer) error {
		_, err := store.Decide(tx, store.Decision{By: "x", Action: store.ActComment, Target: "iformer", Reason: "Still there."}, store.Known{})
		return err
	})
	check(t, st)
}

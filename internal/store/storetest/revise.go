package storetest

import (
	"errors"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
)

// revise puts another text in a story's place and codes it: it tells one incident
// under an id, or none for "".
func revise(t testing.TB, st store.Store, a *store.Addition, text, id string) {
	t.Helper()
	a.Article.Text = text
	var told []sayso.Incident
	if id != "" {
		in := Telling(&a.Article)
		in.ID = id
		told = append(told, in)
	}
	update(t, st, func(tx store.Writer) error {
		return store.Revise(tx, act, store.Article{Article: a.Article, Raw: a.Raw.Digest})
	})
	update(t, st, func(tx store.Writer) error {
		return errors.Join(store.Recode(tx, sayso.ArticleRecord{Article: a.Article.ID, Incidents: told}), store.Replace(tx, told, nil))
	})
}

// resolves says where an id leads, "" for nowhere.
func resolves(t testing.TB, st store.Store, id string) (to string) {
	t.Helper()
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident(id)
		if to = in.ID; errors.Is(err, store.ErrNotFound) {
			return nil
		}
		return err
	})
	return to
}

// revised: ids lead on from revision to revision, whatever became of the words,
// and decisions with them.
func revised(t *testing.T, st store.Store) {
	a, _ := one(t, st)
	decide(t, st, store.Decision{At: "1", Action: store.ActAccept, Target: "ia"})
	revise(t, st, &a, "A bomb killed 21, police said on Monday. A hospital said 27.", "ia2")
	same(t, "revised", resolves(t, st, "ia"), "ia2")
	revise(t, st, &a, "Corrected. A bomb killed 25, police said on Monday. A hospital said 27.", "ia3")
	for _, id := range []string{"ia", "ia2", "ia3"} {
		same(t, id+" revised again", resolves(t, st, id), "ia3")
	}
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident("ia")
		same(t, "accepted still", in.Review, sayso.ReviewAccepted)
		return err
	})
	// Two revisions before it is coded: what it told first leads on all the same.
	a.Article.Text = "To be corrected."
	update(t, st, func(tx store.Writer) error { return store.Revise(tx, act, store.Article{Article: a.Article}) })
	revise(t, st, &a, "Corrected twice. A bomb killed 26, police said on Monday. A hospital said 27.", "ia4")
	same(t, "twice", resolves(t, st, "ia"), "ia4")
	check(t, st)
}

// ledOn: a report that an article tells no more leads to another article's report
// of the same incident.
func ledOn(t *testing.T, st store.Store) {
	a, b := Story("a", "Fire", "A fire."), Story("b", "Blaze", "A blaze.")
	a.Record.Incidents[0].Joined, b.Record.Incidents[0].Joined = "ia", "ia"
	add(t, st, Story("c", "Flood", "A flood."))
	both := Telling(&a.Article)
	both.Articles, both.Former = []string{"a", "b"}, []string{"ib"}
	update(t, st, func(tx store.Writer) error { return store.Replace(tx, []sayso.Incident{both}, nil) })
	add(t, st, a, b)
	a.Article.Text = "Nothing happened."
	update(t, st, func(tx store.Writer) error { return store.Revise(tx, act, store.Article{Article: a.Article}) })
	left := Telling(&b.Article)
	update(t, st, func(tx store.Writer) error {
		return errors.Join(store.Recode(tx, sayso.ArticleRecord{Article: "a"}), store.Replace(tx, []sayso.Incident{left}, nil))
	})
	same(t, "led on", []string{resolves(t, st, "ia"), resolves(t, st, "ib")}, []string{"ib", "ib"})
}

// resting are the lines of failures about decisions, and the entries of the audit.
func resting(t testing.TB, st store.Store) (lines []string, noted int) {
	t.Helper()
	view(t, st, func(tx store.Reader) error {
		list, err := tx.Failures()
		for _, f := range list {
			lines = append(lines, f.Item+" "+f.Kind+": "+f.Reason)
		}
		entries, err2 := tx.Audit(0, 0)
		for _, e := range entries {
			if e.Action == "rest" {
				noted++
			}
		}
		return errors.Join(err, err2)
	})
	return lines, noted
}

// rests: a correction whose words are gone says so among the failures, in the
// audit and at the head of the review queue, until its words are back or somebody
// corrects or undoes it.
func rests(t *testing.T, st store.Store) {
	a, _ := one(t, st)
	add(t, st, Story("z", "Massacre", "Nobody looked at it."))
	before := a.Article.Text
	d := decide(t, st, corrected(&a, "count:killed", "27", "A hospital said 27"))
	gone := "A bomb killed 20, police said. A hospital in Jolo had 29."
	revise(t, st, &a, gone, "ia2")
	stands := func(what string, review sayso.Review, failures, notes int) {
		t.Helper()
		lines, noted := resting(t, st)
		view(t, st, func(tx store.Reader) error {
			in, err := tx.Incident("ia")
			queue, err2 := tx.Briefs(store.Query{Reviews: store.Queue, Order: store.ByWorth})
			first := len(queue) > 0 && queue[0].ID == in.ID
			same(t, what, []any{in.Review, len(lines), noted}, []any{review, failures, notes})
			same(t, what+": first of the queue", first || review != sayso.ReviewResting, true)
			return errors.Join(err, err2)
		})
		check(t, st)
	}
	stands("gone", sayso.ReviewResting, 1, 1)
	lines, _ := resting(t, st)
	want := d.ID + ` words-gone: the correction of count:killed to "27" by ann rests: its words "A hospital said 27" are not in article a any more; correct it on other words, or undo it`
	same(t, "the message", strings.Join(lines, ""), want)
	decide(t, st, store.Decision{At: "4", Action: store.ActComment, Target: "ia", Reason: "see there"})
	stands("looked at, not decided", sayso.ReviewResting, 1, 1)
	revise(t, st, &a, before, "ia3")
	stands("back", sayso.ReviewCorrected, 0, 1)
	revise(t, st, &a, gone, "ia4")
	stands("gone again", sayso.ReviewResting, 1, 2)
	again := corrected(&a, "count:killed", "29", "A hospital in Jolo had 29")
	again.Target, again.At = "ia", "5"
	decide(t, st, again)
	stands("corrected on other words", sayso.ReviewCorrected, 0, 2)
	revise(t, st, &a, "A bomb killed 20, police said.", "ia5")
	stands("both gone", sayso.ReviewResting, 2, 4)
	var all []store.Decision
	view(t, st, func(tx store.Reader) (err error) { all, err = tx.Decisions(""); return err })
	for _, d := range all {
		if d.Action == store.ActCorrect {
			decide(t, st, store.Decision{At: "6", Action: store.ActUndo, Undoes: d.ID})
		}
	}
	stands("undone", "", 0, 4)
}

// nothingLeft: what was decided of an incident that no article tells any more is
// named, and not forgotten.
func nothingLeft(t *testing.T, st store.Store) {
	a, _ := one(t, st)
	d := decide(t, st, store.Decision{At: "1", Action: store.ActAccept, Target: "ia"})
	revise(t, st, &a, "Nothing happened.", "")
	lines, noted := resting(t, st)
	same(t, "gone", []any{resolves(t, st, "ia"), len(lines), noted}, []any{"", 1, 1})
	if len(lines) != 1 || !strings.HasPrefix(lines[0], d.ID+" incident-gone: the decision to accept incident ia by ann rests: article a, read anew, does not tell it any more") {
		t.Errorf("%v", lines)
	}
	decide(t, st, store.Decision{At: "2", Action: store.ActUndo, Undoes: d.ID})
	lines, _ = resting(t, st)
	same(t, "undone", lines, []string(nil))
	check(t, st)
}

package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
)

var known = store.Known{Types: []string{"bombing", "protest"}}

// decide lets somebody decide; the time tells decisions apart that are else the
// same.
func decide(t testing.TB, st store.Store, d store.Decision) (got store.Decision) {
	t.Helper()
	if d.By == "" {
		d.By = "ann"
	}
	update(t, st, func(tx store.Writer) (err error) { got, err = store.Decide(tx, d, known); return err })
	return got
}

// one is a store with a story whose incident is joined.
func one(t testing.TB, st store.Store) (store.Addition, sayso.Incident) {
	t.Helper()
	a := Story("a", "Fire in Jolo", "A bomb killed 20, police said. A hospital said 27.")
	add(t, st, a)
	in := Telling(&a.Article)
	lat, lon, n := 6.05, 121.0, 20
	in.Where = &sayso.Place{Name: "Jolo", Country: "PH", Level: sayso.LevelTown, Lat: &lat, Lon: &lon}
	in.Counts = []sayso.Count{{What: "killed", Min: &n, Max: &n, Words: "20", Claim: 1}}
	in.Deaths = &sayso.Deaths{Low: &n, Best: &n, High: &n, LowClaims: []int{1}, BestClaims: []int{1}, HighClaims: []int{1}}
	in.Actors = []sayso.Actor{{Role: sayso.RoleAgent, Name: "Abu Sayyaf", ID: "abu-sayyaf"}, {Role: sayso.RoleTarget, Name: "a church"}}
	in.Origins = []sayso.Origin{{Name: "police", Kind: "source", Claims: []int{1}}}
	in.Fields = append(in.Fields, sayso.Field{Name: "where", Value: "Jolo", For: []int{1}, Against: []int{}}, sayso.Field{Name: "count:killed", Value: "20", For: []int{1}, Against: []int{}},
		sayso.Field{Name: "agent", Value: "Abu Sayyaf", For: []int{1}, Against: []int{}})
	update(t, st, func(tx store.Writer) error { return store.Replace(tx, []sayso.Incident{in}, nil) })
	return a, in
}

// text is an incident as bytes.
func text(t testing.TB, st store.Store, id string) (out string) {
	t.Helper()
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident(id)
		if err != nil {
			return err
		}
		b, err := json.Marshal(in)
		out = string(b)
		return err
	})
	return out
}

func decisions(t *testing.T, st store.Store) {
	one(t, st)
	add(t, st, Story("b", "Flood", "A flood."))
	first := decide(t, st, store.Decision{At: "2026-01-02", Action: store.ActComment, Target: "b", Reason: "why?"})
	second := decide(t, st, store.Decision{At: "2026-01-01", By: "bob", Action: store.ActAccept, Target: "ia"})
	again := decide(t, st, store.Decision{At: "2026-01-01", By: "bob", Action: store.ActAccept, Target: "ia"})
	same(t, "the same again", again, second)
	view(t, st, func(tx store.Reader) error {
		all, err := tx.Decisions("")
		same(t, "all", all, []store.Decision{first, second})
		on, err2 := tx.Decisions("ia")
		same(t, "of one", on, []store.Decision{second})
		in, err3 := tx.Incident("ia")
		same(t, "review", in.Review, sayso.ReviewAccepted)
		entries, err4 := tx.Audit(2, 0)
		same(t, "entries of the audit", len(entries), 2)
		same(t, "by whom", entries[1].By, "bob")
		return errors.Join(err, err2, err3, err4)
	})
	check(t, st)
}

// corrected is a correction on the words of an article.
func corrected(a *store.Addition, field, value, words string) store.Decision {
	at := strings.Index(a.Article.Reading(), words)
	return store.Decision{At: "2026-01-03", Action: store.ActCorrect, Target: "i" + a.Article.ID, Field: field, Value: value, Article: a.Article.ID, Span: sayso.Span{Start: at, End: at + len(words)}}
}

func corrections(t *testing.T, st store.Store) {
	a, found := one(t, st)
	d := decide(t, st, corrected(&a, "count:killed", "27", "A hospital said 27"))
	same(t, "quote", d.Quote, "A hospital said 27")
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident("ia")
		f := in.Fields[2]
		same(t, "field", f, sayso.Field{Name: "count:killed", Value: "27", Rule: store.ByHand, For: []int{2}, Against: []int{1}})
		c := in.Claims[1]
		same(t, "claim", []string{c.About, c.Value, c.Quote, c.Chain[0].Name}, []string{"count:killed", "27", "A hospital said 27", "ann"})
		same(t, "deaths", []int{*in.Deaths.Low, *in.Deaths.Best, *in.Deaths.High}, []int{20, 27, 27})
		same(t, "review", in.Review, sayso.ReviewCorrected)
		machine, err2 := tx.Found("ia")
		same(t, "what the machine found", machine, found)
		return errors.Join(err, err2)
	})
	for _, f := range [][2]string{{"type", "protest"}, {"status", "attempted"}, {"salience", "background"}, {"when", "2019-01-27/2019-01-28"}, {"where", "Sulu"}, {"from", "Basilan"},
		{"agent", "abu sayyaf; Ajang-Ajang"}, {"target", ""}, {"party", "army"}, {"count:injured", "80-"}} {
		decide(t, st, corrected(&a, f[0], f[1], "A bomb"))
	}
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident("ia")
		same(t, "values", []any{in.Type, in.Status, in.Salience, in.When.Earliest.String(), in.When.Latest.String(), in.Where.Name, in.From.Name, in.Where.Lat == nil},
			[]any{"protest", sayso.StatusAttempted, sayso.SalienceBackground, "2019-01-27", "2019-01-28", "Sulu", "Basilan", true})
		var actors []string
		for _, x := range in.Actors {
			actors = append(actors, string(x.Role)+" "+x.Name+" "+x.ID)
		}
		same(t, "actors", actors, []string{"agent Abu Sayyaf abu-sayyaf", "agent Ajang-Ajang ", "party army "})
		same(t, "injured", []any{in.Counts[0].What, *in.Counts[0].Min, in.Counts[0].Max == nil}, []any{"injured", 80, true})
		same(t, "found by a corrected place", incidentIDs(t, tx, store.Query{Place: "SULU"}), "ia")
		same(t, "found by the former", incidentIDs(t, tx, store.Query{Place: "jolo"}), "")
		return err
	})
	check(t, st)
}

// undone: later runs of the machine leave decisions as they are, and undoing
// gives the bytes that there were before.
func undone(t *testing.T, st store.Store) {
	a, found := one(t, st)
	before := text(t, st, "ia")
	first := decide(t, st, corrected(&a, "where", "Sulu", "Jolo"))
	with := text(t, st, "ia")
	rejected := decide(t, st, store.Decision{At: "1", Action: store.ActReject, Target: "ia"})
	same(t, "again by the machine", text(t, st, "ia") != with, true)
	back := decide(t, st, store.Decision{At: "2", Action: store.ActUndo, Undoes: rejected.ID})
	same(t, "not rejected any more", text(t, st, "ia"), with)
	decide(t, st, store.Decision{At: "3", Action: store.ActUndo, Undoes: back.ID})
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident("ia")
		same(t, "undoing undone", in.Review, sayso.ReviewRejected)
		return err
	})
	decide(t, st, store.Decision{At: "4", Action: store.ActUndo, Undoes: rejected.ID})
	moved := found
	moved.ID, moved.Former, moved.Mention = "inew", []string{"ia"}, "seen otherwise"
	update(t, st, func(tx store.Writer) error { return store.Replace(tx, []sayso.Incident{moved}, nil) })
	view(t, st, func(tx store.Reader) error {
		in, err := tx.Incident("ia")
		same(t, "under another id", []string{in.ID, in.Where.Name, in.Mention, in.Summary, string(in.Review)}, []string{"inew", "Sulu", "seen otherwise", in.Sentence(), "corrected"})
		list, err2 := store.History(tx, &in)
		same(t, "its history", len(list), 5)
		return errors.Join(err, err2)
	})
	decide(t, st, store.Decision{At: "5", Action: store.ActUndo, Undoes: first.ID})
	update(t, st, func(tx store.Writer) error { return store.Replace(tx, []sayso.Incident{found}, nil) })
	same(t, "all undone", text(t, st, "ia"), before)
	view(t, st, func(tx store.Reader) error {
		if _, err := tx.Found("ia"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("what the machine found is kept twice: %v", err)
		}
		return nil
	})
	check(t, st)
}

func refused(t *testing.T, st store.Store) {
	a, _ := one(t, st)
	add(t, st, Story("b", "Flood", "A flood."))
	good := corrected(&a, "type", "protest", "A bomb")
	with := func(change func(*store.Decision)) store.Decision { d := good; change(&d); return d }
	before := Dump(t, st)
	for want, d := range map[string]store.Decision{
		`no action "praise"`:                {Action: "praise", Target: "ia"},
		"not in the store":                  {Action: store.ActAccept, Target: "nothing"},
		"decision x: not in the store":      {Action: store.ActUndo, Undoes: "x"},
		"a comment has words":               {Action: store.ActComment, Target: "ia"},
		"takes no field":                    {Action: store.ActAccept, Target: "ia", Field: "type"},
		"a merge names another incident":    {Action: store.ActMerge, Target: "ia"},
		"ia is ia already":                  {Action: store.ActMerge, Target: "ia", With: []string{"ia"}},
		"x is no report":                    {Action: store.ActSplit, Target: "ia", With: []string{"x"}},
		"and leaves some":                   {Action: store.ActSplit, Target: "ia", With: []string{"ia"}},
		`no field "colour"`:                 with(func(d *store.Decision) { d.Field = "colour" }),
		`no field "count:goats"`:            with(func(d *store.Decision) { d.Field = "count:goats" }),
		`"riot" is no type`:                 with(func(d *store.Decision) { d.Value = "riot" }),
		`"may be" is no status`:             with(func(d *store.Decision) { d.Field, d.Value = "status", "may be" }),
		`"Sunday" is no day`:                with(func(d *store.Decision) { d.Field, d.Value = "when", "Sunday" }),
		`"2019-02-02/2019-02-01" is no day`: with(func(d *store.Decision) { d.Field, d.Value = "when", "2019-02-02/2019-02-01" }),
		`"many" is no number`:               with(func(d *store.Decision) { d.Field, d.Value = "count:killed", "many" }),
		"ends before it starts":             with(func(d *store.Decision) { d.Field, d.Value = "count:killed", "9-3" }),
		"names an article that tells":       with(func(d *store.Decision) { d.Article = "b" }),
		"there are none at 5-900":           with(func(d *store.Decision) { d.Span = sayso.Span{Start: 5, End: 900} }),
		"a place is given for field type":   with(func(d *store.Decision) { d.Place = &sayso.Place{Name: "Jolo"} }),
	} {
		d.By = "ann"
		err := st.Update(context.Background(), func(tx store.Writer) error { _, err := store.Decide(tx, d, known); return err })
		if err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, store.ErrDecision) && !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%+v: %v, want %s", d, err, want)
		}
	}
	same(t, "nothing was kept", Dump(t, st), before)
	nobody := st.Update(context.Background(), func(tx store.Writer) error {
		_, err := store.Decide(tx, store.Decision{Action: store.ActAccept, Target: "ia"}, known)
		return err
	})
	if !errors.Is(nobody, store.ErrDecision) {
		t.Errorf("by nobody: %v", nobody)
	}
}

// rulings name all reports, and make the articles pending for the join.
func rulings(t *testing.T, st store.Store) {
	a, b := Story("a", "Fire", "A fire."), Story("b", "Blaze", "A blaze.")
	add(t, st, a, b)
	x, y := Telling(&a.Article), Telling(&b.Article)
	update(t, st, func(tx store.Writer) error {
		return errors.Join(store.Replace(tx, []sayso.Incident{x, y}, nil), tx.PutCursor(store.Cursor{Step: store.StepJoin, Version: "1", Article: "a"}),
			tx.PutCursor(store.Cursor{Step: store.StepJoin, Version: "1", Article: "b"}))
	})
	d := decide(t, st, store.Decision{At: "1", Action: store.ActMerge, Target: "ia", With: []string{"ib"}})
	same(t, "reports", d.Reports, []string{"ia", "ib"})
	standing := func() (out []string) {
		view(t, st, func(tx store.Reader) error {
			list, err := store.Rulings(tx)
			for _, d := range list {
				out = append(out, d.ID)
			}
			return err
		})
		return out
	}
	same(t, "standing", standing(), []string{d.ID})
	view(t, st, func(tx store.Reader) error {
		left, err := tx.Pending(store.StepJoin, "1", "", 0)
		same(t, "pending", left, []string{"a", "b"})
		return err
	})
	both := x
	both.Claims, both.Articles, both.Former = append(both.Claims[:1:1], y.Claims[0]), []string{"a", "b"}, []string{"ib"}
	both.Claims[1].N = 2
	update(t, st, func(tx store.Writer) error { return store.Replace(tx, []sayso.Incident{both}, nil) })
	s := decide(t, st, store.Decision{At: "2", Action: store.ActSplit, Target: "ib", With: []string{"b"}})
	same(t, "leave and stay", [][]string{s.Reports, s.Stay}, [][]string{{"ib"}, {"ia"}})
	decide(t, st, store.Decision{At: "3", Action: store.ActUndo, Undoes: d.ID})
	same(t, "standing", standing(), []string{s.ID})
	check(t, st)
}

// codedAgain: a report under another id takes over what was decided.
func codedAgain(t *testing.T, st store.Store) {
	a, in := one(t, st)
	decide(t, st, store.Decision{At: "1", Action: store.ActReject, Target: "ia"})
	in.ID = "iother"
	rec := *a.Record
	rec.Incidents = []sayso.Incident{in}
	update(t, st, func(tx store.Writer) error {
		return errors.Join(store.Recode(tx, rec), store.Replace(tx, []sayso.Incident{in}, nil))
	})
	view(t, st, func(tx store.Reader) error {
		got, err := tx.Incident("ia")
		same(t, "under another id", []string{got.ID, string(got.Review)}, []string{"iother", "rejected"})
		return err
	})
}

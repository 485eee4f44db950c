package blind

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/storetest"
)

func by(name string) store.Act { return store.Act{By: name, At: "2026-11-24T12:00:00Z"} }

// on codes the words given, each with a type and a number of people killed.
func on(text string, marks ...[3]string) Coding {
	c := Coding{Article: "a"}
	for _, m := range marks {
		at := strings.Index(text, m[0])
		c.Incidents = append(c.Incidents, Incident{sayso.Span{Start: at, End: at + len(m[0])}, map[string]string{"type": m[1], "count:killed": m[2]}})
	}
	return c
}

func TestDoubleCoding(t *testing.T) {
	st := memory.New()
	story := storetest.Story("a", "Bombs in Jolo", "Two bombs killed twenty in Jolo. Later a march passed the cathedral.")
	text := story.Article.Reading()
	must := func(want error, fn func(store.Writer) error) {
		t.Helper()
		if err := st.Update(context.Background(), fn); !errors.Is(err, want) {
			t.Fatalf("%v, want %v", err, want)
		}
	}
	must(nil, func(tx store.Writer) error { _, err := store.Add(tx, story); return err })
	hand := func(name string, c Coding) func(store.Writer) error {
		return func(tx store.Writer) error { _, err := HandIn(tx, by(name), c); return err }
	}
	settle := func(name string) func(store.Writer) error {
		return func(tx store.Writer) error { _, err := Settle(tx, by(name), on(text)); return err }
	}
	sees := func(name string, reviews bool, codings, others int, mine, done bool) {
		t.Helper()
		must(nil, func(tx store.Writer) error {
			s, err := Of(tx, "a", name, reviews)
			if s.Codings != codings || len(s.Others) != others || (s.Mine != nil) != mine || (s.Settled != nil) != done {
				t.Errorf("%s sees %+v", name, s)
			}
			return err
		})
	}
	ann := on(text, [3]string{"Two bombs killed twenty", "bombing", "20"}, [3]string{"a march passed", "protest", ""})
	must(nil, hand("ann", on(text)))
	must(nil, hand("ann", ann)) // nobody else has coded it
	must(ErrOpen, settle("cleo"))
	sees("bob", false, 1, 0, false, false)
	sees("cleo", true, 1, 0, false, false)
	must(ErrCoding, hand("bob", Coding{Article: "a", Incidents: []Incident{{Span: sayso.Span{Start: 5, End: 9999}}}}))
	must(ErrCoding, hand("bob", Coding{Article: "a", Incidents: []Incident{{sayso.Span{Start: 0, End: 5}, map[string]string{"mood": "x"}}}}))
	must(store.ErrNotFound, hand("bob", Coding{Article: "x"}))
	must(nil, hand("bob", on(text, [3]string{"bombs killed twenty in Jolo", "bombing", "20-"})))
	must(ErrOver, hand("bob", ann))
	sees("bob", false, 2, 1, true, false)
	sees("dana", false, 2, 0, false, false) // may code it still
	sees("cleo", true, 2, 2, false, false)
	must(ErrOwn, settle("ann"))
	must(nil, settle("cleo"))
	sees("dana", false, 2, 2, false, true)
	must(ErrOver, hand("dana", ann))
	must(nil, func(tx store.Writer) error {
		list, err := Agreement(tx)
		var got []string
		for _, f := range list {
			got = append(got, f.Name)
			if f.Name == "incident" && (f.Units != 2 || f.Same != 1 || f.Alpha == nil) || f.Name == "type" && (f.Units != 1 || f.Same != 1 || f.Alpha != nil) {
				t.Errorf("%+v", f)
			}
			if f.Name == "count:killed" && (f.Units != 1 || f.Same != 1) {
				t.Errorf("%+v", f)
			}
		}
		if strings.Join(got, " ") != "incident count:killed type" {
			t.Errorf("%v", got)
		}
		tasks, err2 := Tasks(tx)
		if len(tasks) != 1 || strings.Join(tasks[0].Coders, " ") != "ann bob" || !tasks[0].Settled {
			t.Errorf("%+v", tasks)
		}
		return errors.Join(err, err2)
	})
	if _, _, found, err := store.Verify(context.Background(), st); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}

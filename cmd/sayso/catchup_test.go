package main

import (
	"bytes"
	"testing"

	"sayso/internal/store"
	"sayso/internal/store/memory"
)

// Another version of a step redoes that step, and what follows from what
// changed, and nothing else.
func TestNewVersions(t *testing.T) {
	news := stories(t, t.TempDir(), 10)
	st := memory.New()
	run := func(names []string, versions ...string) summary {
		t.Helper()
		var out, errs bytes.Buffer
		a, err := new(codeFlags).adder(streams{nil, &out, &errs}, &storeFlags{by: "test"}, st)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(versions); i += 2 {
			a.version[versions[i]] = versions[i+1]
		}
		if err := a.run(t.Context(), names, true); err != nil {
			t.Fatalf("%v\n%s", err, errs.String())
		}
		return a.sum
	}
	want := func(what string, got summary, taken, extracted, coded int, joined bool) {
		t.Helper()
		if got.Taken != taken || got.Extracted != extracted || got.Coded != coded || got.Joined != joined {
			t.Errorf("%s: %+v", what, got)
		}
	}
	want("added", run([]string{news}), 10, 0, 0, true)
	want("nothing to do", run(nil), 0, 0, 0, false)
	want("another join", run(nil, store.StepJoin, "2"), 0, 0, 0, true)
	want("another extraction that reads the same", run(nil, store.StepJoin, "2", store.StepExtract, "2"), 0, 0, 0, false)
	want("another stage", run(nil, store.StepJoin, "2", store.StepExtract, "2", store.StepCode, "2"), 0, 0, 10, true)
	want("nothing to do", run(nil, store.StepJoin, "2", store.StepExtract, "2", store.StepCode, "2"), 0, 0, 0, false)
	// One article reads otherwise now: it alone is coded again.
	err := st.Update(t.Context(), func(tx store.Writer) error {
		a, err := tx.Article("k00003")
		if err != nil {
			return err
		}
		a.Text += " More."
		return store.Revise(tx, store.Act{By: "test"}, a)
	})
	if err != nil {
		t.Fatal(err)
	}
	got := run(nil, store.StepJoin, "2", store.StepExtract, "2", store.StepCode, "2")
	want("one article", got, 0, 1, 1, true)
	if _, _, found, err := store.Verify(t.Context(), st); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

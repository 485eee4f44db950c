package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"sayso/internal/pipeline"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/storetest"
)

// Another version of a step redoes that step, and what follows from what
// changed, and nothing else.
func TestNewVersions(t *testing.T) {
	news := stories(t, t.TempDir(), 10)
	st := memory.New()
	run := func(names []string, versions ...string) summary {
		t.Helper()
		var out, errs bytes.Buffer
		a, err := new(codeFlags).adder(streams{in: nil, out: &out, err: &errs}, &storeFlags{by: "test"}, st)
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

// Another version of a stage runs that stage again, and those that read what it
// makes, on articles that the gate let through; the store then holds what it
// held.
func TestNewStages(t *testing.T) {
	news := stories(t, t.TempDir(), 6)
	st := memory.New()
	run := func(newer string, names ...string) summary {
		t.Helper()
		var out, errs bytes.Buffer
		a, err := new(codeFlags).adder(streams{in: nil, out: &out, err: &errs}, &storeFlags{by: "test"}, st)
		if err != nil {
			t.Fatal(err)
		}
		stages := slices.Clone(a.chain.Stages())
		for i := range stages {
			if stages[i].Name == newer {
				stages[i].Version += "+"
			}
		}
		if a.chain, err = pipeline.New(stages...); err != nil {
			t.Fatal(err)
		}
		if a.version, err = versions(a.chain, ""); err != nil {
			t.Fatal(err)
		}
		if err := a.run(t.Context(), names, false); err != nil {
			t.Fatalf("%v\n%s", err, errs.String())
		}
		return a.sum
	}
	run("", news)
	before := storetest.Dump(t, st)
	for _, c := range []struct{ newer, ran string }{
		{"", ""},
		{"attribution", "assemble, attribution, factuality, opinion"},
		{"", "assemble, attribution, factuality, opinion"},
		{"factuality", "assemble, factuality"},
		{"ground/temporal", ""},
	} {
		got := run(c.newer)
		if ran := strings.TrimPrefix(stagesOf(got.Stages), " by "); c.ran != "" && ran != c.ran {
			t.Errorf("a new %q: ran %s", c.newer, ran)
		}
		want := 6
		if c.newer == "" && c.ran == "" {
			want = 0
		}
		if got.Coded != want || got.Stages["assemble"] != want || got.Stages["tag"]+got.Stages["depparse"]+got.Stages["ner"] != 0 {
			t.Errorf("a new %q: %+v", c.newer, got)
		}
		if storetest.Dump(t, st) != before {
			t.Errorf("a new %q: the store holds something else", c.newer)
		}
	}
	if _, _, found, err := store.Verify(t.Context(), st); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

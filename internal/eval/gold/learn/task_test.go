package learn

import (
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/eval/reporttest"
	"sayso/internal/eval/unrelated"
	"sayso/internal/lexicon"
	"sayso/internal/pipeline"
)

func chain(t *testing.T, until document.Layer) *pipeline.Pipeline {
	t.Helper()
	p, err := pipeline.Standard(pipeline.Options{Until: until})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The whole of each set is small enough for every run.
func TestReports(t *testing.T) {
	t.Chdir(reporttest.Root(t))
	shared := reporttest.Shared(t, "")
	whole := chain(t, "")
	for name, c := range map[string]struct {
		task eval.Task
		o    eval.Options
	}{
		"happenings":         {Task, eval.Options{Data: shared + "/gold", Chain: chain(t, document.LayerFactuality)}},
		"happenings-own":     {Task, eval.Options{Data: shared + "/gold", Set: "own", Chain: chain(t, document.LayerFactuality)}},
		"coders":             {Task, eval.Options{Data: shared + "/gold", Set: "coders"}},
		"gold-dev":           {gold.Task, eval.Options{Data: shared + "/gold/dev", Chain: whole}},
		"unrelated-wikinews": {unrelated.Task, eval.Options{Data: shared + "/data/wikinews-vanatteveldt", Chain: whole}},
	} {
		t.Run(name, func(t *testing.T) { reporttest.Check(t, c.task, c.o, name) })
	}
}

// What is learnt does not depend on the order in which maps are walked.
func TestFitTwice(t *testing.T) {
	t.Chdir(reporttest.Root(t))
	items, err := Read(t.Context(), chain(t, document.LayerFactuality), reporttest.Shared(t, "gold"), Standard)
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	items = items[:30]
	a, err := Fit(items, lex)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Fit(items, lex)
	if err != nil {
		t.Fatal(err)
	}
	if string(a.Payload()) != string(b.Payload()) {
		t.Error("the same articles give other models")
	}
}

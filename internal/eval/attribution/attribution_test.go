package attribution_test

import (
	"context"
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/attribution"
	"sayso/internal/eval/reporttest"

	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	stage "sayso/internal/claims/attribution"
	"sayso/internal/pipeline"
)

// TestSample holds the report on a sample of PolNeAR's development side against
// the one under version control. Names and actors are left out: they name the
// source and choose no span.
func TestSample(t *testing.T) {
	data := reporttest.Shared(t, "data/polnear")
	none := document.Stage{Name: "none", Provides: []document.Layer{document.LayerNames, document.LayerCoref, document.LayerActors},
		Run: func(context.Context, *document.Document) error { return nil }}
	stages := []document.Stage{tokenize.New(), sentence.New(), none}
	for _, make := range []func() (document.Stage, error){tag.New, depparse.New, stage.New} {
		s, err := make()
		if err != nil {
			t.Fatal(err)
		}
		stages = append(stages, s)
	}
	chain, err := pipeline.New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	reporttest.Check(t, attribution.Task, eval.Options{Data: data, Sample: 6, Chain: chain}, "attribution-polnear.sample")
}

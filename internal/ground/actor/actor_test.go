package actor_test

import (
	"context"
	"sync"
	"testing"

	"sayso"
	"sayso/internal/annotate/coref"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/document/print"
	"sayso/internal/ground/actor"
	"sayso/internal/lexicon"
	"sayso/internal/pipeline"
)

var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	stages := []document.Stage{tokenize.New(), sentence.New()}
	for _, make := range []func() (document.Stage, error){tag.New, depparse.New, ner.New} {
		s, err := make()
		if err != nil {
			return nil, err
		}
		stages = append(stages, s)
	}
	return pipeline.New(append(stages, coref.New(), actor.New(lex))...)
})

func annotate(t testing.TB, text string) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(context.Background(), &sayso.Article{ID: "test", Text: text, Published: sayso.DayOf(2019, 6, 1)}, "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTexts reads testdata/*.txt; each expected line is the words of a
// mention, its name, kind, id, country, entity and flags.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d := annotate(t, a.Text)
		return print.String(d, document.LayerActors)
	})
}

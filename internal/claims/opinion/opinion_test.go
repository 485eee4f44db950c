package opinion_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/claims/attribution"
	"sayso/internal/claims/opinion"
	"sayso/internal/document"
	"sayso/internal/document/print"
	"sayso/internal/pipeline"
)

// chain runs up to opinions, without names.
var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	none := document.Stage{Name: "none", Provides: []document.Layer{document.LayerNames, document.LayerCoref, document.LayerActors},
		Run: func(context.Context, *document.Document) error { return nil }}
	stages := []document.Stage{tokenize.New(), sentence.New(), none}
	for _, make := range []func() (document.Stage, error){tag.New, depparse.New, attribution.New, func() (document.Stage, error) { return opinion.New() }} {
		s, err := make()
		if err != nil {
			return nil, err
		}
		stages = append(stages, s)
	}
	return pipeline.New(stages...)
})

func read(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(t.Context(), a, "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTexts reads testdata/*.txt: each line of the input is a text; each
// expected line is a passage with its kind and why, "-" where there is none.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		var b strings.Builder
		for line := range strings.SplitSeq(a.Text, "\n") {
			got := print.String(read(t, &sayso.Article{ID: "test", Title: a.Title, Text: line}), document.LayerOpinions)
			if got == "" {
				got = "-\n"
			}
			b.WriteString(got)
		}
		return b.String()
	})
}

// Whatever the words, every passage lies in one sentence, has words, a kind and
// a reason, and none is told twice.
func TestProperties(t *testing.T) {
	words := []string{"police", "killed", "the", "attack", "should", "must", "have", "may", "could", "not", "reportedly", "sadly", ",", "cowardly", "is", "a", "disgrace", "I", "think", "that", "said", "\"", "?", ".", "\n\n", "believed", "to", "and"}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(rt, "words"), " ")
		d := read(t, &sayso.Article{ID: "test", Text: text})
		seen := map[document.Range]document.OpinionKind{}
		for _, o := range d.Opinions {
			s := d.SentenceOf(o.First)
			if o.Empty() || s < 0 || !d.Sentences[s].Covers(o.Range) || o.Kind == "" || o.Why == nil {
				rt.Fatalf("%q: %+v", text, o)
			}
			if seen[o.Range] == o.Kind {
				rt.Fatalf("%q: %+v twice", text, o)
			}
			seen[o.Range] = o.Kind
		}
	})
}

func BenchmarkStage(b *testing.B) {
	text := strings.Repeat("Officials said the shells may have come from the hills. It is a disgrace, and the government must resign. ", 10)
	d := read(b, &sayso.Article{ID: "test", Text: text})
	s, err := opinion.New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := s.Run(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}

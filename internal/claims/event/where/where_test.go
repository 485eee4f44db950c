package where_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/texttest"
	"sayso/internal/claims/event/where"
	"sayso/internal/document"
	"sayso/internal/pipeline"
)

var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) { return pipeline.Standard(pipeline.Options{}) })

var scorer = sync.OnceValues(where.New)

func annotate(t testing.TB, text string) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(context.Background(), &sayso.Article{ID: "t", Text: text, Published: sayso.NoDay}, document.LayerToponyms)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func model(t testing.TB) *where.Scorer {
	t.Helper()
	s, err := scorer()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTexts reads testdata/*.txt. Each verb of the text but those of being and
// having is a line: its word, the likeliest place or none, and how likely.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d, s := annotate(t, a.Text), model(t)
		var b strings.Builder
		for i := range d.Tokens {
			if d.Tags[i].UPOS != document.VERB {
				continue
			}
			places, none := s.Choose(d, i)
			if len(places) == 0 || none >= places[0].Score {
				fmt.Fprintf(&b, "%s: none %.1f\n", d.Word(i), none)
			} else {
				fmt.Fprintf(&b, "%s: %s %.1f\n", d.Word(i), d.Words(places[0].Range), places[0].Score)
			}
		}
		return b.String()
	})
}

var vocabulary = []string{"Kabul", "in", "near", "the", "killed", "bombed", "Paris", "northern", "Iraq", ",", ".", "police", "said", "al", "-", "Bab", "Ahmed", "(", ")", "of", "Street"}

func TestChoices(t *testing.T) {
	s := model(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := annotate(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 25).Draw(rt, "words"), " "))
		for i := range d.Tokens {
			places, none := s.Choose(d, i)
			sum := none
			for k, c := range places {
				sum += c.Score
				if c.Empty() || c.Has(i) || d.SentenceOf(c.First) != d.SentenceOf(i) {
					rt.Fatalf("candidate %v of token %d", c.Range, i)
				}
				if k > 0 && c.Score > places[k-1].Score {
					rt.Fatalf("choices out of order: %v", places)
				}
			}
			if sum < 0.999 || sum > 1.001 {
				rt.Fatalf("scores sum to %v", sum)
			}
			again, _ := s.Choose(d, i)
			if fmt.Sprint(again) != fmt.Sprint(places) {
				rt.Fatal("two answers to one question")
			}
		}
	})
}

func FuzzChoose(f *testing.F) {
	f.Add("A bomb killed ten in Kabul, Afghanistan.")
	f.Add("al - ‘ Bab - of")
	f.Fuzz(func(t *testing.T, text string) {
		d := annotate(t, strings.ToValidUTF8(text, "?"))
		for i := range d.Tokens {
			model(t).Choose(d, i)
		}
	})
}

func BenchmarkChoose(b *testing.B) {
	d := annotate(b, "The army said that it had left Tripoli and Benghazi after a bomb killed 12 people in the town of Sirte, 400 km east of the capital.")
	s := model(b)
	b.ReportAllocs()
	for b.Loop() {
		for i := range d.Tokens {
			if d.Tags[i].UPOS == document.VERB {
				s.Choose(d, i)
			}
		}
	}
}

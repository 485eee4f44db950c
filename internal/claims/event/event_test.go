package event_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/texttest"
	"sayso/internal/document"
	"sayso/internal/pipeline"
)

var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	return pipeline.Standard(pipeline.Options{Until: document.LayerEvents})
})

func read(t testing.TB, line string) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(t.Context(), &sayso.Article{ID: "test", Language: "en", Text: line}, document.LayerEvents)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTexts reads testdata/*.txt: each line of the input is a text of its own;
// each expected line is a mention: the number of its text, type and word, the
// number of its happening in the text, its parts, and the mentions that the words
// set apart from it.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		var b strings.Builder
		for n, line := range strings.Split(a.Text, "\n") {
			d := read(t, line)
			for i := range d.Events {
				fmt.Fprintf(&b, "%d %s\n", n+1, show(d, &d.Events[i]))
			}
			if len(d.Events) == 0 {
				fmt.Fprintf(&b, "%d none\n", n+1)
			}
		}
		return b.String()
	})
}

func show(d *document.Document, e *document.Event) string {
	out := []string{fmt.Sprintf("%s %q #%d", e.Type, d.Word(e.Trigger), e.Same)}
	for i := range e.Args {
		if a := &e.Args[i]; a.Role != "located" {
			out = append(out, a.Role+" "+d.Words(a.Range))
		}
	}
	if e.Traits.Has(document.TraitOccasion) {
		out = append(out, "an occasion")
	}
	for _, i := range e.Apart {
		out = append(out, "not "+d.Word(d.Events[i].Trigger))
	}
	return strings.Join(out, "; ")
}

// Whatever the words, triggers lie in their clauses, parts in the text, and a
// happening is named after its first mention.
func TestProperties(t *testing.T) {
	words := []string{"Police", "rebels", "killed", "12", "people", "in", "Kabul", "the", "attack", "on", "Monday", ",", ".", "by", "bombing", "was",
		"arrested", "and", "shelled", "freed", "dozens", "of", "soldiers", "who", "had", "fired"}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(rt, "words"), " ")
		d := read(t, text)
		for i := range d.Events {
			e := &d.Events[i]
			if !e.Extent.Has(e.Trigger) || e.Score < 0 || e.Score > 1 || e.Same > i || e.Same < 0 || d.Events[e.Same].Same != e.Same || d.Events[e.Same].Type != e.Type {
				rt.Fatalf("%q: %+v", text, e)
			}
			for _, a := range e.Args {
				if a.Empty() || a.First < 0 || a.End > len(d.Tokens) {
					rt.Fatalf("%q: %+v", text, a)
				}
			}
		}
	})
}

func BenchmarkEvents(b *testing.B) {
	text := strings.Repeat("Gunmen killed twelve people in Kabul on Monday. Two soldiers were wounded when their convoy was shelled. ", 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, text)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Gunmen killed 12 people and were arrested by police.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1000 {
			read(t, text)
		}
	})
}

// The same word is likelier to tell of a happening where it says who did it to
// whom than where it only names a kind of thing.
func TestOdds(t *testing.T) {
	odds := func(line, word string) float64 {
		d := read(t, line)
		for i := range d.Events {
			if d.Word(d.Events[i].Trigger) == word {
				return d.Events[i].Odds
			}
		}
		t.Fatalf("%q: no %q in it", line, word)
		return 0
	}
	told := odds("Gunmen killed 12 people in an attack on a market in Kabul on Monday.", "killed")
	apart := odds("The senator said that laws must change before more people are killed.", "killed")
	if told <= apart {
		t.Errorf("told %.2f, apart %.2f", told, apart)
	}
}

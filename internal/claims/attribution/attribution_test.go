package attribution_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/coref"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/claims/attribution"
	"sayso/internal/document"
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
	s, err := attribution.New()
	if err != nil {
		return nil, err
	}
	return pipeline.New(append(stages, coref.New(), actor.New(lex), s)...)
})

func read(t testing.TB, text string) *document.Document {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(t.Context(), &sayso.Article{ID: "test", Text: text}, "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// show prints every attribution that is not the outlet around another with the
// same cue: stance, chain, and what is said. "~" marks what is not put forward
// as so, "!" a voucher who is not identified.
func show(d *document.Document) string {
	var b strings.Builder
	outer := map[int]bool{}
	for _, a := range d.Attributions {
		if p := a.Parent; p >= 0 && len(a.Cue) > 0 && len(d.Attributions[p].Cue) > 0 && a.Cue[0] == d.Attributions[p].Cue[0] {
			outer[p] = true
		}
	}
	for i, a := range d.Attributions {
		if outer[i] {
			continue
		}
		var links []string
		for k, n := i, 0; k >= 0 && n < 9; k, n = d.Attributions[k].Parent, n+1 {
			v := &d.Attributions[k]
			link := fmt.Sprintf("%s %s", v.Kind, v.Name)
			if !v.Named {
				link += "!"
			}
			if !v.Vouches {
				link = "~" + link
			}
			links = append([]string{link}, links...)
		}
		var said []string
		for _, r := range a.Content {
			said = append(said, strings.Join(strings.Fields(d.Words(r)), " "))
		}
		fmt.Fprintf(&b, "%s [%s] %s\n", a.Stance, strings.Join(links, " > "), strings.Join(said, " … "))
	}
	return b.String()
}

// TestTexts reads testdata/*.txt. In a file whose first note is "# lines", each
// line is a text of its own.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		if strings.Contains(a.Text, "\n\n") {
			return show(read(t, a.Text))
		}
		var b strings.Builder
		for line := range strings.SplitSeq(a.Text, "\n") {
			out := show(read(t, line))
			if out == "" {
				out = "(nobody)\n"
			}
			b.WriteString(out)
		}
		return b.String()
	})
}

// Whatever the text, parents form no circle, ranges lie inside the document and
// every attribution has words.
func TestProperties(t *testing.T) {
	words := []string{"police", "said", "told", "Reuters", ",", "“", "”", "that", "the", "group", "claimed", "attack", "according", "to", ".", "\n\n", "\"", "no", "reports", ":"}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(rt, "words"), " ")
		d := read(t, text)
		for i, a := range d.Attributions {
			n := 0
			for k := i; k >= 0; k = d.Attributions[k].Parent {
				if n++; n > len(d.Attributions) {
					rt.Fatalf("%q: a circle of parents at %d", text, i)
				}
			}
			if len(a.Content) == 0 || a.Why == nil {
				rt.Fatalf("%q: attribution %d has no content or no reason", text, i)
			}
			for _, rs := range [][]document.Range{a.Cue, a.Source, a.Content} {
				for _, r := range rs {
					if r.Empty() || r.First < 0 || r.End > len(d.Tokens) {
						rt.Fatalf("%q: range %v of %d tokens", text, r, len(d.Tokens))
					}
				}
			}
		}
	})
}

func BenchmarkStage(b *testing.B) {
	text := strings.Repeat("Police said on Monday that twelve people were killed in the attack. \"We will find them,\" the mayor told Reuters.\n\n", 20)
	d := read(b, text)
	s, err := attribution.New()
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

func FuzzRead(f *testing.F) {
	f.Add("\"No one,\" he said. \"No.")
	f.Add("A: B said:\n\n\"C\n\nD\"")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2000 {
			read(t, text)
		}
	})
}

package depparse_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
)

func run(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	tagger, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := depparse.New()
	if err != nil {
		t.Fatal(err)
	}
	d := document.New(a)
	for _, s := range []document.Stage{tokenize.New(), sentence.New(), tagger, parser} {
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestText prints each word with its relation and head, a sentence a line.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d := run(t, a)
		var b strings.Builder
		for _, s := range d.Sentences {
			for i := s.First; i < s.End; i++ {
				head := "-"
				if h := d.Arcs[i].Head; h >= 0 {
					head = d.Word(int(h))
				}
				fmt.Fprintf(&b, "%s <-%v- %s\n", d.Word(i), d.Arcs[i].Rel, head)
			}
		}
		return b.String()
	})
}

// check fails unless every sentence is a tree with one root.
func check(t testing.TB, d *document.Document) {
	t.Helper()
	if len(d.Arcs) != len(d.Tokens) {
		t.Fatalf("%d arcs for %d tokens", len(d.Arcs), len(d.Tokens))
	}
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.End; i++ {
			steps, at := 0, int32(i)
			for d.Arcs[at].Head >= 0 && steps <= s.Len() {
				at = d.Arcs[at].Head
				steps++
				if !s.Has(int(at)) {
					t.Fatalf("token %d leads out of its sentence to %d", i, at)
				}
			}
			if steps > s.Len() {
				t.Fatalf("token %d is in a circle", i)
			}
			if (d.Arcs[i].Head < 0) != (d.Arcs[i].Rel == document.Root) || d.Arcs[i].Rel == 0 {
				t.Fatalf("token %d has arc %+v", i, d.Arcs[i])
			}
			if d.Arcs[i].Head < 0 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %v has %d roots", s, roots)
		}
	}
}

func TestTrees(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"He left. ", "of the ", "and ", "killed ", ", ", "that ", "\n",
		"bombs ", "(", "\"", "by ", "was "}))
	rapid.Check(t, func(r *rapid.T) {
		check(t, run(t, &sayso.Article{Text: strings.ToValidUTF8(strings.Join(rapid.SliceOf(piece).Draw(r, "pieces"), ""), "?")}))
	})
}

// TestLong says that a sentence that is parsed in pieces is one tree.
func TestLong(t *testing.T) {
	check(t, run(t, &sayso.Article{Text: strings.Repeat("rebels shelled , and ", 300)}))
}

// TestSame says that what was parsed before leaves no trace.
func TestSame(t *testing.T) {
	a, b := &sayso.Article{Text: "Rebels shelled the airport."}, &sayso.Article{Text: strings.Repeat("It was so that they left ", 9)}
	first := fmt.Sprint(run(t, a).Arcs)
	run(t, b)
	if again := fmt.Sprint(run(t, a).Arcs); again != first {
		t.Errorf("first %s, then %s", first, again)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("no model"), make([]byte, 4000)} {
		if _, err := depparse.ReadNetwork(b, nil); err == nil {
			t.Errorf("%d bytes were taken for a model", len(b))
		}
	}
}

func FuzzReadNetwork(f *testing.F) {
	f.Add(make([]byte, 64))
	f.Fuzz(func(_ *testing.T, b []byte) {
		_, _ = depparse.ReadNetwork(b, nil) // must not crash or ask for memory that b does not pay for
	})
}

func BenchmarkStage(b *testing.B) {
	text := strings.Repeat("Gunmen killed at least 12 people in a pre-dawn attack on a checkpoint north of Baghdad, the army said.\n", 100)
	d := run(b, &sayso.Article{Text: text})
	stage, err := depparse.New()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

package coref

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/document/print"
)

// annotated runs the stages up to coreference.
func annotated(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	d := document.New(a)
	for _, s := range append(before(t), New()) {
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// before are the stages that coreference needs.
func before(t testing.TB) []document.Stage {
	t.Helper()
	out := []document.Stage{tokenize.New(), sentence.New()}
	for _, f := range []func() (document.Stage, error){tag.New, depparse.New, ner.New} {
		s, err := f()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// TestText prints entities as `sayso inspect` does.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		return print.String(annotated(t, a), document.LayerCoref)
	})
}

// check fails unless entities come in the order of their first mentions, every
// mention is in one of them, and those of one mention are names.
func check(t testing.TB, d *document.Document) {
	t.Helper()
	seen, last := map[int]bool{}, -1
	for _, e := range d.Entities {
		if len(e.Mentions) == 0 || len(e.Mentions) == 1 && e.Name.Empty() {
			t.Fatalf("entity %+v in %q", e, d.Text)
		}
		if h := e.Mentions[0].Head; h <= last {
			t.Fatalf("entity that begins at %d comes after %d in %q", h, last, d.Text)
		}
		last = e.Mentions[0].Head
		for k, m := range e.Mentions {
			if m.Empty() || !m.Has(m.Head) || m.End > len(d.Tokens) || seen[m.Head] || k > 0 && m.Head <= e.Mentions[k-1].Head {
				t.Fatalf("mention %+v of %+v in %q", m, e, d.Text)
			}
			seen[m.Head] = true
		}
	}
}

func TestAnyText(t *testing.T) {
	words := []string{"Ali", "Hassan", "President", "the", "group", "he", "they", "it", "who", "said", "army", "IS", "Islamic", "State", "(", ")", ",", ".",
		"\n\n", "himself", "of", "town", "his", "women"}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(r, "words"), " ")
		check(t, annotated(t, &sayso.Article{Text: text}))
	})
}

func TestNouns(t *testing.T) {
	good := fstest.MapFS{"n": {Data: []byte("# a note\nsoldier\tperson\n\ntown\tplace\n")}}
	got, err := readNouns(good, "n")
	if err != nil || got["soldier"] != document.NamePerson || got["town"] != document.NamePlace || len(got) != 2 {
		t.Errorf("got %v, %v", got, err)
	}
	for _, bad := range []string{"soldier", "soldier\thero\n", "\tperson extra\n"} {
		if _, err := readNouns(fstest.MapFS{"n": {Data: []byte(bad)}}, "n"); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	if _, err := readNouns(fstest.MapFS{}, "n"); err == nil {
		t.Error("a list that is not there was read")
	}
}

// BenchmarkCoref reads a text of names and pronouns of growing length.
func BenchmarkCoref(b *testing.B) {
	const text = "President Hassan Rouhani met leaders of the Islamic State (IS) in Mosul. He said the group was weak. Its fighters left the town. "
	for _, n := range []int{10, 1000} {
		b.Run(map[int]string{10: "1KB", 1000: "130KB"}[n], func(b *testing.B) {
			d := document.New(&sayso.Article{Text: strings.Repeat(text, n)})
			for _, s := range before(b) {
				if err := s.Run(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
			stage := New()
			b.ReportAllocs()
			for b.Loop() {
				if err := stage.Run(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

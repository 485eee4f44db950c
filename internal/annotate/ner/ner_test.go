package ner

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/document/print"
)

// annotated runs the stages up to names.
func annotated(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	tagger, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	names, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d := document.New(a)
	for _, s := range []document.Stage{tokenize.New(), sentence.New(), tagger, names} {
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestText prints names as `sayso inspect` does.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		return print.String(annotated(t, a), document.LayerNames)
	})
}

// checkNames fails unless names are sorted, apart, not empty, inside their
// sentences, and have a kind and a score.
func checkNames(t testing.TB, d *document.Document) {
	t.Helper()
	at := 0
	for _, n := range d.Names {
		if n.Empty() || n.First < at || n.End > len(d.Tokens) {
			t.Fatalf("name %v after token %d of %d in %q", n, at, len(d.Tokens), d.Text)
		}
		s := d.SentenceOf(n.First)
		if s < 0 || !d.Sentences[s].Covers(n.Range) {
			t.Fatalf("name %v crosses sentence %d in %q", n, s, d.Text)
		}
		if n.Kind < document.NamePerson || n.Kind > document.NameNationality || !(n.Score >= 0.5 && n.Score <= 1) {
			t.Fatalf("name %+v in %q", n, d.Text)
		}
		at = n.End
	}
	at = 0
	for _, n := range d.Doubts {
		if n.Empty() || n.First < at || n.End > len(d.Tokens) || n.Kind != document.NamePerson || !(n.Score > 0 && n.Score <= 1) {
			t.Fatalf("doubt %v after token %d of %d in %q", n, at, len(d.Tokens), d.Text)
		}
		at = n.End
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"", "Ali fled Gaza.", "IS (Islamic State) said", "\x00\u200b", strings.Repeat("Al-", 900), "قال الجيش"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		checkNames(t, annotated(t, &sayso.Article{Text: s}))
	})
}

func TestAnyText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"Mr.", "Ali", "Hassan", "of", "the", "GAZA", "strip", "12", "F-16", ".", "\n\n", "“", "rockets", "é", "🚀", "UN"}))
		checkNames(t, annotated(t, &sayso.Article{Text: strings.Join(words.Draw(r, "words"), " ")}))
	})
}

func TestSameTwice(t *testing.T) {
	a := &sayso.Article{Text: "Rebels in Aleppo fired mortars. Bashar al-Assad blamed Turkey. ALL IN CAPITALS HERE."}
	first := print.String(annotated(t, a), document.LayerNames)
	for range 3 {
		if again := print.String(annotated(t, a), document.LayerNames); again != first {
			t.Fatalf("first\n%sthen\n%s", first, again)
		}
	}
}

func TestConcurrent(t *testing.T) {
	stage, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	a := &sayso.Article{Text: "President Barack Obama met Angela Merkel in Berlin on Monday."}
	want := print.String(annotated(t, a), document.LayerNames)
	got := make(chan string, 8)
	for range 8 {
		go func() {
			d := document.New(a)
			tokenize.New().Run(context.Background(), d)
			sentence.New().Run(context.Background(), d)
			tagger.Run(context.Background(), d)
			stage.Run(context.Background(), d)
			got <- print.String(d, document.LayerNames)
		}()
	}
	for range 8 {
		if g := <-got; g != want {
			t.Fatalf("want\n%sgot\n%s", want, g)
		}
	}
}

func TestCancelled(t *testing.T) {
	stage, err := New()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := document.New(&sayso.Article{Text: "Ali left."})
	tokenize.New().Run(ctx, d)
	sentence.New().Run(ctx, d)
	if err := stage.Run(ctx, d); err != context.Canceled {
		t.Fatalf("got %v", err)
	}
}

// TestLongSentence cuts a sentence of many words.
func TestLongSentence(t *testing.T) {
	d := annotated(t, &sayso.Article{Text: strings.Repeat("rockets fell on Gaza and ", 3000)})
	checkNames(t, d)
	if len(d.Names) < 3000 {
		t.Fatalf("%d names", len(d.Names))
	}
}

func TestCasing(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "12 .": true, "THE ARMY SAID": true, "the army said": true, "The army said": false,
		"УДАР": true, "é": true, "MANY WORDS IN CAPITALS and some that are not": false,
	} {
		if got := caselessText(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func benchmarkNames(b *testing.B, text string) {
	d := annotated(b, &sayso.Article{Text: text})
	stage, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		if err := stage.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

const sample = "Rebels in Aleppo fired mortar shells at Syrian troops on Monday, the Syrian Observatory for Human Rights said. " +
	"President Bashar al-Assad blamed Turkey for the attack, in which 12 people died.\n\n"

func BenchmarkNames1KB(b *testing.B)   { benchmarkNames(b, strings.Repeat(sample, 5)) }
func BenchmarkNames100KB(b *testing.B) { benchmarkNames(b, strings.Repeat(sample, 500)) }
func BenchmarkNames10MB(b *testing.B)  { benchmarkNames(b, strings.Repeat(sample, 50000)) }

// BenchmarkOneSentence10MB is a sentence without an end.
func BenchmarkOneSentence10MB(b *testing.B) {
	benchmarkNames(b, strings.Repeat("rockets fell on Gaza and ", 400000))
}

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		if _, err := loadShipped(); err != nil {
			b.Fatal(err)
		}
	}
}

package tag_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
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
	d := document.New(a)
	for _, s := range []document.Stage{tokenize.New(), sentence.New(), tagger} {
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestText prints word, tags and lemma with bars, a sentence a line.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d := run(t, a)
		var b strings.Builder
		for _, s := range d.Sentences {
			for i := s.First; i < s.End; i++ {
				fmt.Fprintf(&b, "%s/%v/%v/%s ", d.Word(i), d.Tags[i].UPOS, d.Tags[i].XPOS, d.Tags[i].Lemma)
			}
			b.WriteByte('\n')
		}
		return strings.ReplaceAll(b.String(), " \n", "\n")
	})
}

// TestEveryTokenHasTags says that any text gets a tag and a lemma a token.
func TestEveryTokenHasTags(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := run(t, &sayso.Article{Text: strings.ToValidUTF8(rapid.String().Draw(r, "text"), "?")})
		if len(d.Tags) != len(d.Tokens) {
			t.Fatalf("%d tags for %d tokens", len(d.Tags), len(d.Tokens))
		}
		for i, k := range d.Tags {
			if k.UPOS == 0 || k.Lemma == "" {
				t.Fatalf("token %q has tag %+v", d.Word(i), k)
			}
		}
	})
}

func TestLemmas(t *testing.T) {
	l := tag.Lemmas{Forms: map[uint64]string{}}
	vbd := tag.Class{UPOS: document.VERB, XPOS: document.VBD}
	l.Forms[tag.FormKey("resolved", vbd)] = "seen"
	for form, want := range map[string]string{"Shot": "shoot", "buried": "bury", "WENT": "go", "Resolved": "seen", "planned": "plan",
		"agreed": "agree", "moved": "move", "attacked": "attack"} {
		if got := l.Of(form, vbd); got != want {
			t.Errorf("lemma of %s is %q, want %q", form, got, want)
		}
	}
	if got := l.Of("Aleppo", tag.Class{UPOS: document.PROPN}); got != "Aleppo" {
		t.Errorf("lemma of a proper noun is %q", got)
	}
}

// TestLemmasOfWords says what the shipped tables make of words in a sentence.
func TestLemmasOfWords(t *testing.T) {
	d := run(t, &sayso.Article{Text: "They shelled, killed, fired, controlled, released, bombed, visited and fled; cities, houses, boxes, wives."})
	var got []string
	for i, k := range d.Tags {
		if c := d.Word(i)[0]; c >= 'a' {
			got = append(got, k.Lemma)
		}
	}
	want := "shell kill fire control release bomb visit and flee city house box wife"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// TestReadRefuses says that what is no model is refused, never run.
func TestReadRefuses(t *testing.T) {
	classes := []tag.Class{{UPOS: document.NOUN, XPOS: document.NNS}}
	whole := tag.Append(nil, classes, nil, &tag.Lemmas{})
	if _, err := tag.Read(whole, nil); err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		if _, err := tag.Read(whole[:n], nil); err == nil {
			t.Errorf("%d of %d bytes were taken for a model", n, len(whole))
		}
	}
	if _, err := tag.Read(append(whole, 0), nil); err == nil {
		t.Error("a byte too many was taken")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(tag.Append(nil, []tag.Class{{UPOS: 1, XPOS: 1}}, nil, &tag.Lemmas{Forms: map[uint64]string{1: "a"}}))
	f.Fuzz(func(_ *testing.T, b []byte) {
		_, _ = tag.Read(b, nil) // must not crash or ask for memory that b does not pay for
	})
}

func BenchmarkStage(b *testing.B) {
	text := strings.Repeat("Gunmen killed at least 12 people in a pre-dawn attack on a checkpoint north of Baghdad, the army said.\n", 100)
	d := run(b, &sayso.Article{Text: text})
	stage, err := tag.New()
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

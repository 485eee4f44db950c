package sentence_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
)

var kinds = [...]string{"paragraph", "title", "heading", "quote", "list", "dateline", "caption"}

func run(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	d := document.New(a)
	for _, s := range []document.Stage{tokenize.New(), sentence.New()} {
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestText prints a sentence a line, with the kind of its block.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d := run(t, a)
		var b strings.Builder
		for _, s := range d.Sentences {
			fmt.Fprintf(&b, "%-9s %s\n", kinds[d.Blocks[s.Block].Kind], strings.ReplaceAll(d.Words(s.Range), "\n", " "))
		}
		return b.String()
	})
}

// check fails unless blocks and sentences cover all tokens in order, and every
// sentence lies in its block.
func check(t testing.TB, d *document.Document) {
	t.Helper()
	at := 0
	for _, b := range d.Blocks {
		if b.First != at || b.Empty() {
			t.Fatalf("block %v after token %d", b, at)
		}
		at = b.End
	}
	if at != len(d.Tokens) {
		t.Fatalf("blocks end at %d of %d tokens", at, len(d.Tokens))
	}
	at = 0
	for _, s := range d.Sentences {
		if s.First != at || s.Empty() || !d.Blocks[s.Block].Covers(s.Range) {
			t.Fatalf("sentence %v after token %d", s, at)
		}
		at = s.End
	}
	if at != len(d.Tokens) {
		t.Fatalf("sentences end at %d of %d tokens", at, len(d.Tokens))
	}
}

func TestCover(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"He left. ", "Gen. Smith ", "\n", "\n\n", "- ", "1. ", "(", ")",
		"\"", "MOSCOW (AP) - ", "Monday", "said:", "U.S. ", "...", "> ", "12 ", "The end"}))
	rapid.Check(t, func(r *rapid.T) {
		text := strings.ToValidUTF8(strings.Join(rapid.SliceOf(piece).Draw(r, "pieces"), ""), "?")
		title := rapid.SampledFrom([]string{"", "A title", "Two.\nLines"}).Draw(r, "title")
		check(t, run(t, &sayso.Article{Title: title, Text: text}))
	})
}

func FuzzStage(f *testing.F) {
	f.Add("T", "GAZA (AP) - He left.\n\n- one\n2) two")
	f.Add("", "\n\n\x00.")
	f.Fuzz(func(t *testing.T, title, text string) {
		check(t, run(t, &sayso.Article{Title: title, Text: text}))
	})
}

// TestTitle says that the title is one block, the first.
func TestTitle(t *testing.T) {
	d := run(t, &sayso.Article{Title: "Two die. One flees", Text: "It was so."})
	if b := d.Blocks[0]; b.Kind != document.BlockTitle || d.Words(b.Range) != "Two die. One flees" {
		t.Errorf("first block is %v: %q", b.Kind, d.Words(b.Range))
	}
}

// TestBounds says that a text without any break is cut all the same.
func TestBounds(t *testing.T) {
	d := run(t, &sayso.Article{Text: strings.Repeat("a, ", 20_000)})
	check(t, d)
	for _, s := range d.Sentences {
		if s.Len() > 400 {
			t.Fatalf("a sentence of %d tokens", s.Len())
		}
	}
}

// TestDeterministic says that the same text gives the same layers from stages
// made apart.
func TestDeterministic(t *testing.T) {
	a := &sayso.Article{Text: strings.Repeat("Gen. Smith left. He said so ", 20)}
	if x, y := fmt.Sprint(run(t, a).Sentences), fmt.Sprint(run(t, a).Sentences); x != y {
		t.Error("two runs differ")
	}
}

func TestReadRefuses(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("no model"), make([]byte, 64)} {
		if _, err := sentence.Read(b, nil); err == nil {
			t.Errorf("%d bytes were taken for a model", len(b))
		}
	}
}

func BenchmarkStage(b *testing.B) {
	text := strings.Repeat("BAGHDAD (Reuters) - Gunmen killed 12 people in a pre-dawn attack, Gen. Ahmed al-Jabouri said. \"We know,\" he added.\n", 100)
	d := document.New(&sayso.Article{Text: text})
	d.Tokens = tokenize.Append(nil, text)
	stage := sentence.New()
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

// TestAlone says what the rule of ranks changes, and that it changes nothing else.
func TestAlone(t *testing.T) {
	count := func(s document.Stage, text string) int {
		d := document.New(&sayso.Article{Text: text})
		for _, s := range []document.Stage{tokenize.New(), s} {
			if err := s.Run(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		return len(d.Sentences)
	}
	ranks, plain := "Navy Capt. Jeff Davis said so. The bomb killed Maj. Ann Lee.", "The army left. It will come back on Sunday."
	if whole, alone := count(sentence.New(), ranks), count(sentence.Alone(), ranks); whole != 2 || alone <= whole {
		t.Errorf("ranks: %d sentences, without the rule %d", whole, alone)
	}
	if whole, alone := count(sentence.New(), plain), count(sentence.Alone(), plain); whole != 2 || alone != 2 {
		t.Errorf("no ranks: %d sentences, without the rule %d", whole, alone)
	}
}

// TestParagraphs says that a blank line ends a sentence, whatever stands before
// and behind it.
func TestParagraphs(t *testing.T) {
	piece := rapid.OneOf(rapid.StringMatching(`[a-z]{1,6}`), rapid.SampledFrom([]string{"\n\n", "\n", "\n \n", "Gen.", "Mr.", "the", "The", ",", "(", "said:", "-", "of"}))
	rapid.Check(t, func(r *rapid.T) {
		d := run(t, &sayso.Article{Text: strings.Join(rapid.SliceOf(piece).Draw(r, "pieces"), " ")})
		begins := map[int]bool{}
		for _, s := range d.Sentences {
			begins[s.First] = true
		}
		for i := 1; i < len(d.Tokens); i++ {
			between := d.Text[d.Tokens[i-1].End:d.Tokens[i].Start]
			if strings.Count(between, "\n") > 1 && !begins[i] {
				t.Fatalf("no sentence begins at %q in %q", d.Word(i), d.Text)
			}
		}
	})
}

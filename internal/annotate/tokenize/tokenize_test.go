package tokenize

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/texttest"
	"sayso/internal/document"
)

func tokensOf(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	d := document.New(a)
	if err := New().Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestText prints the tokens with bars between them.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d := tokensOf(t, a)
		var words []string
		for i := range d.Tokens {
			words = append(words, d.Word(i))
		}
		return strings.Join(words, "|") + "\n"
	})
}

// checkSpans fails unless tokens are sorted, not empty, inside the text and on
// rune borders, and leave out only what separates.
func checkSpans(t testing.TB, text string, tokens []document.Token) {
	t.Helper()
	at := 0
	for _, k := range tokens {
		if int(k.Start) < at || k.End <= k.Start || int(k.End) > len(text) {
			t.Fatalf("token %v after byte %d in %q", k, at, text)
		}
		if !utf8.RuneStart(text[k.Start]) || int(k.End) < len(text) && !utf8.RuneStart(text[k.End]) {
			t.Fatalf("token %v is off the rune borders of %q", k, text)
		}
		leftOut(t, text[at:k.Start])
		at = int(k.End)
	}
	leftOut(t, text[at:])
}

func leftOut(t testing.TB, s string) {
	t.Helper()
	for _, r := range s {
		if !isSpace(r) {
			t.Fatalf("%q is in no token", s)
		}
	}
}

func TestSpans(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"can't", "U.S.", "'", "’s", "n't", "-", " ", "\n", "...",
		"5pm", "http://", "@", "www.", "\u200b", "\u0301", "😀", "مرحبا", ".", ",", "1", "Gen.", "\x00", "$", "US$", "_"}))
	rapid.Check(t, func(r *rapid.T) {
		text := strings.ToValidUTF8(strings.Join(rapid.SliceOf(piece).Draw(r, "pieces"), ""), "?")
		checkSpans(t, text, Append(nil, text))
	})
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{"", "The U.S. can't re-arm.", "'s", "n't", "a.b@c.de", "http://x", "🇸🇾\u200d", "\xff", "_", "..5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Append(nil, text)
		if utf8.ValidString(text) {
			checkSpans(t, text, tokens)
		}
	})
}

// TestSeparate says that tokenising is local: a blank between two texts cuts
// them as each alone is cut.
func TestSeparate(t *testing.T) {
	a, b := "The rebels' base can't", "hold, Gen. Smith said"
	n := len(Append(nil, a)) + len(Append(nil, b))
	if got := len(Append(nil, a+" "+b)); got != n {
		t.Errorf("%d tokens together, %d apart", got, n)
	}
}

// TestFlat says that a long text without spaces costs no more a byte than a
// short one: ten times the text is read in well under a hundred times the time.
func TestFlat(t *testing.T) {
	for _, unit := range []string{"a", "a.", "1,", "'s", "a-", "www.", "a@b.", "😀", ".", "n't", "\u0301", "http://"} {
		small, large := timeOf(strings.Repeat(unit, 20_000)), timeOf(strings.Repeat(unit, 200_000))
		if large > 60*small+50*time.Millisecond {
			t.Errorf("%q: %v for 20,000, %v for 200,000", unit, small, large)
		}
	}
}

// timeOf is the shortest of three runs, which what else the machine does lengthens.
func timeOf(text string) time.Duration {
	shortest := time.Duration(math.MaxInt64)
	for range 3 {
		start := time.Now()
		Append(nil, text)
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

const sample = "BAGHDAD (Reuters) - Gunmen killed at least 12 people, including two of the town's policemen, in a pre-dawn attack " +
	"on a checkpoint north of Ba'quba on Tuesday, Gen. Ahmed al-Jabouri said. \"We can't say who's behind it,\" he added.\n"

func BenchmarkAppend(b *testing.B) {
	text := strings.Repeat(sample, 50)
	var buf []document.Token
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	n := 0
	for b.Loop() {
		buf = Append(buf[:0], text)
		n += len(buf)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

package trees

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/pipeline"
)

func chain(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	tagger, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := depparse.New()
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(tokenize.New(), sentence.New(), tagger, parser)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const report = "BAGHDAD (Reuters) - Gunmen killed at least 12 people, including two of the town's policemen, in a pre-dawn attack on " +
	"a checkpoint north of Ba'quba on Tuesday, Gen. Ahmed al-Jabouri said. \"We can't say who's behind it,\" he added, " +
	"although a group that calls itself the Army of the South took credit for a similar raid in 2014.\n\n"

// BenchmarkChain reads text of growing length from tokens to trees: the tokens
// a second should stay the same.
func BenchmarkChain(b *testing.B) {
	p := chain(b)
	for _, kb := range []int{1, 10, 100, 1000} {
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			a := &sayso.Article{Text: strings.Repeat(report, 1+kb*1024/len(report))}
			n := 0
			b.ReportAllocs()
			for b.Loop() {
				d, err := p.Run(context.Background(), a, "")
				if err != nil {
					b.Fatal(err)
				}
				n += len(d.Tokens)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// TestOddTexts says that no text is too odd to be read.
func TestOddTexts(t *testing.T) {
	p := chain(t)
	for _, text := range []string{
		strings.Repeat("a", 1<<20), strings.Repeat("a, ", 20_000), strings.Repeat(". ", 20_000), strings.Repeat("( ", 5_000),
		strings.Repeat("😀", 5_000), "\u202e قال الجيش إن \u202c he said\u200b.", "\x00\x01\x02", strings.Repeat("\n", 10_000), "\ufeffa",
	} {
		d, err := p.Run(context.Background(), &sayso.Article{Text: text}, "")
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Arcs) != len(d.Tokens) || len(d.Tags) != len(d.Tokens) {
			t.Errorf("%.20q: %d tokens, %d tags, %d arcs", text, len(d.Tokens), len(d.Tags), len(d.Arcs))
		}
	}
}

package quantity_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/texttest"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/document/print"
	"sayso/internal/ground/quantity"
	"sayso/internal/ground/temporal"
	"sayso/internal/pipeline"
)

// before are the stages that the stage needs.
var before = sync.OnceValues(func() ([]document.Stage, error) {
	tags, err := tag.New()
	if err != nil {
		return nil, err
	}
	trees, err := depparse.New()
	return []document.Stage{tokenize.New(), sentence.New(), temporal.New(), tags, trees}, err
})

// annotate runs the stages, and the stage itself with a user's tables.
func annotate(t testing.TB, text string, own ...string) *document.Document {
	t.Helper()
	stages, err := before()
	if err != nil {
		t.Fatal(err)
	}
	var s document.Stage
	if len(own) == 0 {
		s, err = quantity.New()
	} else {
		s, err = quantity.New(os.DirFS(own[0]))
	}
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(append(stages[:len(stages):len(stages)], s)...)
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Run(context.Background(), &sayso.Article{ID: "test", Text: text, Published: sayso.DayOf(2019, 6, 1)}, "")
	if err != nil {
		t.Fatal(err)
	}
	check(t, d)
	return d
}

// check holds what must be true of any layer of counts.
func check(t testing.TB, d *document.Document) {
	t.Helper()
	last := 0
	for _, q := range d.Quantities {
		c := q.Count
		if q.Empty() || q.First < last || q.End > len(d.Tokens) {
			t.Fatalf("range %v after token %d", q.Range, last)
		}
		last = q.First
		if c.Words == "" || c.Span.In(d.Text) != c.Words {
			t.Fatalf("%q does not stand at %v", c.Words, c.Span)
		}
		if c.Min == nil && c.Max == nil {
			t.Fatalf("%q is open at both ends", c.Words)
		}
		if c.Min != nil && c.Max != nil && *c.Min > *c.Max || c.Min != nil && *c.Min < 0 || c.Max != nil && *c.Max < 0 {
			t.Fatalf("%q: ends out of order", c.Words)
		}
		if q.Of >= len(d.Tokens) || q.Cue >= len(d.Tokens) {
			t.Fatalf("%q: of %d, cue %d of %d tokens", c.Words, q.Of, q.Cue, len(d.Tokens))
		}
	}
}

// TestTexts reads testdata/*.txt; each expected line is the words, the range,
// what is counted, of whom, the word that decided, and flags.
func TestTexts(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		return print.String(annotate(t, a.Text), document.LayerQuantities)
	})
}

// TestOwnTables makes sure that each of the three tables can be replaced and
// extended, and that a wrong line is named.
func TestOwnTables(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, "quantity", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("vague.tsv", "dozens\t30\t60\noodles\t50\t-\n")
	write("cues.tsv", "zap\tobject\tkilled\n")
	write("units.tsv", "parsec\tdistance\n")
	got := print.String(annotate(t, "They zapped dozens of rebels and oodles of tanks after 12 parsecs.", dir), document.LayerQuantities)
	for _, want := range []string{"30-60 killed", "50+"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "parsec") {
		t.Errorf("a unit of one's own is counted:\n%s", got)
	}
	for name, line := range map[string]string{"vague.tsv": "heaps\t9\t3\n", "cues.tsv": "zap\tnohow\tkilled\n", "units.tsv": "lone\n"} {
		write(name, line)
		if _, err := quantity.New(os.DirFS(dir)); err == nil || !strings.Contains(err.Error(), name+":1") {
			t.Errorf("%s: a wrong line gives %v", name, err)
		}
		write(name, "")
	}
}

// phrases are what random texts are made of.
var phrases = strings.Split("at least|up to|more than|no|a|another|both|between|to|and|or|of|of whom|including|,|.|killed|wounded|were arrested|dead|"+
	"people|soldiers|a family|the toll rose to|7|20, 000|1,200|twelve|dozens|several hundred|half a|million|third|12-year-old|$|km|On 3 May|-", "|")

func TestProperties(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(phrases), 1, 30).Draw(r, "phrases"), " ")
		a := print.String(annotate(t, text), document.LayerQuantities)
		if b := print.String(annotate(t, text), document.LayerQuantities); a != b {
			r.Errorf("two runs differ on %q:\n%s\n%s", text, a, b)
		}
	})
}

func FuzzAnnotate(f *testing.F) {
	f.Add("At least 7 to 10 rockets, three of which were intercepted")
	f.Add("no or none of the a 1,2,3 - 5-plus dozen dozens of half a million")
	f.Add("\xff 20\u00a0000 \u2013 30 of whom")
	f.Fuzz(func(t *testing.T, text string) {
		annotate(t, strings.ToValidUTF8(text, "\uFFFD")) // as readers of articles make sure
	})
}

const prose = `At least 12 soldiers were killed and more than 30 wounded when two car bombs exploded near a base, officials said.
Dozens of people fled the town, and the army said that its aircraft had carried out five air strikes. Four of the
wounded later died in hospital, raising the toll to 16. No group has claimed the attack, in which a school and three
houses were destroyed; police arrested seven men on Tuesday. Thousands of protesters marched through the capital.
`

// BenchmarkAnnotate measures the stage alone, without the stages before it.
func BenchmarkAnnotate(b *testing.B) {
	lx, err := quantity.Load()
	if err != nil {
		b.Fatal(err)
	}
	d := annotate(b, strings.Repeat(prose+"\n", 50))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		lx.Annotate(d)
	}
}

package temporal_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/ground/temporal"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// read runs the stages that the temporal stage needs, and the stage itself.
func read(tb testing.TB, stage document.Stage, published, text string) *document.Document {
	tb.Helper()
	day, err := sayso.ParseDay(published)
	if err != nil {
		tb.Fatal(err)
	}
	d := document.New(&sayso.Article{ID: "test", Published: day, Text: text})
	if err := tokenize.New().Run(context.Background(), d); err != nil {
		tb.Fatal(err)
	}
	lines(d)
	if err := stage.Run(context.Background(), d); err != nil {
		tb.Fatal(err)
	}
	return d
}

// lines makes each line a block, what stands before " - " a dateline, and
// sentences of what ends with a full stop that is a token of its own.
func lines(d *document.Document) {
	block := func(first, end int, kind document.BlockKind) {
		d.Blocks = append(d.Blocks, document.Block{Range: document.Range{First: first, End: end}, Kind: kind})
		for i := first; i < end; i++ {
			if i+1 == end || d.Word(i) == "." {
				d.Sentences = append(d.Sentences, document.Sentence{Range: document.Range{First: first, End: i + 1}, Block: len(d.Blocks) - 1})
				first = i + 1
			}
		}
	}
	first := 0
	for i := range d.Tokens {
		end := i+1 == len(d.Tokens) || strings.Contains(d.Text[d.Tokens[i].End:d.Tokens[i+1].Start], "\n")
		if d.Word(i) == "-" && d.Text[d.Tokens[i].Start-1] == ' ' && !end {
			block(first, i+1, document.BlockDateline)
			first = i + 1
		}
		if end {
			block(first, i+1, document.BlockParagraph)
			first = i + 1
		}
	}
}

// show prints a time layer: words | type value | earliest … latest, precision and clock | wider words.
func show(d *document.Document) string {
	var b strings.Builder
	for _, t := range d.Times {
		end := func(day sayso.Day) string {
			if !day.Known() {
				return "?"
			}
			return day.String()
		}
		fmt.Fprintf(&b, "%s | %s %s | %s … %s %s", d.Words(t.Range), t.Kind, t.Value, end(t.When.Earliest), end(t.When.Latest), t.When.Precision)
		if t.When.Clock != "" {
			fmt.Fprintf(&b, " %s", t.When.Clock)
		}
		if t.When.Words != d.Words(t.Range) {
			fmt.Fprintf(&b, " | %s", t.When.Words)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestTexts reads testdata/*.txt: cases apart by "====", the text over "----"
// and what is expected under it. "@2019-10-08" in the first line is the day of
// publication.
func TestTexts(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no testdata")
	}
	stage := temporal.New()
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range strings.Split(string(raw), "====\n") {
			text, want, _ := strings.Cut(c, "----\n")
			published, body := "", text
			if rest, ok := strings.CutPrefix(text, "@"); ok {
				published, body, _ = strings.Cut(rest, "\n")
			}
			got := show(read(t, stage, published, strings.TrimSuffix(body, "\n")))
			if got != want && !*update {
				t.Errorf("%s: %s\ngot\n%swant\n%s", file, text, got, want)
			}
			out = append(out, text+"----\n"+got)
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(out, "====\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// check holds what must be true of any time layer.
func check(tb testing.TB, d *document.Document) {
	tb.Helper()
	last := 0
	for _, t := range d.Times {
		if t.First < last || t.Empty() || t.End > len(d.Tokens) {
			tb.Fatalf("range %v after token %d", t.Range, last)
		}
		last = t.End
		w := t.When
		if w.Earliest.Known() && w.Latest.Known() && w.Earliest > w.Latest {
			tb.Fatalf("%q: %v after %v", w.Words, w.Earliest, w.Latest)
		}
		if w.Span.In(d.Text) != w.Words || w.Words == "" {
			tb.Fatalf("%q does not stand at %v", w.Words, w.Span)
		}
		if t.Kind == "" || t.Value == "" || w.Precision == "" {
			tb.Fatalf("%q: kind %q, value %q, precision %q", w.Words, t.Kind, t.Value, w.Precision)
		}
		if w.Precision == sayso.PrecisionUnknown && (w.Earliest.Known() || w.Latest.Known()) {
			tb.Fatalf("%q: days but no precision", w.Words)
		}
	}
}

// TestNoInventedDate makes sure that without a day of writing no words but
// explicit dates give one.
func TestNoInventedDate(t *testing.T) {
	d := read(t, temporal.New(), "", "Police said on Friday that two men were killed last week, two days ago, yesterday and recently. "+
		"It was this year, in June, on 3 March, at Easter, last summer, overnight, at 10 p.m., since Monday.")
	for _, x := range d.Times {
		if x.When.Earliest.Known() || x.When.Latest.Known() {
			t.Errorf("%q is %v to %v", x.When.Words, x.When.Earliest, x.When.Latest)
		}
	}
	if len(d.Times) < 12 {
		t.Errorf("only %d of 12 expressions found", len(d.Times))
	}
}

func TestOwnTables(t *testing.T) {
	dir := t.TempDir()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(filepath.Join(dir, "temporal"), 0o755))
	must(os.WriteFile(filepath.Join(dir, "temporal", "holidays.tsv"), []byte("Martyrs Day\tfixed 10-17\t1\n"), 0o644))
	stage, err := temporal.NewWith(os.DirFS(dir))
	must(err)
	d := read(t, stage, "2019-11-20", "They marched on Martyrs Day.")
	if len(d.Times) != 1 || d.Times[0].Value != "2019-10-17" {
		t.Errorf("times are %+v", d.Times)
	}
	must(os.WriteFile(filepath.Join(dir, "temporal", "words.tsv"), []byte("brumaire\tmonth\tx\n"), 0o644))
	if _, err := temporal.NewWith(os.DirFS(dir)); err == nil || !strings.Contains(err.Error(), "words.tsv:1") {
		t.Errorf("a wrong line gives %v", err)
	}
}

func TestDeterministic(t *testing.T) {
	stage := temporal.New()
	text := sample(t)
	a, b := show(read(t, stage, "2019-10-08", text)), show(read(t, stage, "2019-10-08", text))
	if a != b || a == "" {
		t.Error("two runs differ")
	}
}

// words are what random texts are made of.
var words = strings.Split("on|in|the|last|next|this|early|late|since|until|before|after|about|more than|two|three|several|a few|weeks|days|years|a|year|"+
	"month|ago|later|earlier|Friday|Sunday night|May|13-14 May|March 3, 2017|2019-01-27|10 p.m.|GMT|yesterday|the end of|first|half|of|from|to|"+
	"between|and|,|.|they said|will be|summer|Ramadan|Easter|the 1990s|\n\nPublished: May 5, 2010 02:31\n\n|every|now|recently|30 February", "|")

func TestProperties(t *testing.T) {
	stage := temporal.New()
	days := []string{"", "2019-10-08", "2000-02-29", "1989-11-02"}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 25).Draw(r, "words"), " ")
		published := rapid.SampledFrom(days).Draw(r, "published")
		d := read(t, stage, published, text)
		check(t, d)
		if a, b := show(d), show(read(t, stage, published, text)); a != b {
			r.Errorf("two runs differ on %q:\n%s\n%s", text, a, b)
		}
	})
}

// sample is all texts of testdata, one after another.
func sample(tb testing.TB) string {
	files, _ := filepath.Glob("testdata/*.txt")
	var b strings.Builder
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, c := range strings.Split(string(raw), "====\n") {
			text, _, _ := strings.Cut(c, "----\n")
			b.WriteString(text + "\n")
		}
	}
	return b.String()
}

func FuzzAnnotate(f *testing.F) {
	f.Add("on the night of 13-14 May, two years ago", int32(18000))
	f.Add("Feb. 29, since the year two thousand and one thousand", int32(0))
	f.Add("9. 25 a. m. on Thursday the 31st of February 2019-02-31", int32(-2147483648))
	f.Fuzz(func(t *testing.T, text string, published int32) {
		if published > 2_000_000 || published < -2_000_000 {
			published = int32(sayso.NoDay)
		}
		// Readers of articles make sure that a text is valid UTF-8.
		d := document.New(&sayso.Article{Published: sayso.Day(published), Text: strings.ToValidUTF8(text, "\uFFFD")})
		for _, s := range []document.Stage{tokenize.New(), sentence.New(), temporal.New()} {
			if err := s.Run(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		check(t, d)
	})
}

// prose has the density of dates that news has.
const prose = `Gunmen attacked a convoy near the town on Tuesday, killing at least seven soldiers and wounding a dozen others, the
army said in a statement. No group has taken credit for the attack, but officials blamed fighters of the group that was
driven from the area in March 2017. Residents told reporters that they had heard explosions and the sound of gunfire for
several hours before helicopters arrived. The region has seen little fighting since the government and the largest of the
armed groups signed an agreement two years ago, though smaller groups have kept up ambushes along the main road.
`

func BenchmarkAnnotate(b *testing.B) {
	lx, err := temporal.Load()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(prose+"\n", 50)
	d := read(b, temporal.New(), "2019-10-08", text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		lx.Annotate(d)
	}
}

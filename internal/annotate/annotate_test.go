package annotate

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"sayso"
	"sayso/internal/annotate/texttest"
	"sayso/internal/document"
	"sayso/internal/document/print"
)

// read runs all stages.
func read(t testing.TB, a *sayso.Article) *document.Document {
	t.Helper()
	stages, err := Stages()
	if err != nil {
		t.Fatal(err)
	}
	d := document.New(a)
	for _, s := range stages {
		if err := s.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestText prints sentences, names and coreference of texts as newspapers and
// their websites have them.
func TestText(t *testing.T) {
	texttest.Run(t, func(t *testing.T, a *sayso.Article) string {
		d := read(t, a)
		check(t, d)
		return print.String(d, document.LayerSentences) + "\n" + print.String(d, document.LayerNames) + "\n" + print.String(d, document.LayerCoref)
	})
}

// check fails unless every layer is well formed.
func check(t testing.TB, d *document.Document) {
	t.Helper()
	n := len(d.Tokens)
	at := int32(0)
	for i, k := range d.Tokens {
		if k.Start < at || k.End <= k.Start || int(k.End) > len(d.Text) || !border(d.Text, int(k.Start)) || !border(d.Text, int(k.End)) {
			t.Fatalf("token %d is %v after %d in %.60q", i, k, at, d.Text)
		}
		at = k.End
	}
	end := 0
	for _, s := range d.Sentences {
		if s.First != end || s.End <= s.First {
			t.Fatalf("sentence %v after token %d in %.60q", s.Range, end, d.Text)
		}
		end = s.End
		for i := s.First; i < s.End; i++ {
			if h := int(d.Arcs[i].Head); h != -1 && !s.Has(h) {
				t.Fatalf("head of token %d is %d, outside %v, in %.60q", i, h, s.Range, d.Text)
			}
		}
	}
	if end != n || len(d.Tags) != n || len(d.Arcs) != n {
		t.Fatalf("%d tokens, sentences to %d, %d tags, %d arcs in %.60q", n, end, len(d.Tags), len(d.Arcs), d.Text)
	}
	last := 0
	for _, m := range d.Names {
		if m.First < last || m.Empty() || m.End > n {
			t.Fatalf("name %v after token %d in %.60q", m.Range, last, d.Text)
		}
		last = m.End
	}
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			if m.Empty() || m.First < 0 || m.End > n || !m.Has(m.Head) {
				t.Fatalf("mention %+v in %.60q", m, d.Text)
			}
		}
	}
}

func border(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// odd are pieces of text that no newspaper prints, and some that one does.
var odd = map[string]string{
	"news":       report,
	"one word":   "a",
	"no spaces":  "Thearmysaidthatrebelsattackedthetownof",
	"commas":     "a, ",
	"stops":      ". ",
	"brackets":   "( ",
	"quotes":     "\"“‘",
	"arabic":     "قال الجيش إن مسلحين هاجموا البلدة، ",
	"override":   "\u202e the army said \u202c",
	"emoji":      "😀👩‍👩‍👧‍👦🇸🇾",
	"zero width": "a\u200b\u200d\u2060\ufeffb",
	"combining":  "e\u0301\u0323\u0302",
	"control":    "\x00\x01\x1b[31m\x7f",
	"lines":      "\n\n",
	"capitals":   "THE ARMY SAID SO. ",
	"chinese":    "军方说叛军袭击了该镇。",
	"digits":     "1234567890",
	"hyphens":    "well-known-to-all-",
	"mojibake":   "Itâ€™s the armyâ€\u009d Ã©tÃ© ",
	"names":      "Ali Hassan ",
}

const report = "BAGHDAD (Reuters) - Gunmen killed at least 12 people, including two of the town's policemen, in a pre-dawn attack on " +
	"a checkpoint north of Ba'quba on Tuesday, Gen. Ahmed al-Jabouri said. \"We can't say who's behind it,\" he added, " +
	"although a group that calls itself the Army of the South took credit for a similar raid in 2014.\n\n"

func long(piece string, bytes int) string { return strings.Repeat(piece, 1+bytes/len(piece)) }

// TestOddTexts says that no text is too odd or too long to be read.
func TestOddTexts(t *testing.T) {
	for name, piece := range odd {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int{0, 100, 30_000} {
				check(t, read(t, &sayso.Article{Text: long(piece, n), Title: piece}))
			}
		})
	}
	check(t, read(t, &sayso.Article{}))
}

// TestAnyText draws texts from the odd pieces.
func TestAnyText(t *testing.T) {
	var pieces []string
	for _, p := range odd {
		pieces = append(pieces, p)
	}
	pieces = append(pieces, " ", "\n", "Mr. ", "the group ", "he ", "\u00a0")
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.String()), 0, 12).Draw(r, "pieces"), "")
		if utf8.ValidString(text) {
			check(t, read(t, &sayso.Article{Text: text}))
		}
	})
}

func FuzzAnnotate(f *testing.F) {
	for _, p := range odd {
		f.Add(p, long(p, 200))
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		if utf8.ValidString(title) && utf8.ValidString(text) {
			check(t, read(t, &sayso.Article{Title: title, Text: text}))
		}
	})
}

// TestSameTwice says that the same text gives the same layers.
func TestSameTwice(t *testing.T) {
	show := func() string {
		d := read(t, &sayso.Article{Text: report})
		return print.String(d, document.LayerTrees) + print.String(d, document.LayerNames) + print.String(d, document.LayerCoref)
	}
	if a, b := show(), show(); a != b {
		t.Errorf("first\n%s\nthen\n%s", a, b)
	}
}

// BenchmarkLength reads texts of growing length, from tokens to coreference: the
// time for each kilobyte should stay the same, however odd the text.
func BenchmarkLength(b *testing.B) {
	stages, err := Stages()
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"news", "no spaces", "one word", "commas", "arabic", "emoji", "zero width", "control"} {
		for _, kb := range []int{1, 100, 10_000} {
			b.Run(fmt.Sprintf("%s/%dKB", name, kb), func(b *testing.B) {
				text := long(odd[name], kb<<10)
				tokens := 0
				b.ReportAllocs()
				for b.Loop() {
					d := document.New(&sayso.Article{Text: text})
					for _, s := range stages {
						if err := s.Run(context.Background(), d); err != nil {
							b.Fatal(err)
						}
					}
					tokens += len(d.Tokens)
				}
				b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(len(text)), "ns/byte")
				b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}

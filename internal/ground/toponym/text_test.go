package toponym_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/gazetteer"
	"sayso/internal/ground/toponym"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// stage is the stage under test.
func stage(t testing.TB) document.Stage {
	t.Helper()
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := toponym.New(g)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var kinds = map[byte]document.NameKind{'L': document.NamePlace, 'P': document.NamePerson, 'O': document.NameOrganisation,
	'M': document.NameMisc, 'N': document.NameNationality}

// marked makes a document of a text in which [L Kabul], [P …], [O …] mark what
// the names stage finds. A sentence ends at a full stop before a blank and a
// capital; capitals are tagged as proper nouns, the rest not at all. So these
// tests stand on no other stage's model.
func marked(t testing.TB, text string) *document.Document {
	t.Helper()
	var plain strings.Builder
	var names []sayso.Span
	var is []document.NameKind
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '[' && i+2 < len(text) && kinds[text[i+1]] != 0 && text[i+2] == ' ':
			names, is = append(names, sayso.Span{Start: plain.Len()}), append(is, kinds[text[i+1]])
			i += 2
		case text[i] == ']' && len(names) > 0:
			names[len(names)-1].End = plain.Len()
		default:
			plain.WriteByte(text[i])
		}
	}
	d := document.New(&sayso.Article{ID: "t", Text: strings.TrimSpace(plain.String()), Published: sayso.NoDay})
	if err := tokenize.New().Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	layers(d)
	for i, s := range names {
		r := document.Range{First: -1}
		for k, tok := range d.Tokens {
			if int(tok.Start) >= s.Start && int(tok.End) <= s.End {
				if r.First < 0 {
					r.First = k
				}
				r.End = k + 1
			}
		}
		if r.First >= 0 {
			d.Names = append(d.Names, document.Name{Range: r, Kind: is[i], Score: 0.9})
		}
	}
	return d
}

func layers(d *document.Document) {
	d.Blocks = []document.Block{{Range: document.Range{End: len(d.Tokens)}}}
	first := 0
	for i := range d.Tokens {
		w := d.Word(i)
		tag := document.Tag{}
		if w[0] >= 'A' && w[0] <= 'Z' {
			tag = document.Tag{UPOS: document.PROPN, XPOS: document.ParseXPOS("NNP")}
		}
		d.Tags = append(d.Tags, tag)
		if w == "." || i == len(d.Tokens)-1 {
			d.Sentences = append(d.Sentences, document.Sentence{Range: document.Range{First: first, End: i + 1}})
			first = i + 1
		}
	}
	d.Names = []document.Name{}
}

// TestText runs the texts of testdata: a text, ----, a line a place.
func TestText(t *testing.T) {
	s := stage(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			for _, c := range strings.Split(strings.TrimSuffix(string(raw), "====\n"), "====\n") {
				text, want, _ := strings.Cut(c, "----\n")
				d := marked(t, text)
				if err := s.Run(context.Background(), d); err != nil {
					t.Fatal(err)
				}
				got := lines(d)
				fmt.Fprintf(&out, "%s----\n%s====\n", text, got)
				if got != want && !*update {
					t.Errorf("%sgot\n%swant\n%s", text, got, want)
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// lines prints the layer: the words, the name where it is wider, level,
// country or claimants, id, flags.
func lines(d *document.Document) string {
	var b strings.Builder
	for i := range d.Toponyms {
		x := &d.Toponyms[i]
		p := &x.Place
		b.WriteString(d.Words(x.Range))
		if p.Name != d.Words(x.Range) {
			fmt.Fprintf(&b, " (%s)", p.Name)
		}
		country := string(p.Country)
		if country == "" {
			country = "none"
		}
		if len(p.DisputedBy) > 0 {
			country = "disputed by " + strings.Join(p.DisputedBy, " and ")
		}
		id := p.ID
		if id == "" {
			id = p.Chosen
		}
		fmt.Fprintf(&b, ": %s, %s, %s", p.Level, country, id)
		if x.Demonym {
			b.WriteString(", demonym")
		}
		if x.Metonym {
			b.WriteString(", metonym")
		}
		b.WriteString("\n")
	}
	return b.String()
}

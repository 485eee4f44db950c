package relevance

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// doc cuts text at spaces; the first line is the title.
func doc(text string) *document.Document {
	title, body, _ := strings.Cut(text, "\n")
	d := document.New(&sayso.Article{ID: "a", Title: title, Text: body})
	at := 0
	for w := range strings.FieldsSeq(d.Text) {
		at += strings.Index(d.Text[at:], w)
		d.Tokens = append(d.Tokens, document.Token{Start: int32(at), End: int32(at + len(w))})
		at += len(w)
	}
	n := len(strings.Fields(title))
	d.Blocks = []document.Block{{Range: document.Range{First: 0, End: n}, Kind: document.BlockTitle}, {Range: document.Range{First: n, End: len(d.Tokens)}}}
	d.Sentences = []document.Sentence{{Range: d.Blocks[0].Range}, {Range: d.Blocks[1].Range, Block: 1}}
	return d
}

func TestGate(t *testing.T) {
	stage, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"Blast in market\nA bomb killed 12 people":                                                                        true,
		"Troops leave\nThe army withdrew its soldiers":                                                                    true,
		"Crowds march\nProtesters and police clashed":                                                                     true,
		"Spring fair opens\nThe mayor cut a ribbon and ate a cake":                                                        false,
		"New telescope\nScientists saw a galaxy far away":                                                                 false,
		"Band attacks critics\nThe singer said the album is great" + strings.Repeat(" and sings a song of love", Short/6): false,
		"Fire\nIndia and Pakistan exchanged artillery fire on Monday":                                                     true, // one sign, and short
		"Talks go on\nThe two sides agreed to a ceasefire and truce":                                                      true,
	} {
		d := doc(text)
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		if d.Relevance.Relevant != want {
			t.Errorf("%q: relevant %v, score %v", text, d.Relevance.Relevant, d.Relevance.Score)
		}
		if d.Relevance.Why == nil {
			t.Errorf("%q: no reason", text)
		}
	}
}

func TestUserTriggersPass(t *testing.T) {
	stage, err := New(&lexicon.Lexicon{Types: []lexicon.Type{{ID: "poaching", Triggers: []string{"poach"}}}})
	if err != nil {
		t.Fatal(err)
	}
	d := doc("Rangers\nThey poach rhinos")
	if err := stage.Run(context.Background(), d); err != nil || !d.Relevance.Relevant {
		t.Errorf("relevant %v, %v", d.Relevance.Relevant, err)
	}
}

func TestReadFailures(t *testing.T) {
	good := "bomb\t1\n"
	for _, x := range [][2]string{{"bomb\tmuch\n", good}, {"bomb\t-1\n", good}, {"bomb\n", good}, {good, "talk\tless\n"}, {good, "talk\t0.5\n"}} {
		files := fstest.MapFS{"relevance/words.tsv": {Data: []byte(x[0])}, "relevance/learned.tsv": {Data: []byte(x[1])}}
		if _, err := read(files); err == nil {
			t.Errorf("%q is taken for tables", x)
		}
	}
	if _, err := read(fstest.MapFS{"relevance/words.tsv": {Data: []byte(good)}}); err == nil {
		t.Error("the learned table is not missed")
	}
}

// Talk about conflict is skipped, however many signs it has.
func TestLeanings(t *testing.T) {
	g := &gate{signs: map[string]float64{"army": 2}, leanings: map[string]int32{Always: -100, "democracy": -200, "village": 80}}
	for text, want := range map[string]bool{"x\nthe army": true, "x\narmy and democracy": false, "x\narmy democracy village": true} {
		if got := g.judge(doc(text)); got.Relevant != want {
			t.Errorf("%q: %v, %s", text, got.Relevant, got.Why.Message)
		}
	}
}

// A word repeated adds nothing.
func TestDistinctWords(t *testing.T) {
	w := &gate{signs: map[string]float64{"army": 0.5}}
	if r := w.judge(doc("x\narmy army Army ARMY army")); r.Score != 0.5 {
		t.Errorf("score %v", r.Score)
	}
}

func BenchmarkGate(b *testing.B) {
	stage, err := New(nil)
	if err != nil {
		b.Fatal(err)
	}
	d := doc("Blast in market\n" + strings.Repeat("A bomb killed people in the old town and the police said nothing at all . ", 100))
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

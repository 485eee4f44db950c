package trees

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/reporttest"
)

const easy = "# newdoc id = a\n# newpar\n1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

// parrot gives every token the tags and arcs that a test wants.
func parrot(arcs []document.Arc) document.Stage {
	return document.Stage{Name: "parrot", Run: func(_ context.Context, d *document.Document) error {
		d.Arcs, d.Tags = arcs, make([]document.Tag, len(d.Tokens))
		d.Tags[0] = document.Tag{UPOS: document.NOUN, XPOS: document.NNS, Lemma: "Rebel"}
		return nil
	}}
}

func TestGold(t *testing.T) {
	docs, err := conllu.Read(strings.NewReader(easy))
	if err != nil {
		t.Fatal(err)
	}
	arcs := []document.Arc{{Head: 1, Rel: document.NsubjPass}, {Head: -1, Rel: document.Root}, {Head: 0, Rel: document.Punct}}
	got, err := Gold(context.Background(), docs, strings.ToUpper, parrot(arcs))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Counts{Words: 3, UPOS: 1, XPOS: 1, Lemma: 1, UAS: 2, LAS: 2, Subtypes: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestDocument(t *testing.T) {
	docs, err := conllu.Read(strings.NewReader(easy))
	if err != nil {
		t.Fatal(err)
	}
	d := Document(&docs[0], strings.ToUpper)
	if len(d.Tokens) != 3 || d.Word(0) != "REBELS" || d.Word(2) != "." || len(d.Sentences) != 1 {
		t.Errorf("got %q", d.Text)
	}
}

func TestTask(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x-dev.conllu"), []byte(easy), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := New().Run(context.Background(), eval.Options{Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"upos", "uas", "las", "las-upper", "las-lower", "las-raw", "tokens-f1-raw"} {
		if v, ok := r.Get(name); !ok || v != 1 {
			t.Errorf("%s is %v, %v", name, v, ok)
		}
	}
}

// TestSample holds the figures of a part of the development sides.
func TestSample(t *testing.T) {
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/ud-english-ewt"), Sample: 8}, "trees-ewt.sample")
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/gum"), Set: "news"}, "trees-gum-news")
}

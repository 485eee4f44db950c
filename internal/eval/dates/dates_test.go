package dates

import (
	"context"
	"flag"
	"fmt"
	"os"
	"testing"

	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/ground/temporal"
	"sayso/internal/pipeline"
)

const corpus = "../../../../shared/data/tempeval3"

var errorsOf = flag.Bool("errors", false, "print the errors on TimeBank, the part that is for reading")

func need(t *testing.T) {
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("skipped: no corpus at ../shared/data/tempeval3")
	}
}

// TestBars holds the figures of both parts above their bars.
func TestBars(t *testing.T) {
	need(t)
	for _, c := range []struct {
		set           string
		strict, value float64
	}{{"TimeBank", 0.70, 0.60}, {"AQUAINT", 0.70, 0.60}} {
		r, err := Task.Run(context.Background(), eval.Options{Data: corpus, Set: c.set})
		if err != nil {
			t.Fatal(err)
		}
		strict, _ := r.Get("strict span F1")
		value, _ := r.Get("value F1")
		t.Logf("%s: %+v", c.set, r.Figures)
		if strict < c.strict || value < c.value {
			t.Errorf("%s: strict span F1 %.3f, value F1 %.3f; bars %.2f and %.2f", c.set, strict, value, c.strict, c.value)
		}
	}
}

// TestErrors prints what is wrong on TimeBank, for people.
func TestErrors(t *testing.T) {
	if !*errorsOf {
		t.Skip("skipped: run with -args -errors to read errors")
	}
	docs, err := Read(folder(corpus, "TimeBank"))
	if err != nil {
		t.Fatal(err)
	}
	chain, err := pipeline.New(tokenize.New(), sentence.New(), temporal.New())
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		d, err := chain.Run(context.Background(), &docs[i].Article, document.LayerTimes)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range Match(docs[i].Times, Found(d)) {
			if p.Strict() && p.Gold.Value == p.Found.Value && p.Gold.Kind == p.Found.Kind {
				continue
			}
			fmt.Println(describe(d, p))
		}
	}
}

func describe(d *document.Document, p Pair) string {
	show := func(t *Timex) (string, int) {
		if t == nil {
			return "-", 1 << 30
		}
		return fmt.Sprintf("[%s] %s %s", d.Text[t.Start:t.End], t.Kind, t.Value), t.Start
	}
	g, a := show(p.Gold)
	f, b := show(p.Found)
	label := "VAL "
	switch {
	case p.Gold == nil:
		label = "FP  "
	case p.Found == nil:
		label = "MISS"
	case !p.Strict():
		label = "SPAN"
	}
	at := min(a, b)
	ctx := d.Text[max(0, at-50):min(len(d.Text), at+60)]
	return fmt.Sprintf("%s %s | %s | %v | %q", label, g, f, d.Article.Published, ctx)
}

func TestBySource(t *testing.T) {
	docs, _ := Read(folder(corpus, "TimeBank"))
	chain, _ := pipeline.New(tokenize.New(), sentence.New(), temporal.New())
	by := map[string]*counts{}
	for i := range docs {
		d, err := chain.Run(context.Background(), &docs[i].Article, document.LayerTimes)
		if err != nil {
			t.Fatal(err)
		}
		k := docs[i].Article.ID[:3]
		if by[k] == nil {
			by[k] = &counts{}
		}
		for _, p := range Match(docs[i].Times, Found(d)) {
			by[k].add(p)
		}
	}
	for k, c := range by {
		fmt.Printf("%s gold %d found %d strict %.3f span %.3f value %.3f type %.3f\n", k, c.gold, c.found, c.f1(c.strict), c.f1(c.overlap), c.f1(c.value), c.f1(c.kind))
	}
}

func TestByWords(t *testing.T) {
	docs, _ := Read(folder(corpus, "TimeBank"))
	chain, _ := pipeline.New(tokenize.New(), sentence.New(), temporal.New())
	fp, ok := map[string]int{}, map[string]int{}
	for i := range docs {
		d, err := chain.Run(context.Background(), &docs[i].Article, document.LayerTimes)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range Match(docs[i].Times, Found(d)) {
			if p.Found == nil { continue }
			w := d.Text[p.Found.Start:p.Found.End]
			if p.Gold == nil { fp[w]++ } else { ok[w]++ }
		}
	}
	for w, n := range fp {
		fmt.Printf("W %d %d %s\n", n, ok[w], w)
	}
}

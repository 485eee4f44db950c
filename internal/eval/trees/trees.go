// Package trees scores tags and dependency trees on a treebank: on its own
// tokens, from raw text (tokens and sentences predicted, scored as in the CoNLL
// 2018 shared task), and on the same tokens all in capitals and all in small
// letters.
//
// A head counts in uas. A head with its relation counts in las; relations are
// compared without their subtypes, as in the shared task; las-subtypes compares
// them whole.
package trees

import (
	"context"
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/conllu"
	"sayso/internal/pipeline"
)

// New returns the task.
func New() eval.Task {
	return eval.Task{Name: "trees", Doc: "tags and dependency trees on a treebank: UPOS, UAS, LAS", Run: run}
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	parser, err := depparse.New()
	if err != nil {
		return nil, err
	}
	docs, err := read(o)
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: "trees", Set: conllu.SetName(o.Data, o.Set, o.Split)}
	for _, c := range []struct {
		name   string
		change func(string) string
	}{{"", nil}, {"-upper", strings.ToUpper}, {"-lower", strings.ToLower}} {
		t, err := Gold(ctx, docs, c.change, tagger, parser)
		if err != nil {
			return nil, err
		}
		t.report(r, c.name)
	}
	return r, raw(ctx, r, docs, tagger, parser)
}

// read reads the documents of the corpus.
func read(o eval.Options) ([]conllu.Doc, error) {
	files, err := conllu.Files(o.Data, o.Set, o.Split)
	if err != nil {
		return nil, err
	}
	var out []conllu.Doc
	for _, f := range files {
		docs, err := conllu.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if o.Takes(d.ID) {
				out = append(out, d)
			}
		}
	}
	return out, nil
}

// Counts are what is right of the words of a treebank.
type Counts struct {
	Words, UPOS, XPOS, Lemma, UAS, LAS, Subtypes int
}

// report adds the figures to a report, with a suffix to their names.
func (c Counts) report(r *eval.Report, suffix string) {
	n := float64(max(c.Words, 1))
	r.Add("upos"+suffix, float64(c.UPOS)/n)
	if suffix == "" {
		r.Add("xpos", float64(c.XPOS)/n)
		r.Add("lemma", float64(c.Lemma)/n)
	}
	r.Add("uas"+suffix, float64(c.UAS)/n)
	r.Add("las"+suffix, float64(c.LAS)/n)
	if suffix == "" {
		r.Add("las-subtypes", float64(c.Subtypes)/n)
		r.AddCount("words", c.Words)
	}
}

// Gold runs stages over the tokens and sentences of the treebank, after change
// where it is not nil, and counts what is right.
func Gold(ctx context.Context, docs []conllu.Doc, change func(string) string, stages ...document.Stage) (Counts, error) {
	var c Counts
	for i := range docs {
		d := Document(&docs[i], change)
		for _, s := range stages {
			if err := s.Run(ctx, d); err != nil {
				return c, fmt.Errorf("trees: %s: %w", docs[i].ID, err)
			}
		}
		at := 0
		for _, s := range docs[i].Sentences {
			for k := range s.Words {
				c.add(&s.Words[k], d, at, k)
			}
			at += len(s.Words)
		}
	}
	return c, nil
}

// add compares gold word w, word k of the sentence that starts at token at.
func (c *Counts) add(w *conllu.Word, d *document.Document, at, k int) {
	c.Words++
	got := d.Tags[at+k]
	c.UPOS += count(got.UPOS == w.UPOS)
	c.XPOS += count(got.XPOS == w.XPOS)
	c.Lemma += count(strings.EqualFold(got.Lemma, w.Lemma))
	head := -1
	if w.Head >= 0 {
		head = at + w.Head
	}
	if arc := d.Arcs[at+k]; int(arc.Head) == head {
		c.UAS++
		c.LAS += count(universal(arc.Rel) == universal(w.Rel))
		c.Subtypes += count(arc.Rel == w.Rel)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// universal is the relation without its subtype.
func universal(r document.Rel) string {
	name, _, _ := strings.Cut(r.String(), ":")
	return name
}

// Document returns a document with the tokens and sentences of the treebank.
func Document(doc *conllu.Doc, change func(string) string) *document.Document {
	var text strings.Builder
	var tokens []document.Token
	var sentences []document.Sentence
	for _, s := range doc.Sentences {
		first := len(tokens)
		for _, w := range s.Words {
			form := doc.Text[w.Start:w.End]
			if form == "" {
				form = w.Form
			}
			if change != nil {
				form = change(form)
			}
			start := text.Len()
			text.WriteString(form)
			tokens = append(tokens, document.Token{Start: int32(start), End: int32(text.Len())})
			text.WriteByte(' ')
		}
		sentences = append(sentences, document.Sentence{Range: document.Range{First: first, End: len(tokens)}})
	}
	d := document.New(&sayso.Article{ID: doc.ID, Text: text.String()})
	d.Tokens, d.Sentences = tokens, sentences
	d.Blocks = []document.Block{{Range: document.Range{End: len(tokens)}}}
	return d
}

// raw adds the figures from raw text.
func raw(ctx context.Context, r *eval.Report, docs []conllu.Doc, tagger, parser document.Stage) error {
	chain, err := pipeline.New(tokenize.New(), sentence.New(), tagger, parser)
	if err != nil {
		return err
	}
	var t rawTally
	for i := range docs {
		d, err := chain.Run(ctx, &sayso.Article{ID: docs[i].ID, Text: docs[i].Text}, "")
		if err != nil {
			return err
		}
		t.add(&docs[i], d)
	}
	f1 := func(both int) float64 { return 2 * float64(both) / float64(max(t.gold+t.got, 1)) }
	r.Add("tokens-f1-raw", f1(t.tokens))
	r.Add("upos-raw", f1(t.upos))
	r.Add("uas-raw", f1(t.uas))
	r.Add("las-raw", f1(t.las))
	return nil
}

// rawTally counts words of both sides and agreement.
type rawTally struct{ gold, got, tokens, upos, uas, las int }

// add compares a predicted document with a gold one; words are the same when
// they cover the same text, heads when they are the same word.
func (t *rawTally) add(doc *conllu.Doc, d *document.Document) {
	at := map[sayso.Span]int{}
	for i := range d.Tokens {
		at[d.SpanOf(document.Range{First: i, End: i + 1})] = i
	}
	t.got += len(d.Tokens)
	for _, s := range doc.Sentences {
		t.gold += len(s.Words)
		for _, w := range s.Words {
			i, ok := at[sayso.Span{Start: w.Start, End: w.End}]
			if !ok {
				continue
			}
			t.tokens++
			t.upos += count(d.Tags[i].UPOS == w.UPOS)
			arc := d.Arcs[i]
			if sameHead(d, arc, s.Words, w.Head) {
				t.uas++
				t.las += count(universal(arc.Rel) == universal(w.Rel))
			}
		}
	}
}

// sameHead reports whether the head of an arc covers the text of the gold head.
func sameHead(d *document.Document, arc document.Arc, words []conllu.Word, head int) bool {
	if arc.Head < 0 || head < 0 {
		return arc.Head < 0 && head < 0
	}
	t := d.Tokens[arc.Head]
	return int(t.Start) == words[head].Start && int(t.End) == words[head].End
}

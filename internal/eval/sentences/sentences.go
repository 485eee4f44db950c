// Package sentences scores tokens and sentence boundaries against a treebank,
// in the manner of the CoNLL 2018 shared task: a unit counts when its first and
// last character are right.
//
// The text of each document is rebuilt twice: with its paragraph breaks, and
// with a space in their place.
package sentences

import (
	"context"
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/conllu"
	"sayso/internal/pipeline"
)

// New returns the task.
func New() eval.Task {
	return eval.Task{Name: "sentences", Doc: "tokens and sentence boundaries on a treebank, F1", Run: run}
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	files, err := conllu.Files(o.Data, o.Set, o.Split)
	if err != nil {
		return nil, err
	}
	chain, err := pipeline.New(tokenize.New(), sentence.New())
	if err != nil {
		return nil, err
	}
	var with, without, tokens tally
	for _, f := range files {
		docs, err := conllu.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			if !o.Takes(docs[i].ID) {
				continue
			}
			if err := score(ctx, chain, &docs[i], &with, &tokens); err != nil {
				return nil, err
			}
			if err := score(ctx, chain, &docs[i], &without, nil); err != nil {
				return nil, err
			}
		}
	}
	r := &eval.Report{Task: "sentences", Set: conllu.SetName(o.Data, o.Set, o.Split)}
	r.Add("tokens-f1", tokens.f1())
	r.Add("f1", with.f1())
	r.Add("f1-no-breaks", without.f1())
	r.AddCount("sentences", with.gold)
	return r, nil
}

// tally counts units.
type tally struct{ gold, got, both int }

func (t tally) f1() float64 {
	if t.gold+t.got == 0 {
		return 0
	}
	return 2 * float64(t.both) / float64(t.gold+t.got)
}

// add counts the units of gold and got, which are spans in one text.
func (t *tally) add(gold, got []sayso.Span) {
	in := map[sayso.Span]bool{}
	for _, s := range gold {
		in[s] = true
	}
	for _, s := range got {
		if in[s] {
			t.both++
		}
	}
	t.gold, t.got = t.gold+len(gold), t.got+len(got)
}

// score runs the chain over the text of doc and counts sentences and tokens;
// where tokens is nil, over the text without its paragraph breaks.
func score(ctx context.Context, chain *pipeline.Pipeline, doc *conllu.Doc, sentences, tokens *tally) error {
	text := doc.Text
	if tokens == nil {
		text = strings.ReplaceAll(text, "\n\n", "  ")
	}
	d, err := chain.Run(ctx, &sayso.Article{ID: doc.ID, Text: text}, document.LayerSentences)
	if err != nil {
		return fmt.Errorf("sentences: %w", err)
	}
	var gold, got, goldWords, gotWords []sayso.Span
	for _, s := range doc.Sentences {
		gold = append(gold, sayso.Span{Start: s.Words[0].Start, End: s.Words[len(s.Words)-1].End})
		for _, w := range s.Words {
			goldWords = append(goldWords, sayso.Span{Start: w.Start, End: w.End})
		}
	}
	for _, s := range d.Sentences {
		got = append(got, d.SpanOf(s.Range))
	}
	for i := range d.Tokens {
		gotWords = append(gotWords, d.SpanOf(document.Range{First: i, End: i + 1}))
	}
	sentences.add(gold, got)
	if tokens != nil {
		tokens.add(goldWords, gotWords)
	}
	return nil
}

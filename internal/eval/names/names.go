package names

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/tag"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/names/corpus"
)

// New returns the task.
func New() eval.Task {
	return eval.Task{Name: "names", Run: run,
		Doc: "names on Universal NER's English Web Treebank, and with other extents on re3d (five-fold), span F1"}
}

// run tells the corpora apart by what their folders hold.
func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if _, err := os.Stat(filepath.Join(o.Data, "dev", "CENTCOM")); err == nil {
		return scoreRe3d(ctx, o)
	}
	return scoreUNER(ctx, o)
}

// scoreUNER scores the shipped model on gold tokens and sentences, on the text
// as it is, all in capitals and all in lower case.
func scoreUNER(ctx context.Context, o eval.Options) (*eval.Report, error) {
	file := "en_ewt-ud-dev.iob2"
	if o.Split == "train" {
		file = "en_ewt-ud-train.EARLY.iob2"
	}
	gold, err := corpus.ReadUNER(filepath.Join(o.Data, file))
	if err != nil {
		return nil, err
	}
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	names, err := ner.New()
	if err != nil {
		return nil, err
	}
	gold = slices.DeleteFunc(gold, func(s corpus.Sentence) bool { return !o.Takes(s.Doc) })
	r := &eval.Report{Task: "names", Set: strings.TrimSuffix(file, filepath.Ext(file))}
	for _, v := range []struct {
		suffix string
		write  func(string) string
	}{{"", func(s string) string { return s }}, {"-capitals", strings.ToUpper}, {"-lower", strings.ToLower}} {
		all, by, err := tallies(ctx, gold, v.write, tagger, names)
		if err != nil {
			return nil, err
		}
		r.Add("f1"+v.suffix, all.F1())
		if v.suffix != "" {
			continue
		}
		r.Add("precision", all.Precision())
		r.Add("recall", all.Recall())
		for _, k := range corpus.NamedKinds {
			r.Add("f1-"+corpus.KindName(k), by[k].F1())
		}
		r.AddCount("names", all.Gold)
	}
	return r, nil
}

// tallies runs the stages over documents of gold tokens and counts names, all
// and by kind.
func tallies(ctx context.Context, gold []corpus.Sentence, write func(string) string, stages ...document.Stage) (all corpus.Tally, by [10]corpus.Tally, err error) {
	for from := 0; from < len(gold); {
		to := from
		for to < len(gold) && gold[to].Doc == gold[from].Doc {
			to++
		}
		d, spans := documentOf(gold[from:to], write)
		for _, s := range stages {
			if err := s.Run(ctx, d); err != nil {
				return all, by, err
			}
		}
		all.Add(spans, corpus.Only(d.Names, corpus.NamedKinds))
		for _, k := range corpus.NamedKinds {
			one := []document.NameKind{k}
			by[k].Add(corpus.Only(spans, one), corpus.Only(d.Names, one))
		}
		from = to
	}
	return all, by, nil
}

// documentOf writes sentences of gold tokens as a document, a line each.
func documentOf(sentences []corpus.Sentence, write func(string) string) (*document.Document, []document.Name) {
	var b strings.Builder
	var tokens []document.Token
	var bounds []document.Sentence
	var spans []document.Name
	for _, s := range sentences {
		first := len(tokens)
		for _, w := range s.Words {
			start := b.Len()
			b.WriteString(write(w))
			tokens = append(tokens, document.Token{Start: int32(start), End: int32(b.Len())})
			b.WriteByte(' ')
		}
		b.WriteByte('\n')
		bounds = append(bounds, document.Sentence{Range: document.Range{First: first, End: len(tokens)}})
		for _, n := range s.Spans {
			n.First, n.End = n.First+first, n.End+first
			spans = append(spans, n)
		}
	}
	d := document.New(&sayso.Article{Text: b.String()})
	d.Tokens, d.Sentences = tokens, bounds
	d.Blocks = []document.Block{{Range: document.Range{End: len(tokens)}}}
	return d, spans
}

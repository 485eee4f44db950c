package names

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"

	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/names/corpus"
	"sayso/internal/eval/names/learn"
)

// folds is the number of parts that re3d is cut into, by article.
const folds = 5

// core are the kinds of the main figure: all but nationalities.
var core = append(slices.Clone(corpus.NamedKinds),
	document.NameWeapon, document.NamePlatform, document.NameTime, document.NameQuantity)

// scoreRe3d trains the linear taggers on four fifths of the articles (and the
// other corpora beside the folder) and scores on the fifth, five times; with a
// sample, the first fifth alone. The network, which saw nothing of re3d, is the
// shipped one. Articles that may not be trained on are scored and never trained on.
func scoreRe3d(ctx context.Context, o eval.Options) (*eval.Report, error) {
	all, err := corpus.ReadTraining(filepath.Dir(filepath.Clean(o.Data)), sentence.New())
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all.Re3d, func(a, b corpus.Article) int { return cmp.Compare(a.ID, b.ID) })
	parts := folds
	if o.Sample > 1 {
		parts = 1
	}
	var t re3dTally
	for fold := range parts {
		if err := t.fold(ctx, all, fold); err != nil {
			return nil, err
		}
	}
	return t.report(parts), nil
}

// re3dTally counts spans of the main figure, and by kind.
type re3dTally struct {
	total corpus.Tally
	by    [10]corpus.Tally
}

// fold trains without a part of the articles and counts on it.
func (t *re3dTally) fold(ctx context.Context, all *corpus.Training, fold int) error {
	held := map[string]bool{}
	for i, a := range all.Re3d {
		held[a.ID] = i%folds == fold
	}
	base, err := ner.Shipped()
	if err != nil {
		return err
	}
	tagger, err := tag.New()
	if err != nil {
		return err
	}
	m := *base
	m.Names = learn.Fit(base.Lexicon, all.Named(held, false), learn.Names).Tagger
	m.Extents = learn.Fit(base.Lexicon, all.Extents(held), learn.Extents).Tagger
	stages := []document.Stage{tagger, ner.NewWith(&m)}
	for i := range all.Re3d {
		a := &all.Re3d[i]
		if !held[a.ID] {
			continue
		}
		for _, s := range stages {
			if err := s.Run(ctx, a.Doc); err != nil {
				return err
			}
		}
		t.add(a)
	}
	return nil
}

func (t *re3dTally) add(a *corpus.Article) {
	t.total.Add(corpus.Only(a.Spans, core), corpus.Only(a.Doc.Names, core))
	for k := range t.by {
		one := []document.NameKind{document.NameKind(k)}
		t.by[k].Add(corpus.Only(a.Spans, one), corpus.Only(a.Doc.Names, one))
	}
}

func (t *re3dTally) report(parts int) *eval.Report {
	r := &eval.Report{Task: "names", Set: "re3d dev, five-fold"}
	if parts < folds {
		r.Set = "re3d dev, the first of five folds"
	}
	r.Add("f1", t.total.F1())
	r.Add("precision", t.total.Precision())
	r.Add("recall", t.total.Recall())
	for k := range t.by {
		if t.by[k].Gold > 0 {
			r.Add("f1-"+corpus.KindName(document.NameKind(k)), t.by[k].F1())
			r.AddCount("gold-"+corpus.KindName(document.NameKind(k)), t.by[k].Gold)
		}
	}
	r.Notes = append(r.Notes, "f1 leaves out nationalities; a name is the proper name in re3d's phrase, without article and title",
		"the network of names, which saw nothing of re3d, is the shipped one in every fold; the linear taggers are trained anew")
	return r
}

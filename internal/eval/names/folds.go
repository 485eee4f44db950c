package names

import (
	"context"
	"path/filepath"
	"slices"

	"sayso/internal/annotate/ner"
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

// scoreRe3d trains on four fifths of the articles (and the other corpora
// beside the folder) and scores on the fifth, five times. Articles that may
// not be trained on are scored and never trained on.
func scoreRe3d(ctx context.Context, o eval.Options) (*eval.Report, error) {
	all, err := corpus.ReadTraining(filepath.Dir(filepath.Clean(o.Data)))
	if err != nil {
		return nil, err
	}
	base, err := ner.Shipped()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all.Re3d, func(a, b corpus.Article) int {
		switch {
		case a.ID < b.ID:
			return -1
		case a.ID > b.ID:
			return 1
		}
		return 0
	})
	var total corpus.Tally
	var by [10]corpus.Tally
	for fold := range folds {
		held := map[string]bool{}
		for i, a := range all.Re3d {
			held[a.ID] = i%folds == fold
		}
		m := &ner.Model{Lexicon: base.Lexicon, Caseless: base.Caseless,
			Names:   learn.Fit(base.Lexicon, all.Named(held, false), learn.Names).Tagger,
			Extents: learn.Fit(base.Lexicon, all.Extents(held), learn.Extents).Tagger}
		for i := range all.Re3d {
			a := &all.Re3d[i]
			if !held[a.ID] {
				continue
			}
			if err := ner.NewWith(m).Run(ctx, a.Doc); err != nil {
				return nil, err
			}
			total.Add(corpus.Only(a.Spans, core), corpus.Only(a.Doc.Names, core))
			for k := range by {
				one := []document.NameKind{document.NameKind(k)}
				by[k].Add(corpus.Only(a.Spans, one), corpus.Only(a.Doc.Names, one))
			}
		}
	}
	return re3dReport(total, by[:]), nil
}

func re3dReport(total corpus.Tally, by []corpus.Tally) *eval.Report {
	r := &eval.Report{Task: "names", Set: "re3d dev, five-fold"}
	r.Add("f1", total.F1())
	r.Add("precision", total.Precision())
	r.Add("recall", total.Recall())
	for k := range by {
		if by[k].Gold > 0 {
			r.Add("f1-"+corpus.KindName(document.NameKind(k)), by[k].F1())
			r.AddCount("gold-"+corpus.KindName(document.NameKind(k)), by[k].Gold)
		}
	}
	r.Notes = append(r.Notes, "f1 leaves out nationalities; a name is the proper name in re3d's phrase, without article and title")
	return r
}

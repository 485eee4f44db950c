package joined

import (
	"context"
	"path/filepath"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/incidents/link"
	"sayso/internal/lexicon"
	"sayso/internal/model/logit"
)

// Coded runs the chain on the articles of a folder. An incident has a key where
// it aligns with one that was coded by hand.
func Coded(ctx context.Context, chain eval.Chain, dir string) (*Corpus, error) {
	coded, err := gold.Read(filepath.Join(dir, "articles"), filepath.Join(dir, "coded"), "")
	if err != nil {
		return nil, err
	}
	return aligned(ctx, chain, coded)
}

// unclear is the happening of an incident of which nobody can say whether it is
// that of another; no pair with it is learned from.
const unclear = "?"

// aligned runs the chain on coded articles and gives an incident the key of the
// coded one that it aligns with.
func aligned(ctx context.Context, chain eval.Chain, coded []gold.Coded) (*Corpus, error) {
	terms, err := words()
	if err != nil {
		return nil, err
	}
	c := &Corpus{Keys: map[string]string{}}
	for i := range coded {
		a := &coded[i].Article
		d, err := chain.Run(ctx, a, document.LayerIncidents)
		if err != nil {
			return nil, err
		}
		if coded[i].Pred, err = gold.FromIncidents(d.Incidents); err != nil {
			return nil, err
		}
		for _, p := range gold.Align(&coded[i]) {
			if key := coded[i].Gold[p.Gold].Key; key != unclear {
				c.Keys[d.Incidents[p.Pred].ID] = key
			}
		}
		c.Records = append(c.Records, record(a, terms, d))
	}
	return c, nil
}

// record is what joining reads of an article.
func record(a *sayso.Article, terms *link.Decider, d *document.Document) sayso.ArticleRecord {
	return sayso.ArticleRecord{Article: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Terms: terms.Terms(a.Reading()), Incidents: d.Incidents}
}

// words is a decider that knows which words are rare.
func words() (*link.Decider, error) {
	l, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	return link.NewWith(l, &logit.Model{Names: link.Names(), Weights: make([]int, len(link.Names()))})
}

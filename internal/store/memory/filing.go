package memory

import (
	"cmp"
	"slices"
	"strings"

	"sayso/internal/store"
)

func cloneFiling(f store.Filing) store.Filing {
	f.Keys, f.Links = slices.Clone(f.Keys), slices.Clone(f.Links)
	return f
}

func (t *tables) Filing(article string) (store.Filing, error) {
	return cloneFiling(t.filings[article]), nil
}

func (t *tables) FiledUnder(keys []uint64) ([]string, error) {
	asked := map[uint64]bool{}
	for _, k := range keys {
		asked[k] = true
	}
	var out []string
	for a, f := range t.filings {
		if slices.ContainsFunc(f.Keys, func(k uint64) bool { return asked[k] }) {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return out, nil
}

func (t *tables) LinksOf(report string) ([]store.Link, error) {
	var out []store.Link
	for _, f := range t.filings {
		for _, l := range f.Links {
			if l.Report == report {
				out = append(out, l)
			}
		}
	}
	slices.SortFunc(out, byReports)
	return out, nil
}

func byReports(a, b store.Link) int {
	return cmp.Or(strings.Compare(a.Report, b.Report), strings.Compare(a.Other, b.Other))
}

func (t *tables) PutFiling(f store.Filing) error {
	if err := t.DropFiling(f.Article); err != nil {
		return err
	}
	f = cloneFiling(f)
	slices.SortFunc(f.Links, byReports)
	t.filings[f.Article] = f
	for _, l := range f.Links {
		other := cloneFiling(t.filings[l.OtherArticle])
		other.Article = l.OtherArticle
		other.Links = append(other.Links, store.Link{Report: l.Other, Other: l.Report, OtherArticle: f.Article})
		slices.SortFunc(other.Links, byReports)
		other.Links = slices.Compact(other.Links)
		t.filings[l.OtherArticle] = other
	}
	return nil
}

func (t *tables) DropFiling(article string) error {
	for _, l := range t.filings[article].Links {
		other := cloneFiling(t.filings[l.OtherArticle])
		other.Links = slices.DeleteFunc(other.Links, func(l store.Link) bool { return l.OtherArticle == article })
		t.filings[l.OtherArticle] = other
	}
	delete(t.filings, article)
	return nil
}

package memory

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

func (t *tables) Raw(digest string) (store.Raw, error) {
	r, ok := t.raws[digest]
	if !ok {
		return r, fmt.Errorf("bytes %s: %w", digest, store.ErrNotFound)
	}
	r.Bytes = slices.Clone(r.Bytes)
	return r, nil
}

func (t *tables) HasRaw(digest string) (bool, error) {
	_, ok := t.raws[digest]
	for g := range t.graves {
		ok = ok || g.Kind == store.KindRaw && g.Digest == digest
	}
	return ok, nil
}

func (t *tables) Fetched(address string) (bool, error) {
	for _, r := range t.raws {
		if r.Address != "" && (r.Address == address || r.Origin == address) {
			return true, nil
		}
	}
	return false, nil
}

func (t *tables) Feeds() ([]store.Feed, error) {
	var out []store.Feed
	for _, a := range sorted(t.feeds, "", 0) {
		out = append(out, t.feeds[a])
	}
	return out, nil
}

func (t *tables) RawsOf(article string) ([]string, error) {
	var out []string
	for _, r := range t.raws {
		if r.Article == article {
			out = append(out, r.Digest)
		}
	}
	slices.Sort(out)
	return out, nil
}

func (t *tables) Article(id string) (store.Article, error) {
	a, ok := t.articles[id]
	if !ok {
		return a, fmt.Errorf("article %s: %w", id, store.ErrNotFound)
	}
	return cloneArticle(a), nil
}

func (t *tables) Layers(article string) (store.Layers, error) {
	l, ok := t.layers[article]
	if !ok {
		return l, fmt.Errorf("layers of article %s: %w", article, store.ErrNotFound)
	}
	l.Stages, l.Bytes = slices.Clone(l.Stages), slices.Clone(l.Bytes)
	return l, nil
}

func (t *tables) Articles(after string, limit int) ([]store.Article, error) {
	var out []store.Article
	for _, id := range sorted(t.articles, after, limit) {
		out = append(out, cloneArticle(t.articles[id]))
	}
	return out, nil
}

func (t *tables) ArticlesWith(words string, page store.Page) ([]store.Article, error) {
	words = store.Fold(words)
	var out []store.Article
	for _, a := range t.articles {
		if !a.Taken && holds(&a, words) {
			out = append(out, cloneArticle(a))
		}
	}
	slices.SortFunc(out, newest)
	return cut(out, page), nil
}

func (t *tables) Outlets() ([]store.Outlet, error) {
	var out []store.Outlet
	for _, a := range t.articles {
		if !a.Taken {
			out = append(out, store.Outlet{Name: store.OutletOf(a.Outlet, a.URL), Articles: 1, Last: a.Published})
		}
	}
	return store.GatherOutlets(out), nil
}

func (t *tables) Record(article string) (r sayso.ArticleRecord, err error) {
	b, ok := t.records[article]
	if !ok {
		return r, fmt.Errorf("record of article %s: %w", article, store.ErrNotFound)
	}
	return r, json.Unmarshal(b, &r)
}

func (t *tables) Records(after string, limit int) ([]sayso.ArticleRecord, error) {
	var out []sayso.ArticleRecord
	for _, id := range sorted(t.records, after, limit) {
		r, err := t.Record(id)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (t *tables) Aliases() ([]store.Alias, error) {
	var out []store.Alias
	for _, f := range sorted(t.aliases, "", 0) {
		out = append(out, store.Alias{Former: f, ID: t.aliases[f]})
	}
	return out, nil
}

func (t *tables) Alias(former string) (string, error) { return t.aliases[former], nil }

func (t *tables) Formers(id string) ([]string, error) {
	var out []string
	for f, to := range t.aliases {
		if to == id {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out, nil
}

func (t *tables) Pending(step, version, after string, limit int) ([]string, error) {
	var out []string
	for _, id := range sorted(t.articles, after, 0) {
		a := t.articles[id]
		if a.Coded() && t.cursors[store.Cursor{Step: step, Article: id}] != version {
			out = append(out, id)
		}
	}
	return cut(out, store.Page{Limit: limit}), nil
}

func (t *tables) Cursors(article string) ([]store.Cursor, error) {
	var out []store.Cursor
	for c, version := range t.cursors {
		if article == "" || c.Article == article {
			out = append(out, store.Cursor{Step: c.Step, Version: version, Article: c.Article})
		}
	}
	slices.SortFunc(out, func(a, b store.Cursor) int {
		return cmp.Or(strings.Compare(a.Step, b.Step), strings.Compare(a.Article, b.Article))
	})
	return out, nil
}

func (t *tables) Steps() ([]store.StepCount, error) {
	n := map[store.Cursor]int{}
	for c, version := range t.cursors {
		n[store.Cursor{Step: c.Step, Version: version}]++
	}
	var out []store.StepCount
	for c, k := range n {
		out = append(out, store.StepCount{Step: c.Step, Version: c.Version, Articles: k})
	}
	slices.SortFunc(out, func(a, b store.StepCount) int {
		return cmp.Or(strings.Compare(a.Step, b.Step), strings.Compare(a.Version, b.Version))
	})
	return out, nil
}

func (t *tables) Failures() ([]store.Failure, error) {
	var out []store.Failure
	for _, f := range t.failures {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b store.Failure) int {
		return cmp.Or(strings.Compare(a.Item, b.Item), strings.Compare(a.Stage, b.Stage))
	})
	return out, nil
}

func (t *tables) Decisions(target string) ([]store.Decision, error) {
	var out []store.Decision
	for _, d := range t.decisions {
		if target == "" || d.Target == target {
			out = append(out, d.Clone())
		}
	}
	return out, nil
}

func (t *tables) Decision(id string) (store.Decision, error) {
	for _, d := range t.decisions {
		if d.ID == id {
			return d.Clone(), nil
		}
	}
	return store.Decision{}, fmt.Errorf("decision %s: %w", id, store.ErrNotFound)
}

func (t *tables) Audit(after int64, limit int) ([]store.Entry, error) {
	return slices.Clone(cut(t.audit, store.Page{Offset: int(after), Limit: limit})), nil
}

func (t *tables) Last() (store.Entry, error) {
	if len(t.audit) == 0 {
		return store.Entry{}, nil
	}
	return t.audit[len(t.audit)-1], nil
}

func (t *tables) Tombstones(target string) ([]store.Tombstone, error) {
	var out []store.Tombstone
	for g := range t.graves {
		if target == "" || g.Target == target {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b store.Tombstone) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Target, b.Target), strings.Compare(a.Digest, b.Digest))
	})
	return out, nil
}

func (t *tables) Counts() (store.Counts, error) {
	n := store.Counts{Raws: len(t.raws), Articles: len(t.articles), Records: len(t.records), Incidents: len(t.incidents),
		Failures: len(t.failures), Decisions: len(t.decisions), Entries: len(t.audit)}
	for _, a := range t.articles {
		if a.Taken {
			n.Taken++
		} else if a.Language != "en" {
			n.Foreign++
		}
	}
	return n, nil
}

package memory

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// tables are one state. Values are kept as JSON where they hold pointers or
// lists, so that nothing is shared with callers.
type tables struct {
	raws      map[string]store.Raw
	articles  map[string]store.Article
	records   map[string][]byte
	layers    map[string]store.Layers
	incidents map[string]kept
	found     map[string][]byte
	filings   map[string]store.Filing
	aliases   map[string]string
	cursors   map[store.Cursor]string // key without version; version
	failures  map[[2]string]store.Failure
	decisions []store.Decision
	audit     []store.Entry
	graves    map[store.Tombstone]bool
	feeds     map[string]store.Feed
	jobs      map[string]store.Job
	keyed     map[[2]string][]byte // by kind and key
	numbers                        // of incidents
}

// kept is an incident with what queries look at.
type kept struct {
	n     int64
	json  []byte
	facts store.Facts
}

func newTables() *tables {
	return &tables{raws: map[string]store.Raw{}, articles: map[string]store.Article{}, records: map[string][]byte{}, layers: map[string]store.Layers{},
		incidents: map[string]kept{}, found: map[string][]byte{}, filings: map[string]store.Filing{}, aliases: map[string]string{}, cursors: map[store.Cursor]string{},
		failures: map[[2]string]store.Failure{}, graves: map[store.Tombstone]bool{}, feeds: map[string]store.Feed{},
		jobs: map[string]store.Job{}, keyed: map[[2]string][]byte{}, numbers: numbers{ids: map[int64]string{}, changed: map[int64]int64{}}}
}

func (t *tables) clone() *tables {
	return &tables{raws: maps.Clone(t.raws), articles: maps.Clone(t.articles), records: maps.Clone(t.records), layers: maps.Clone(t.layers),
		incidents: maps.Clone(t.incidents), found: maps.Clone(t.found), filings: maps.Clone(t.filings), aliases: maps.Clone(t.aliases), cursors: maps.Clone(t.cursors),
		failures: maps.Clone(t.failures), decisions: slices.Clone(t.decisions), audit: slices.Clip(t.audit), graves: maps.Clone(t.graves),
		feeds: maps.Clone(t.feeds), jobs: maps.Clone(t.jobs), keyed: maps.Clone(t.keyed), numbers: t.numbers.clone()}
}

func (t *tables) PutRaw(r store.Raw) error {
	if _, ok := t.raws[r.Digest]; !ok {
		r.Bytes = slices.Clone(r.Bytes)
		t.raws[r.Digest] = r
	}
	return nil
}

func (t *tables) DropRaw(digest string) error { delete(t.raws, digest); return nil }

func (t *tables) PutArticle(a store.Article) error { t.articles[a.ID] = cloneArticle(a); return nil }

func cloneArticle(a store.Article) store.Article { a.Quotes = slices.Clone(a.Quotes); return a }

func (t *tables) PutRecord(r sayso.ArticleRecord) (err error) {
	if _, ok := t.articles[r.Article]; !ok {
		return fmt.Errorf("record of article %s: %w", r.Article, store.ErrNotFound)
	}
	t.records[r.Article], err = json.Marshal(r)
	return err
}

func (t *tables) PutLayers(l store.Layers) error {
	if _, ok := t.articles[l.Article]; !ok {
		return fmt.Errorf("layers of article %s: %w", l.Article, store.ErrNotFound)
	}
	l.Stages, l.Bytes = slices.Clone(l.Stages), slices.Clone(l.Bytes)
	t.layers[l.Article] = l
	return nil
}

func (t *tables) DropRecord(article string) error {
	delete(t.records, article)
	delete(t.layers, article)
	return nil
}

func (t *tables) PutIncident(in sayso.Incident) error {
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	var own sayso.Incident
	err = json.Unmarshal(b, &own)
	t.incidents[in.ID] = kept{t.put(in.ID, t.incidents[in.ID].n), b, store.FactsOf(&own)}
	return err
}

func (t *tables) PutFound(in sayso.Incident) (err error) {
	t.found[in.ID], err = json.Marshal(in)
	return err
}

func (t *tables) DropFound(id string) error { delete(t.found, id); return nil }

func (t *tables) DropIncident(id string) error {
	if k, ok := t.incidents[id]; ok {
		t.drop(k.n)
		delete(t.incidents, id)
	}
	return nil
}

func (t *tables) PutAlias(a store.Alias) error { t.aliases[a.Former] = a.ID; return nil }

func (t *tables) DropAlias(former string) error { delete(t.aliases, former); return nil }

func (t *tables) PutCursor(c store.Cursor) error {
	if _, ok := t.articles[c.Article]; !ok {
		return fmt.Errorf("cursor of article %s: %w", c.Article, store.ErrNotFound)
	}
	if c.Version == "" {
		delete(t.cursors, store.Cursor{Step: c.Step, Article: c.Article})
		return nil
	}
	t.cursors[store.Cursor{Step: c.Step, Article: c.Article}] = c.Version
	return nil
}

func (t *tables) PutFailure(f store.Failure) error {
	key := [2]string{f.Item, f.Stage}
	f.Attempts = max(f.Attempts, 1)
	if was, ok := t.failures[key]; ok {
		f.First, f.Attempts = was.First, was.Attempts+1
	}
	t.failures[key] = f
	return nil
}

func (t *tables) DropFailures(of string) error {
	maps.DeleteFunc(t.failures, func(_ [2]string, f store.Failure) bool { return f.Name == of || f.Item == of })
	return nil
}

func (t *tables) PutDecision(d store.Decision) error {
	for i := range t.decisions {
		if t.decisions[i].ID == d.ID {
			d.N = t.decisions[i].N
			t.decisions[i] = d.Clone()
			return nil
		}
	}
	d.N = int64(len(t.decisions)) + 1
	t.decisions = append(t.decisions, d.Clone())
	return nil
}

func (t *tables) PutEntry(e store.Entry) error {
	if e.Seq != int64(len(t.audit))+1 {
		return fmt.Errorf("%w: audit entry %d does not follow %d", store.ErrBroken, e.Seq, len(t.audit))
	}
	t.audit = append(t.audit, e)
	return nil
}

func (t *tables) PutFeed(f store.Feed) error { t.feeds[f.Address] = f; return nil }

func (t *tables) DropFeed(address string) error { delete(t.feeds, address); return nil }

func (t *tables) PutTombstone(s store.Tombstone) error { t.graves[s] = true; return nil }

// sorted are the keys of a map after one, at most limit of them.
func sorted[V any](m map[string]V, after string, limit int) []string {
	keys := slices.DeleteFunc(slices.Sorted(maps.Keys(m)), func(k string) bool { return k <= after && after != "" })
	return cut(keys, store.Page{Limit: limit})
}

func cut[T any](list []T, p store.Page) []T {
	list = list[min(p.Offset, len(list)):]
	if p.Limit > 0 {
		list = list[:min(p.Limit, len(list))]
	}
	return list
}

// holds reports whether an article holds the folded words.
func holds(a *store.Article, words string) bool {
	return store.HoldsWords(store.Fold(a.Reading()+" "+a.Byline+" "+a.Captions), words)
}

func newest(a, b store.Article) int {
	if a.Published != b.Published {
		if a.Published > b.Published {
			return -1
		}
		return 1
	}
	return strings.Compare(a.ID, b.ID)
}

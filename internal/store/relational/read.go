package relational

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/store"
)

func (t *tx) Raw(digest string) (r store.Raw, err error) {
	var b []byte
	r.Digest = digest
	err = t.one("bytes", digest, `SELECT address, origin, at, media, header, article, packed FROM raws WHERE digest = $1`,
		[]any{digest}, &r.Address, &r.Origin, &r.At, &r.Media, &r.Header, &r.Article, &b)
	if err != nil {
		return r, err
	}
	r.Bytes, err = unpack(b)
	return r, err
}

func (t *tx) HasRaw(digest string) (bool, error) {
	var n int
	err := t.QueryRowContext(t.Ctx, `SELECT (SELECT count(*) FROM raws WHERE digest = $1) +
		(SELECT count(*) FROM tombstones WHERE target = $1 AND kind = 'raw')`, digest).Scan(&n)
	return n > 0, err
}

func (t *tx) Fetched(address string) (bool, error) {
	var n int
	err := t.QueryRowContext(t.Ctx, `SELECT count(*) FROM raws WHERE address <> '' AND (address = $1 OR origin = $1)`, address).Scan(&n)
	return n > 0, err
}

func (t *tx) Feeds() ([]store.Feed, error) {
	return list(t, func(scan func(...any) error) (f store.Feed, err error) {
		return f, scan(&f.Address, &f.Title, &f.ETag, &f.Modified, &f.Checked, &f.Problem, &f.Items)
	}, `SELECT address, title, etag, modified, checked, problem, items FROM feeds ORDER BY address`)
}

func (t *tx) RawsOf(article string) ([]string, error) {
	return list(t, text, `SELECT digest FROM raws WHERE article = $1 ORDER BY digest`, article)
}

const articleColumns = `SELECT articles.id, url, outlet, title, byline, published, dated, retrieved, language, body, quotes, captions, digest, raw, taken FROM articles `

func article(scan func(...any) error) (a store.Article, err error) {
	var day, taken int64
	var quotes string
	err = scan(&a.ID, &a.URL, &a.Outlet, &a.Title, &a.Byline, &day, &a.Dated, &a.Retrieved, &a.Language, &a.Text, &quotes, &a.Captions, &a.Digest, &a.Raw, &taken)
	a.Published, a.Taken = sayso.Day(day), taken != 0
	if err == nil && quotes != "" {
		if err = json.Unmarshal([]byte(quotes), &a.Quotes); err != nil {
			err = fmt.Errorf("%w: article %s: %w", store.ErrBroken, a.ID, err)
		}
	}
	return a, err
}

func (t *tx) Article(id string) (store.Article, error) {
	found, err := list(t, article, articleColumns+`WHERE id = $1`, id)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("article %s: %w", id, store.ErrNotFound)
	}
	if err != nil {
		return store.Article{}, err
	}
	return found[0], nil
}

func (t *tx) Articles(after string, limit int) ([]store.Article, error) {
	return list(t, article, articleColumns+`WHERE id > $1 ORDER BY id LIMIT $2`, after, all(limit))
}

func (t *tx) ArticlesWith(words string, page store.Page) ([]store.Article, error) {
	where, args := `WHERE taken = 0`, []any{all(page.Limit), page.Offset}
	if words = store.Fold(words); words != "" {
		found, value := t.dialect.WithWords(Articles, words, 3)
		where, args = where+" AND n IN ("+found+")", append(args, value)
	}
	return list(t, article, articleColumns+where+` ORDER BY published DESC, id LIMIT $1 OFFSET $2`, args...)
}

func (t *tx) Outlets() ([]store.Outlet, error) {
	outlet := func(scan func(...any) error) (o store.Outlet, err error) {
		var address string
		var last int64
		err = scan(&o.Name, &address, &o.Articles, &last)
		o.Name, o.Last = store.OutletOf(o.Name, address), sayso.Day(last)
		return o, err
	}
	named, err := list(t, outlet, `SELECT outlet, '', count(*), max(published) FROM articles WHERE taken = 0 AND outlet <> '' GROUP BY outlet`)
	rest, err2 := list(t, outlet, `SELECT outlet, url, 1, published FROM articles WHERE taken = 0 AND outlet = ''`)
	return store.GatherOutlets(append(named, rest...)), errors.Join(err, err2)
}

func (t *tx) Record(id string) (r sayso.ArticleRecord, err error) {
	var b []byte
	if err := t.one("record of article", id, `SELECT packed FROM records WHERE article = $1`, []any{id}, &b); err != nil {
		return r, err
	}
	return unpackJSON[sayso.ArticleRecord](b)
}

func (t *tx) Records(after string, limit int) ([]sayso.ArticleRecord, error) {
	return list(t, packed[sayso.ArticleRecord]("record of article"), `SELECT article, packed FROM records WHERE article > $1 ORDER BY article LIMIT $2`, after, all(limit))
}

func (t *tx) Aliases() ([]store.Alias, error) {
	return list(t, func(scan func(...any) error) (a store.Alias, err error) { return a, scan(&a.Former, &a.ID) },
		`SELECT former, id FROM aliases ORDER BY former`)
}

func (t *tx) Alias(former string) (string, error) {
	found, err := list(t, text, `SELECT id FROM aliases WHERE former = $1`, former)
	return strings.Join(found, ""), err
}

func (t *tx) Layers(article string) (store.Layers, error) {
	l := store.Layers{Article: article}
	var stages []byte
	err := t.one("layers of article", article, `SELECT stages, digest, packed FROM layers WHERE article = $1`, []any{article}, &stages, &l.Digest, &l.Bytes)
	if err != nil {
		return l, err
	}
	if l.Stages, err = unpackJSON[[]store.StageCursor](stages); err != nil {
		return l, err
	}
	l.Bytes, err = unpack(l.Bytes)
	return l, err
}

func (t *tx) Formers(id string) ([]string, error) {
	return list(t, text, `SELECT former FROM aliases WHERE id = $1 ORDER BY former`, id)
}

// Pending reads what is at another version alone: articles that are coded have a
// row for each step from the start.
func (t *tx) Pending(step, version, after string, limit int) ([]string, error) {
	return list(t, text, `SELECT cursors.article FROM cursors JOIN articles ON articles.id = cursors.article
		WHERE step = $1 AND (version < $3 OR version > $3) AND cursors.article > $2 AND taken = 0 AND language = 'en'
		ORDER BY cursors.article LIMIT $4`, step, after, version, all(limit))
}

// Cursors asks for one article or for all in words of their own: with both in one
// question no index is used, and an export reads all cursors for each article.
func (t *tx) Cursors(article string) ([]store.Cursor, error) {
	cursor := func(scan func(...any) error) (c store.Cursor, err error) {
		return c, scan(&c.Step, &c.Article, &c.Version)
	}
	if article == "" {
		return list(t, cursor, `SELECT step, article, version FROM cursors WHERE version <> '' ORDER BY step, article`)
	}
	return list(t, cursor, `SELECT step, article, version FROM cursors WHERE version <> '' AND article = $1 ORDER BY step, article`, article)
}

func (t *tx) Steps() ([]store.StepCount, error) {
	return list(t, func(scan func(...any) error) (s store.StepCount, err error) {
		return s, scan(&s.Step, &s.Version, &s.Articles)
	}, `SELECT step, version, count(*) FROM cursors WHERE version <> '' GROUP BY step, version ORDER BY step, version`)
}

func (t *tx) Failures() ([]store.Failure, error) {
	return list(t, func(scan func(...any) error) (f store.Failure, err error) {
		return f, scan(&f.Item, &f.Stage, &f.Kind, &f.Reason, &f.Name, &f.First, &f.Last, &f.Attempts)
	}, `SELECT item, stage, kind, reason, name, first, last, attempts FROM failures ORDER BY item, stage`)
}

func (t *tx) Decisions(target string) ([]store.Decision, error) {
	if target == "" {
		return list(t, decision, `SELECT n, packed FROM decisions ORDER BY n`)
	}
	return list(t, decision, `SELECT n, packed FROM decisions WHERE target = $1 ORDER BY n`, target)
}

func decision(scan func(...any) error) (d store.Decision, err error) {
	var b []byte
	var n int64
	if err := scan(&n, &b); err != nil {
		return d, err
	}
	if d, err = unpackJSON[store.Decision](b); err != nil {
		err = fmt.Errorf("decision number %d: %w", n, err)
	}
	d.N = n
	return d, err
}

func (t *tx) Decision(id string) (store.Decision, error) {
	found, err := list(t, decision, `SELECT n, packed FROM decisions WHERE id = $1`, id)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("decision %s: %w", id, store.ErrNotFound)
	}
	if err != nil {
		return store.Decision{}, err
	}
	return found[0], nil
}

func entry(scan func(...any) error) (e store.Entry, err error) {
	return e, scan(&e.Seq, &e.At, &e.By, &e.Action, &e.Target, &e.Digest, &e.Prev, &e.Hash)
}

const entries = `SELECT seq, at, by_whom, action, target, digest, prev, hash FROM audit `

func (t *tx) Audit(after int64, limit int) ([]store.Entry, error) {
	return list(t, entry, entries+`WHERE seq > $1 ORDER BY seq LIMIT $2`, after, all(limit))
}

func (t *tx) Last() (store.Entry, error) {
	found, err := list(t, entry, entries+`ORDER BY seq DESC LIMIT 1`)
	if err != nil || len(found) == 0 {
		return store.Entry{}, err
	}
	return found[0], nil
}

func (t *tx) Tombstones(target string) ([]store.Tombstone, error) {
	return list(t, func(scan func(...any) error) (s store.Tombstone, err error) {
		return s, scan(&s.Kind, &s.Target, &s.Digest, &s.At, &s.By, &s.Reason)
	}, `SELECT kind, target, digest, at, by_whom, reason FROM tombstones WHERE $1 = '' OR target = $1 ORDER BY kind, target, digest`, target)
}

// CountsQuery counts what is kept; that no article is read for it is tested
// with each database.
const CountsQuery = `SELECT (SELECT count(*) FROM raws), (SELECT count(*) FROM articles),
	(SELECT count(*) FROM articles WHERE taken = 0 AND language <> 'en'), (SELECT count(*) FROM articles WHERE taken <> 0),
	(SELECT count(*) FROM records), (SELECT count(*) FROM incidents), (SELECT count(*) FROM failures),
	(SELECT count(*) FROM decisions), (SELECT count(*) FROM audit)`

func (t *tx) Counts() (n store.Counts, err error) {
	return n, t.QueryRowContext(t.Ctx, CountsQuery).Scan(&n.Raws, &n.Articles, &n.Foreign, &n.Taken,
		&n.Records, &n.Incidents, &n.Failures, &n.Decisions, &n.Entries)
}

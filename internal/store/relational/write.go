package relational

import (
	"encoding/json"
	"errors"
	"fmt"

	"sayso"
	"sayso/internal/store"
)

func (t *tx) PutRaw(r store.Raw) error {
	return t.come("raws", `INSERT INTO raws(digest, address, origin, at, media, header, article, packed) VALUES($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT(digest) DO NOTHING`, r.Digest, r.Address, r.Origin, r.At, r.Media, r.Header, r.Article, pack(r.Bytes))
}

func (t *tx) DropRaw(digest string) error {
	return t.gone("raws", `DELETE FROM raws WHERE digest = $1`, digest)
}

func (t *tx) PutArticle(a store.Article) error {
	was, err := t.Article(a.ID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	quotes, err := places(a.Quotes)
	if err != nil {
		return err
	}
	first, err := t.turn("articles", []string{"id"}, []any{a.ID}, `INSERT INTO articles(id, url, outlet, title, byline, published, dated, retrieved, language, body, quotes, captions, digest, raw, taken)
		VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT(id) DO UPDATE SET url = excluded.url, outlet = excluded.outlet, title = excluded.title, byline = excluded.byline,
		published = excluded.published, dated = excluded.dated, retrieved = excluded.retrieved, language = excluded.language, body = excluded.body,
		quotes = excluded.quotes, captions = excluded.captions, digest = excluded.digest, raw = excluded.raw, taken = excluded.taken`,
		a.ID, a.URL, a.Outlet, a.Title, a.Byline, int64(a.Published), a.Dated, a.Retrieved, a.Language, a.Text, quotes, a.Captions, a.Digest, a.Raw, number(a.Taken))
	if err != nil {
		return err
	}
	n, _ := first.(int64)
	if a.Coded() {
		err := t.come("cursors", `INSERT INTO cursors(step, article, version) VALUES($1, $4, ''), ($2, $4, ''), ($3, $4, '') ON CONFLICT(step, article) DO NOTHING`,
			store.StepExtract, store.StepCode, store.StepJoin, a.ID)
		if err != nil {
			return err
		}
	}
	return t.dialect.PutWords(t.Conn, Articles, n, wordsOf(&was), wordsOf(&a))
}

// places are spans as a column has them: JSON, "" for none.
func places(spans []sayso.Span) (string, error) {
	if len(spans) == 0 {
		return "", nil
	}
	b, err := json.Marshal(spans)
	return string(b), err
}

// wordsOf are the words that an article is found by.
func wordsOf(a *store.Article) string {
	if a.Taken {
		return ""
	}
	return store.Fold(a.Reading() + " " + a.Byline + " " + a.Captions)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *tx) PutRecord(r sayso.ArticleRecord) error {
	b, err := packJSON(r)
	if err != nil {
		return err
	}
	if err := t.known("record", r.Article); err != nil {
		return err
	}
	_, err = t.turn("records", []string{"article"}, []any{r.Article}, `INSERT INTO records(article, packed) VALUES($1, $2)
		ON CONFLICT(article) DO UPDATE SET packed = excluded.packed`, r.Article, b)
	return err
}

// known fails where an article is not kept.
func (t *tx) known(what, article string) error {
	var n int64
	return t.one(what+" of article", article, `SELECT n FROM articles WHERE id = $1`, []any{article}, &n)
}

func (t *tx) PutLayers(l store.Layers) error {
	stages, err := json.Marshal(l.Stages)
	if err != nil {
		return err
	}
	if err := t.known("layers", l.Article); err != nil {
		return err
	}
	_, err = t.turn("layers", []string{"article"}, []any{l.Article}, `INSERT INTO layers(article, stages, digest, packed) VALUES($1, $2, $3, $4)
		ON CONFLICT(article) DO UPDATE SET stages = excluded.stages, digest = excluded.digest, packed = excluded.packed`, l.Article, pack(stages), l.Digest, pack(l.Bytes))
	return err
}

func (t *tx) DropRecord(article string) error {
	return errors.Join(t.gone("records", `DELETE FROM records WHERE article = $1`, article), t.gone("layers", `DELETE FROM layers WHERE article = $1`, article))
}

func (t *tx) PutAlias(a store.Alias) error {
	return t.Exec(`INSERT INTO aliases(former, id) VALUES($1, $2) ON CONFLICT(former) DO UPDATE SET id = excluded.id`, a.Former, a.ID)
}

func (t *tx) DropAlias(former string) error {
	return t.Exec(`DELETE FROM aliases WHERE former = $1`, former)
}

func (t *tx) PutCursor(c store.Cursor) error {
	if err := t.known("cursor", c.Article); err != nil {
		return err
	}
	_, err := t.turn("cursors", []string{"step", "article"}, []any{c.Step, c.Article}, `INSERT INTO cursors(step, article, version) VALUES($1, $2, $3)
		ON CONFLICT(step, article) DO UPDATE SET version = excluded.version`, c.Step, c.Article, c.Version)
	return err
}

func (t *tx) PutFailure(f store.Failure) error {
	_, err := t.turn("failures", []string{"item", "stage"}, []any{f.Item, f.Stage}, `INSERT INTO failures(item, stage, kind, reason, name, first, last, attempts) VALUES($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT(item, stage) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, name = excluded.name,
		last = excluded.last, attempts = failures.attempts + 1`, f.Item, f.Stage, f.Kind, f.Reason, f.Name, f.First, f.Last, max(f.Attempts, 1))
	return err
}

func (t *tx) DropFailures(of string) error {
	return t.gone("failures", `DELETE FROM failures WHERE item = $1 OR name = $1`, of)
}

func (t *tx) PutDecision(d store.Decision) error {
	b, err := packJSON(d)
	if err != nil {
		return err
	}
	return t.Exec(`INSERT INTO decisions(id, target, packed) VALUES($1, $2, $3) ON CONFLICT(id) DO UPDATE SET packed = excluded.packed`,
		d.ID, d.Target, b)
}

func (t *tx) PutEntry(e store.Entry) error {
	var last int64
	if err := t.QueryRowContext(t.Ctx, `SELECT coalesce(max(seq), 0) FROM audit`).Scan(&last); err != nil {
		return err
	}
	if e.Seq != last+1 {
		return fmt.Errorf("%w: audit entry %d does not follow %d", store.ErrBroken, e.Seq, last)
	}
	return t.Exec(`INSERT INTO audit(seq, at, by_whom, action, target, digest, prev, hash) VALUES($1, $2, $3, $4, $5, $6, $7, $8)`,
		e.Seq, e.At, e.By, e.Action, e.Target, e.Digest, e.Prev, e.Hash)
}

func (t *tx) PutFeed(f store.Feed) error {
	_, err := t.turn("feeds", []string{"address"}, []any{f.Address}, `INSERT INTO feeds(address, title, etag, modified, checked, problem, items) VALUES($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT(address) DO UPDATE SET title = excluded.title, etag = excluded.etag, modified = excluded.modified,
		checked = excluded.checked, problem = excluded.problem, items = excluded.items`, f.Address, f.Title, f.ETag, f.Modified, f.Checked, f.Problem, f.Items)
	return err
}

func (t *tx) DropFeed(address string) error {
	return t.gone("feeds", `DELETE FROM feeds WHERE address = $1`, address)
}

func (t *tx) PutTombstone(s store.Tombstone) error {
	return t.Exec(`INSERT INTO tombstones(kind, target, digest, at, by_whom, reason) VALUES($1, $2, $3, $4, $5, $6)
		ON CONFLICT(kind, target, digest) DO NOTHING`, s.Kind, s.Target, s.Digest, s.At, s.By, s.Reason)
}

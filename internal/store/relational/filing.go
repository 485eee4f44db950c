package relational

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"sayso/internal/store"
)

func (t *tx) Filing(article string) (f store.Filing, err error) {
	var b []byte
	err = t.QueryRowContext(t.Ctx, `SELECT keys FROM filings WHERE article = $1`, article).Scan(&b)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return f, err
	}
	for ; len(b) >= 8; b = b[8:] {
		f.Keys = append(f.Keys, binary.BigEndian.Uint64(b))
	}
	var err2 error
	f.Links, err2 = list(t, link, `SELECT report, other, other_article FROM links WHERE article = $1 ORDER BY report, other`, article)
	if err == nil || len(f.Links) > 0 {
		f.Article = article
	}
	return f, err2
}

func link(scan func(...any) error) (l store.Link, err error) {
	return l, scan(&l.Report, &l.Other, &l.OtherArticle)
}

// atOnce is the number of keys that a statement takes.
const atOnce = 500

func (t *tx) FiledUnder(keys []uint64) (out []string, err error) {
	for part := range slices.Chunk(keys, atOnce) {
		c := &conditions{}
		marks := c.places(len(part))
		for _, k := range part {
			c.args = append(c.args, int64(k))
		}
		found, err := list(t, text, `SELECT DISTINCT articles.id FROM filed JOIN articles ON articles.n = filed.article WHERE filed.key IN (`+marks+`)`, c.args...)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

func (t *tx) LinksOf(report string) ([]store.Link, error) {
	return list(t, link, `SELECT report, other, other_article FROM links WHERE report = $1 ORDER BY report, other`, report)
}

func (t *tx) PutFiling(f store.Filing) error {
	if err := t.DropFiling(f.Article); err != nil {
		return err
	}
	var n int64
	if err := t.one("filing of article", f.Article, `SELECT n FROM articles WHERE id = $1`, []any{f.Article}, &n); err != nil {
		return err
	}
	b := []byte{}
	for part := range slices.Chunk(f.Keys, atOnce) {
		c := &conditions{args: []any{n}}
		var rows []string
		for _, k := range part {
			b = binary.BigEndian.AppendUint64(b, k)
			rows = append(rows, "("+c.places(1)+", $1)")
			c.args = append(c.args, int64(k))
		}
		if err := t.Exec(`INSERT INTO filed(key, article) VALUES `+strings.Join(rows, ", "), c.args...); err != nil {
			return err
		}
	}
	if err := t.come("filings", `INSERT INTO filings(article, keys) VALUES($1, $2)`, f.Article, b); err != nil {
		return err
	}
	return t.putLinks(f)
}

// putLinks keeps links from both ends.
func (t *tx) putLinks(f store.Filing) error {
	for part := range slices.Chunk(f.Links, atOnce/8) {
		c := &conditions{args: []any{f.Article}}
		var rows []string
		for _, l := range part {
			c.args = append(c.args, l.Report, l.Other, l.OtherArticle)
			n := len(c.args)
			rows = append(rows, fmt.Sprintf("($%[1]d, $1, $%[2]d, $%[3]d), ($%[2]d, $%[3]d, $%[1]d, $1)", n-2, n-1, n))
		}
		if err := t.come("links", `INSERT INTO links(report, article, other, other_article) VALUES `+strings.Join(rows, ", ")+` ON CONFLICT(report, other) DO NOTHING`, c.args...); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) DropFiling(article string) error {
	was, err := t.Filing(article)
	if err != nil || was.Article == "" {
		return err
	}
	var n int64
	if err := t.one("filing of article", article, `SELECT n FROM articles WHERE id = $1`, []any{article}, &n); err != nil {
		return err
	}
	for part := range slices.Chunk(was.Keys, atOnce) {
		c := &conditions{args: []any{n}}
		marks := c.places(len(part))
		for _, k := range part {
			c.args = append(c.args, int64(k))
		}
		if err := t.Exec(`DELETE FROM filed WHERE article = $1 AND key IN (`+marks+`)`, c.args...); err != nil {
			return err
		}
	}
	return errors.Join(t.gone("links", `DELETE FROM links WHERE article = $1`, article), t.gone("links", `DELETE FROM links WHERE other_article = $1`, article),
		t.gone("filings", `DELETE FROM filings WHERE article = $1`, article))
}

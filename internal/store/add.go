package store

import (
	"errors"
	"fmt"

	"sayso"
)

// Act says who does something, and when (RFC 3339).
type Act struct{ By, At string }

// Addition is an article with all that came of it.
type Addition struct {
	Act
	Raw     Raw // Bytes may be empty where nothing was kept
	Article sayso.Article
	Record  *sayso.ArticleRecord // nil: not coded yet, or not to be coded
	Cursors []Cursor             // steps that were done; Article is filled in
}

// Add keeps an article, the bytes it came in and what it tells. It reports
// false, and changes nothing but to keep bytes that are new, for an article
// that is there already. Errors are ErrTaken for what was taken down and
// ErrDiffers for an id that belongs to another text.
func Add(tx Writer, a Addition) (added bool, err error) {
	before, err := tx.Article(a.Article.ID)
	switch {
	case errors.Is(err, ErrNotFound):
	case err != nil:
		return false, err
	case before.Taken:
		return false, fmt.Errorf("article %s: %w", a.Article.ID, ErrTaken)
	case before.Reading() != a.Article.Reading():
		return false, fmt.Errorf("article %s: %w", a.Article.ID, ErrDiffers)
	default:
		return false, putRaw(tx, a)
	}
	if gone, err := barred(tx, a.Raw.Digest); err != nil || gone {
		return false, errors.Join(err, fmt.Errorf("article %s: %w", a.Article.ID, ErrTaken))
	}
	if err := putRaw(tx, a); err != nil {
		return false, err
	}
	if err := tx.PutArticle(Article{Article: a.Article, Raw: a.Raw.Digest}); err != nil {
		return false, err
	}
	if a.Record != nil {
		if err := tx.PutRecord(*a.Record); err != nil {
			return false, err
		}
	}
	for _, c := range a.Cursors {
		c.Article = a.Article.ID
		if err := tx.PutCursor(c); err != nil {
			return false, err
		}
	}
	return true, note(tx, a.Act, "add", a.Article.ID, sayso.DigestOf([]byte(a.Article.Reading())))
}

func putRaw(tx Writer, a Addition) error {
	if len(a.Raw.Bytes) == 0 {
		return nil
	}
	if gone, err := barred(tx, a.Raw.Digest); err != nil || gone {
		return err
	}
	a.Raw.Article = a.Article.ID
	return tx.PutRaw(a.Raw)
}

// barred reports whether bytes were taken down.
func barred(tx Reader, digest string) (bool, error) {
	list, err := tx.Tombstones(digest)
	for _, t := range list {
		if t.Kind == KindRaw {
			return true, err
		}
	}
	return false, err
}

// note appends to the audit.
func note(tx Writer, act Act, action, target, digest string) error {
	last, err := Last(tx)
	if err != nil {
		return err
	}
	e := Entry{Seq: last.Seq + 1, At: act.At, By: act.By, Action: action, Target: target, Digest: digest, Prev: last.Hash}
	e.Hash = e.Seal()
	return tx.PutEntry(e)
}

// Last returns the audit's last entry; the zero Entry before the first.
func Last(tx Reader) (Entry, error) {
	n, err := tx.Counts()
	if err != nil || n.Entries == 0 {
		return Entry{}, err
	}
	list, err := tx.Audit(int64(n.Entries-1), 1)
	if err != nil {
		return Entry{}, err
	}
	if len(list) != 1 {
		return Entry{}, fmt.Errorf("%w: the audit has %d entries and none numbered so", ErrBroken, n.Entries)
	}
	return list[0], nil
}

// Decide keeps what a person decided and notes it in the audit. The id is
// derived from the content where none is given.
func Decide(tx Writer, d Decision) (Decision, error) {
	if d.ID == "" {
		d.ID = sayso.ContentID("d", d.At, d.By, d.Action, d.Target, d.Field, d.Value, d.Reason)
	}
	if err := tx.PutDecision(d); err != nil {
		return d, err
	}
	return d, note(tx, Act{By: d.By, At: d.At}, "decide", d.ID, d.Digest())
}

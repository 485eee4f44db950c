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
	Layers  *Layers              // that the record was made from; nil: not known; Article is filled in
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
	if a.Layers != nil {
		a.Layers.Article = a.Article.ID
		if err := tx.PutLayers(*a.Layers); err != nil {
			return false, err
		}
	}
	for _, c := range a.Cursors {
		c.Article = a.Article.ID
		if err := tx.PutCursor(c); err != nil {
			return false, err
		}
	}
	return true, note(tx, a.Act, "add", a.Article.ID, sayso.DigestOf([]byte(a.Article.Content())))
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

// Revise puts another reading of the same bytes, or a later revision, in an
// article's place. Its record is dropped, and it is pending for every step;
// incidents that it tells are gone until they are joined again. Their ids lead
// on then: see [Recode].
func Revise(tx Writer, act Act, a Article) error {
	if err := Uncode(tx, a.ID, true); err != nil {
		return err
	}
	if _, err := release(tx, a.ID); err != nil {
		return err
	}
	if err := restart(tx, a.ID); err != nil {
		return err
	}
	if err := tx.PutArticle(a); err != nil {
		return err
	}
	return note(tx, act, "extract", a.ID, sayso.DigestOf([]byte(a.Content())))
}

// Amend puts in an article's place what reads the same and differs beside its text:
// nothing is to be coded again. ErrDiffers for another text.
func Amend(tx Writer, act Act, a Article) error {
	was, err := tx.Article(a.ID)
	if err != nil {
		return err
	}
	if was.Reading() != a.Reading() {
		return fmt.Errorf("article %s: %w", a.ID, ErrDiffers)
	}
	if err := tx.PutArticle(a); err != nil || was.Content() == a.Content() {
		return err
	}
	return note(tx, act, "extract", a.ID, sayso.DigestOf([]byte(a.Content())))
}

// release removes the incidents that an article tells, and makes the articles
// that tell them too pending for the join. It returns the incidents' ids.
func release(tx Writer, article string) (map[string]bool, error) {
	told, err := tx.Incidents(Query{Article: article})
	if err != nil {
		return nil, err
	}
	if err := unfile(tx, article); err != nil {
		return nil, err
	}
	gone := map[string]bool{}
	for i := range told {
		gone[told[i].ID] = true
		if err := drop(tx, told[i].ID); err != nil {
			return nil, err
		}
		for _, id := range told[i].Articles {
			if err := tx.PutCursor(Cursor{Step: StepJoin, Article: id}); err != nil {
				return nil, err
			}
		}
	}
	return gone, nil
}

// restart makes an article pending for every step.
func restart(tx Writer, article string) error {
	steps, err := tx.Cursors(article)
	if err != nil {
		return err
	}
	for _, c := range steps {
		if err := tx.PutCursor(Cursor{Step: c.Step, Article: article}); err != nil {
			return err
		}
	}
	return nil
}

// note appends to the audit.
func note(tx Writer, act Act, action, target, digest string) error {
	last, err := tx.Last()
	if err != nil {
		return err
	}
	e := Entry{Seq: last.Seq + 1, At: act.At, By: act.By, Action: action, Target: target, Digest: digest, Prev: last.Hash}
	e.Hash = e.Seal()
	return tx.PutEntry(e)
}

package store

import (
	"context"
	"errors"

	"sayso"
)

// Copy puts all that one store keeps into another, which must be empty: what
// one implementation keeps can so be handed to another. It is one update, and
// one moment's state.
func Copy(ctx context.Context, from, to Store) error {
	return from.View(ctx, func(r Reader) error {
		return to.Update(ctx, func(w Writer) error {
			n, err := w.Counts()
			if err != nil {
				return err
			}
			if n != (Counts{}) {
				return ErrDiffers
			}
			c := copier{r, w}
			for _, part := range []func() error{c.articles, c.records, c.incidents, c.small, c.audit} {
				if err := part(); err != nil {
					return err
				}
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

type copier struct {
	Reader
	to Writer
}

func each[T any](list []T, err error, put func(T) error) error {
	for _, v := range list {
		if err := put(v); err != nil {
			return err
		}
	}
	return err
}

func (c *copier) raws(article string) error {
	list, err := c.RawsOf(article)
	return each(list, err, func(digest string) error {
		raw, err := c.Raw(digest)
		if err != nil {
			return err
		}
		return c.to.PutRaw(raw)
	})
}

func (c *copier) articles() error {
	if err := c.raws(""); err != nil {
		return err
	}
	for after := ""; ; {
		list, err := c.Articles(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		err = each(list, nil, func(a Article) error {
			after = a.ID
			if err := c.to.PutArticle(a); err != nil {
				return err
			}
			if err := c.layers(a.ID); err != nil {
				return err
			}
			return c.raws(a.ID)
		})
		if err != nil {
			return err
		}
	}
}

func (c *copier) layers(article string) error {
	l, err := c.Layers(article)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return c.to.PutLayers(l)
}

func (c *copier) records() error {
	for after := ""; ; {
		list, err := c.Records(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		after = list[len(list)-1].Article
		if err := each(list, nil, c.to.PutRecord); err != nil {
			return err
		}
	}
}

func (c *copier) incidents() error {
	return eachIncident(c, func(in *sayso.Incident) error {
		if err := c.to.PutIncident(*in); err != nil || in.Review == "" {
			return err
		}
		found, err := c.Found(in.ID)
		if err != nil {
			return err
		}
		return c.to.PutFound(found)
	})
}

// filing copies how an article that was joined is filed.
func (c *copier) filing(cursor Cursor) error {
	if cursor.Step != StepJoin {
		return nil
	}
	f, err := c.Filing(cursor.Article)
	if err != nil || f.Article == "" {
		return err
	}
	return c.to.PutFiling(f)
}

func (c *copier) small() error {
	aliases, err := c.Aliases()
	if err := each(aliases, err, c.to.PutAlias); err != nil {
		return err
	}
	cursors, err := c.Cursors("")
	for i := range cursors {
		if err := c.filing(cursors[i]); err != nil {
			return err
		}
	}
	if err := each(cursors, err, c.to.PutCursor); err != nil {
		return err
	}
	failures, err := c.Failures()
	if err := each(failures, err, c.to.PutFailure); err != nil {
		return err
	}
	feeds, err := c.Feeds()
	if err := each(feeds, err, c.to.PutFeed); err != nil {
		return err
	}
	decisions, err := c.Decisions("")
	if err := each(decisions, err, c.to.PutDecision); err != nil {
		return err
	}
	keyed, err := c.KeyedOf("", "", 0)
	if err := each(keyed, err, c.to.PutKeyed); err != nil {
		return err
	}
	graves, err := c.Tombstones("")
	return each(graves, err, c.to.PutTombstone)
}

func (c *copier) audit() error {
	for after := int64(0); ; {
		list, err := c.Audit(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		after = list[len(list)-1].Seq
		if err := each(list, nil, c.to.PutEntry); err != nil {
			return err
		}
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/ingest"
	"sayso/internal/pipeline"
	"sayso/internal/rejoin"
	"sayso/internal/store"
)

// catchUp does what is left to do on articles that are in the store: steps
// whose version is another than the one that they were last done with.
func (a *adder) catchUp(ctx context.Context) error {
	for _, step := range []func(context.Context) error{a.extractAgain, a.codeAgain, a.joinAgain} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// pending calls do with the articles that are pending for a step, some at a
// time.
func (a *adder) pending(ctx context.Context, step string, do func([]string) error) error {
	for after := ""; ; {
		if err := ctx.Err(); err != nil {
			return fail(exitInterrupted, err)
		}
		var ids []string
		err := a.store.View(ctx, func(tx store.Reader) (err error) {
			ids, err = tx.Pending(step, a.version[step], after, batchSize)
			return err
		})
		if err != nil {
			return fail(exitStore, err)
		}
		if len(ids) == 0 {
			return nil
		}
		if err := do(ids); err != nil {
			return err
		}
		after = ids[len(ids)-1]
	}
}

func (a *adder) done(tx store.Writer, step, id string) error {
	return tx.PutCursor(store.Cursor{Step: step, Version: a.version[step], Article: id})
}

// extractAgain reads the kept bytes again. An article that reads otherwise now
// is put in place of the former, and is to be coded again.
func (a *adder) extractAgain(ctx context.Context) error {
	return a.pending(ctx, store.StepExtract, func(ids []string) error {
		return fail(exitStore, a.store.Update(ctx, func(tx store.Writer) error {
			for _, id := range ids {
				if err := a.reread(ctx, tx, id); err != nil {
					return fmt.Errorf("article %s: %w", id, err)
				}
			}
			return nil
		}))
	})
}

func (a *adder) reread(ctx context.Context, tx store.Writer, id string) error {
	was, err := tx.Article(id)
	if err != nil {
		return err
	}
	raw, err := tx.Raw(was.Raw)
	if errors.Is(err, store.ErrNotFound) { // it came without bytes, or they were taken down
		return a.done(tx, store.StepExtract, id)
	}
	if err != nil {
		return err
	}
	items := ingest.Reread(ctx, raw.Origin, ingest.Raw{Digest: raw.Digest, Address: raw.Address, Time: raw.At, Media: raw.Media, Header: raw.Header, Bytes: raw.Bytes},
		ingest.Options{Published: was.Published, Outlet: was.Outlet, PDF: a.in.PDF})
	if len(items) == 1 && items[0].Failure == nil {
		now := *items[0].Article
		now.ID = id
		known := now
		known.Dated, known.Quotes, known.Captions = was.Dated, was.Quotes, was.Captions
		if known.Same(&was.Article) && !known.Same(&now) { // nothing that is read has changed
			if err := store.Amend(tx, a.act(), store.Article{Article: now, Raw: was.Raw}); err != nil {
				return err
			}
		} else if !now.Same(&was.Article) {
			a.sum.Extracted++
			if err := store.Revise(tx, a.act(), store.Article{Article: now, Raw: was.Raw}); err != nil {
				return err
			}
		}
		return a.done(tx, store.StepExtract, id)
	}
	return errors.Join(a.done(tx, store.StepExtract, id), a.codeFailed(tx, id, &sayso.Failure{Stage: store.StepExtract, Kind: ingest.KindNoText,
		Reason: "the bytes that it came from give no article any more; the former text stays"}))
}

// codeAgain codes articles from what is kept of their layers, or from their text:
// the stages that are at another version, and those that read what these make.
func (a *adder) codeAgain(ctx context.Context) error {
	show := newProgress(a.err)
	defer show.end()
	return a.pending(ctx, store.StepCode, func(ids []string) error {
		list, err := a.toCode(ctx, ids)
		if err != nil {
			return fail(exitStore, err)
		}
		read := func(one toCode) outcome {
			return resume(ctx, a.chain, ingest.Item{Source: one.article.ID, Article: &one.article}, one.before)
		}
		var coded []outcome
		for o := range pipeline.Ordered(slices.Values(list), a.flags.parallel(), read) {
			show.step()
			coded = append(coded, o)
		}
		if ctx.Err() != nil {
			return fail(exitInterrupted, ctx.Err())
		}
		return fail(exitStore, a.store.Update(ctx, func(tx store.Writer) error { return a.recode(tx, coded) }))
	})
}

// toCode is an article with how far it came before.
type toCode struct {
	article sayso.Article
	before  pipeline.Progress
}

func (a *adder) toCode(ctx context.Context, ids []string) (list []toCode, err error) {
	return list, a.store.View(ctx, func(tx store.Reader) error {
		for _, id := range ids {
			now, err := tx.Article(id)
			if err != nil {
				return err
			}
			one := toCode{article: now.Article}
			switch l, err := tx.Layers(id); {
			case err == nil && sayso.DigestOf(l.Bytes) == l.Digest:
				one.before.Layers = l.Bytes
				for _, c := range l.Stages {
					one.before.Cursors = append(one.before.Cursors, pipeline.Cursor(c))
				}
			case err != nil && !errors.Is(err, store.ErrNotFound):
				return err
			}
			list = append(list, one)
		}
		return nil
	})
}

func (a *adder) recode(tx store.Writer, coded []outcome) error {
	for i := range coded {
		o := &coded[i]
		id := o.item.Article.ID
		if now, err := tx.Article(id); err != nil || !now.Article.Same(o.item.Article) {
			if err != nil {
				return err
			}
			continue // somebody changed it meanwhile; it is pending still
		}
		if err := a.done(tx, store.StepCode, id); err != nil {
			return err
		}
		for _, name := range o.came.Ran {
			count(&a.sum.Stages, name)
		}
		if o.err == nil && len(o.came.Ran) == 0 { // all is as it was
			continue
		}
		if err := tx.PutCursor(store.Cursor{Step: store.StepJoin, Article: id}); err != nil {
			return err
		}
		if fault := o.failure(); fault != nil {
			a.sum.fail(fault.Kind)
			if err := errors.Join(store.Uncode(tx, id, false), a.codeFailed(tx, id, fault)); err != nil {
				return err
			}
			continue
		}
		a.sum.Coded++
		if err := errors.Join(store.Recode(tx, recordOf(o, nil, a.join)), tx.PutLayers(*layersOf(o)), tx.DropFailures(id)); err != nil {
			return err
		}
	}
	return nil
}

// joinAgain joins what is pending for it.
func (a *adder) joinAgain(ctx context.Context) error {
	did, err := a.joined().CatchUp(ctx)
	a.sum.Joined = a.sum.Joined || did
	return fail(exitStore, err)
}

// joined keeps the incidents of the store joined.
func (a *adder) joined() *rejoin.Joined {
	return &rejoin.Joined{Store: a.store, Joiner: a.join, Version: a.version[store.StepJoin], Known: a.known}
}

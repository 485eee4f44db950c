// Package rejoin keeps the incidents of a store joined: as articles come, are
// coded again or taken down, and as people decide.
//
//	j := rejoin.Joined{Store: st, Joiner: joiner, Version: version, Known: known}
//	d, err := j.Decide(ctx, store.Decision{By: "ann", Action: store.ActMerge, Target: "i1", With: []string{"i2"}})
//
// It stands between internal/store, which knows nothing of joining, and
// internal/incidents, which knows nothing of what is kept.
//
// Method: what is pending is filed, by what it is found by and with which reports
// of other articles it is likely one; then it is joined, a portion after the
// other, each with all that is connected with it. What is connected with nothing
// else comes out as if all were joined at once. So memory is that of a portion,
// however much is kept, and what is done stays done if it is interrupted.
package rejoin

import (
	"context"
	"errors"

	"sayso/internal/incidents"
	"sayso/internal/store"
)

// Joined is a store whose incidents are kept joined.
type Joined struct {
	Store   store.Store
	Joiner  *incidents.Joiner
	Version string      // of the join; what was joined by another one is joined again
	Known   store.Known // what decisions may name

	portion int // see [portion]; 0: that
}

// Decide lets a person's decision hold, see [store.Decide], and joins again
// what it concerns. If it ends in between, the next [Joined.CatchUp] joins.
func (j *Joined) Decide(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := j.Store.Update(ctx, func(tx store.Writer) (err error) { d, err = store.Decide(tx, d, j.Known); return err })
	if err != nil {
		return d, err
	}
	if d.Action == store.ActMerge || d.Action == store.ActSplit || d.Action == store.ActUndo {
		_, err = j.CatchUp(ctx)
	}
	return d, err
}

// portion is the number of articles from which on no more are put into one
// transaction.
const portion = 512

func (j *Joined) most() int {
	if j.portion > 0 {
		return j.portion
	}
	return portion
}

// CatchUp joins what the pending articles concern. It reports whether there was
// anything to do.
func (j *Joined) CatchUp(ctx context.Context) (did bool, err error) {
	var pending []string
	err = j.Store.View(ctx, func(tx store.Reader) (err error) { pending, err = j.pending(tx, "", j.most()+1); return err })
	if err != nil || len(pending) == 0 {
		return false, err
	}
	if len(pending) > j.most() { // all are filed first, so that what is one is joined once
		if err := j.fileAll(ctx); err != nil {
			return false, err
		}
	}
	done := progress{}
	for more := true; more; {
		if err := ctx.Err(); err != nil {
			return true, err
		}
		err = j.Store.Update(ctx, func(tx store.Writer) (err error) {
			more, err = j.some(ctx, tx, done)
			return err
		})
		if err != nil {
			return true, err
		}
	}
	return true, nil
}

func (j *Joined) pending(tx store.Reader, after string, limit int) ([]string, error) {
	return tx.Pending(store.StepJoin, j.Version, after, limit)
}

// fileAll files what is pending and was not filed.
func (j *Joined) fileAll(ctx context.Context) error {
	pass := map[string]marked{}
	for after, more := "", true; more; {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := j.Store.Update(ctx, func(tx store.Writer) error {
			ids, err := j.pending(tx, after, j.most())
			if more = err == nil && len(ids) > 0; !more {
				return err
			}
			after = ids[len(ids)-1]
			f := j.newFiler(tx)
			f.pass = pass
			return f.fileSome(ctx, ids)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// some joins a portion of what is pending, and reports whether there was any.
func (j *Joined) some(ctx context.Context, tx store.Writer, before progress) (more bool, err error) {
	pending, err := j.pending(tx, "", j.most())
	if err != nil || len(pending) == 0 {
		return false, err
	}
	p := j.newPiece(tx, before)
	for _, id := range pending {
		if err := errors.Join(ctx.Err(), p.prepare(id)); err != nil {
			return false, err
		}
	}
	n := 0
	for ; n < len(pending) && (n == 0 || len(p.taken) < j.most()); n++ {
		if err := errors.Join(p.start(pending[n]), p.connect()); err != nil {
			return false, err
		}
	}
	if err := p.join(); err != nil {
		return false, err
	}
	return true, p.keep(pending[:n])
}

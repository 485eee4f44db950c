// Package rejoin keeps the incidents of a store joined: as articles come, are
// coded again or taken down, and as people decide.
//
//	j := rejoin.Joined{Store: st, Joiner: joiner, Version: version, Known: known}
//	d, err := j.Decide(ctx, store.Decision{By: "ann", Action: store.ActMerge, Target: "i1", With: []string{"i2"}})
//
// It stands between internal/store, which knows nothing of joining, and
// internal/incidents, which knows nothing of what is kept.
package rejoin

import (
	"context"
	"errors"
	"fmt"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/ingest/dedup"
	"sayso/internal/store"
)

// Joined is a store whose incidents are kept joined.
type Joined struct {
	Store   store.Store
	Joiner  *incidents.Joiner
	Version string      // of the join; what was joined by another one is joined again
	Known   store.Known // what decisions may name
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

// CatchUp joins what the pending articles concern, or everything where they are
// many. It reports whether there was anything to do.
func (j *Joined) CatchUp(ctx context.Context) (did bool, err error) {
	for range 3 {
		did, again, err := j.once(ctx)
		if err != nil || !again {
			return did, err
		}
	}
	return false, fmt.Errorf("%w: others kept adding articles while incidents were joined", store.ErrBusy)
}

// many is the number of pending articles from which on all are joined anew, if
// they are a quarter of all.
const many = 256

func (j *Joined) once(ctx context.Context) (did, again bool, err error) {
	var n store.Counts
	var pending []string
	err = j.Store.View(ctx, func(tx store.Reader) (err error) {
		if pending, err = tx.Pending(store.StepJoin, j.Version, "", 0); err != nil || len(pending) < many {
			return err
		}
		n, err = tx.Counts()
		return err
	})
	if err != nil || len(pending) == 0 {
		return false, false, err
	}
	if len(pending) >= many && 4*len(pending) >= n.Articles {
		return j.all(ctx)
	}
	return true, false, j.Store.Update(ctx, func(tx store.Writer) error {
		pending, err := tx.Pending(store.StepJoin, j.Version, "", 0)
		if err != nil {
			return err
		}
		return j.patch(ctx, tx, pending)
	})
}

// done notes that articles were joined.
func (j *Joined) done(tx store.Writer, pending []string) error {
	for _, id := range pending {
		if err := tx.PutCursor(store.Cursor{Step: store.StepJoin, Version: j.Version, Article: id}); err != nil {
			return err
		}
	}
	return nil
}

// ruled are decisions as the join takes them.
func ruled(list []store.Decision) []incidents.Ruling {
	var out []incidents.Ruling
	for _, d := range list {
		kind := incidents.RulingMerge
		if d.Action == store.ActSplit {
			kind = incidents.RulingSplit
		}
		out = append(out, incidents.Ruling{ID: d.ID, Kind: kind, Incidents: d.Reports, Stay: d.Stay, By: d.By, At: d.At, Reason: d.Reason})
	}
	return out
}

// before is which incident each report named.
type before map[string]string

func namedBy(records []sayso.ArticleRecord) before {
	out := before{}
	for i := range records {
		for k := range records[i].Incidents {
			out[records[i].Incidents[k].ID] = records[i].Incidents[k].Joined
		}
	}
	return out
}

// changed are the records in which a report names another incident.
func (b before) changed(records []sayso.ArticleRecord) (out []sayso.ArticleRecord) {
	for i := range records {
		for k := range records[i].Incidents {
			if in := &records[i].Incidents[k]; in.Joined != b[in.ID] {
				out = append(out, records[i])
				break
			}
		}
	}
	return out
}

// copiesAmong finds the copies among articles of the store, each read once. The
// first fault is kept in err.
func copiesAmong(tx store.Reader, err *error) func([]string) []sayso.Copy {
	known := map[string]sayso.Article{}
	return func(ids []string) []sayso.Copy {
		var list []sayso.Article
		for _, id := range ids {
			if _, ok := known[id]; !ok {
				a, e := tx.Article(id)
				*err = errors.Join(*err, e)
				known[id] = a.Article
			}
			list = append(list, known[id])
		}
		return dedup.Find(list)
	}
}

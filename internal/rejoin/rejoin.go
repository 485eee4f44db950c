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
	"fmt"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/publish/export"
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

// CatchUp joins the incidents of all articles, if any article is pending. It
// reports whether there was anything to do.
func (j *Joined) CatchUp(ctx context.Context) (did bool, err error) {
	for range 3 {
		did, again, err := j.once(ctx)
		if err != nil || !again {
			return did, err
		}
	}
	return false, fmt.Errorf("%w: others kept adding articles while incidents were joined", store.ErrBusy)
}

// once joins what is there at one moment. Again is true, and nothing is kept,
// if the articles changed before it was done.
func (j *Joined) once(ctx context.Context) (did, again bool, err error) {
	var pending []string
	var records []sayso.ArticleRecord
	var last store.Entry
	var decided []store.Decision
	err = j.Store.View(ctx, func(tx store.Reader) (err error) {
		if pending, err = tx.Pending(store.StepJoin, j.Version, "", 0); err != nil || len(pending) == 0 {
			return err
		}
		if last, err = tx.Last(); err != nil {
			return err
		}
		if records, err = tx.Records("", 0); err != nil {
			return err
		}
		decided, err = rulings(tx, records)
		return err
	})
	if err != nil || len(pending) == 0 {
		return false, false, err
	}
	before := joinedIDs(records)
	joined := j.Joiner.JoinGiven(records, incidents.Given{Rulings: ruled(decided)})
	for i := range joined {
		export.Tidy(&joined[i], true)
	}
	changed := changedRecords(records, before)
	return true, again, j.Store.Update(ctx, func(tx store.Writer) error {
		now, err := tx.Last()
		if err != nil {
			return err
		}
		left, err := tx.Pending(store.StepJoin, j.Version, "", 0)
		if again = err == nil && (now != last || len(left) != len(pending)); again || err != nil {
			return err
		}
		for _, id := range pending {
			if err := tx.PutCursor(store.Cursor{Step: store.StepJoin, Version: j.Version, Article: id}); err != nil {
				return err
			}
		}
		return store.Replace(tx, joined, changed)
	})
}

// rulings are the decisions on which reports are one, in terms of the reports
// that there are: one that was coded again since has another id.
func rulings(tx store.Reader, records []sayso.ArticleRecord) ([]store.Decision, error) {
	list, err := store.Rulings(tx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	there := map[string]bool{}
	for i := range records {
		for k := range records[i].Incidents {
			there[records[i].Incidents[k].ID] = true
		}
	}
	aliases, err := tx.Aliases()
	if err != nil {
		return nil, err
	}
	lead := map[string]string{}
	for _, a := range aliases {
		lead[a.Former] = a.ID
	}
	for i := range list {
		for _, ids := range [][]string{list[i].Reports, list[i].Stay} {
			for k := range ids {
				for step := 0; step < store.AliasSteps && !there[ids[k]] && lead[ids[k]] != ""; step++ {
					ids[k] = lead[ids[k]]
				}
			}
		}
	}
	return list, nil
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

func joinedIDs(records []sayso.ArticleRecord) (ids [][]string) {
	for i := range records {
		var of []string
		for k := range records[i].Incidents {
			of = append(of, records[i].Incidents[k].Joined)
		}
		ids = append(ids, of)
	}
	return ids
}

// changedRecords are those in which an incident names another joined one.
func changedRecords(records []sayso.ArticleRecord, before [][]string) (out []sayso.ArticleRecord) {
	for i := range records {
		for k := range records[i].Incidents {
			if records[i].Incidents[k].Joined != before[i][k] {
				out = append(out, records[i])
				break
			}
		}
	}
	return out
}

package rejoin

import (
	"context"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/publish/export"
	"sayso/internal/store"
)

// all joins everything that is there at one moment, and files it. Again is
// true, and nothing is kept, if the articles changed before it was done.
func (j *Joined) all(ctx context.Context) (did, again bool, err error) {
	var s state
	if err := j.Store.View(ctx, func(tx store.Reader) (err error) { s, err = j.read(tx); return err }); err != nil {
		return false, false, err
	}
	return true, again, j.Store.Update(ctx, func(tx store.Writer) error {
		now, err := tx.Last()
		if err != nil {
			return err
		}
		left, err := tx.Pending(store.StepJoin, j.Version, "", 0)
		if again = err == nil && (now != s.last || len(left) != len(s.pending)); again || err != nil {
			return err
		}
		if err := j.file(ctx, tx, &s); err != nil {
			return err
		}
		if err := j.done(tx, s.pending); err != nil {
			return err
		}
		return store.Replace(tx, s.joined, s.changed)
	})
}

// state is all that there is to join at one moment, and what came of it.
type state struct {
	last    store.Entry
	pending []string
	records []sayso.ArticleRecord
	set     *incidents.Set
	joined  []sayso.Incident
	changed []sayso.ArticleRecord
}

func (j *Joined) read(tx store.Reader) (s state, err error) {
	if s.pending, err = tx.Pending(store.StepJoin, j.Version, "", 0); err != nil {
		return s, err
	}
	if s.last, err = tx.Last(); err != nil {
		return s, err
	}
	if s.records, err = tx.Records("", 0); err != nil {
		return s, err
	}
	was := namedBy(s.records)
	decided, err := rulings(tx, func(report string) bool { _, ok := was[report]; return ok })
	if err != nil {
		return s, err
	}
	var fault error
	s.joined, s.set = j.Joiner.JoinSet(s.records, incidents.Given{Rulings: ruled(decided), CopiesAmong: copiesAmong(tx, &fault)})
	for i := range s.joined {
		export.Tidy(&s.joined[i], true)
	}
	s.changed = was.changed(s.records)
	return s, fault
}

// file files all records.
func (j *Joined) file(ctx context.Context, tx store.Writer, s *state) error {
	for i := range s.records {
		if err := ctx.Err(); err != nil {
			return err
		}
		r := &s.records[i]
		f := store.Filing{Article: r.Article, Keys: j.Joiner.File(r).Keys()}
		for _, p := range s.set.Likely(r.Article) {
			if other := s.set.ArticleOf(p.Other); other < r.Article { // the others are filed with the other one
				f.Links = append(f.Links, store.Link{Report: p.Report, Other: p.Other, OtherArticle: other})
			}
		}
		if err := tx.PutFiling(f); err != nil {
			return err
		}
	}
	return nil
}

// rulings are the decisions on which reports are one, in terms of the reports
// that there are: one that was coded again since has another id.
func rulings(tx store.Reader, there func(report string) bool) ([]store.Decision, error) {
	list, err := store.Rulings(tx)
	if err != nil {
		return nil, err
	}
	for i := range list {
		for _, ids := range [][]string{list[i].Reports, list[i].Stay} {
			for k := range ids {
				at := ids[k]
				for step := 0; step < store.AliasSteps && at != "" && !there(at); step++ {
					if at, err = tx.Alias(at); err != nil {
						return nil, err
					}
				}
				if at != "" && there(at) {
					ids[k] = at
				}
			}
		}
	}
	return list, nil
}

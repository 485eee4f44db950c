package rejoin

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/store"
)

// filer files articles within one transaction.
type filer struct {
	*Joined
	tx    store.Writer
	ready map[string]*incidents.Filed // of articles that were looked at; nil: there is no record
	pass  map[string]marked           // of articles that former transactions filed
}

// marked is an article's reports as they are while its cursor stands so.
type marked struct {
	state string
	mine  *incidents.Filed
}

func (j *Joined) newFiler(tx store.Writer) *filer {
	return &filer{Joined: j, tx: tx, ready: map[string]*incidents.Filed{}, pass: map[string]marked{}}
}

// state is the version at which an article's cursor of the join is; was reports
// whether it is filed and not yet joined. Then the version of the join follows,
// and a mark of the filing, so that one who joins in several transactions sees
// that others filed it anew.
func (f *filer) state(id string) (version string, was bool, err error) {
	list, err := f.tx.Cursors(id)
	for _, c := range list {
		if c.Step == store.StepJoin {
			version = c.Version
		}
	}
	return version, strings.HasPrefix(version, store.StepFiled+f.Version+" "), err
}

// fileSome files those of the articles that are not. Articles that lose a link by
// it are pending, since what they tell may be grouped otherwise without it.
func (f *filer) fileSome(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, was, err := f.state(id); err != nil || was {
			if err != nil {
				return err
			}
			continue
		}
		lost, err := f.file(id)
		if err != nil {
			return err
		}
		for _, l := range lost {
			if err := f.tx.PutCursor(store.Cursor{Step: store.StepJoin, Article: l.OtherArticle}); err != nil {
				return err
			}
		}
		state := store.StepFiled + f.Version + " " + rand.Text()[:8]
		if err := f.tx.PutCursor(store.Cursor{Step: store.StepJoin, Article: id, Version: state}); err != nil {
			return err
		}
		if mine := f.ready[id]; mine != nil && len(mine.Keys()) > 0 {
			if len(f.pass) >= remembered {
				clear(f.pass)
			}
			f.pass[id] = marked{state, mine}
		}
	}
	return nil
}

// file files an article by what it tells now. Lost are the links of reports that
// were linked with what it told before and are so no more.
func (f *filer) file(id string) (lost []store.Link, err error) {
	was, err := f.tx.Filing(id)
	if err != nil {
		return nil, err
	}
	delete(f.ready, id)
	delete(f.pass, id)
	mine, err := f.look(id)
	if err != nil {
		return nil, err
	}
	if mine == nil {
		return was.Links, f.tx.DropFiling(id)
	}
	now := store.Filing{Article: id, Keys: mine.Keys()}
	near, err := f.tx.FiledUnder(mine.Asks())
	if err != nil {
		return nil, err
	}
	for _, other := range near {
		if other == id {
			continue
		}
		theirs, err := f.look(other)
		if err != nil {
			return nil, err
		}
		if theirs == nil {
			continue
		}
		for _, pair := range f.Joiner.Likely(mine, theirs) {
			now.Links = append(now.Links, store.Link{Report: pair.Report, Other: pair.Other, OtherArticle: other})
		}
	}
	linked := map[string]bool{}
	for _, l := range now.Links {
		linked[l.Other] = true
	}
	return slices.DeleteFunc(was.Links, func(l store.Link) bool { return linked[l.Other] }), f.tx.PutFiling(now)
}

// remembered is the number of articles that a transaction keeps ready.
const remembered = 1 << 14

// look makes an article's reports ready; nil where it has no record.
func (f *filer) look(article string) (*incidents.Filed, error) {
	if mine, ok := f.ready[article]; ok {
		return mine, nil
	}
	if len(f.ready) >= remembered {
		clear(f.ready)
	}
	if m, ok := f.pass[article]; ok {
		if state, _, err := f.state(article); err != nil || state == m.state {
			f.ready[article] = m.mine
			return m.mine, err
		}
	}
	rec, err := f.record(article)
	if err != nil || rec == nil {
		f.ready[article] = nil
		return nil, err
	}
	f.ready[article] = f.Joiner.File(rec)
	return f.ready[article], nil
}

// record is the record of an article, nil where there is none.
func (f *filer) record(article string) (*sayso.ArticleRecord, error) {
	r, err := f.tx.Record(article)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	return &r, err
}

// done notes that articles were joined.
func (f *filer) done(articles []string) error {
	for _, id := range articles {
		if err := f.tx.PutCursor(store.Cursor{Step: store.StepJoin, Version: f.Version, Article: id}); err != nil {
			return err
		}
	}
	return nil
}

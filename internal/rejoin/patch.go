package rejoin

import (
	"context"
	"errors"
	"maps"
	"slices"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/publish/export"
	"sayso/internal/store"
)

// patch joins anew what the pending articles concern. It files them, looks which
// reports are connected with theirs, by links or by rulings, and joins these
// alone: what is connected with nothing else comes out as if all were joined.
func (j *Joined) patch(ctx context.Context, tx store.Writer, pending []string) error {
	p := &patch{Joined: j, tx: tx, records: map[string]*sayso.ArticleRecord{}, filed: map[string]*incidents.Filed{}, article: map[string]string{}, gone: map[string]bool{}}
	for _, id := range pending {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.refile(id); err != nil {
			return err
		}
	}
	if err := p.prune(); err != nil {
		return err
	}
	if err := p.connect(); err != nil {
		return err
	}
	if err := p.join(); err != nil {
		return err
	}
	return j.done(tx, pending)
}

// patch is the part of the store that is joined anew.
type patch struct {
	*Joined
	tx      store.Writer
	records map[string]*sayso.ArticleRecord // that were read; nil: there is none
	filed   map[string]*incidents.Filed
	article map[string]string // of each report that is joined anew
	reports []string          // these, in the order in which they were found
	gone    map[string]bool   // incidents that were made of them
}

// prune drops reports that were linked and are told no more.
func (p *patch) prune() error {
	told := map[string]bool{}
	for _, r := range p.reports {
		rec, err := p.record(p.article[r])
		if err != nil {
			return err
		}
		for i := 0; rec != nil && i < len(rec.Incidents); i++ {
			told[rec.Incidents[i].ID] = true
		}
	}
	p.reports = slices.DeleteFunc(p.reports, func(r string) bool { return !told[r] })
	maps.DeleteFunc(p.article, func(r, _ string) bool { return !told[r] })
	return nil
}

// record is the record of an article, nil where there is none.
func (p *patch) record(article string) (*sayso.ArticleRecord, error) {
	if r, ok := p.records[article]; ok {
		return r, nil
	}
	r, err := p.tx.Record(article)
	switch {
	case errors.Is(err, store.ErrNotFound):
		p.records[article] = nil
		return nil, nil
	case err != nil:
		return nil, err
	}
	p.records[article] = &r
	return &r, nil
}

// take takes a report in.
func (p *patch) take(report, article string) {
	if _, ok := p.article[report]; !ok {
		p.article[report] = article
		p.reports = append(p.reports, report)
	}
}

// refile files an article by what it tells now. Its reports are to be joined,
// and those that were linked with what it told before.
func (p *patch) refile(id string) error {
	was, err := p.tx.Filing(id)
	if err != nil {
		return err
	}
	for _, l := range was.Links {
		p.take(l.Other, l.OtherArticle)
	}
	told, err := p.tx.Briefs(store.Query{Article: id})
	if err != nil {
		return err
	}
	for i := range told {
		p.gone[told[i].ID] = true
	}
	rec, err := p.record(id)
	if err != nil || rec == nil {
		return errors.Join(err, p.tx.DropFiling(id))
	}
	mine := p.Joiner.File(rec)
	p.filed[id] = mine
	f := store.Filing{Article: id, Keys: mine.Keys()}
	near, err := p.tx.FiledUnder(mine.Asks())
	if err != nil {
		return err
	}
	for _, other := range near {
		if other == id {
			continue
		}
		theirs, err := p.ready(other)
		if err != nil {
			return err
		}
		if theirs == nil {
			continue
		}
		for _, pair := range p.Joiner.Likely(mine, theirs) {
			f.Links = append(f.Links, store.Link{Report: pair.Report, Other: pair.Other, OtherArticle: other})
		}
	}
	for i := range rec.Incidents {
		p.take(rec.Incidents[i].ID, id)
	}
	return p.tx.PutFiling(f)
}

func (p *patch) ready(article string) (*incidents.Filed, error) {
	if f := p.filed[article]; f != nil {
		return f, nil
	}
	rec, err := p.record(article)
	if err != nil || rec == nil {
		return nil, err
	}
	p.filed[article] = p.Joiner.File(rec)
	return p.filed[article], nil
}

// connect takes in all that is connected with what was taken in.
func (p *patch) connect() error {
	merged, err := p.merged()
	if err != nil {
		return err
	}
	for i := 0; i < len(p.reports); i++ {
		r := p.reports[i]
		links, err := p.tx.LinksOf(r)
		if err != nil {
			return err
		}
		for _, l := range links {
			p.take(l.Other, l.OtherArticle)
		}
		for _, other := range merged[r] {
			if err := p.takeIncident(other); err != nil {
				return err
			}
		}
	}
	return nil
}

// merged leads from each report that a person said is one with others to those.
func (p *patch) merged() (map[string][]string, error) {
	var fault error
	list, err := rulings(p.tx, func(r string) bool {
		told, err := p.told(r)
		fault = errors.Join(fault, err)
		return told
	})
	err = errors.Join(err, fault)
	out := map[string][]string{}
	for _, d := range list {
		if d.Action == store.ActMerge {
			for _, r := range d.Reports {
				out[r] = append(out[r], d.Reports...)
			}
		}
	}
	return out, err
}

// told reports whether an article tells a report.
func (p *patch) told(report string) (bool, error) {
	if p.article[report] != "" {
		return true, nil
	}
	in, err := p.tx.Incident(report)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	for _, a := range in.Articles {
		rec, err := p.record(a)
		if err != nil {
			return false, err
		}
		if rec != nil && slices.ContainsFunc(rec.Incidents, func(in sayso.Incident) bool { return in.ID == report }) {
			return true, nil
		}
	}
	return false, nil
}

// takeIncident takes in all reports of the incident that a report tells.
func (p *patch) takeIncident(report string) error {
	if p.article[report] != "" {
		return nil
	}
	in, err := p.tx.Incident(report)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, a := range in.Articles {
		rec, err := p.record(a)
		if err != nil {
			return err
		}
		for i := 0; rec != nil && i < len(rec.Incidents); i++ {
			if id := rec.Incidents[i].ID; id == in.ID || slices.Contains(in.Former, id) {
				p.take(id, a)
			}
		}
	}
	return nil
}

// join joins what was taken in. Other reports of the same articles are left as
// they are.
func (p *patch) join() error {
	records, err := p.concerned()
	if err != nil {
		return err
	}
	decided, err := rulings(p.tx, func(r string) bool { return p.article[r] != "" })
	if err != nil {
		return err
	}
	was := namedBy(records)
	var fault error
	joined := p.Joiner.JoinGiven(records, incidents.Given{Rulings: ruled(decided), CopiesAmong: copiesAmong(p.tx, &fault)})
	if fault != nil {
		return fault
	}
	joined = slices.DeleteFunc(joined, func(in sayso.Incident) bool { return p.article[in.ID] == "" })
	for i := range joined {
		export.Tidy(&joined[i], true)
	}
	for i := range records {
		for k := range records[i].Incidents {
			in := &records[i].Incidents[k]
			if p.article[in.ID] == "" {
				in.Joined = was[in.ID]
			} else if was[in.ID] != "" {
				p.gone[was[in.ID]] = true
			}
		}
	}
	for i := range joined {
		delete(p.gone, joined[i].ID)
	}
	c := store.Change{Incidents: joined, Records: was.changed(records)}
	for id := range p.gone {
		c.Gone = append(c.Gone, id)
	}
	slices.Sort(c.Gone)
	return store.Apply(p.tx, c)
}

// concerned are the records with reports that were taken in, by article.
func (p *patch) concerned() ([]sayso.ArticleRecord, error) {
	seen := map[string]bool{}
	var ids []string
	for _, r := range p.reports {
		if a := p.article[r]; !seen[a] {
			seen[a] = true
			ids = append(ids, a)
		}
	}
	slices.Sort(ids)
	var out []sayso.ArticleRecord
	for _, id := range ids {
		rec, err := p.record(id)
		if err != nil {
			return nil, err
		}
		if rec != nil {
			out = append(out, *rec)
		}
	}
	return out, nil
}

package rejoin

import (
	"errors"
	"slices"

	"sayso"
	"sayso/internal/store"
)

// piece is the part of the store that is joined anew: reports of pending
// articles, and all that is connected with them, by links, by rulings or by an
// incident that they were part of.
type piece struct {
	*filer
	records map[string]*sayso.ArticleRecord // that were read; nil: there is none
	told    map[string]string               // article of each report of the pending articles
	article map[string]string               // of each report that is joined anew
	reports []string                        // these, in the order in which they were found
	next    int                             // the first of them whose neighbours were not looked for
	taken   map[string]bool                 // articles with such reports
	merged  map[string][]string             // see [piece.mergers]
	seen    map[string]bool                 // incidents whose reports were taken in
	gone    map[string]bool                 // incidents that were made of them
	joined  progress
}

// progress is which reports of articles that are still pending were joined
// already, and at which filing: see [filer.state].
type progress map[string]joinedReports

type joinedReports struct {
	state   string
	reports map[string]bool
}

func (j *Joined) newPiece(tx store.Writer, before progress) *piece {
	return &piece{filer: j.newFiler(tx), records: map[string]*sayso.ArticleRecord{}, told: map[string]string{}, article: map[string]string{},
		taken: map[string]bool{}, seen: map[string]bool{}, gone: map[string]bool{}, joined: before}
}

// read is the record of an article, nil where there is none.
func (p *piece) read(article string) (*sayso.ArticleRecord, error) {
	if r, ok := p.records[article]; ok {
		return r, nil
	}
	r, err := p.record(article)
	p.records[article] = r
	return r, err
}

// prepare files a pending article, unless it is filed, and takes in what loses
// a link by it.
func (p *piece) prepare(id string) error {
	state, was, err := p.state(id)
	if err != nil {
		return err
	}
	if p.joined[id].state != state {
		delete(p.joined, id)
	}
	rec, err := p.read(id)
	if err != nil {
		return err
	}
	for i := 0; rec != nil && i < len(rec.Incidents); i++ {
		p.told[rec.Incidents[i].ID] = id
	}
	if was {
		return nil
	}
	lost, err := p.file(id)
	for _, l := range lost {
		if err := p.takeIfTold(l.Other, l.OtherArticle); err != nil {
			return err
		}
	}
	return err
}

// takeIfTold takes a report in, if its article still tells it.
func (p *piece) takeIfTold(report, article string) error {
	rec, err := p.read(article)
	if err == nil && rec != nil && tells(rec, report) {
		p.take(report, article)
	}
	return err
}

func tells(rec *sayso.ArticleRecord, report string) bool {
	return slices.ContainsFunc(rec.Incidents, func(in sayso.Incident) bool { return in.ID == report })
}

// take takes a report in.
func (p *piece) take(report, article string) {
	if _, ok := p.article[report]; !ok {
		p.article[report] = article
		p.reports = append(p.reports, report)
		p.taken[article] = true
	}
}

// start takes in what a pending article tells, but for what was joined already,
// and the incidents that rest on what it told before.
func (p *piece) start(id string) error {
	rec, err := p.read(id)
	if err != nil {
		return err
	}
	before, current := p.joined[id].reports, map[string]bool{}
	for i := 0; rec != nil && i < len(rec.Incidents); i++ {
		if in := &rec.Incidents[i]; before[in.ID] {
			current[in.Joined] = true
		} else {
			p.take(in.ID, id)
		}
	}
	old, err := p.tx.Briefs(store.Query{Article: id})
	if err != nil {
		return err
	}
	for i := range old {
		if was := old[i].ID; !current[was] {
			p.gone[was] = true
			if err := p.takeIncident(was); err != nil {
				return err
			}
		}
	}
	return nil
}

// connect takes in all that is connected with what was taken in.
func (p *piece) connect() error {
	if err := p.mergers(); err != nil {
		return err
	}
	for ; p.next < len(p.reports); p.next++ {
		r := p.reports[p.next]
		links, err := p.tx.LinksOf(r)
		if err != nil {
			return err
		}
		for _, l := range links {
			p.take(l.Other, l.OtherArticle)
		}
		for _, other := range p.merged[r] {
			if a := p.told[other]; a != "" {
				p.take(other, a)
			} else if err := p.takeIncident(other); err != nil {
				return err
			}
		}
		if err := p.takeOld(r); err != nil {
			return err
		}
	}
	return nil
}

// takeOld takes in the incident that a report was part of.
func (p *piece) takeOld(report string) error {
	rec, err := p.read(p.article[report])
	if err != nil || rec == nil {
		return err
	}
	for i := range rec.Incidents {
		if in := &rec.Incidents[i]; in.ID == report && in.Joined != "" {
			return p.takeIncident(in.Joined)
		}
	}
	return nil
}

// mergers finds, once, what each report leads to that a person said is one with
// others.
func (p *piece) mergers() error {
	if p.merged != nil {
		return nil
	}
	var fault error
	list, err := rulings(p.tx, func(r string) bool {
		told, err := p.isTold(r)
		fault = errors.Join(fault, err)
		return told
	})
	p.merged = map[string][]string{}
	for _, d := range list {
		if d.Action == store.ActMerge {
			for _, r := range d.Reports {
				p.merged[r] = append(p.merged[r], d.Reports...)
			}
		}
	}
	return errors.Join(err, fault)
}

// isTold reports whether an article tells a report.
func (p *piece) isTold(report string) (bool, error) {
	if p.told[report] != "" || p.article[report] != "" {
		return true, nil
	}
	in, err := p.tx.Incident(report)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	for i := 0; err == nil && i < len(in.Articles); i++ {
		var rec *sayso.ArticleRecord
		if rec, err = p.read(in.Articles[i]); rec != nil && tells(rec, report) {
			return true, nil
		}
	}
	return false, err
}

// takeIncident takes in all reports of the incident that an id leads to.
func (p *piece) takeIncident(id string) error {
	if p.seen[id] {
		return nil
	}
	p.seen[id] = true
	in, err := p.tx.Incident(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	for i := 0; err == nil && i < len(in.Articles); i++ {
		a := in.Articles[i]
		var rec *sayso.ArticleRecord
		rec, err = p.read(a)
		for k := 0; rec != nil && k < len(rec.Incidents); k++ {
			if r := rec.Incidents[k].ID; r == in.ID || slices.Contains(in.Former, r) {
				p.take(r, a)
			}
		}
	}
	return err
}

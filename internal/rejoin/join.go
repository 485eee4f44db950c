package rejoin

import (
	"errors"
	"maps"
	"slices"

	"sayso"
	"sayso/internal/incidents"
	"sayso/internal/ingest/dedup"
	"sayso/internal/publish/export"
	"sayso/internal/store"
)

// join joins what was taken in. Other reports of the same articles are left as
// they are.
func (p *piece) join() error {
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
	return store.Apply(p.tx, store.Change{Incidents: joined, Gone: slices.Sorted(maps.Keys(p.gone)), Records: was.changed(records)})
}

// concerned are the records with reports that were taken in, by article.
func (p *piece) concerned() ([]sayso.ArticleRecord, error) {
	var out []sayso.ArticleRecord
	for _, id := range slices.Sorted(maps.Keys(p.taken)) {
		rec, err := p.read(id)
		if err != nil {
			return nil, err
		}
		if rec != nil {
			out = append(out, *rec)
		}
	}
	return out, nil
}

// keep notes which reports were joined, of articles that are not done.
func (p *piece) keep(done []string) error {
	for _, r := range p.reports {
		a := p.article[r]
		known, ok := p.joined[a]
		if !ok {
			state, was, err := p.state(a)
			if err != nil {
				return err
			}
			if !was {
				continue
			}
			known = joinedReports{state, map[string]bool{}}
			p.joined[a] = known
		}
		known.reports[r] = true
	}
	for _, id := range done {
		delete(p.joined, id)
	}
	return p.done(done)
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

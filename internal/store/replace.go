package store

import (
	"errors"
	"fmt"

	"sayso"
)

// Replace puts the incidents across articles in place of all that were, and
// the records that name them.
func Replace(tx Writer, incidents []sayso.Incident, records []sayso.ArticleRecord) error {
	now := map[string]bool{}
	for i := range incidents {
		now[incidents[i].ID] = true
	}
	c := Change{Incidents: incidents, Records: records}
	for after := ""; ; {
		list, err := tx.Briefs(Query{After: after, Limit: pageSize})
		if err != nil {
			return err
		}
		for i := range list {
			if !now[list[i].ID] {
				c.Gone = append(c.Gone, list[i].ID)
			}
		}
		if len(list) == 0 {
			return Apply(tx, c)
		}
		after = CursorOf(ByDay, &list[len(list)-1])
	}
}

// Change is what joining changed.
type Change struct {
	Incidents []sayso.Incident      // new or changed, as the machine found them
	Gone      []string              // ids under which there is no incident any more
	Records   []sayso.ArticleRecord // that name other incidents
}

// Apply keeps a change, with people's decisions on top; only what differs is
// written. Every report leads to the incident that it tells, and an id that is
// no more to the incident that tells most of its claims.
func Apply(tx Writer, c Change) error {
	lead, b := leader(c.Incidents), &book{tx: tx}
	for _, id := range c.Gone {
		if err := retire(b, id, lead); err != nil {
			return err
		}
	}
	for i := range c.Incidents {
		in := &c.Incidents[i]
		if err := b.put(in.ID, ""); err != nil {
			return err
		}
		for _, f := range in.Former {
			if err := b.put(f, in.ID); err != nil {
				return fmt.Errorf("former id %s: %w", f, err)
			}
		}
	}
	if err := b.close(); err != nil {
		return err
	}
	for i := range c.Incidents {
		if err := put(tx, c.Incidents[i]); err != nil {
			return err
		}
	}
	for _, r := range c.Records {
		if err := tx.PutRecord(r); err != nil {
			return err
		}
	}
	return nil
}

// words is where a claim stands: what stays the same when incidents change.
type words struct {
	article string
	span    sayso.Span
}

func spots(in *sayso.Incident) []words {
	var out []words
	for i := range in.Claims {
		for _, s := range in.Claims[i].Evidence {
			out = append(out, words{in.Claims[i].Article, s})
		}
	}
	return out
}

// leader answers with the incident that shares most words with a former one;
// among equals the first id.
func leader(incidents []sayso.Incident) func(*sayso.Incident) string {
	by := map[words][]string{}
	for i := range incidents {
		for _, w := range spots(&incidents[i]) {
			by[w] = append(by[w], incidents[i].ID)
		}
	}
	return func(in *sayso.Incident) string {
		votes := map[string]int{}
		for _, w := range spots(in) {
			for _, id := range by[w] {
				votes[id]++
			}
		}
		best := ""
		for id, n := range votes {
			if best == "" || n > votes[best] || n == votes[best] && id < best {
				best = id
			}
		}
		return best
	}
}

// retire removes an incident and makes its id lead to the one that took it over.
func retire(b *book, id string, lead func(*sayso.Incident) string) error {
	tx := b.tx
	in, err := FoundOf(tx, id)
	if errors.Is(err, ErrNotFound) || err == nil && in.ID != id {
		return nil
	}
	if err != nil {
		return err
	}
	if err := drop(tx, id); err != nil {
		return err
	}
	led, err := tx.Alias(id) // by its article, which was coded again: see [Recode]
	if err != nil || led != "" {
		return err
	}
	heir := lead(&in)
	if heir == "" {
		return nil
	}
	return b.put(id, heir)
}

// drop removes an incident with what the machine found.
func drop(tx Writer, id string) error {
	if err := tx.DropFound(id); err != nil {
		return err
	}
	return tx.DropIncident(id)
}

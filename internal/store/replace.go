package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"sayso"
)

// Replace puts the incidents across articles in place of those that were, and
// the records that name them. Only what differs is written. An id that is no
// more leads from now on to the incident that tells most of its claims.
func Replace(tx Writer, incidents []sayso.Incident, records []sayso.ArticleRecord) error {
	was, err := tx.Incidents(Query{})
	if err != nil {
		return err
	}
	now := map[string]bool{}
	for i := range incidents {
		now[incidents[i].ID] = true
	}
	same := map[string][]byte{}
	lead := leader(incidents)
	for i := range was {
		if now[was[i].ID] {
			if same[was[i].ID], err = json.Marshal(&was[i]); err != nil {
				return err
			}
			continue
		}
		if err := retire(tx, &was[i], lead); err != nil {
			return err
		}
	}
	for i := range incidents {
		b, err := json.Marshal(&incidents[i])
		if err != nil {
			return err
		}
		if bytes.Equal(b, same[incidents[i].ID]) {
			continue
		}
		if err := tx.PutIncident(incidents[i]); err != nil {
			return err
		}
	}
	for _, r := range records {
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

// retire removes an incident and makes its ids lead to the one that took it over.
func retire(tx Writer, in *sayso.Incident, lead func(*sayso.Incident) string) error {
	if err := tx.DropIncident(in.ID); err != nil {
		return err
	}
	heir := lead(in)
	if heir == "" {
		return nil
	}
	all, err := tx.Aliases()
	if err != nil {
		return err
	}
	former := []string{in.ID}
	for _, a := range all {
		if a.ID == in.ID {
			former = append(former, a.Former)
		}
	}
	slices.Sort(former)
	for _, f := range former {
		if err := tx.PutAlias(Alias{Former: f, ID: heir}); err != nil {
			return fmt.Errorf("former id %s: %w", f, err)
		}
	}
	return nil
}

package store

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"sayso"
)

// former is a report that an article told before it was read or coded anew, with
// what its successor is known by.
type former struct {
	ID     string       `json:"id"`
	Spans  []sayso.Span `json:"spans,omitempty"`  // that it rested on
	Words  []string     `json:"words,omitempty"`  // in them, folded; where the text changes, and spans say nothing
	Others []string     `json:"others,omitempty"` // reports of other articles that told the same incident
}

// formersOf are the reports of a record.
func formersOf(tx Reader, rec *sayso.ArticleRecord, words bool) ([]former, error) {
	mine := map[string]bool{}
	for i := range rec.Incidents {
		mine[rec.Incidents[i].ID] = true
	}
	var out []former
	for i := range rec.Incidents {
		r := &rec.Incidents[i]
		f := former{ID: r.ID}
		for k := range r.Claims {
			f.Spans = append(f.Spans, r.Claims[k].Evidence...)
		}
		if words {
			f.Spans, f.Words = nil, restsOn(r)
		}
		in, err := tx.Incident(r.Joined)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return nil, err
		}
		if err == nil {
			f.Others = slices.DeleteFunc(reportsOf(&in), func(id string) bool { return mine[id] })
		}
		out = append(out, f)
	}
	return out, nil
}

// restsOn are the folded words that a report's claims quote, each once.
func restsOn(r *sayso.Incident) []string {
	var out []string
	for i := range r.Claims {
		out = append(out, strings.Fields(Fold(r.Claims[i].Quote))...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Uncode drops what an article tells, and keeps what leads its reports on when it
// is coded the next time. Words says that its text changes.
func Uncode(tx Writer, article string, words bool) error {
	rec, err := tx.Record(article)
	if errors.Is(err, ErrNotFound) {
		return nil // what it told before that is kept already
	}
	if err != nil {
		return err
	}
	list, err := formersOf(tx, &rec, words)
	if err != nil {
		return err
	}
	b, err := json.Marshal(list)
	if err != nil {
		return err
	}
	if err := tx.PutKeyed(Keyed{Kind: KeyedFormer, Key: article, Value: b}); err != nil {
		return err
	}
	return tx.DropRecord(article)
}

// Recode keeps what an article tells now. A report that it told before and does
// not tell any more leads to the one that rests on most of its words, or else to
// another article's report of the same incident, so that ids go on resolving and
// decisions on holding. Where there is neither, decisions rest: see [Resting].
func Recode(tx Writer, rec sayso.ArticleRecord) error {
	before, err := told(tx, rec.Article)
	if err != nil {
		return err
	}
	if err := tx.PutRecord(rec); err != nil {
		return err
	}
	for i := range before {
		old := &before[i]
		if slices.ContainsFunc(rec.Incidents, func(in sayso.Incident) bool { return in.ID == old.ID }) {
			continue
		}
		heir := old.heir(rec.Incidents)
		if heir == "" && len(old.Others) > 0 {
			heir = old.Others[0]
		}
		if heir == "" {
			err = orphan(tx, old.ID, rec.Article)
		} else {
			err = Lead(tx, Alias{Former: old.ID, ID: heir})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// told are the reports that an article told before.
func told(tx Writer, article string) (list []former, err error) {
	was, err := tx.Record(article)
	if err == nil {
		return formersOf(tx, &was, false)
	}
	if !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	k, err := tx.Keyed(KeyedFormer, article)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(k.Value, &list); err != nil {
		return nil, err
	}
	return list, tx.DropKeyed(KeyedFormer, article)
}

// heir is the report whose words are most those of a former one: "" where none
// has any, or, of a text that changed, half of them; of equals the first.
func (f *former) heir(now []sayso.Incident) string {
	best, most := "", 0
	for i := range now {
		n := f.shares(&now[i])
		if n > most && 2*n >= len(f.Words) {
			best, most = now[i].ID, n
		}
	}
	return best
}

// shares counts the words, or the bytes where spans are known, that a report
// shares with a former one.
func (f *former) shares(in *sayso.Incident) (n int) {
	if len(f.Words) > 0 {
		have := restsOn(in)
		for _, w := range f.Words {
			if _, ok := slices.BinarySearch(have, w); ok {
				n++
			}
		}
		return n
	}
	for _, a := range f.Spans {
		for i := range in.Claims {
			for _, b := range in.Claims[i].Evidence {
				if a.Touches(b) {
					n += min(a.End, b.End) - max(a.Start, b.Start)
				}
			}
		}
	}
	return n
}

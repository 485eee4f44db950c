package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"sayso"
)

// settle shows an incident as the machine found it with what people decided
// about it on top. What the machine found is kept beside it where the two
// differ, so that undoing brings it back.
func settle(tx Writer, in sayso.Incident) error {
	found, err := FoundOf(tx, in.ID)
	if err != nil {
		return err
	}
	return put(tx, found)
}

// FoundOf is an incident as the machine found it, whatever people decided.
func FoundOf(tx Reader, id string) (sayso.Incident, error) {
	found, err := tx.Found(id)
	if errors.Is(err, ErrNotFound) {
		return tx.Incident(id)
	}
	return found, err
}

// put keeps what the machine found, with the decisions on top.
func put(tx Writer, found sayso.Incident) error {
	list, err := History(tx, &found)
	if err != nil {
		return err
	}
	shown, changed, err := apply(tx, found, Standing(list))
	if err != nil {
		return err
	}
	if changed {
		err = tx.PutFound(found)
	} else {
		err = tx.DropFound(found.ID)
	}
	if err != nil {
		return err
	}
	return putChanged(tx, shown)
}

// putChanged keeps an incident unless it is kept so.
func putChanged(tx Writer, in sayso.Incident) error {
	was, err := tx.Incident(in.ID)
	switch {
	case errors.Is(err, ErrNotFound) || err == nil && was.ID != in.ID:
	case err != nil:
		return err
	default:
		a, err := json.Marshal(&was)
		if err != nil {
			return err
		}
		b, err := json.Marshal(&in)
		if err != nil || bytes.Equal(a, b) {
			return err
		}
	}
	return tx.PutIncident(in)
}

// apply puts decisions on top of what the machine found. The last that rejects,
// corrects or accepts says how the incident stands, save that accepting what
// was corrected leaves it corrected.
func apply(tx Reader, found sayso.Incident, list []Decision) (in sayso.Incident, changed bool, err error) {
	if len(list) == 0 {
		return found, false, nil
	}
	if in, err = deep(found); err != nil {
		return in, false, err
	}
	for i := range list {
		switch d := &list[i]; d.Action {
		case ActAccept:
			if in.Review != sayso.ReviewCorrected {
				in.Review = sayso.ReviewAccepted
			}
		case ActReject:
			in.Review = sayso.ReviewRejected
		case ActCorrect:
			done, err := applyCorrection(tx, &in, d)
			if err != nil {
				return in, false, err
			}
			if done {
				in.Review = sayso.ReviewCorrected
			}
		}
	}
	return in, in.Review != "", nil
}

func applyCorrection(tx Reader, in *sayso.Incident, d *Decision) (bool, error) {
	a, err := tx.Article(d.Article)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	span := d.Span
	if text := a.Reading(); span.In(text) != d.Quote { // the article was read anew since
		at := strings.Index(text, d.Quote)
		if at < 0 || d.Quote == "" {
			return false, nil
		}
		span = sayso.Span{Start: at, End: at + len(d.Quote)}
	}
	return true, correct(in, d, &a.Article, span)
}

func deep(in sayso.Incident) (out sayso.Incident, err error) {
	b, err := json.Marshal(&in)
	if err != nil {
		return out, err
	}
	return out, json.Unmarshal(b, &out)
}

// Recode keeps what an article tells now. A report that it told before and does
// not tell any more leads to the one that rests on most of its words, so that
// decisions on it go on holding.
func Recode(tx Writer, rec sayso.ArticleRecord) error {
	was, err := tx.Record(rec.Article)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	if err := tx.PutRecord(rec); err != nil {
		return err
	}
	for i := range was.Incidents {
		old := &was.Incidents[i]
		if slices.ContainsFunc(rec.Incidents, func(in sayso.Incident) bool { return in.ID == old.ID }) {
			continue
		}
		if heir := nearest(old, rec.Incidents); heir != "" {
			if err := tx.PutAlias(Alias{Former: old.ID, ID: heir}); err != nil {
				return err
			}
		}
	}
	return nil
}

// nearest is the report whose words are most those of another of the article:
// "" where none shares any; of equals the first.
func nearest(old *sayso.Incident, now []sayso.Incident) string {
	best, most := "", 0
	for i := range now {
		n := 0
		for _, a := range spots(old) {
			for _, b := range spots(&now[i]) {
				if a.article == b.article && a.span.Touches(b.span) {
					n += min(a.span.End, b.span.End) - max(a.span.Start, b.span.Start)
				}
			}
		}
		if n > most {
			best, most = now[i].ID, n
		}
	}
	return best
}

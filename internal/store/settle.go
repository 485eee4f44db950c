package store

import (
	"bytes"
	"encoding/json"
	"errors"
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
	shown, resting, err := apply(tx, found, Standing(list))
	if err != nil {
		return err
	}
	if err := report(tx, list, resting); err != nil {
		return err
	}
	if shown.Review != "" {
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
// was corrected leaves it corrected, and that corrections whose words are gone
// leave it to be looked at again, unless it was rejected. It returns those.
func apply(tx Reader, found sayso.Incident, list []Decision) (in sayso.Incident, resting []Decision, err error) {
	if len(list) == 0 {
		return found, nil, nil
	}
	if in, err = deep(found); err != nil {
		return in, nil, err
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
			at, there, err := stands(tx, d)
			if err != nil {
				return in, nil, err
			}
			if !there {
				continue
			}
			if err := correct(&in, d, at.article, at.span); err != nil {
				return in, nil, err
			}
			in.Review = sayso.ReviewCorrected
		}
	}
	if resting, err = Resting(tx, list); err == nil && len(resting) > 0 && in.Review != sayso.ReviewRejected {
		in.Review = sayso.ReviewResting
	}
	return in, resting, err
}

// find is where words stand in a text: at the span, or anywhere in a text that was
// read anew since.
func find(text, words string, span sayso.Span) (sayso.Span, bool) {
	if words == "" || span.In(text) == words {
		return span, words != ""
	}
	at := strings.Index(text, words)
	return sayso.Span{Start: at, End: at + len(words)}, at >= 0
}

func deep(in sayso.Incident) (out sayso.Incident, err error) {
	b, err := json.Marshal(&in)
	if err != nil {
		return out, err
	}
	return out, json.Unmarshal(b, &out)
}

package store

import (
	"errors"
	"fmt"
	"slices"

	"sayso"
)

// StageDecide is the stage of failures that say that a decision rests. They are
// named by the decision, and go when it holds again or is undone.
const StageDecide = "decide"

// Kinds of such failures.
const (
	KindWordsGone    = "words-gone"    // the article that was read anew has the correction's words no more
	KindIncidentGone = "incident-gone" // no article tells the incident any more
)

// Resting are the corrections of a list, all of one incident and in force, that
// say nothing any more: their words are not in the article as it reads now. One
// whose field was corrected again later is made up for.
func Resting(tx Reader, list []Decision) ([]Decision, error) {
	var out []Decision
	for i := range list {
		d := &list[i]
		if d.Action != ActCorrect {
			continue
		}
		_, there, err := stands(tx, d)
		if err != nil {
			return nil, err
		}
		if there {
			out = slices.DeleteFunc(out, func(was Decision) bool { return was.Field == d.Field })
		} else {
			out = append(out, *d)
		}
	}
	return out, nil
}

// stands is where a correction's words stand in its article now.
func stands(tx Reader, d *Decision) (at spot, there bool, err error) {
	a, err := tx.Article(d.Article)
	if errors.Is(err, ErrNotFound) {
		return at, false, nil
	}
	if err != nil {
		return at, false, err
	}
	span, there := find(a.Reading(), d.Quote, d.Span)
	return spot{&a.Article, span}, there, nil
}

// spot is words of an article.
type spot struct {
	article *sayso.Article
	span    sayso.Span
}

// report keeps a line in the list of failures for each correction that rests, and
// takes off those of an incident's decisions that do not. What is new is noted in
// the audit.
func report(tx Writer, history, resting []Decision) error {
	for i := range history {
		d := &history[i]
		if !slices.ContainsFunc(resting, func(r Decision) bool { return r.ID == d.ID }) {
			if err := tx.DropFailures(d.ID); err != nil {
				return err
			}
			continue
		}
		err := rest(tx, d, KindWordsGone, fmt.Sprintf("the correction of %s to %q by %s rests: its words %q are not in article %s any more; correct it on other words, or undo it",
			d.Field, d.Value, d.By, d.Quote, d.Article))
		if err != nil {
			return err
		}
	}
	return nil
}

// orphan reports the decisions on an incident that no article tells any more.
func orphan(tx Writer, id, article string) error {
	list, err := History(tx, &sayso.Incident{ID: id})
	if err != nil {
		return err
	}
	for _, d := range Standing(list) {
		if d.ruling() {
			continue
		}
		err := rest(tx, &d, KindIncidentGone, fmt.Sprintf("the decision to %s incident %s by %s rests: article %s, read anew, does not tell it any more", d.Action, id, d.By, article))
		if err != nil {
			return err
		}
	}
	return nil
}

// rest keeps the failure, and notes it in the audit unless it is kept already.
// The time is that of the audit's last entry: of what made the decision rest.
func rest(tx Writer, d *Decision, kind, reason string) error {
	all, err := tx.Failures()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(all, func(f Failure) bool { return f.Item == d.ID && f.Kind == kind }) {
		return nil
	}
	last, err := tx.Last()
	if err != nil {
		return err
	}
	f := Failure{Failure: sayso.Failure{Stage: StageDecide, Kind: kind, Item: d.ID, Reason: reason}, Name: d.ID, First: last.At, Last: last.At}
	if err := tx.PutFailure(f); err != nil {
		return err
	}
	return note(tx, Act{By: "sayso", At: last.At}, "rest", d.ID, d.Digest())
}

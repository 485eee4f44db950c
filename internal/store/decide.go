package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sayso"
)

// ErrDecision is what a decision that cannot hold fails with, and why.
var ErrDecision = errors.New("this cannot be decided")

func refuse(form string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDecision, fmt.Sprintf(form, args...))
}

// Known says what there is besides what the store keeps.
type Known struct {
	Types []string // ids of the incident types
}

// Decide checks what a person decided, keeps it, notes it in the audit and lets
// it hold; the decision comes back with what is filled in. The same decision
// again changes nothing. It fails with [ErrDecision] for what makes no sense
// and with [ErrNotFound] for a target that is not there.
//
// Accepting, rejecting and correcting show at once. A merge or split, or what
// undoes one, shows when the incidents are joined the next time: the articles
// concerned are pending for it.
func Decide(tx Writer, d Decision, known Known) (Decision, error) {
	if d.By == "" {
		return d, refuse("nobody is named who decides")
	}
	if err := complete(tx, &d, known); err != nil {
		return d, err
	}
	if d.ID == "" {
		d.ID = d.contentID()
	}
	if before, err := tx.Decision(d.ID); err == nil || !errors.Is(err, ErrNotFound) {
		return before, err
	}
	if err := tx.PutDecision(d); err != nil {
		return d, err
	}
	if err := note(tx, Act{By: d.By, At: d.At}, "decide", d.ID, d.Digest()); err != nil {
		return d, err
	}
	if err := hold(tx, &d); err != nil {
		return d, err
	}
	return tx.Decision(d.ID)
}

// Receive keeps a decision that was made in another store, as it holds there:
// what it changed comes with the incidents. Of one whose words were taken down
// there, a tombstone is put up here too.
func Receive(tx Writer, act Act, d Decision) error {
	if err := tx.PutDecision(d); err != nil {
		return err
	}
	if d.Taken {
		if err := bury(tx, Takedown{Act: act, Reason: "taken down before it came here"}, KindDecision, d.ID, d.Digest()); err != nil {
			return err
		}
	}
	return note(tx, act, "decide", d.ID, d.Digest())
}

func (d *Decision) contentID() string {
	place := ""
	if d.Place != nil {
		place = d.Place.Name + " " + d.Place.ID
	}
	return sayso.ContentID("d", d.At, d.By, d.Action, d.Target, d.Field, d.Value, d.Reason, place, d.Article,
		fmt.Sprint(d.Span.Start, d.Span.End), strings.Join(d.With, " "), d.Undoes)
}

// complete checks a decision and fills in what follows from it.
func complete(tx Reader, d *Decision, known Known) error {
	if d.Action == ActUndo {
		return completeUndo(tx, d)
	}
	if d.Undoes != "" {
		return refuse("%s undoes nothing", d.Action)
	}
	in, err := tx.Incident(d.Target)
	if err != nil && d.Action == ActComment && errors.Is(err, ErrNotFound) {
		_, err = tx.Article(d.Target)
	}
	if err != nil {
		return err
	}
	if d.Action != ActCorrect && (d.Field != "" || d.Value != "" || d.Place != nil || d.Article != "" || d.Span != sayso.Span{}) {
		return refuse("%s takes no field, value or words", d.Action)
	}
	switch d.Action {
	case ActAccept, ActReject:
		return nil
	case ActComment:
		if strings.TrimSpace(d.Reason) == "" {
			return refuse("a comment has words")
		}
		return nil
	case ActCorrect:
		return completeCorrection(tx, d, &in, known)
	case ActMerge:
		return completeMerge(tx, d, &in)
	case ActSplit:
		return completeSplit(tx, d, &in)
	}
	return refuse("there is no action %q", d.Action)
}

func completeUndo(tx Reader, d *Decision) error {
	was, err := tx.Decision(d.Undoes)
	if err != nil {
		return err
	}
	if d.Target != "" && d.Target != was.Target {
		return refuse("decision %s is about %s", was.ID, was.Target)
	}
	d.Target = was.Target
	all, err := tx.Decisions(was.Target)
	if err != nil {
		return err
	}
	undone := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		if u := &all[i]; u.Action == ActUndo && !undone[u.ID] && u.ID != d.ID {
			undone[u.Undoes] = true
		}
	}
	if undone[was.ID] {
		return refuse("decision %s was undone already", was.ID)
	}
	return nil
}

func completeCorrection(tx Reader, d *Decision, in *sayso.Incident, known Known) error {
	if err := checkValue(d, known); err != nil {
		return err
	}
	if !slices.Contains(in.Articles, d.Article) {
		return refuse("a correction names an article that tells the incident, and %q does not", d.Article)
	}
	a, err := tx.Article(d.Article)
	if err != nil {
		return err
	}
	if d.Quote = d.Span.In(a.Reading()); d.Quote == "" {
		return refuse("a correction names words of the article, and there are none at %d-%d", d.Span.Start, d.Span.End)
	}
	return nil
}

func completeMerge(tx Reader, d *Decision, in *sayso.Incident) error {
	d.Reports = reportsOf(in)
	found := map[string]bool{in.ID: true}
	for _, id := range d.With {
		other, err := tx.Incident(id)
		if err != nil {
			return err
		}
		if found[other.ID] {
			return refuse("%s is %s already", id, other.ID)
		}
		found[other.ID] = true
		d.Reports = append(d.Reports, reportsOf(&other)...)
	}
	if len(found) < 2 {
		return refuse("a merge names another incident")
	}
	return nil
}

// reportsOf are the ids of the reports that tell an incident.
func reportsOf(in *sayso.Incident) []string { return append([]string{in.ID}, in.Former...) }

func completeSplit(tx Reader, d *Decision, in *sayso.Incident) error {
	of, err := articlesOf(tx, in)
	if err != nil {
		return err
	}
	leaves := map[string]bool{}
	for _, id := range d.With {
		hit := false
		for _, r := range reportsOf(in) {
			if r == id || of[r] == id {
				leaves[r], hit = true, true
			}
		}
		if !hit {
			return refuse("%s is no report of %s and no article that tells it", id, in.ID)
		}
	}
	for _, r := range reportsOf(in) {
		if leaves[r] {
			d.Reports = append(d.Reports, r)
		} else {
			d.Stay = append(d.Stay, r)
		}
	}
	if len(d.Reports) == 0 || len(d.Stay) == 0 {
		return refuse("a split names reports or articles that leave, and leaves some")
	}
	return nil
}

// articlesOf leads from the reports of an incident to their articles.
func articlesOf(tx Reader, in *sayso.Incident) (map[string]string, error) {
	of := map[string]string{}
	for _, a := range in.Articles {
		rec, err := tx.Record(a)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for i := range rec.Incidents {
			of[rec.Incidents[i].ID] = a
		}
	}
	return of, nil
}

// hold lets a decision hold.
func hold(tx Writer, d *Decision) error {
	what := *d
	for what.Action == ActUndo {
		var err error
		if what, err = tx.Decision(what.Undoes); err != nil {
			return err
		}
	}
	if what.ruling() {
		return unjoin(tx, slices.Concat(what.Reports, what.Stay))
	}
	in, err := tx.Incident(d.Target)
	if errors.Is(err, ErrNotFound) { // about an article, or dormant: no machine finds the incident now
		return tx.DropFailures(d.Undoes)
	}
	if err != nil {
		return err
	}
	return settle(tx, in)
}

// unjoin makes the articles that tell some reports pending for the join.
func unjoin(tx Writer, reports []string) error {
	done := map[string]bool{}
	for _, r := range reports {
		in, err := tx.Incident(r)
		if errors.Is(err, ErrNotFound) || err == nil && done[in.ID] {
			continue
		}
		if err != nil {
			return err
		}
		done[in.ID] = true
		for _, a := range in.Articles {
			if err := tx.PutCursor(Cursor{Step: StepJoin, Article: a}); err != nil {
				return err
			}
		}
	}
	return nil
}

package store

import (
	"encoding/json"
	"slices"

	"sayso"
)

// Actions of decisions.
const (
	ActAccept  = "accept"  // the incident is right as it stands
	ActReject  = "reject"  // it is no incident; it stays in the store, marked
	ActCorrect = "correct" // a field has another value
	ActMerge   = "merge"   // incidents are one
	ActSplit   = "split"   // some reports of an incident are another
	ActComment = "comment" // words about an incident or article
	ActUndo    = "undo"    // a decision holds no more; undoing can be undone
)

// Decision is what a person decided about an incident or article. [Decide]
// checks it and lets it hold; it goes on holding whatever the machine finds
// later, and under whatever id the incident is known then.
type Decision struct {
	ID      string       `json:"id"`                // content-derived
	At      string       `json:"at"`                // RFC 3339
	By      string       `json:"by"`                // who
	Action  string       `json:"action"`            // see the Act constants
	Target  string       `json:"target"`            // incident, by any id that is or was its; a comment's also an article; "" for undo, where it is filled in
	Field   string       `json:"field,omitempty"`   // correct: see [Fields]
	Value   string       `json:"value,omitempty"`   // correct: in words, see [Fields]; "" for none
	Place   *sayso.Place `json:"place,omitempty"`   // correct where and from: the place by that name, where its point is known
	Article string       `json:"article,omitempty"` // correct: article with the words that the value rests on
	Span    sayso.Span   `json:"span,omitzero"`     // correct: the words
	Quote   string       `json:"quote,omitempty"`   // correct: what they are; filled in
	With    []string     `json:"with,omitempty"`    // merge: the other incidents; split: reports (their ids) or articles that leave
	Reports []string     `json:"reports,omitempty"` // merge: all reports that are one; split: those that leave; filled in
	Stay    []string     `json:"stay,omitempty"`    // split: reports that stay; filled in
	Undoes  string       `json:"undoes,omitempty"`  // undo: id of a decision
	Reason  string       `json:"reason,omitempty"`
	Taken   bool         `json:"taken,omitempty"` // what it says was removed
	N       int64        `json:"-"`               // orders decisions by when they were made; filled in by the store
}

// Digest identifies the decision's content.
func (d *Decision) Digest() string {
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // strings and numbers always marshal
	}
	return sayso.DigestOf(b)
}

// Clone is a copy that shares nothing.
func (d Decision) Clone() Decision {
	d.With, d.Reports, d.Stay = slices.Clone(d.With), slices.Clone(d.Reports), slices.Clone(d.Stay)
	if d.Place != nil {
		p := *d.Place
		d.Place = &p
	}
	return d
}

// hide removes what a decision says.
func (d *Decision) hide() {
	d.Value, d.Reason, d.Quote, d.Place, d.Taken = "", "", "", nil, true
}

// said is all that a decision says in words.
func (d *Decision) said() string {
	s := d.Value + " " + d.Reason + " " + d.Quote
	if d.Place != nil {
		s += " " + d.Place.Name
	}
	return s
}

// ruling reports whether a decision says which reports are one.
func (d *Decision) ruling() bool { return d.Action == ActMerge || d.Action == ActSplit }

// Standing are the decisions that hold, in the order in which they were made:
// neither undone nor undoing nor comments. What was taken down says nothing
// any more and holds no more, save that rulings name reports alone.
func Standing(list []Decision) []Decision {
	undone := map[string]bool{}
	for i := len(list) - 1; i >= 0; i-- {
		if d := &list[i]; d.Action == ActUndo && !undone[d.ID] {
			undone[d.Undoes] = true
		}
	}
	var out []Decision
	for _, d := range list {
		if d.Action == ActUndo || d.Action == ActComment || undone[d.ID] || d.Taken && d.Action == ActCorrect {
			continue
		}
		out = append(out, d)
	}
	return out
}

// Rulings are the decisions on which reports are one that hold, in the order in
// which they were made.
func Rulings(tx Reader) ([]Decision, error) {
	all, err := tx.Decisions("")
	return slices.DeleteFunc(Standing(all), func(d Decision) bool { return !d.ruling() }), err
}

// History are all decisions about an incident, under whatever id it had, in the
// order in which they were made.
func History(tx Reader, in *sayso.Incident) ([]Decision, error) {
	ids := append([]string{in.ID}, in.Former...)
	seen := map[string]bool{}
	var out []Decision
	for k := 0; k < len(ids); k++ {
		if seen[ids[k]] {
			continue
		}
		seen[ids[k]] = true
		on, err := tx.Decisions(ids[k])
		if err != nil {
			return nil, err
		}
		out = append(out, on...)
		former, err := tx.Formers(ids[k])
		if err != nil {
			return nil, err
		}
		ids = append(ids, former...)
	}
	slices.SortFunc(out, func(a, b Decision) int { return int(a.N - b.N) })
	return out, nil
}

package locations

import (
	"fmt"
	"math"

	"sayso/internal/claims/event/where"
	"sayso/internal/document"
	"sayso/internal/eval"
)

// tally counts over the rows.
type tally struct {
	rows, placed       int // rows; those with a place
	candidates         int // rows with a place that is a candidate
	right, withNone    int // likeliest candidate; the same where it beats "none"
	nearest, nearestOf int // baseline over toponyms; over candidates
	said, saidRight    int // rows given a place; of these, rows that have one
	decided            int // decisions that agree
	bins               [10]bin
}

type bin struct {
	n, right int
	sum      float64
}

func (t *tally) add(o eval.Options, r *Read, s *where.Scorer) {
	choices, none := s.Choose(r.Doc, r.Trigger)
	has := len(r.Places) > 0
	says := len(choices) > 0 && none < choices[0].Score
	t.rows++
	if says {
		t.said++
		if has {
			t.saidRight++
		}
	}
	if says == has {
		t.decided++
	}
	if says {
		t.bin(choices[0].Score, r.gold(&choices[0].Candidate))
	}
	if !has {
		return
	}
	t.placed++
	found := false
	for i := range choices {
		found = found || r.gold(&choices[i].Candidate)
	}
	if found {
		t.candidates++
	}
	t.baselines(r)
	if len(choices) > 0 && r.gold(&choices[0].Candidate) {
		t.right++
		if says {
			t.withNone++
		}
		return
	}
	t.miss(o, r, choices, found)
}

func (t *tally) baselines(r *Read) {
	var places []where.Candidate
	for _, c := range where.Candidates(r.Doc, r.Trigger) {
		if c.Toponym >= 0 && !r.Doc.Toponyms[c.Toponym].Demonym {
			places = append(places, c)
		}
	}
	if c := nearest(places, r.Trigger); c != nil && r.gold(c) {
		t.nearest++
	}
	if c := nearest(where.Candidates(r.Doc, r.Trigger), r.Trigger); c != nil && r.gold(c) {
		t.nearestOf++
	}
}

// nearest is the candidate with the fewest words between it and the trigger.
func nearest(all []where.Candidate, trigger int) *where.Candidate {
	best, least := -1, math.MaxInt
	for i, c := range all {
		if d := max(c.First-trigger, trigger-c.End+1); d < least {
			best, least = i, d
		}
	}
	if best < 0 {
		return nil
	}
	return &all[best]
}

func (t *tally) bin(score float64, right bool) {
	b := &t.bins[min(int(score*10), 9)]
	b.n++
	b.sum += score
	if right {
		b.right++
	}
}

func (t *tally) miss(o eval.Options, r *Read, choices []where.Choice, found bool) {
	why, got := "no candidate has its span", ""
	if found {
		why = "another place"
	}
	if len(choices) > 0 {
		got = r.Doc.Words(choices[0].Range)
	}
	text := r.Row.Text
	o.Miss(why, r.Places[0].In(text), got, r.Doc.Words(document.Range{First: r.Trigger, End: r.Trigger + 1}), text, r.Source)
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (t *tally) report(o eval.Options) *eval.Report {
	r := &eval.Report{Task: "locations", Set: "event-location " + o.Split}
	r.AddCount("rows", t.rows)
	r.AddCount("rows with a place", t.placed)
	r.Add("place is a candidate", share(t.candidates, t.placed))
	r.Add("exact span", share(t.right, t.placed))
	r.Add("baseline: nearest toponym", share(t.nearest, t.placed))
	r.Add("baseline: nearest candidate", share(t.nearestOf, t.placed))
	r.Add("exact span, not taken for none", share(t.withNone, t.placed))
	r.Add("has a place or none: accuracy", share(t.decided, t.rows))
	r.Add("has a place: precision", share(t.saidRight, t.said))
	r.Add("has a place: recall", share(t.saidRight, t.placed))
	r.Add("has a place: F1", share(2*t.saidRight, t.said+t.placed))
	r.Notes = append(r.Notes, fmt.Sprintf("weights: %d folds by text", Folds),
		"exact span: over the rows with a place, the likeliest candidate against any of the row's spans",
		"baseline: the detected place nearest to the verb in words")
	if o.Sample > 1 {
		r.Notes = append(r.Notes, fmt.Sprintf("one text in %d, trained on the others of the same sample alone", o.Sample))
	}
	r.Notes = append(r.Notes, "score        rows   mean    right")
	for i, b := range t.bins {
		if b.n > 0 {
			r.Notes = append(r.Notes, fmt.Sprintf("%.1f to %.1f  %6d  %.3f   %.3f",
				float64(i)/10, float64(i+1)/10, b.n, b.sum/float64(b.n), share(b.right, b.n)))
		}
	}
	return r
}

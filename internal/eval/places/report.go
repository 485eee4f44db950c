package places

import (
	"fmt"
	"math"

	"sayso/internal/eval"
)

// report prints the counts as figures.
func (t *tally) report(o eval.Options, set, how string) *eval.Report {
	r := &eval.Report{Task: "places", Set: set}
	r.AddCount("names", t.gold)
	r.AddCount("proposed", t.guessed)
	r.Add("detection precision", share(t.found, t.guessed))
	r.Add("detection recall", share(t.found, t.gold))
	r.Add("detection F1", f1(t.found, t.guessed, t.gold))
	r.AddCount("found with coordinates", t.located)
	judged := t.guessed - (t.found - t.located)
	r.Add("right", share(t.right, t.located))
	r.Add("right by distance alone", share(t.near, t.located))
	r.Add("median error km", median(t.distances))
	r.Add("found-and-right F1", f1(t.right, judged, t.goldLocated))
	r.Add("population: right", share(t.popRight, t.located))
	r.Add("population: by distance alone", share(t.popNear, t.located))
	r.Add("population: median error km", median(t.popDistant))
	r.Add("population: found-and-right F1", f1(t.popRight, judged, t.goldLocated))
	r.Add("confidence: calibration error", t.calibrationError())
	r.Add("confidence: Brier score", t.brier/math.Max(1, float64(t.located)))
	r.Notes = append(r.Notes, "weights: "+how,
		"right: within 161 km, or the same country or first-level unit whatever point stands for it",
		"found-and-right: over names with coordinates; a proposed name that the corpus marks without coordinates counts neither way",
		"population: the place with the most people among those of the name, over the same found names",
		"calibration error: mean distance of a row's mean confidence from its share right, rows weighed by names")
	if o.Sample > 1 {
		r.Notes = append(r.Notes, fmt.Sprintf("one text in %d, trained on the others of the same sample alone", o.Sample))
	}
	r.Notes = append(r.Notes, "confidence   names   mean    right")
	for i, b := range t.bins {
		if b.n > 0 {
			r.Notes = append(r.Notes, fmt.Sprintf("%.1f to %.1f  %6d  %.3f   %.3f",
				float64(i)/10, float64(i+1)/10, b.n, b.sum/float64(b.n), share(b.right, b.n)))
		}
	}
	return r
}

func (t *tally) calibrationError() float64 {
	sum, n := 0.0, 0
	for _, b := range t.bins {
		if b.n > 0 {
			sum += math.Abs(b.sum - float64(b.right))
			n += b.n
		}
	}
	return sum / math.Max(1, float64(n))
}

package corpus

import "sayso/internal/document"

// Tally counts spans: right (range and kind), said, gold.
type Tally struct{ Right, Said, Gold int }

// Add counts the spans of a sentence.
func (t *Tally) Add(gold, said []document.Name) {
	t.Gold += len(gold)
	t.Said += len(said)
	for _, g := range gold {
		for _, s := range said {
			if g.Range == s.Range && g.Kind == s.Kind {
				t.Right++
			}
		}
	}
}

// Precision, Recall and F1 of spans; 0 where there is none.
func (t Tally) Precision() float64 { return ratio(t.Right, t.Said) }

// Recall is the share of gold spans found.
func (t Tally) Recall() float64 { return ratio(t.Right, t.Gold) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 { return ratio(2*t.Right, t.Said+t.Gold) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

package assemble

import (
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// bond says how firmly a mention belongs to its happening.
type bond struct {
	sum  float64 // of the log-odds that it tells of the same, over the mentions it was compared with
	with int
}

// mean is the average log-odds, between -mostBond and mostBond; 0 for a mention alone.
func (x bond) mean() float64 {
	if x.with == 0 {
		return 0
	}
	return min(max(x.sum/float64(x.with), -mostBond), mostBond)
}

const mostBond = 3

// tie notes with what log-odds a mention tells of the same as each of some others.
func (r *reader) tie(i int, others []int, odds []float64) {
	for n, k := range others {
		for _, m := range [2]int{i, k} {
			r.bonds[m].sum += odds[n]
			r.bonds[m].with++
		}
	}
}

// bondSigns tell how likely the mention on which something rests tells of
// anything, and how firmly it belongs to the happening: what a stray mention
// says is seldom true of it.
func (r *reader) bondSigns(f *signs.Features, of string, e *document.Event) {
	if e == nil {
		return
	}
	bond := r.bonds[r.indexOf(e)]
	f.AddValue(of+": odds of its mention", e.Odds)
	f.AddValue(of+": bond of its mention", bond.mean())
	f.AddIf(bond.with == 0, of+": its mention is alone")
}

// indexOf is the index of one of the document's events.
func (r *reader) indexOf(e *document.Event) int {
	i := 0
	for &r.d.Events[i] != e {
		i++
	}
	return i
}

// nearestLikely reports whether no mention of another happening that likely
// tells of one stands nearer to something than those of this one.
func (b *builder) nearestLikely(at document.Range) bool {
	return b.nearestBut(at, func(e *document.Event) bool { return e.Odds < strayOdds })
}

// strayOdds is the log-odds under which a mention likely tells of nothing.
const strayOdds = -1

package ner

import (
	"slices"

	"sayso/internal/document"
)

// doubt finds the persons of the passage that were nearly seen: those of the best
// labelling in which each capitalised word has the benefit of the doubt as a part
// of a person, and that touch no person of names. Once more with more of it: what
// only that finds has half the score. The scores of the passage change.
func (w *worker) doubt(m *Model, d *document.Document, names []document.Name) {
	L, at := m.Names.labels, 0
	kind := slices.Index(m.Names.Kinds, document.NamePerson)
	if kind < 0 {
		return
	}
	seen := func(n document.Name) bool {
		touches := func(o document.Name) bool { return o.Kind == document.NamePerson && o.Touches(n.Range) }
		return n.Kind != document.NamePerson || slices.ContainsFunc(names, touches) || slices.ContainsFunc(w.doubts, touches)
	}
	for _, p := range w.pieces {
		emit := w.emit[at*L : (at+p.Len())*L]
		at += p.Len()
		from := len(w.doubts)
		for round, units := range benefit {
			favour(d, p, emit, int(label(kind, placeFirst)), units)
			found := w.search.spans(m.namer(p.fold), emit, p.First, nil)
			for _, n := range slices.DeleteFunc(found, seen) {
				n.Score /= float32(round + 1)
				w.doubts = append(w.doubts, n)
			}
		}
		slices.SortFunc(w.doubts[from:], func(a, b document.Name) int { return a.First - b.First })
	}
}

// favour adds units to the scores of capitalised words for the labels of a kind.
func favour(d *document.Document, p piece, emit []int32, first int, units int32) {
	labels := len(emit) / max(1, p.Len())
	for i := range p.Len() {
		if p.fold || capitalised(d.Word(p.First+i)) {
			for k := range places {
				emit[i*labels+first+k] += units
			}
		}
	}
}

// benefit of the doubt, in the units of the scores of both models together, and
// what comes to it in the second round: with 4 the persons of UNER EWT dev that
// neither the names nor the net of the people stage have fall from 31 of 343 to
// 24, with 6, of names of two words and more, to 22.
var benefit = [2]int32{4 * Scale, 2 * Scale}

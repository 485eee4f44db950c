package attribution

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// part ends what somebody says at the next verb of saying that is joined to the first by
// "and" and has no subject of its own: in "denied this and said it had arrested 11" the
// arrest is said and not denied.
func (w *work) part() {
	for i := range w.out {
		for j := range w.out {
			if h := w.heads[j]; i != j && h > w.heads[i] && w.joinedTo(h, w.heads[i]) {
				w.endBefore(&w.out[i], h)
			}
		}
	}
}

// joinedTo reports whether verb h is coordinated with verb first and shares its subject.
func (w *work) joinedTo(h, first int) bool {
	return first >= 0 && w.v.Rel(h) == document.Conj && w.v.Head(h) == first && w.v.UPOS(h) == document.VERB &&
		w.v.Kid(h, document.Nsubj) < 0 && w.v.Kid(h, document.NsubjPass) < 0
}

// endBefore cuts from a content what stands from the "and" before token h on, where both
// are in one stretch of it.
func (w *work) endBefore(a *document.Attribution, h int) {
	for k, r := range a.Content {
		if !r.Has(h) {
			continue
		}
		end := h
		for end > r.First && w.v.Head(end-1) == h && (w.v.UPOS(end-1) == document.CCONJ || w.v.UPOS(end-1) == document.ADV || strings.EqualFold(w.d.Word(end-1), ",")) {
			end--
		}
		if end == r.First {
			return
		}
		a.Content = slices.Clone(a.Content[:k+1])
		a.Content[k].End = end
		return
	}
}

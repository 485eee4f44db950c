package attribution

import (
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// afterColon gives a quotation that a colon introduces and no attribution holds to
// the subject of the clause before it, whatever its verb: "The ministry justified
// the strike as lawful: “We have acted in self-defence. The general was planning
// attacks.”" The article itself says none of it.
func (w *work) afterColon() {
	for i := range w.v.Quotes {
		q := &w.v.Quotes[i]
		if q.Len() < leastQuoted || q.Continues || q.First < 2 || w.d.Word(q.First-1) != ":" || w.heard(q) {
			continue
		}
		h := w.introducing(q.First - 1)
		if h < 0 {
			continue
		}
		if x, at, ok := w.speaker(w.d.Blocks[max(w.blockOf(h), 0)], h); ok && x.named && x.words.End <= q.First {
			w.passage(at, x, q.Range)
			w.speaks[len(w.out)-1] = true
		}
	}
}

// leastQuoted is how many words, marks among them, a quotation has that is more
// than a title or a slogan.
const leastQuoted = 10

// heard reports whether an attribution that vouches holds the first words of a
// quotation or most of it.
func (w *work) heard(q *frame.Quote) bool {
	for i := range w.out {
		if !w.out[i].Vouches {
			continue
		}
		held := 0
		for _, r := range w.out[i].Content {
			if r.Has(q.First+1) || r.Has(q.First+2) {
				return true
			}
			held += max(0, min(r.End, q.End)-max(r.First, q.First))
		}
		if held*2 > q.Len() {
			return true
		}
	}
	return false
}

// introducing is the verb of the clause that ends in a colon: the highest above
// its last word that stands before the colon and has a subject there, or -1.
func (w *work) introducing(colon int) int {
	verb := -1
	for n, i := 0, colon-1; n < 12 && i >= 0; n, i = n+1, w.v.Head(i) {
		if i >= colon || w.v.UPOS(i) != document.VERB {
			continue
		}
		if s := w.v.Kid(i, document.Nsubj); s >= 0 && s < colon {
			verb = i
		}
	}
	return verb
}

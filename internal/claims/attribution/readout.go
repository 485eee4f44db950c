package attribution

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// readOut gives a quotation that no attribution holds to what the words behind it
// say that it stands in, and to the same the quotation that goes on with it behind
// a semicolon: "“No troops were injured,” read the statement; “we will not be
// deterred.”"
func (w *work) readOut() {
	for i := range w.v.Quotes {
		q := &w.v.Quotes[i]
		s := w.readFrom(q.End)
		if s < 0 {
			continue
		}
		x := w.whoIssued(s)
		w.readBy(q, q.End, x)
		if i+1 < len(w.v.Quotes) {
			if next := &w.v.Quotes[i+1]; next.First-s <= 2 && w.d.Word(next.First-1) == ";" {
				w.readBy(next, q.End, x)
			}
		}
	}
}

// readBy attributes a quotation that no attribution holds, by the cue at a token.
func (w *work) readBy(q *frame.Quote, cue int, x who) {
	if q.Len() >= leastQuoted && !w.heard(q) {
		w.passage(cue, x, q.Range)
		w.speaks[len(w.out)-1] = true
	}
}

// whoIssued is the source of the last attribution before a noun whose cue has the
// noun too, as in "released a statement saying", else the noun itself.
func (w *work) whoIssued(s int) who {
	last := -1
	for i := range w.out {
		a := &w.out[i]
		if a.Vouches && len(a.Source) > 0 && a.Source[0].First < s && (last < 0 || a.Source[0].First > w.out[last].Source[0].First) &&
			slices.ContainsFunc(a.Cue, func(c document.Range) bool { return c.End <= s && w.names(c, w.d.Tags[s].Lemma) }) {
			last = i
		}
	}
	if last < 0 {
		return who{name: w.d.Word(s), kind: sayso.VoucherSource, words: w.nounPhrase(s), why: sayso.Because(w.d.Word(s), "what the words are read from")}
	}
	a := &w.out[last]
	return who{name: a.Name, named: a.Named, kind: a.Kind, id: a.ActorID, words: a.Source[0], why: sayso.Because(a.Name, "whose "+w.d.Word(s)+" was told of before")}
}

// names reports whether a word of a range has the lemma.
func (w *work) names(r document.Range, lemma string) bool {
	for i := r.First; i < r.End; i++ {
		if strings.EqualFold(w.d.Tags[i].Lemma, lemma) {
			return true
		}
	}
	return false
}

// readFrom is the noun for what is read from where token v is "read" or "reads"
// with such a noun right behind it, or -1.
func (w *work) readFrom(v int) int {
	if v >= len(w.d.Tokens) || !strings.EqualFold(w.d.Tags[v].Lemma, "read") {
		return -1
	}
	for i := v + 1; i < min(v+5, len(w.d.Tokens)); i++ {
		if issuers[strings.ToLower(w.d.Tags[i].Lemma)] {
			return i
		}
	}
	return -1
}

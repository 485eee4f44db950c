package depparse

import (
	"strings"

	"sayso/internal/document"
)

// numbered puts right, in the words of range s, what the network makes of words around a
// number: "at least" taken for a place, a whole for the subject beside its part, and the
// "over" of a verb for one of the number.
func numbered(d *document.Document, s document.Range) {
	for i := s.First; i < s.End; i++ {
		if whole := partBehind(d, s, i); whole >= 0 {
			d.Arcs[i] = document.Arc{Head: int32(whole), Rel: document.Appos}
		}
		switch d.Arcs[i].Rel {
		case document.Obl, document.OblUnmarked:
			if atLeast(d, s, i) {
				d.Arcs[i].Rel = document.Obj
			}
		case document.Nsubj, document.NsubjPass:
			if k := partOf(d, s, i); k >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(k), Rel: document.Nmod}
			}
		case document.Amod:
			if v := alsoDid(d, s, i); v >= 0 {
				noun := d.Arcs[i].Head
				d.Arcs[i-1].Head = int32(i)
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Conj}
				d.Arcs[noun] = document.Arc{Head: int32(i), Rel: document.Obj}
			}
		case document.Advmod:
			if handedOver(d, s, i) {
				d.Arcs[i] = document.Arc{Head: int32(i - 1), Rel: document.CompoundPrt}
			}
		}
	}
}

// partBehind is the noun right before a comma behind which a part of it is counted that was
// taken for one more object or subject: "killed nine farmers, three of them children". It is
// -1 where there is none.
func partBehind(d *document.Document, s document.Range, i int) int {
	if i < s.First+3 || i+2 >= s.End || d.Tags[i].UPOS != document.NUM || d.Word(i-1) != "," || !strings.EqualFold(d.Word(i+1), "of") || !strings.EqualFold(d.Word(i+2), "them") {
		return -1
	}
	switch d.Arcs[i].Rel {
	case document.Obj, document.Nsubj, document.NsubjPass:
	default:
		return -1
	}
	if k := i - 2; (d.Tags[k].UPOS == document.NOUN || d.Tags[k].UPOS == document.PROPN) && d.Arcs[k].Head == d.Arcs[i].Head && (d.Arcs[k].Rel == document.Obj || d.Arcs[k].Rel == document.Nsubj || d.Arcs[k].Rel == document.NsubjPass) {
		return k
	}
	return -1
}

// atLeast reports a noun that was taken for where it happened, as "at" stands before its
// number, and is the object of its verb: in "burned down at least 40 houses" the houses are
// burned.
func atLeast(d *document.Document, s document.Range, i int) bool {
	v, n := int(d.Arcs[i].Head), -1
	for k := s.First; k < s.End; k++ {
		switch h := int(d.Arcs[k].Head); {
		case h == i && d.Arcs[k].Rel == document.Nummod:
			n = k
		case h == i && d.Arcs[k].Rel == document.Case && !(k+3 <= i && boundOf(d, k+2)):
			return false
		case h == v && (d.Arcs[k].Rel == document.Obj || d.Arcs[k].Rel == document.Ccomp || d.Arcs[k].Rel == document.AuxPass):
			return false
		}
	}
	return v >= s.First && v < i && n-2 > v && d.Tags[v].UPOS == document.VERB && boundOf(d, n)
}

// alsoDid is the verb to which another is joined that was taken for a word with scores or
// dozens: "killed 35 civilians and injured scores of others". It is -1 where there is none.
func alsoDid(d *document.Document, s document.Range, i int) int {
	noun := int(d.Arcs[i].Head)
	if noun != i+1 || i < s.First+3 || d.Tags[i-1].UPOS != document.CCONJ || int(d.Arcs[i-1].Head) != noun || d.Arcs[noun].Rel != document.Conj || !strings.HasSuffix(d.Word(i), "ed") {
		return -1
	}
	switch strings.ToLower(d.Word(noun)) {
	case "scores", "dozens", "hundreds", "thousands", "several", "many", "others":
	default:
		return -1
	}
	first := int(d.Arcs[noun].Head)
	if v := int(d.Arcs[first].Head); v >= s.First && v < first && d.Arcs[first].Rel == document.Obj && d.Tags[v].UPOS == document.VERB {
		return v
	}
	return -1
}

// boundOf reports whether "at least" or "at most" stands before a number.
func boundOf(d *document.Document, n int) bool {
	return strings.EqualFold(d.Word(n-2), "at") && (strings.EqualFold(d.Word(n-1), "least") || strings.EqualFold(d.Word(n-1), "most"))
}

// partOf is the number that a part is counted by, of a whole that opens the sentence and was
// taken for the subject beside it: of "Of the 27 miners taken, 19 were freed" nineteen were.
// It is -1 where there is none.
func partOf(d *document.Document, s document.Range, i int) int {
	if !strings.EqualFold(d.Word(s.First), "of") || int(d.Arcs[s.First].Head) != i || d.Arcs[s.First].Rel != document.Case {
		return -1
	}
	for k := i + 1; k < s.End; k++ {
		if d.Arcs[k].Head == d.Arcs[i].Head && (d.Arcs[k].Rel == document.Nsubj || d.Arcs[k].Rel == document.NsubjPass) && (d.Tags[k].UPOS == document.NUM || d.Tags[k].UPOS == document.NOUN) {
			return k
		}
	}
	return -1
}

// handedOver reports an "over" that goes with the verb before it and not with the number
// behind: "handed over 11 prisoners".
func handedOver(d *document.Document, s document.Range, i int) bool {
	return i > s.First && strings.EqualFold(d.Word(i), "over") && d.Tags[i-1].UPOS == document.VERB && strings.EqualFold(d.Tags[i-1].Lemma, "hand")
}

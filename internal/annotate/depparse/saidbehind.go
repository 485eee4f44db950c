package depparse

import "sayso/internal/document"

// givenBack gives a clause that somebody is said behind it to have told its subject.
func givenBack(d *document.Document, s document.Range, i int) {
	v := saidBehind(d, s, i)
	if v < 0 {
		return
	}
	d.Arcs[v] = document.Arc{Head: d.Arcs[i].Head, Rel: document.Ccomp}
	d.Arcs[i] = document.Arc{Head: int32(v), Rel: document.Nsubj}
	if passive(d, s, v) {
		d.Arcs[i].Rel = document.NsubjPass
	}
}

// saidBehind is the verb of what somebody is said behind it to have said, which stands
// between its own subject, taken for one more of the verb of saying, and the comma: in "Two
// men held since May have been freed, Madrid said" the men were freed and said nothing. It is
// -1 where there is none.
func saidBehind(d *document.Document, s document.Range, i int) int {
	said := int(d.Arcs[i].Head)
	if said < i+4 || d.Tags[said].UPOS != document.VERB || d.Arcs[said-1].Rel != document.Nsubj || int(d.Arcs[said-1].Head) != said || d.Word(said-2) != "," {
		return -1
	}
	for v := said - 3; v > i; v-- {
		if h := int(d.Arcs[v].Head); d.Tags[v].UPOS == document.VERB && (h == said || h > i && h < v) {
			if (d.Arcs[v].Rel == document.Advcl || d.Arcs[v].Rel == document.Ccomp) && !subjected(d, s, v) && auxiliary(d, s, v) {
				return v
			}
			return -1
		}
	}
	return -1
}

// subjected reports whether a verb has a subject of its own.
func subjected(d *document.Document, s document.Range, v int) bool {
	return holds(d, s, v, document.Nsubj) || holds(d, s, v, document.NsubjPass)
}

// auxiliary reports whether a verb has an auxiliary of its own, and no mark.
func auxiliary(d *document.Document, s document.Range, v int) bool {
	return !hasMark(d, s, v) && (holds(d, s, v, document.Aux) || holds(d, s, v, document.AuxPass))
}

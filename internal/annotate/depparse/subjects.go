package depparse

import "sayso/internal/document"

// lead makes a verb of saying the root of its sentence and the root before it what is told.
func lead(d *document.Document, s document.Range, e, root int) {
	d.Arcs[root] = document.Arc{Head: int32(e), Rel: document.Ccomp}
	d.Arcs[e] = document.Arc{Head: -1, Rel: document.Root}
	for k := e + 1; k < s.End; k++ {
		if int(d.Arcs[k].Head) == root && d.Arcs[k].Rel == document.Conj {
			d.Arcs[k].Head = int32(e) // what is said behind "but"
		}
	}
}

// toldVerb gives a name that the network takes for all that is told, with its verb beside
// it, to that verb: "Boko Haram, an ally of others, killed 18 people, an official said".
func toldVerb(d *document.Document, s document.Range, e int) {
	for n := s.First; n < e; n++ {
		if u := d.Tags[n].UPOS; int(d.Arcs[n].Head) != e || d.Arcs[n].Rel != document.Ccomp || u != document.NOUN && u != document.PROPN || holds(d, s, n, document.Cop) {
			continue
		}
		for v := n + 1; v < e; v++ {
			if int(d.Arcs[v].Head) == n && loose(d, v) && !holds(d, s, v, document.OblAgent) {
				d.Arcs[v] = d.Arcs[n]
				d.Arcs[n] = document.Arc{Head: int32(v), Rel: document.Nsubj}
				counted(d, s, v)
				return
			}
		}
	}
}

// ended reports whether only marks stand behind a token.
func ended(d *document.Document, s document.Range, e int) bool {
	for i := e + 1; i < s.End; i++ {
		if d.Tags[i].UPOS != document.PUNCT {
			return false
		}
	}
	return true
}

// soleVerb is the verb that the network takes for a participle though nothing else before
// a verb of saying, the root, can be the verb of its far subject: "a blast at a clinic killed
// 47 people, doctors in the enclave said"; -1 for none.
func soleVerb(d *document.Document, s document.Range, e, who int) int {
	if d.Arcs[e].Head >= 0 || who < 0 {
		return -1
	}
	v := -1
	for k := who + 1; k < e; k++ {
		switch {
		case d.Tags[k].UPOS == document.AUX:
			return -1
		case d.Tags[k].UPOS != document.VERB:
		case v >= 0 || !loose(d, k) || holds(d, s, k, document.OblAgent) || !below(d, k, who):
			return -1
		default:
			v = k
		}
	}
	return v
}

// loose reports a verb that hangs from a noun as a participle or beside it, which may be the
// verb of that noun.
func loose(d *document.Document, v int) bool {
	x := d.Tags[v].XPOS
	return d.Arcs[v].Rel == document.Acl && x == document.VBN || d.Arcs[v].Rel == document.Parataxis && (x == document.VBN || x == document.VBD)
}

// twoSubjects gives what is told before a verb of saying its verb back where the network
// takes its subject for one of the verb of saying, beside the speaker right before that,
// and its verb for a participle: "soldiers beheaded seven men last month, the group said".
func twoSubjects(d *document.Document, s document.Range, e int) {
	np := phraseBefore(d, s, e)
	first, speaker := -1, false
	for k := s.First; k < e && !np.Empty(); k++ {
		if int(d.Arcs[k].Head) != e || d.Arcs[k].Rel != document.Nsubj {
			continue
		}
		speaker = speaker || np.Has(k)
		if k < np.First && first < 0 {
			first = k
		}
	}
	if first < 0 || !speaker {
		return
	}
	for v := first + 1; v < np.First; v++ {
		if int(d.Arcs[v].Head) == first && loose(d, v) && !holds(d, s, v, document.OblAgent) {
			d.Arcs[v] = document.Arc{Head: int32(e), Rel: document.Ccomp}
			d.Arcs[first] = document.Arc{Head: int32(v), Rel: document.Nsubj}
			counted(d, s, v)
			return
		}
	}
}

// counted makes the object of a verb of the number right behind it that is taken for an
// adjunct because of "at least": "beheaded at least seven men".
func counted(d *document.Document, s document.Range, v int) {
	if holds(d, s, v, document.Obj) {
		return
	}
	for k := v + 1; k < s.End; k++ {
		if int(d.Arcs[k].Head) != v || d.Arcs[k].Rel != document.Obl {
			continue
		}
		if d.Tags[k].UPOS == document.NOUN && holds(d, s, k, document.Nummod) && !holds(d, s, k, document.Case) {
			d.Arcs[k].Rel = document.Obj
		}
		return
	}
}

// rootBefore is the root of a sentence where it stands before a place, else -1.
func rootBefore(d *document.Document, s document.Range, end int) int {
	for r := s.First; r < end; r++ {
		if d.Arcs[r].Head < 0 {
			return r
		}
	}
	return -1
}

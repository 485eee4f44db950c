package depparse

import "sayso/internal/document"

// describedSubject gives the subject of an adjective or participle at the head of a sentence
// without a form of "be" to the finite verb behind, which has none and was hung below:
// "Fighters loyal to the warlord overran the airport", "Rebels opposed to the deal
// attacked a post".
func describedSubject(d *document.Document, s document.Range) {
	root := rootBefore(d, s, s.End)
	if root <= s.First || root+1 >= s.End {
		return
	}
	rel, subject := document.Amod, -1
	if d.Tags[root].UPOS != document.ADJ {
		rel = document.Acl
		if x := d.Tags[root].XPOS; x != document.VBN && x != document.VBD || d.Tags[root+1].UPOS != document.ADP {
			return
		}
	}
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) != root {
			continue
		}
		switch d.Arcs[k].Rel {
		case document.Cop, document.Aux, document.AuxPass, document.Obj:
			return
		case document.Nsubj:
			subject = k
		}
	}
	verb := unsubjected(d, s, root)
	if subject < 0 || subject > root || verb < 0 || rel == document.Acl && hasComma(d, root, verb) {
		return
	}
	for k := root + 1; k < s.End; k++ { // what stands behind the verb is the verb's
		if k > verb && int(d.Arcs[k].Head) == root {
			d.Arcs[k].Head = int32(verb)
		}
	}
	d.Arcs[verb] = document.Arc{Head: -1, Rel: document.Root}
	d.Arcs[subject].Head = int32(verb)
	d.Arcs[root] = document.Arc{Head: int32(subject), Rel: rel}
}

func hasComma(d *document.Document, from, to int) bool {
	for k := from; k < to; k++ {
		if d.Word(k) == "," {
			return true
		}
	}
	return false
}

// unsubjected is the first finite verb behind token i if it has no subject and no
// conjunction or relative before it; -1 for none.
func unsubjected(d *document.Document, s document.Range, i int) int {
	verb := i + 1
	for ; verb < s.End; verb++ {
		if x := d.Tags[verb].XPOS; x == document.VBD || x == document.VBZ || x == document.VBP {
			break
		}
		if u := d.Tags[verb].UPOS; u == document.SCONJ || u == document.CCONJ || u == document.VERB || u == document.AUX {
			return -1
		}
	}
	if verb == s.End || d.Tags[verb].UPOS != document.VERB {
		return -1
	}
	for k := s.First; k < s.End; k++ {
		if r := d.Arcs[k].Rel; int(d.Arcs[k].Head) == verb && (r == document.Nsubj || r == document.NsubjPass || r == document.Mark || r == document.Aux) {
			return -1
		}
	}
	switch d.Arcs[verb].Rel {
	case document.Acl, document.AclRelcl, document.Advcl, document.Parataxis, document.Conj, document.Ccomp, document.Xcomp:
		return verb
	}
	return -1
}

// clauseAfter makes two clauses of "Thousands fled after fighters raided the town" where
// the first verb was taken for a participle said of its subject, and what stands behind
// "after" for a part of it, so that the second verb has the subject of the first.
func clauseAfter(d *document.Document, s document.Range) {
	root := rootBefore(d, s, s.End)
	if root < 0 || d.Tags[root].UPOS != document.VERB {
		return
	}
	subject := subjectOf(d, s, root)
	if subject < 0 || subject > root {
		return
	}
	first := -1
	for k := subject + 1; k < root && first < 0; k++ {
		if int(d.Arcs[k].Head) == subject && d.Arcs[k].Rel == document.Acl && d.Tags[k].XPOS == document.VBD {
			first = k
		}
	}
	if first < 0 {
		return
	}
	for mark := first + 1; mark < root; mark++ {
		who := int(d.Arcs[mark].Head)
		if !begins[d.Word(mark)] || d.Arcs[mark].Rel != document.Case || who < mark || who >= root || int(d.Arcs[who].Head) != first {
			continue
		}
		d.Arcs[first] = document.Arc{Head: -1, Rel: document.Root}
		d.Arcs[subject].Head = int32(first)
		d.Arcs[root] = document.Arc{Head: int32(first), Rel: document.Advcl}
		d.Arcs[who] = document.Arc{Head: int32(root), Rel: document.Nsubj}
		d.Arcs[mark] = document.Arc{Head: int32(root), Rel: document.Mark}
		return
	}
}

// begins are prepositions that begin clauses too.
var begins = map[string]bool{"after": true, "before": true, "as": true, "since": true, "until": true}

package depparse

import (
	"strings"

	"sayso/internal/document"
)

// told puts right, in the words of range s, what hangs from a verb of saying: the
// subject of the clause that is told taken for the verb's object, and the next saying
// of the same speaker taken for a part of what is told.
func told(d *document.Document, s document.Range) {
	for i := s.First; i < s.End; i++ {
		switch d.Arcs[i].Rel {
		case document.Obj, document.Iobj:
			if k := membersBehind(d, s, i); k >= 0 {
				d.Arcs[i] = document.Arc{Head: int32(k), Rel: document.Compound}
			} else if v := clauseBehind(d, s, i); v >= 0 {
				rel := document.Nsubj
				if holds(d, s, v, document.AuxPass) {
					rel = document.NsubjPass
				}
				d.Arcs[i] = document.Arc{Head: int32(v), Rel: rel}
			}
		case document.Conj:
			if m := saidBefore(d, s, i); m >= 0 {
				d.Arcs[i].Head = int32(m)
			} else if m := saidBeside(d, s, i); m >= 0 {
				d.Arcs[i].Head = int32(m)
			} else if m := outsideRelative(d, s, i); m >= 0 {
				d.Arcs[i].Head = int32(m)
			}
		}
	}
}

// membersBehind is the noun behind the short form of a body's name, of which the name,
// taken for the object of the verb of saying, is a part: "said Workers Party (PKK)
// militants had fired"; -1 for none.
func membersBehind(d *document.Document, s document.Range, o int) int {
	k := behind(d, s, o+1)
	h := int(d.Arcs[o].Head)
	if k == o+1 || k >= s.End || h < 0 || h >= o || d.Tags[o].UPOS != document.PROPN || !telling[strings.ToLower(d.Tags[h].Lemma)] ||
		d.Tags[k].UPOS != document.NOUN || d.Arcs[k].Rel != document.Nsubj && d.Arcs[k].Rel != document.NsubjPass {
		return -1
	}
	return k
}

// clauseBehind is the clause told of which o, taken for the object of the verb of
// saying, is the subject, as an auxiliary stands right behind the words of o: "said
// four civilians, two children among them, were killed"; -1 for none.
func clauseBehind(d *document.Document, s document.Range, o int) int {
	h := int(d.Arcs[o].Head)
	if h < 0 || h >= o || d.Tags[h].UPOS != document.VERB || !telling[strings.ToLower(d.Tags[h].Lemma)] {
		return -1
	}
	v := -1
	for k := o + 1; k < s.End; k++ {
		if int(d.Arcs[k].Head) == h && d.Arcs[k].Rel == document.Ccomp {
			v = k
			break
		}
	}
	if v < 0 || holds(d, s, v, document.Nsubj) || holds(d, s, v, document.NsubjPass) || holds(d, s, v, document.Expl) {
		return -1
	}
	end := endOf(d, s, o)
	for end < v && d.Tags[end].UPOS == document.PUNCT {
		end++
	}
	if end >= v || d.Tags[end].UPOS != document.AUX || int(d.Arcs[end].Head) != v {
		return -1
	}
	switch d.Tags[end].XPOS {
	case document.VBD, document.VBZ, document.VBP, document.MD:
		return v
	}
	return -1
}

// endOf is the end of the words that hang from a token.
func endOf(d *document.Document, s document.Range, o int) int {
	end := o + 1
	for k := o + 1; k < s.End; k++ {
		if !below(d, k, o) {
			if d.Tags[k].UPOS == document.PUNCT {
				continue
			}
			break
		}
		end = k + 1
	}
	return end
}

// below reports whether token k hangs from token o, at whatever depth.
func below(d *document.Document, k, o int) bool {
	for n := 0; k >= 0 && n < 50; k, n = int(d.Arcs[k].Head), n+1 {
		if k == o {
			return true
		}
	}
	return false
}

// holds reports whether a relation hangs from a verb.
func holds(d *document.Document, s document.Range, v int, rel document.Rel) bool {
	for k := s.First; k < s.End; k++ {
		if int(d.Arcs[k].Head) == v && d.Arcs[k].Rel == rel {
			return true
		}
	}
	return false
}

// saidBefore is the verb of saying whose subject goes on with verb v, which the network
// joins to the verb of what is told though that has an auxiliary and v none: "denied
// that its forces had fired and said it had summoned an envoy"; -1 for none.
func saidBefore(d *document.Document, s document.Range, v int) int {
	t := d.Tags[v]
	if t.UPOS != document.VERB || t.XPOS != document.VBD && t.XPOS != document.VBZ || !voicing[strings.ToLower(t.Lemma)] || subjectOf(d, s, v) >= 0 || aided(d, s, v) {
		return -1
	}
	c := int(d.Arcs[v].Head)
	if c < 0 || c >= v || d.Arcs[c].Rel != document.Ccomp || !aided(d, s, c) {
		return -1
	}
	m := int(d.Arcs[c].Head)
	if m < 0 || m >= c || d.Tags[m].XPOS != t.XPOS || !voicing[strings.ToLower(d.Tags[m].Lemma)] {
		return -1
	}
	return m
}

// saidBeside is the verb of saying beside which another, with a speaker of its own, stands
// that the network joins to what the first one told: "police said two bombs were found and
// the mayor said nobody was hurt"; -1 for none.
func saidBeside(d *document.Document, s document.Range, v int) int {
	t := d.Tags[v]
	who := subjectOf(d, s, v)
	if t.UPOS != document.VERB || t.XPOS != document.VBD && t.XPOS != document.VBZ || !voicing[strings.ToLower(t.Lemma)] || who < 0 || who > v ||
		d.Tags[who].UPOS == document.PRON || aided(d, s, v) || hasMark(d, s, v) {
		return -1
	}
	c := int(d.Arcs[v].Head)
	if c < 0 || c >= v || d.Arcs[c].Rel != document.Ccomp {
		return -1
	}
	m := int(d.Arcs[c].Head)
	if m < 0 || m >= c || d.Tags[m].XPOS != t.XPOS || !voicing[strings.ToLower(d.Tags[m].Lemma)] {
		return -1
	}
	return m
}

// outsideRelative is the verb over the noun of a relative clause to which verb v does not
// belong, as its object says again whom the clause is about: "rounded up men they accused
// of helping rebels and killed them"; -1 for none.
func outsideRelative(d *document.Document, s document.Range, v int) int {
	h := int(d.Arcs[v].Head)
	if h < 0 || h >= v || d.Arcs[h].Rel != document.AclRelcl || subjectOf(d, s, v) >= 0 || d.Tags[v].XPOS != document.VBD && d.Tags[v].XPOS != document.VBN {
		return -1
	}
	again := false
	for k := v + 1; k < min(v+3, s.End); k++ {
		switch strings.ToLower(d.Word(k)) {
		case "them", "him", "her":
			again = again || int(d.Arcs[k].Head) == v && d.Arcs[k].Rel == document.Obj
		}
	}
	who := subjectOf(d, s, h)
	if !again || who < 0 || relativeWord[strings.ToLower(d.Word(who))] {
		return -1
	}
	n := int(d.Arcs[h].Head)
	u := int(d.Arcs[n].Head)
	if u < 0 || u >= n || d.Arcs[n].Rel != document.Obj || d.Tags[u].UPOS != document.VERB {
		return -1
	}
	return u
}

var relativeWord = map[string]bool{"who": true, "which": true, "that": true, "whom": true}

// aided reports a verb with an auxiliary or a copula.
func aided(d *document.Document, s document.Range, v int) bool {
	return holds(d, s, v, document.Aux) || holds(d, s, v, document.AuxPass) || holds(d, s, v, document.Cop)
}

// voicing are verbs by which somebody who has said something says more.
var voicing = map[string]bool{"say": true, "add": true, "deny": true, "accuse": true, "blame": true, "claim": true, "warn": true, "tell": true,
	"announce": true, "confirm": true, "report": true, "acknowledge": true, "admit": true, "insist": true, "allege": true, "reject": true}

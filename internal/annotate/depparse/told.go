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
		if v := mainBehind(d, s, i); v >= 0 {
			described(d, s, i, v)
		}
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
		case document.Nsubj, document.NsubjPass:
			givenBack(d, s, i)
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

// describing are participles that tell of a noun what it is held for or has with it, behind
// which its own verb follows.
var describing = map[string]bool{"believe": true, "think": true, "suspect": true, "allege": true, "accuse": true, "say": true, "know": true,
	"arm": true, "back": true, "describe": true, "identify": true, "report": true}

// mainBehind is the finite verb of the subject that the network gives to participle p right
// behind that, with the verb below it: "fighters believed to be rebels executed 30 people",
// "militants armed with grenades stormed a post"; -1 for none.
func mainBehind(d *document.Document, s document.Range, p int) int {
	if d.Tags[p].XPOS != document.VBN || !describing[strings.ToLower(d.Tags[p].Lemma)] || p == s.First || aided(d, s, p) {
		return -1
	}
	who := subjectOf(d, s, p)
	if who < 0 || who >= p || endOf(d, s, who) > p {
		return -1
	}
	for v := p + 2; v < s.End; v++ {
		if d.Tags[v].UPOS != document.VERB || int(d.Arcs[v].Head) != p || d.Tags[v].XPOS != document.VBD && d.Tags[v].XPOS != document.VBN {
			continue
		}
		switch d.Arcs[v].Rel {
		case document.Advcl, document.Conj, document.Ccomp, document.Parataxis, document.Dep, document.Xcomp:
		default:
			return -1
		}
		if subjectOf(d, s, v) >= 0 || hasMark(d, s, v) || holds(d, s, v, document.Cc) || aided(d, s, v) {
			return -1
		}
		return v
	}
	return -1
}

// described makes p a participle of its subject, and v the verb of that.
func described(d *document.Document, s document.Range, p, v int) {
	who := subjectOf(d, s, p)
	d.Arcs[v] = d.Arcs[p]
	d.Arcs[who] = document.Arc{Head: int32(v), Rel: document.Nsubj}
	d.Arcs[p] = document.Arc{Head: int32(who), Rel: document.Acl}
	for k := v + 1; k < s.End; k++ {
		if int(d.Arcs[k].Head) == p {
			d.Arcs[k].Head = int32(v)
		}
	}
	counted(d, s, v)
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
	if c := int(d.Arcs[v].Head); c < 0 || !aided(d, s, c) {
		return -1
	}
	return voiceOver(d, v)
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
	return voiceOver(d, v)
}

// voiceOver is the verb of saying, of the same tense, over the clause that is told to which
// the network joins verb v; -1 for none.
func voiceOver(d *document.Document, v int) int {
	c := int(d.Arcs[v].Head)
	if c < 0 || c >= v || d.Arcs[c].Rel != document.Ccomp {
		return -1
	}
	m := int(d.Arcs[c].Head)
	if m < 0 || m >= c || d.Tags[m].XPOS != d.Tags[v].XPOS || !voicing[strings.ToLower(d.Tags[m].Lemma)] {
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

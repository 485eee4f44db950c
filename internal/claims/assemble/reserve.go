package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// readReserve notes the attributes that put somebody's part forward with
// reserve, "the alleged gunmen", "suspected rebels": what is told of them is told
// plainly, only that it was them is not. An alleged attack stays alleged.
func (r *reader) readReserve() {
	r.attributive, r.reserve = make([]bool, len(r.d.Attributions)), map[int]bool{}
	for t := range r.d.Arcs {
		if h := int(r.d.Arcs[t].Head); r.d.Arcs[t].Rel == document.Amod && h >= 0 && doubted[strings.ToLower(r.d.Word(t))] {
			r.reserve[h] = true
		}
	}
	trigger := map[int]bool{}
	for i := range r.d.Events {
		trigger[r.d.Events[i].Trigger] = true
	}
	for i := range r.d.Attributions {
		a := &r.d.Attributions[i]
		if len(a.Cue) != 1 || len(a.Source) > 0 || a.Name != "" || a.Stance != sayso.StanceAlleged {
			continue
		}
		c := a.Cue[0].End - 1
		noun := int(r.d.Arcs[c].Head)
		if r.d.Arcs[c].Rel != document.Amod || noun < 0 || trigger[noun] || r.actorAt(noun) < 0 {
			continue
		}
		r.attributive[i], r.reserve[noun] = true, true
	}
}

// doubted are attributes that say of somebody's part that it is not certain.
var doubted = map[string]bool{"alleged": true, "suspected": true, "presumed": true, "supposed": true, "purported": true, "reputed": true}

// reserved makes alleged that somebody did it of whom a mention that a saying
// covers says so with reserve alone: "suspected rebels killed four, police said".
func (b *builder) reserved(w word, x *relation, p *point) word {
	if w.stance != sayso.StanceAsserted {
		return w
	}
	for _, e := range x.covered {
		for k := range e.Args {
			a := &e.Args[k]
			if a.Role != "agent" && a.Role != "party" {
				continue
			}
			for _, at := range p.at {
				if at == a.Range && (b.r.reserve[b.r.headOf(at)] || b.r.onlyCharged(e.Trigger, b.r.headOf(at))) {
					w.stance = sayso.StanceAlleged
					return w
				}
			}
		}
	}
	return w
}

// onlyCharged reports whether somebody is told to have done what a word tells only in
// that he is seized, accused or tried for it: "police arrested two men for killing four".
func (r *reader) onlyCharged(t, who int) bool { return charged[r.chargedBy(t, who)] }

// convicted reports whether somebody is told to have been found to have done it, or to
// have owned up to it, by the words above an argument.
func (r *reader) convicted(o *Option) bool {
	return o.Actor.Role == sayso.RoleAgent && slices.ContainsFunc(o.parts, func(p part) bool {
		return p.from == "argument" && verdict[r.chargedBy(p.event.Trigger, p.head)]
	})
}

// chargedBy is the word above a deed by which it is laid to somebody, "" for none.
func (r *reader) chargedBy(t, who int) string {
	for i, n := t, 0; n < 6 && i >= 0; n++ {
		if r.d.Arcs[i].Rel == document.AclRelcl && i != t || r.d.Arcs[i].Rel == document.Acl && i == t && int(r.d.Arcs[i].Head) == who {
			return ""
		}
		if i = int(r.d.Arcs[i].Head); i < 0 {
			break
		}
		switch w := strings.ToLower(r.d.Tags[i].Lemma); {
		case i != who && (charged[w] || verdict[w]):
			if int(r.d.Arcs[who].Head) == i && r.d.Arcs[who].Rel == document.Nsubj && r.d.Tags[i].UPOS == document.VERB && r.hasObject(i) {
				return "" // who charges
			}
			return w
		case r.d.Tags[i].UPOS == document.VERB && r.d.Tags[i].XPOS != document.VBG:
			return ""
		}
	}
	return ""
}

// hasObject reports whether a verb has an object, so that its subject is who charges.
func (r *reader) hasObject(v int) bool {
	s := r.d.Sentences[r.d.SentenceOf(v)]
	for i := s.First; i < s.End; i++ {
		if int(r.d.Arcs[i].Head) == v && r.d.Arcs[i].Rel == document.Obj {
			return true
		}
	}
	return false
}

// charged are words for what is done to those who may have done something.
var charged = map[string]bool{"arrest": true, "detain": true, "charge": true, "accuse": true, "suspect": true, "indict": true, "trial": true}

// verdict are words for what is found of those who did.
var verdict = map[string]bool{"convict": true, "guilty": true, "sentence": true, "jail": true, "imprison": true, "confess": true}

// lays reports whether a saying that covers a mention takes or lays the blame for
// the happening, as for something that is known: it is about who did it alone.
func (b *builder) lays(x *relation) bool {
	if len(x.covered) == 0 || x.says.inner < 0 {
		return false
	}
	for _, c := range b.r.d.Attributions[x.says.inner].Cue {
		for t := c.First; t < c.End; t++ {
			switch strings.ToLower(b.r.d.Tags[t].Lemma) {
			case "blame", "responsibility", "credit":
				return true
			}
		}
	}
	return false
}

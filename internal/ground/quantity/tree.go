package quantity

import "sayso/internal/document"

// maxClimb is how many arcs are followed from a number to its verb.
const maxClimb = 4

// inTree follows the arcs from what is counted, and where the number heads it
// ("tens of thousands of workers") from the number, to the verb, noun or
// adjective that says what happened to it.
func (s *scanner) inTree(f *figure) (string, int) {
	if !s.parsed() || s.actsOn(f.last()+1) {
		return "", -1
	}
	node := f.of
	if node < 0 {
		node = f.num
	}
	if what, at := s.modifiedBy(node); what != "" {
		return what, at
	}
	if what, at := s.climb(node); what != "" || f.of < f.End || f.shared {
		return what, at
	}
	for i := f.First; i < f.End; i++ {
		if h := int(s.d.Arcs[i].Head); h < f.First || h > f.of {
			return s.climb(i)
		}
	}
	return "", -1
}

// actsOn reports a verb in the past tense with an object of its own at token i: who
// stands before it did something, "500 people looted 11 rifles".
func (s *scanner) actsOn(i int) bool {
	return s.upos(i) == document.VERB && s.d.Tags[i].XPOS == document.VBD && s.governs(i) && s.lx.cues[s.lemma(i)].how&(HowSubject|HowTakes) == 0
}

// climb follows the arcs up from node.
func (s *scanner) climb(node int) (string, int) {
	for range maxClimb {
		arc := s.d.Arcs[node]
		h := int(arc.Head)
		if h < s.first || h >= s.end {
			return "", -1
		}
		if what := s.byArc(node, h, arc.Rel); what != "" {
			return what, h
		}
		switch arc.Rel {
		case document.Conj, document.Appos, document.Nummod, document.Det, document.Compound, document.Flat, document.Fixed, document.Dep,
			document.Advmod, document.Parataxis:
			node = h
		case document.Nmod:
			if s.lx.cues[s.lemma(h)].how&HowGroup == 0 && !s.includes(node) {
				return "", -1
			}
			node = h
		default:
			return "", -1
		}
	}
	return "", -1
}

// includes reports whether the noun at node is tied by "including".
func (s *scanner) includes(node int) bool {
	for i := max(s.first, node-8); i < node; i++ {
		if s.low(i) == "including" {
			return true
		}
	}
	return false
}

// byArc gives what head h makes of the noun at node, tied to it by rel.
func (s *scanner) byArc(node, h int, rel document.Rel) string {
	c := s.cueAt(h, max(node, h)+1)
	state := s.lx.cues[s.low(h)]
	switch rel {
	case document.NsubjPass:
		return s.only(h, c.what[HowObject])
	case document.Nsubj:
		if state.how&HowState != 0 && s.upos(h) != document.VERB {
			return s.only(h, state.what[HowState])
		}
		if s.upos(h) == document.VERB {
			if what := s.done(h, c); what != "" {
				return what
			}
		}
		return s.complement(h)
	case document.Obj:
		if what := s.complement(h); what != "" {
			return what
		}
		if s.upos(h) == document.VERB {
			return s.only(h, c.what[HowObject])
		}
	case document.Nmod, document.Obl, document.OblAgent:
		prep := s.caseOf(node)
		if c.how&HowOf != 0 && prep == "of" {
			return c.what[HowOf]
		}
		if by := s.lx.cues[s.lemma(h)+" "+prep]; by.how&HowBy != 0 {
			return by.what[HowBy]
		}
		if c.how&HowSubject != 0 && prep == "by" && s.d.Tags[h].XPOS == document.VBN {
			return c.what[HowSubject] // attended by 200 people
		}
	}
	return ""
}

// only keeps what unless the verb is one of two that bound neither.
func (s *scanner) only(h int, what string) string {
	if what == "" {
		return ""
	}
	return s.doubled(h, what)
}

// done is what the subject of the verb h does, by the verb itself or by the one
// that it leads to: "began throwing", "tried to storm".
func (s *scanner) done(h int, c cue) string {
	if c.how&HowTakes != 0 {
		return s.taken(h)
	}
	if c.how&HowSubject != 0 {
		return c.what[HowSubject]
	}
	for i := h + 1; i < min(s.end, h+6); i++ {
		if int(s.d.Arcs[i].Head) == h && s.d.Arcs[i].Rel == document.Xcomp && s.upos(i) == document.VERB {
			return s.cueAt(i, i+1).what[HowSubject]
		}
	}
	return ""
}

// complement gives what an adjective says through a verb: "left 3 people dead",
// "3 are missing".
func (s *scanner) complement(h int) string {
	for i := max(s.first, h-1); i < min(s.end, h+12); i++ {
		if int(s.d.Arcs[i].Head) == h && (s.d.Arcs[i].Rel == document.Xcomp || s.d.Arcs[i].Rel == document.Acl) {
			if c := s.lx.cues[s.low(i)]; c.how&HowState != 0 {
				return s.doubled(i, c.what[HowState])
			}
		}
	}
	return ""
}

// caseOf is the preposition of the noun at node.
func (s *scanner) caseOf(node int) string {
	for i := node - 1; i >= s.first && i > node-8; i-- {
		if int(s.d.Arcs[i].Head) == node && s.d.Arcs[i].Rel == document.Case {
			return s.low(i)
		}
	}
	return ""
}

// modifiedBy reads participles, adjectives and relative clauses of a noun:
// "12 wounded soldiers", "3 people who died".
func (s *scanner) modifiedBy(node int) (string, int) {
	for i := max(s.first, node-6); i < min(s.end, node+10); i++ {
		if int(s.d.Arcs[i].Head) != node || i == node {
			continue
		}
		c := s.cueAt(i, i+1)
		state := s.lx.cues[s.low(i)]
		switch s.d.Arcs[i].Rel {
		case document.Amod:
			if state.how&HowState != 0 {
				return state.what[HowState], i
			}
			if i < node && c.how&HowObject != 0 && s.d.Tags[i].XPOS == document.VBN {
				return c.what[HowObject], i
			}
		case document.Acl:
			if state.how&HowState != 0 {
				return s.doubled(i, state.what[HowState]), i
			}
			if c.how&HowObject != 0 && s.d.Tags[i].XPOS != document.VBG && s.low(i-1) != "to" { // not a plot to kill
				return s.doubled(i, c.what[HowObject]), i
			}
			if c.how&HowSubject != 0 && s.d.Tags[i].XPOS == document.VBG {
				return c.what[HowSubject], i
			}
		}
	}
	return "", -1
}

// whose gives what a relative clause says of what is counted: "3 people who died".
func (s *scanner) whose(f *figure) (string, int) {
	if !s.parsed() || f.of < 0 {
		return "", -1
	}
	for i := f.of + 1; i < min(s.end, f.of+10); i++ {
		if int(s.d.Arcs[i].Head) == f.of && s.d.Arcs[i].Rel == document.AclRelcl && !s.somewhere(f.of, i) {
			if what := s.relative(i, s.cueAt(i, i+1)); what != "" {
				return what, i
			}
		}
	}
	return "", -1
}

// somewhere reports whether a relative clause tells what was where: two villages,
// where houses were burned.
func (s *scanner) somewhere(noun, verb int) bool {
	for i := noun + 1; i < verb; i++ {
		if w := s.low(i); w == "where" || w == "when" {
			return true
		}
	}
	return false
}

// relative gives what a relative clause with verb i says of its noun.
func (s *scanner) relative(i int, c cue) string {
	passive := false
	for k := max(s.first, i-4); k < i; k++ {
		if int(s.d.Arcs[k].Head) == i {
			passive = passive || s.d.Arcs[k].Rel == document.AuxPass || s.d.Arcs[k].Rel == document.NsubjPass
		}
	}
	if passive {
		return c.what[HowObject]
	}
	return s.done(i, c)
}

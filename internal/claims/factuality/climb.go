package factuality

import (
	"sayso/internal/claims/factuality/signal"
	"sayso/internal/document"
)

// governed climbs from the trigger to the root and gives the verdict of the
// first clause or governor that says anything of the event.
func (c *clue) governed() (verdict, bool) {
	at, flows := &c.sig.Own, true
	for n := 0; ; n++ {
		if v, ok := c.clauseSays(at, flows, n); ok {
			return v, ok
		}
		if n >= len(c.sig.Above) {
			return verdict{}, false
		}
		rel, up := c.sig.Rels[n], &c.sig.Above[n]
		if v, ok := c.markSays(at, rel); ok && (n == 0 || flows) {
			return v, ok
		}
		if !c.reaches(at, rel, up) {
			return verdict{}, false
		}
		if v, ok := c.enabled(at, up); ok {
			return v, ok
		}
		k := c.classAt(up.Token)
		if meant := c.meant(up.Token, at.Token); k == "" && meant != "" {
			k = meant
		}
		if k == part || k == tale {
			return c.untrue(k, n)
		}
		if k == call && c.wishesToTell(up.Token) && (rel == document.Ccomp || n > 0 && c.sig.Rels[n-1] == document.Ccomp) {
			return verdict{}, false
		}
		if v, ok := c.governorSays(k, at, rel, n); ok {
			return v, ok
		}
		flows = flows && carriesMood(rel)
		at = up
	}
}

// wishesToTell reports whether what somebody wants is to tell of something: "the Command
// wishes to inform the public that operatives have arrested two" wishes no arrest.
func (c *clue) wishesToTell(verb int) bool {
	for _, k := range c.t.Kids(verb) {
		if c.t.Rel(int(k)) != document.Xcomp {
			continue
		}
		switch c.t.Lemma(int(k)) {
		case "inform", "state", "announce", "confirm", "report", "notify", "clarify", "declare", "say", "disclose":
			return true
		}
	}
	return false
}

// meant is the class of a plan or attempt that is the object of a verb and stands right
// before the "to" of what hangs from the verb: in "was developing plans to attack" the
// tree gives the attack to the developing.
func (c *clue) meant(verb, deed int) class {
	to := deed - 1
	for to > verb && c.t.Lower[to] != "to" {
		to--
	}
	if o := to - 1; o > verb && c.t.Rel(o) == document.Obj && c.t.Head(o) == verb {
		switch k := c.classOf(o, 'N'); k {
		case plan, attempt:
			return k
		}
	}
	return ""
}

// carriesMood reports the relations by which negation and modality of the
// governor hold of what it governs too.
func carriesMood(r document.Rel) bool {
	switch r {
	case document.Xcomp, document.Obj, document.NsubjPass, document.Nsubj, document.Conj, document.Compound:
		return true
	}
	return false
}

// reaches reports whether a governor's meaning reaches what it governs:
// complements and parts of one noun phrase, no adjuncts, no relative clauses.
func (c *clue) reaches(at *signal.Clause, r document.Rel, up *signal.Clause) bool {
	switch r {
	case document.Ccomp, document.Xcomp, document.Obj, document.NsubjPass, document.CsubjPass, document.Csubj, document.Acl, document.Compound:
		return true
	case document.Nsubj:
		return c.d.Tags[up.Token].UPOS == document.ADJ || !c.definite()
	case document.Conj:
		return !c.finite(at)
	case document.Nmod, document.Obl:
		switch c.caseOf(at.Token) {
		case "of", "for", "to", "from", "against", "about", "with", "into", "over":
			return true
		}
		k := c.classAt(up.Token)
		return k == part || k == tale
	case document.Advcl:
		return at.Mark == "to" || at.Mark == "from" || c.caseOf(at.Token) == "from"
	case document.Amod:
		return true
	}
	return false
}

// finite reports whether a clause has a tense of its own.
func (c *clue) finite(at *signal.Clause) bool {
	x := c.d.Tags[at.Token].XPOS
	return at.Modal != "" || at.Perfect || at.Passive || x == document.VBD || x == document.VBZ || x == document.VBP
}

func (c *clue) caseOf(i int) string {
	for _, k := range c.t.Kids(i) {
		if r := c.t.Rel(int(k)); r == document.Case || r == document.Mark {
			return c.t.Lower[k]
		}
	}
	return ""
}

// markSays reads the conjunction of a clause: "if", "unless", "whether".
func (c *clue) markSays(at *signal.Clause, r document.Rel) (verdict, bool) {
	switch at.Mark {
	case "if", "unless", "lest":
		return never("stands under “"+at.Mark+"”: a condition", 0), true
	case "whether":
		return nothing("stands under “whether”: a question", 0), true
	case "without":
		return nothing("stands under “without”", -2), true
	}
	return verdict{}, false
}

// untrue reads what is said of a report or of a share in the event at depth n:
// only a false or denied report says anything of the event itself.
func (c *clue) untrue(k class, n int) (verdict, bool) {
	up := c.sig.Above[n].Token
	for _, kid := range c.t.Kids(up) {
		if c.t.Rel(int(kid)) == document.Amod && c.classOf(int(kid), 'A') == deny {
			return denied(c.quote(int(kid)) + " is said of the " + c.quote(up)), true
		}
	}
	if k == part || n+1 >= len(c.sig.Above) || c.sig.Rels[n+1] != document.Obj {
		return verdict{}, false
	}
	if over := c.sig.Above[n+1]; c.classAt(over.Token) == deny && !over.Negated {
		return denied(c.quote(over.Token) + " is said of the " + c.quote(up)), true
	}
	return verdict{}, false
}

// governorSays gives what a governor of class k at depth n makes of the event;
// the clause below hangs on it by r.
func (c *clue) governorSays(k class, at *signal.Clause, r document.Rel, n int) (verdict, bool) {
	up := &c.sig.Above[n]
	w := c.quote(up.Token)
	if k == proven {
		return occurred(w + " governs it: a court or the doer has it as a fact"), !up.Negated
	}
	known := c.definite() && at.Token == c.e.Trigger
	if known && r != document.Compound && r != document.NsubjPass && r != document.Obj && c.hostile() {
		return verdict{}, false
	}
	switch k {
	case foil:
		return c.foiled(up, r, n, w)
	case attempt:
		if up.Negated {
			return nothing(w+" is negated", -2), true
		}
		return attempted(w + " governs it: it was tried"), true
	case plan:
		return c.planned(up, known && r != document.Compound && !(r == document.NsubjPass && c.pending(up.Token)), w)
	case warn:
		if known {
			return verdict{}, false
		}
		return nothing(w+" governs it: it may come", 0), true
	case decide:
		return c.decided(up, r, w)
	case call:
		return c.called(up, r, known, w)
	case deny:
		if up.Negated || known {
			return verdict{}, false
		}
		return denied(w + " governs it"), true
	case fake:
		return opinion(w + " governs it: a pretence, an exercise or a work of fiction"), true
	case hypo:
		return nothing(w+" governs it: it is only imagined", 0), !known
	}
	return verdict{}, false
}

// foiled is attempted where the foiling itself took place, and nothing where
// it is wished for ("to prevent attacks"); to fail to foil is to let happen.
func (c *clue) foiled(up *signal.Clause, r document.Rel, n int, w string) (verdict, bool) {
	if c.t.Lemma(up.Token) == "fail" && r != document.Xcomp {
		return verdict{}, false
	}
	if up.Negated {
		return verdict{}, false
	}
	if n+1 < len(c.sig.Above) && c.sig.Rels[n+1] == document.Xcomp && c.t.Lemma(c.sig.Above[n+1].Token) == "fail" {
		return occurred("it is said that keeping it from happening failed"), true
	}
	if x := c.d.Tags[up.Token].XPOS; up.Modal != "" || x == document.VB || x == document.VBG && n+1 < len(c.sig.Above) && c.sig.Rels[n+1] != document.Advcl {
		return nothing(w+" governs it: it is to be kept from happening", -0.5), true
	}
	return attempted(w + " governs it: it was kept from succeeding"), true
}

// pending reports whether a participle tells how things stand now, and not what was done
// once: "the march is planned for Friday" has no march yet, "the attack was planned".
func (c *clue) pending(participle int) bool {
	for _, k := range c.t.Kids(participle) {
		if w := c.t.Lower[k]; c.t.Rel(int(k)) == document.AuxPass && (w == "is" || w == "are") {
			return true
		}
	}
	return false
}

// planned is threatened for hostile acts and decided for moves and measures.
func (c *clue) planned(up *signal.Clause, known bool, w string) (verdict, bool) {
	switch {
	case up.Negated:
		return nothing(w+" is negated", -1), true
	case known:
		return verdict{}, false
	case c.e.Type == "troop-movement" || c.e.Type == "sanction":
		v := occurred(w + " governs it: a move that is decided has happened as a decision")
		v.high = 1
		return v, true
	case c.hostile():
		return threatened(w + " governs it: somebody means to do it"), true
	}
	return nothing(w+" governs it: it is planned", 0.5), true
}

// decided keeps moves, measures and agreements; other deeds that are ordered or
// agreed on have not happened for that.
func (c *clue) decided(up *signal.Clause, r document.Rel, w string) (verdict, bool) {
	switch {
	case up.Negated:
		return nothing(w+" is negated", -1), true
	case c.decision():
		v := occurred(w + " governs it: the decision is the happening")
		v.low = 1
		return v, true
	case r == document.Xcomp && c.hostile():
		return threatened(w + " governs it: it is ordered or agreed"), true
	case r == document.Xcomp:
		return nothing(w+" governs it: it is ordered or agreed", 0.5), true
	}
	return verdict{}, false
}

// called is a wish, a call or a proposal.
func (c *clue) called(up *signal.Clause, r document.Rel, known bool, w string) (verdict, bool) {
	off := up.Token+1 < len(c.t.Lower) && c.t.Lower[up.Token+1] == "off"
	if known && c.hostile() || off {
		return verdict{}, false // called off their sit-in
	}
	switch c.t.Lemma(up.Token) {
	case "time":
		if r != document.Acl {
			return verdict{}, false
		}
	case "demand", "want", "need", "propose", "advocate", "request", "suggest", "recommend", "favour", "favor":
	case "call":
		if street := c.e.Type == "protest" || c.e.Type == "riot"; street && r == document.Obj && !c.det("the", "this", "that", "these", "those") {
			return nothing(c.quote(up.Token)+" governs it: it is to be", 0.5), true
		}
		if r == document.Obj || r == document.NsubjPass || r == document.Nsubj {
			return verdict{}, false
		}
	default:
		if r == document.Obj || r == document.NsubjPass || r == document.Nsubj {
			return verdict{}, false
		}
	}
	return opinion(w + " governs it: somebody wants it or says it ought to be"), true
}

package factuality

import (
	"sayso/internal/claims/factuality/signal"
	"sayso/internal/document"
)

// clauseSays reads negation, modal verbs and mood of a clause at depth n; flows
// says whether they hold of the event too.
func (c *clue) clauseSays(at *signal.Clause, flows bool, n int) (verdict, bool) {
	if !flows || n > 0 && c.noun() && c.definite() {
		return verdict{}, false
	}
	if v, ok := c.modal(at); ok {
		v.barred = v.barred || v.generic && (c.wouldBe(at, n) || c.det("any"))
		return v, ok
	}
	if at.Negated && !c.half(at) {
		return nothing("negated in the clause of "+c.quote(at.Token), -2), true
	}
	if n == 0 && c.det("no", "neither") {
		return nothing("there was no such thing: “no”", -2), true
	}
	if c.imperative(at) {
		return opinion(c.quote(at.Token) + " is a call: a bare verb without a subject at the head of the sentence"), true
	}
	if c.ahead(at) {
		return c.future("to", c.quote(at.Token))
	}
	return verdict{}, false
}

// det reports whether the trigger has one of the determiners.
func (c *clue) det(words ...string) bool {
	for _, k := range c.t.Kids(c.e.Trigger) {
		for _, w := range words {
			if c.t.Rel(int(k)) == document.Det && c.t.Lower[k] == w {
				return true
			}
		}
	}
	return false
}

// half reports a negation that does not deny: "not only", "not just", "not the first".
func (c *clue) half(at *signal.Clause) bool {
	for _, k := range c.t.Kids(at.Token) {
		if !signal.Negation(c.t.Lower[k]) || int(k)+1 >= len(c.t.Lower) {
			continue
		}
		switch c.t.Lower[k+1] {
		case "only", "just", "merely", "simply", "until", "the", "alone", "least":
			return true
		}
	}
	return false
}

// modal reads the modal verb of a clause.
func (c *clue) modal(at *signal.Clause) (verdict, bool) {
	if at.Negated && at.Modal == "would" && !c.half(at) {
		return never("“would” is negated: it is not to be", 0), true
	}
	w := "“" + at.Modal + "”"
	if l := c.d.Tags[at.Token].Lemma; (at.Modal == "could" || at.Modal == "can") && at.Token != c.e.Trigger && (l == "hear" || l == "see" || l == "smell" || l == "feel") {
		return occurred(w + " “" + l + "”: it was perceived"), true
	}
	switch at.Modal {
	case "will", "shall":
		return c.future(at.Modal, w)
	case "would":
		if at.Perfect {
			return never(w+" with “have”: it was not so", -1), true
		}
		return c.future(at.Modal, w)
	case "may", "might", "could", "must":
		if at.Perfect && at.Modal == "could" && !at.Passive && c.hostile() {
			return never(w+" with “have”: it was not so", -1), true // could have killed dozens
		}
		if at.Perfect {
			v := occurred(w + " with “have”: held to be possible")
			v.high = 1.5
			return v, true
		}
		if at.Modal == "must" {
			return opinion(w + ": somebody says it ought to be"), true
		}
		return c.possible(w), true
	case "can":
		return c.possible(w), true
	case "should", "ought":
		if at.Perfect {
			return never(w+" with “have”: it was not so", -1), true
		}
		return opinion(w + ": somebody says it ought to be"), true
	}
	return verdict{}, false
}

// future is a threat where somebody says that he will do harm, a decision for
// moves and measures, and else nothing yet.
func (c *clue) future(modal, w string) (verdict, bool) {
	switch {
	case c.e.Type == "threat":
		return verdict{}, false
	case c.decision() && modal != "would":
		v := occurred(w + ": a move that is decided has happened as a decision")
		v.high = 1
		return v, true
	case c.hostile() && c.has("agent") && modal != "would":
		return threatened(w + ": somebody is to do it"), true
	}
	return nothing(w+": it has not happened yet", 0.5), true
}

// imperative reports a bare verb without a subject that heads its sentence, and
// "let us".
func (c *clue) imperative(at *signal.Clause) bool {
	i := at.Token
	if c.d.Tags[i].XPOS != document.VB || at.Mark != "" || at.Modal != "" || c.t.Head(i) >= 0 || c.inTitle(i) {
		return false
	}
	for _, k := range c.t.Kids(i) {
		switch c.t.Rel(int(k)) {
		case document.Nsubj, document.NsubjPass, document.Aux, document.AuxPass:
			return false
		}
	}
	return true
}

// ahead reports the infinitive of what is to come: "is to visit", and in
// headlines "US to withdraw troops".
func (c *clue) ahead(at *signal.Clause) bool {
	i := at.Token
	if c.d.Tags[i].XPOS != document.VB || at.Mark != "to" {
		return false
	}
	if c.t.Head(i) < 0 || c.inTitle(i) && c.t.Rel(i) == document.Acl {
		return true
	}
	h := c.t.Head(i)
	return c.t.Rel(i) == document.Xcomp && (c.t.Lemma(h) == "be" || c.t.Lemma(h) == "go" && c.d.Tags[h].XPOS == document.VBG ||
		c.t.Lower[h] == "set" || c.t.Lower[h] == "due" || c.t.Lower[h] == "about")
}

func (c *clue) inTitle(i int) bool {
	s := c.d.SentenceOf(i)
	if s < 0 {
		return false
	}
	b := c.d.Sentences[s].Block
	return b >= 0 && b < len(c.d.Blocks) && c.d.Blocks[b].Kind == document.BlockTitle
}

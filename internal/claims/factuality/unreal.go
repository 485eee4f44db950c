package factuality

import (
	"sayso/internal/document"

	"sayso/internal/claims/factuality/signal"
)

// unreal reads what the words put apart from what happens: a condition that "if" does
// not mark, and what was called off.
func (c *clue) unreal() (verdict, bool) {
	if c.inverted() {
		return never("stands in a condition without “if”", 0), true
	}
	if v, ok := c.forestalled(); ok {
		return v, ok
	}
	return c.calledOff()
}

// possible is what may come: of which somebody warns it may be told as a threat, and
// else it is a guess.
func (c *clue) possible(w string) verdict {
	v := nothing(w+": it is only possible", 0)
	for i := range c.sig.Above {
		if c.classAt(c.sig.Above[i].Token) == warn {
			return v
		}
	}
	for i := range c.d.Attributions {
		a := &c.d.Attributions[i]
		for _, r := range a.Cue {
			for t := r.First; t < r.End && holds(a.Content, c.e.Trigger); t++ {
				if c.classAt(t) == warn {
					return v
				}
			}
		}
	}
	v.barred = true
	return v
}

// wouldBe reports whether the trigger is a noun of which a clause says what it would
// do: "A war would begin at Zalambessa", "what an offensive would mean".
func (c *clue) wouldBe(at *signal.Clause, n int) bool {
	return n > 0 && at.Modal == "would" && c.d.Tags[c.e.Trigger].UPOS != document.VERB && c.sig.Rels[n-1] == document.Nsubj && !c.definite()
}

// forestalled reports something of which the sentence says that it was found, seized or
// the like before it could be done: "two car bombs were discovered before they could be
// detonated".
func (c *clue) forestalled() (verdict, bool) {
	h := c.t.Head(c.e.Trigger)
	if h < 0 || !c.noun() || c.t.Rel(c.e.Trigger) != document.Obj && c.t.Rel(c.e.Trigger) != document.NsubjPass {
		return verdict{}, false
	}
	for _, k := range c.t.Kids(h) {
		k := int(k)
		if c.t.Rel(k) != document.Advcl {
			continue
		}
		before, could := false, false
		for _, g := range c.t.Kids(k) {
			before = before || c.t.Lower[g] == "before"
			could = could || c.t.Lower[g] == "could" || c.t.Lower[g] == "can"
		}
		if before && could {
			return attempted(c.quote(k) + " with “before” and “could”: it was kept from it"), true
		}
	}
	return verdict{}, false
}

// enabled reads what something would make possible, which has not come about with it:
// "Peace would allow for the withdrawal of troops". What is known already is not doubted
// by that.
func (c *clue) enabled(at, up *signal.Clause) (verdict, bool) {
	if up.Modal != "would" && up.Modal != "could" && up.Modal != "might" && up.Modal != "may" || c.definite() && c.hostile() {
		return verdict{}, false
	}
	switch c.t.Lemma(up.Token) {
	case "allow", "permit", "enable", "require", "mean", "necessitate", "entail", "facilitate", "involve":
	case "pave", "open":
		if l := c.t.Lemma(at.Token); l != "way" && l != "door" {
			return verdict{}, false
		}
	case "lead":
		if c.caseOf(at.Token) != "to" {
			return verdict{}, false
		}
	default:
		return verdict{}, false
	}
	return never(c.quote(up.Token)+" governs it: it is only what might come of something", 0), true
}

// inverted reports a condition that is told by the order of the words, at the head
// of a sentence or of a quotation: "Had the army attacked", "Should the talks fail".
func (c *clue) inverted() bool {
	if c.sig.Question {
		return false
	}
	i := c.e.Trigger
	for i > 0 && c.d.SentenceOf(i-1) == c.d.SentenceOf(i) && c.d.Tags[i-1].UPOS != document.PUNCT {
		i--
	}
	if i > 0 && c.d.SentenceOf(i-1) == c.d.SentenceOf(i) && c.t.Lower[i-1] == "," || i+2 >= c.e.Trigger {
		return false
	}
	switch c.t.Lower[i] {
	case "had", "should", "were":
	default:
		return false
	}
	switch c.d.Tags[i+1].UPOS {
	case document.DET, document.PRON, document.PROPN, document.NOUN, document.ADJ, document.NUM:
		return true
	}
	return false
}

// calledOff reports what was to be and was cancelled. Of what is called off a plan
// must be told, as protesters may call off what they are about.
func (c *clue) calledOff() (verdict, bool) {
	i := c.e.Trigger
	h := c.t.Head(i)
	if h < 0 || !c.noun() || c.e.Type == "agreement" || c.e.Type == "sanction" || c.t.Rel(i) != document.Obj && c.t.Rel(i) != document.NsubjPass {
		return verdict{}, false
	}
	switch c.t.Lemma(h) {
	case "cancel", "postpone", "scrap", "shelve":
	case "call":
		if h+1 >= len(c.t.Lower) || c.t.Lower[h+1] != "off" || !c.planAhead() {
			return verdict{}, false
		}
	default:
		return verdict{}, false
	}
	return never(c.quote(h)+" governs it: it was not held", -1), true
}

// planAhead reports whether the words of a noun tell that it was planned.
func (c *clue) planAhead() bool {
	for _, k := range c.t.Kids(c.e.Trigger) {
		switch c.t.Rel(int(k)) {
		case document.Amod, document.Acl, document.AclRelcl:
			if c.classOf(int(k), 'A') == plan || c.classOf(int(k), 'V') == plan {
				return true
			}
		}
	}
	return false
}

// trend reports happenings of which only their growing number is told: "drone
// attacks had doubled since July".
func (c *clue) trend() bool {
	i := c.e.Trigger
	h := c.t.Head(i)
	if h < 0 || c.d.Tags[i].XPOS != document.NNS || c.t.Rel(i) != document.Nsubj || c.definite() && !c.has("time") {
		return false
	}
	switch c.t.Lemma(h) {
	case "double", "triple", "quadruple", "increase", "rise", "grow", "decrease", "decline", "fall", "drop", "surge", "soar", "multiply":
		return true
	}
	return false
}

package factuality

import (
	"sayso"
	"sayso/internal/claims/factuality/signal"
	"sayso/internal/document"
)

// clue is one event with what its tree says of it.
type clue struct {
	*judge
	t   *signal.Tree
	d   *document.Document
	e   *document.Event
	sig signal.Signal
}

// verdict is what the rules make of an event; Certainty is kept between low
// and high.
type verdict struct {
	status           sayso.Status
	opinion, generic bool
	learnt           bool // the learnt certainty decided
	barred           bool // no happening, whatever else speaks for one
	low, high        float64
	why              string
}

func occurred(why string) verdict {
	return verdict{status: sayso.StatusOccurred, low: -3, high: 3, why: why}
}

// attempted, threatened, denied, opinion and nothing are the other verdicts.
func attempted(why string) verdict {
	return verdict{status: sayso.StatusAttempted, low: -3, high: -1, why: why}
}

func threatened(why string) verdict {
	return verdict{status: sayso.StatusThreatened, low: -1, high: 0.5, why: why}
}

func denied(why string) verdict {
	return verdict{status: sayso.StatusDenied, low: -3, high: -1.5, why: why}
}

func opinion(why string) verdict {
	return verdict{status: sayso.StatusThreatened, opinion: true, low: -3, high: 0, why: why}
}

// nothing is no particular happening: habitual, only possible, or not so.
func nothing(why string, high float64) verdict {
	status := sayso.StatusThreatened
	if high < -1 {
		status = sayso.StatusDenied
	}
	return verdict{status: status, generic: true, low: -3, high: high, why: why}
}

// never is nothing that could be taken for a happening by its place or its people.
func never(why string, high float64) verdict {
	v := nothing(why, high)
	v.barred = true
	return v
}

// habit is what happens again and again.
func habit(why string, high float64) verdict {
	v := nothing(why, high)
	v.status = sayso.StatusOccurred
	return v
}

// rule reports its verdict, and whether it holds.
type rule func() (verdict, bool)

// verdict is that of the first rule that holds, or else the event occurred.
func (c *clue) verdict(learnt float64) verdict {
	for _, r := range []rule{c.figurative, c.sporting, c.unreal, c.modified, c.governed, c.spoken, c.habitual} {
		if v, ok := r(); ok {
			return v
		}
	}
	if learnt < unlikely && !c.definite() && c.e.Type != "threat" {
		v := nothing("the learnt certainty is that of things that did not take place", 0)
		v.learnt = true
		return v
	}
	return occurred("told as having happened: nothing that governs the words says otherwise")
}

// unlikely is the learnt certainty below which an event that no rule speaks of
// is none; chosen on gold/more and gold/joined.
const unlikely = -0.5

// noun reports whether the trigger is a noun.
func (c *clue) noun() bool {
	u := c.d.Tags[c.e.Trigger].UPOS
	return u == document.NOUN || u == document.PROPN
}

// definite reports whether the trigger is a noun that the text takes for known:
// "the attack", "his arrest", "Monday's bombing", "an attack that killed 12".
func (c *clue) definite() bool {
	if !c.noun() {
		return false
	}
	for _, k := range c.t.Kids(c.e.Trigger) {
		switch c.t.Rel(int(k)) {
		case document.Det:
			switch c.t.Lower[k] {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		case document.NmodPoss, document.Nummod:
			return true
		case document.AclRelcl, document.Acl:
			if x := c.d.Tags[k].XPOS; x == document.VBD || x == document.VBG {
				return true
			}
		}
	}
	for i := range c.e.Args {
		if r := c.e.Args[i].Role; r == "time" || len(r) > 5 && r[:5] == "count" {
			return c.e.Args[i].Score >= 0.5
		}
	}
	return false
}

// hostile reports whether plans of such a kind are threats.
func (c *clue) hostile() bool {
	switch c.e.Type {
	case "armed-clash", "shelling", "air-strike", "bombing", "attack", "abduction", "sexual-violence", "property-attack",
		"riot", "crackdown", "takeover", "threat":
		return true
	}
	return false
}

// decision reports whether the decision to do it is the happening itself: a
// move or a measure that is ordered, or an agreement.
func (c *clue) decision() bool {
	switch c.e.Type {
	case "troop-movement", "sanction", "agreement":
		return true
	}
	return false
}

func (c *clue) has(role string) bool {
	for i := range c.e.Args {
		if c.e.Args[i].Role == role {
			return true
		}
	}
	return false
}

// classAt is the class of the word at token i, by its part of speech.
func (c *clue) classAt(i int) class {
	pos := byte('N')
	switch c.d.Tags[i].UPOS {
	case document.VERB, document.AUX:
		pos = 'V'
	case document.ADJ, document.ADV:
		pos = 'A'
	}
	return c.classOf(i, pos)
}

func (c *clue) classOf(i int, pos byte) class {
	if k, ok := c.governors[governor{c.t.Lemma(i), pos}]; ok {
		return k
	}
	return c.governors[governor{c.t.Lower[i], pos}]
}

func (c *clue) quote(i int) string { return "“" + c.d.Word(i) + "”" }

package factuality

import (
	"sayso"
	"sayso/internal/document"
)

// modified reads what stands before and after the noun: "a failed attack", "the
// planned march", "an attack foiled by police".
func (c *clue) modified() (verdict, bool) {
	if c.noun() && c.classAt(c.e.Trigger) == attempt {
		return attempted(c.quote(c.e.Trigger) + ": it was tried"), true
	}
	for _, k := range c.t.Kids(c.e.Trigger) {
		k := int(k)
		var cl class
		switch r := c.t.Rel(k); {
		case r == document.Amod || r == document.Compound && c.noun():
			cl = c.classOf(k, 'A')
		case r == document.Acl && c.d.Tags[k].XPOS == document.VBN:
			cl = c.classOf(k, 'V')
		default:
			continue
		}
		if v, ok := c.modifier(cl, k); ok {
			return v, ok
		}
	}
	return verdict{}, false
}

func (c *clue) modifier(cl class, k int) (verdict, bool) {
	w := c.quote(k)
	switch cl {
	case foil, attempt:
		return attempted(w + " is said of it"), true
	case plan:
		if v, ok := c.governed(); ok && v.status == sayso.StatusAttempted {
			return v, ok
		}
		if c.hostile() {
			return threatened(w + " is said of it"), true
		}
		if c.decision() {
			return verdict{}, false
		}
		return nothing(w+" is said of it: it has not happened yet", 0.5), true
	case warn, hypo:
		if c.definite() {
			return verdict{}, false
		}
		return nothing(w+" is said of it: it is only possible", 0), true
	case deny:
		return denied(w + " is said of it"), true
	case fake:
		return opinion(w + " is said of it: a pretence or an exercise"), true
	}
	return verdict{}, false
}

// spoken reads the attributions whose content holds the trigger: what is
// denied, and what the source does not put forward as so.
func (c *clue) spoken() (verdict, bool) {
	if c.presupposed() {
		return verdict{}, false
	}
	for i := range c.d.Attributions {
		a := &c.d.Attributions[i]
		if !holds(a.Content, c.e.Trigger) {
			continue
		}
		if a.Stance == sayso.StanceDenied {
			return denied("denied by " + a.Name + ": " + c.words(a.Cue)), true
		}
		if a.Vouches {
			continue
		}
		for _, r := range a.Cue {
			for t := r.First; t < r.End; t++ {
				switch c.classAt(t) {
				case plan:
					return c.planned(&c.sig.Own, false, c.quote(t))
				case call:
					if c.wishesToTell(t) {
						continue
					}
					return opinion(c.quote(t) + " introduces it: somebody wants it or says it ought to be"), true
				case warn:
					return nothing(c.quote(t)+" introduces it: it may come", 0), true
				}
			}
		}
	}
	return verdict{}, false
}

// presupposed reports whether the trigger is taken for known, or stands inside
// a share in it ("denied involvement in the attack").
func (c *clue) presupposed() bool {
	if c.definite() {
		return true
	}
	for n := range c.sig.Above {
		if c.classAt(c.sig.Above[n].Token) == part || c.classAt(c.sig.Above[n].Token) == tale {
			return true
		}
	}
	return false
}

func holds(rs []document.Range, i int) bool {
	for _, r := range rs {
		if r.Has(i) {
			return true
		}
	}
	return false
}

func (c *clue) words(rs []document.Range) string {
	s := ""
	for i, r := range rs {
		if i > 0 {
			s += " … "
		}
		s += c.d.Words(r)
	}
	return "“" + s + "”"
}

// habitual reports what happens again and again: adverbs of habit, the plain
// present outside headlines, and questions.
func (c *clue) habitual() (verdict, bool) {
	if c.sig.Question && !c.definite() {
		return nothing("stands in a question", 0), true
	}
	for _, a := range c.sig.Own.Adverbs {
		switch c.t.Lower[a] {
		case "often", "usually", "frequently", "regularly", "routinely", "always", "generally", "typically", "sometimes", "normally", "commonly":
			if !c.has("time") {
				return habit(c.quote(a)+": it is told as a habit", 1), true
			}
		}
	}
	if c.trend() {
		return never("how many there are is what is told", 1), true
	}
	if a := c.before(); a >= 0 {
		return habit(c.quote(a)+": it is told as something that has been before", 2), true
	}
	i := c.e.Trigger
	x := c.d.Tags[i].XPOS
	if (x == document.VBZ || x == document.VBP) && !c.sig.Own.Passive && !c.inTitle(i) && !c.placed() && c.e.Type != "threat" {
		return habit("plain present without place, time or number: it is told as a habit", 1), true
	}
	if (x == document.NNS) && !c.definite() && !c.placed() && !c.has("agent") && !c.inTitle(i) && c.bare() {
		return habit("a bare plural without place, time, number or agent", 1), true
	}
	return verdict{}, false
}

// before finds the adverb by which a verb in the present perfect tells what has
// been at some time or other: "police have used force against them before".
func (c *clue) before() int {
	have := false
	for _, k := range c.t.Kids(c.e.Trigger) {
		w := c.t.Lower[k]
		have = have || c.t.Rel(int(k)) == document.Aux && (w == "have" || w == "has" || w == "'ve")
	}
	for _, a := range c.sig.Own.Adverbs {
		if w := c.t.Lower[a]; have && !c.has("time") && (w == "before" || w == "previously" || w == "repeatedly") {
			return a
		}
	}
	return -1
}

// placed reports whether the event has a place, a time or a number of its own.
func (c *clue) placed() bool {
	for i := range c.e.Args {
		a := &c.e.Args[i]
		switch a.Role {
		case "agent", "target", "party", "weapon":
		default:
			if a.Score >= 0.5 {
				return true
			}
		}
	}
	return false
}

// bare reports whether nothing but adjectives stands before the noun.
func (c *clue) bare() bool {
	for _, k := range c.t.Kids(c.e.Trigger) {
		switch c.t.Rel(int(k)) {
		case document.Det, document.Nummod, document.NmodPoss, document.DetPredet:
			return false
		}
	}
	return true
}

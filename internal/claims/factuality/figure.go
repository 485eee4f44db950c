package factuality

import "sayso/internal/document"

// figurative reports a figure of speech of the table: "war on drugs", "came
// under fire", "a legal battle". What a weapon does is none: shells hit a market.
func (c *clue) figurative() (verdict, bool) {
	i := c.e.Trigger
	if c.has("weapon") {
		return verdict{}, false
	}
	for _, f := range c.figures[c.t.Lemma(i)] {
		if k := c.stands(&f); k >= 0 {
			return opinion("a figure of speech: " + c.quote(i) + " with " + c.quote(k)), true
		}
	}
	return verdict{}, false
}

// stands is the token by which a figure holds of the trigger, or -1.
func (c *clue) stands(f *figure) int {
	i := c.e.Trigger
	if f.where == "gov" {
		if h := c.t.Head(i); h >= 0 && f.words[c.t.Lemma(h)] && c.undressed() {
			return h
		}
		return -1
	}
	for _, k := range c.t.Kids(i) {
		k := int(k)
		if (f.words[c.t.Lemma(k)] || f.words[c.t.Lower[k]]) && where(c.t.Rel(k)) == f.where {
			return k
		}
	}
	return -1
}

// undressed reports whether nothing qualifies the trigger ("under fire", not
// "under heavy fire from the hill").
func (c *clue) undressed() bool {
	for _, k := range c.t.Kids(c.e.Trigger) {
		switch c.t.Rel(int(k)) {
		case document.Case, document.Punct:
		case document.Nmod, document.Obl:
			if w := c.caseOf(int(k)); w == "from" || w == "near" || w == "in" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// where is the place of a relation in the table of figures.
func where(r document.Rel) string {
	switch r {
	case document.Obj, document.Nmod, document.Obl, document.NsubjPass:
		return "of"
	case document.Amod, document.Compound, document.NmodPoss:
		return "mod"
	case document.Nsubj:
		return "by"
	}
	return ""
}

// leastSport is how many words of sport make a sentence one about sport.
const leastSport = 2

// sporting reports a sentence about a game; killing, wounding and arrests in it
// are no figures.
func (c *clue) sporting() (verdict, bool) {
	switch c.e.Type {
	case "armed-clash", "attack", "shelling", "takeover", "threat", "defection", "air-strike":
	default:
		return verdict{}, false
	}
	switch c.t.Lemma(c.e.Trigger) {
	case "kill", "die", "wound", "injure", "stab", "murder", "death":
		return verdict{}, false
	}
	s := c.d.SentenceOf(c.e.Trigger)
	if s < 0 {
		return verdict{}, false
	}
	n, last := 0, -1
	for i := c.d.Sentences[s].First; i < c.d.Sentences[s].End; i++ {
		if c.sport[c.t.Lower[i]] {
			n, last = n+1, i
		}
	}
	if n < leastSport {
		return verdict{}, false
	}
	return opinion("words of sport in the sentence: " + c.quote(last)), true
}

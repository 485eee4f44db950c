package event

import "sayso/internal/document"

// holds reports whether a condition holds of a trigger with its frame.
func (v *view) holds(c *condition, t int, f *frame) bool {
	return v.found(c, t, f) != c.not
}

func (v *view) found(c *condition, t int, f *frame) bool {
	switch c.where {
	case inSubj:
		return v.anyNominal(c, f.subj)
	case inObj:
		return v.anyNominal(c, f.obj)
	case inObl:
		return v.anyNominal(c, f.obl)
	case inMod:
		return v.anyToken(c, f.mod)
	case inDep:
		return v.anyNominal(c, f.subj) || v.anyNominal(c, f.obj) || v.anyNominal(c, f.obl) || v.anyToken(c, f.mod)
	case inPrt:
		return v.particle(c, t)
	case inGov:
		return v.anyToken(c, f.gov)
	case inClause:
		return v.inRange(c, t, v.subtree(t, nil))
	case inSent:
		s := v.sentence[t]
		if s < 0 {
			return false
		}
		if len(c.words) == 0 && !v.sent[s].touches(c.mask) {
			return false
		}
		return v.inRange(c, t, v.d.Sentences[s].Range)
	default:
		return v.doc.touches(c.mask)
	}
}

func (v *view) anyNominal(c *condition, heads []int) bool {
	for _, i := range heads {
		if v.nominal(i).touches(c.mask) || v.isWord(c, i) {
			return true
		}
	}
	return false
}

func (v *view) anyToken(c *condition, tokens []int) bool {
	for _, i := range tokens {
		if v.classes[i].touches(c.mask) || v.isWord(c, i) {
			return true
		}
	}
	return false
}

func (v *view) inRange(c *condition, t int, r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		if i != t && (v.classes[i].touches(c.mask) || v.isWord(c, i)) {
			return true
		}
	}
	return false
}

func (v *view) isWord(c *condition, i int) bool {
	if v.word[i] == 0 {
		return false
	}
	for _, w := range c.words {
		if w == v.word[i] {
			return true
		}
	}
	return false
}

// particle looks at the particles and adverbs of a verb and at the next word.
func (v *view) particle(c *condition, t int) bool {
	if t+1 < len(v.word) && v.isWord(c, t+1) {
		return true
	}
	for _, k := range v.children(t) {
		switch v.rel(int(k)) {
		case document.CompoundPrt, document.Advmod, document.Xcomp:
			if v.isWord(c, int(k)) {
				return true
			}
		}
	}
	return false
}

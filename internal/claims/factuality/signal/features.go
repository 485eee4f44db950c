package signal

import (
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
	"sayso/internal/model/wordclass"
)

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func bit(x bool) uint32 {
	if x {
		return 1
	}
	return 0
}

// shape packs polarity, modality and tense of a clause.
func (t *Tree) shape(c *Clause) uint32 {
	return hashlin.Key(1, bit(c.Negated), hash(c.Modal), bit(c.Perfect), uint32(t.D.Tags[c.Token].XPOS))
}

// brief packs polarity and the kind of modality alone.
func brief(c *Clause) uint32 { return hashlin.Key(2, bit(c.Negated), hash(c.Modal)) }

func (t *Tree) ownFeatures(s *Signal, b *hashlin.Bag) {
	i := s.Trigger
	l, x := hash(t.Lemma(i)), uint32(t.D.Tags[i].XPOS)
	own := t.shape(&s.Own)
	b.Add(1, l)
	b.Add(2, hash(t.Lower[i]))
	b.Add(3, x)
	b.Add(4, uint32(t.D.Tags[i].UPOS), uint32(t.Rel(i)))
	b.Add(5, x, uint32(t.Rel(i)))
	b.Add(6, own)
	b.Add(7, own, uint32(t.Rel(i)))
	b.Add(8, brief(&s.Own))
	b.Add(9, bit(s.Own.Negated))
	b.Add(10, hash(s.Own.Modal))
	b.Add(11, hash(s.Own.Mark))
	b.Add(12, hash(s.Own.Mark), x)
	b.Add(13, hash(s.Own.Mark), uint32(t.Rel(i)))
	b.Add(14, bit(s.Own.Passive), bit(s.Own.Progress), bit(s.Own.Perfect), x)
	b.Add(15, bit(s.Question), x)
	b.Add(16, bit(s.Question), bit(s.Own.Negated))
	for _, a := range s.Own.Adverbs {
		b.Add(17, hash(t.Lower[a]))
		b.Add(18, hash(t.Lower[a]), brief(&s.Own))
	}
	w := t.Lower[i]
	c := t.classOf(i)
	b.Add(70, uint32(c.Coarse), x)
	b.Add(71, uint32(c.Middle))
	b.Add(72, uint32(c.Fine))
	b.Add(73, uint32(c.Middle), own)
	if len(w) > 3 {
		b.Add(19, hash(w[len(w)-3:]), x)
	}
}

func (t *Tree) classOf(i int) wordclass.Class {
	if len(t.class) == 0 {
		return wordclass.Class{}
	}
	return t.class[i]
}

// nearFeatures are the words around the trigger.
func (t *Tree) nearFeatures(s *Signal, b *hashlin.Bag) {
	i := s.Trigger
	n := t.D.SentenceOf(i)
	if n < 0 {
		return
	}
	sent := t.D.Sentences[n].Range
	at := func(j int) uint32 {
		if !sent.Has(j) {
			return 0
		}
		return hash(t.Lower[j])
	}
	tag := func(j int) uint32 {
		if !sent.Has(j) {
			return 0
		}
		return uint32(t.D.Tags[j].XPOS)
	}
	b.Add(20, at(i-1))
	b.Add(21, at(i+1))
	b.Add(22, at(i-2), at(i-1))
	b.Add(23, tag(i-1), tag(i), tag(i+1))
	b.Add(24, tag(i-2), tag(i-1), tag(i))
	b.Add(25, at(i-1), tag(i))
	b.Add(37, at(i-2))
	for j := max(sent.First, i-6); j < i; j++ {
		if Negation(t.Lower[j]) || t.D.Tags[j].XPOS == document.MD || t.Lower[j] == "if" {
			b.Add(26, at(j))
			b.Add(38, at(j), tag(i), min(uint32(i-j), 4))
		}
	}
	if t.D.Tags[sent.First].XPOS == document.VB {
		b.Add(27)
	}
	b.Add(39, at(sent.First))
}

// aboveFeatures are the governors: their words, polarity and modality, and the
// way that leads to them.
func (t *Tree) aboveFeatures(s *Signal, b *hashlin.Bag) {
	path := hashlin.Key(3, uint32(t.D.Tags[s.Trigger].UPOS))
	neg := bit(s.Own.Negated)
	for n := range s.Above {
		c := &s.Above[n]
		r := uint32(s.Rels[n])
		path = hashlin.Key(4, path, r)
		l := hash(t.Lemma(c.Token))
		depth := uint32(min(n, 3))
		if n < 3 {
			b.Add(40, depth, l, r)
			b.Add(41, depth, l, r, brief(c))
			b.Add(42, depth, path, t.shape(c))
			b.Add(43, depth, path, brief(c), neg)
			b.Add(44, depth, l, path)
			b.Add(45, depth, l, path, bit(c.Negated), neg)
			b.Add(46, depth, r, hash(c.Mark))
			b.Add(47, depth, uint32(t.D.Tags[c.Token].XPOS), path)
			k := t.classOf(c.Token)
			b.Add(74, depth, uint32(k.Fine), r)
			b.Add(75, depth, uint32(k.Middle), path, bit(c.Negated), neg)
			b.Add(76, depth, uint32(k.Fine), path, brief(&s.Own))
			b.Add(60, depth, l, path, brief(&s.Own))
			b.Add(61, depth, l, bit(c.Negated), hash(s.Own.Mark))
			for _, a := range c.Adverbs {
				b.Add(48, hash(t.Lower[a]), depth)
			}
		}
		b.Add(49, brief(c))
		b.Add(50, bit(c.Negated))
		b.Add(51, hash(c.Modal))
		b.Add(52, hash(c.Mark))
		if licenses(s.Rels[n]) {
			b.Add(53, l)
			b.Add(54, l, bit(c.Negated))
			b.Add(55, brief(c))
			b.Add(56, brief(c), brief(&s.Own))
		}
	}
	b.Add(57, path, brief(&s.Own))
	b.Add(58, uint32(min(len(s.Above), 5)), uint32(t.D.Tags[s.Trigger].XPOS))
	if len(s.Above) == 0 {
		b.Add(59, t.shape(&s.Own))
	}
}

// licenses reports the relations by which a governor's meaning reaches what it
// governs: complements, and not adjuncts or joined clauses.
func licenses(r document.Rel) bool {
	switch r {
	case document.Ccomp, document.Xcomp, document.Obj, document.Csubj, document.CsubjPass, document.NsubjPass, document.Nsubj,
		document.Acl, document.Nmod, document.Obl, document.Amod, document.Compound:
		return true
	}
	return false
}

// kidFeatures are what hangs on the trigger.
func (t *Tree) kidFeatures(s *Signal, b *hashlin.Bag) {
	x := uint32(t.D.Tags[s.Trigger].XPOS)
	mask := uint32(0)
	for _, k := range t.Kids(s.Trigger) {
		k := int(k)
		r := t.Rel(k)
		l := hash(t.Lemma(k))
		b.Add(30, uint32(r), l)
		b.Add(31, uint32(r), x)
		b.Add(32, hash(t.Lower[k]), uint32(r), x)
		switch r {
		case document.Nsubj, document.NsubjPass:
			b.Add(33, uint32(t.D.Tags[k].XPOS), x)
			mask |= 1
		case document.Obj:
			mask |= 2
		case document.Ccomp, document.Xcomp:
			mask |= 4
		case document.Advcl:
			b.Add(34, hash(t.markOf(k)))
			mask |= 8
		case document.OblUnmarked, document.Obl:
			mask |= 16
		}
	}
	b.Add(35, mask, x)
	b.Add(36, mask, t.shape(&s.Own))
}

func (t *Tree) markOf(i int) string {
	for _, k := range t.Kids(i) {
		if t.Rel(int(k)) == document.Mark {
			return t.Lower[k]
		}
	}
	return ""
}

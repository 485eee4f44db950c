package frame

import (
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// Feature templates are numbered by family, so that families never share keys.
const (
	famCue     = 1000
	famCueSpan = 2000
	famSource  = 3000
	famContent = 4000
	famRun     = 5000
)

// outside stands for the word beyond a border.
const outside = 0xFFFFFFFF

func (v *View) word(i int, s document.Range) uint32 {
	if !s.Has(i) {
		return outside
	}
	return v.Word[i]
}

func (v *View) pos(i int, s document.Range) uint32 {
	if !s.Has(i) {
		return outside
	}
	return uint32(v.D.Tags[i].XPOS)
}

// CueCandidate reports whether token i may head a cue at all.
func (v *View) CueCandidate(i int) bool {
	switch v.UPOS(i) {
	case document.VERB, document.NOUN, document.ADJ, document.ADV, document.ADP, document.AUX, document.SCONJ, document.PROPN:
		return true
	case document.PUNCT:
		return v.D.Word(i) == ":"
	}
	return false
}

// CueFeatures are the features by which token i is a cue's head or not.
func (lex *Lexicon) CueFeatures(v *View, i int, b *hashlin.Bag) {
	s := v.SentenceRange(i)
	w, l, x, rel := v.Word[i], v.Lemma[i], uint32(v.D.Tags[i].XPOS), uint32(v.Rel(i))
	add := func(t uint32, vals ...uint32) { b.Add(famCue+t, vals...) }
	add(0)
	add(1, w)
	add(2, l)
	add(3, x, rel)
	add(4, l, rel)
	add(5, l, x)
	add(6, v.word(i-1, s))
	add(7, v.word(i+1, s))
	add(8, l, v.word(i-1, s))
	add(9, l, v.word(i+1, s))
	add(10, v.word(i-2, s), v.word(i-1, s))
	add(11, v.word(i+1, s), v.word(i+2, s))
	add(12, v.pos(i-1, s), x, v.pos(i+1, s))
	add(13, l, v.pos(i+1, s), v.pos(i+2, s))
	add(32, v.pos(i-2, s), v.pos(i-1, s), x)
	add(33, l, v.pos(i-1, s))
	lex.cueTree(v, i, b)
	cueQuotes(v, i, s, b)
}

// cueTree adds what hangs on token i and what it hangs on.
func (lex *Lexicon) cueTree(v *View, i int, b *hashlin.Bag) {
	l := v.Lemma[i]
	add := func(t uint32, vals ...uint32) { b.Add(famCue+t, vals...) }
	mask := uint32(0)
	for _, k := range v.Kids(i) {
		k := int(k)
		r := uint32(v.Rel(k))
		side := uint32(0)
		if k > i {
			side = 1
		}
		mask |= kidBit(v.Rel(k))
		add(14, l, r, side)
		add(15, uint32(v.D.Tags[i].XPOS), r, v.Lemma[k])
		add(34, l, r, v.Lemma[k])
	}
	add(16, mask, uint32(v.UPOS(i)))
	add(17, l, mask)
	e, known := lex.entryAt(v, i)
	cl := uint32(0)
	if known {
		cl = Hash(string(e.Class))
	}
	add(18, cl, uint32(v.UPOS(i)))
	add(19, cl, mask)
	add(20, min(uint32(v.Depth[i]), 6), cl)
	if h := v.Head(i); h >= 0 {
		add(21, v.Lemma[h], uint32(v.Rel(i)))
		add(22, l, v.Lemma[h], uint32(v.Rel(i)))
		add(23, uint32(v.UPOS(h)), uint32(v.Rel(i)), uint32(v.UPOS(i)))
	}
	if up := lex.governor(v, i); up >= 0 {
		add(24, v.Lemma[up], cl)
		add(25, v.Lemma[up], l)
	}
	if s := v.Subject(i); s >= 0 {
		add(26, v.Lemma[s], cl)
		add(27, uint32(v.UPOS(s)), cl, mask)
		add(35, l, uint32(v.UPOS(s)))
	}
	if _, ok := LightAt(v, i); ok {
		add(28)
	}
}

// kidBit is the place of a relation in the mask of what a word governs.
func kidBit(r document.Rel) uint32 {
	switch r {
	case document.Nsubj:
		return 1
	case document.Ccomp:
		return 2
	case document.Obj:
		return 4
	case document.Xcomp:
		return 8
	case document.Parataxis:
		return 16
	case document.NsubjPass:
		return 32
	case document.NmodPoss:
		return 64
	case document.Acl:
		return 128
	case document.Cop:
		return 256
	case document.Obl:
		return 512
	case document.Nmod:
		return 1024
	case document.OblAgent:
		return 2048
	}
	return 0
}

// governor is the nearest cue word of the lexicon above token i whose content
// clause holds it, or -1.
func (lex *Lexicon) governor(v *View, i int) int {
	for steps := 0; i >= 0 && steps < 12; steps++ {
		h := v.Head(i)
		if h < 0 {
			return -1
		}
		if r := v.Rel(i); r == document.Ccomp || r == document.Xcomp || r == document.Parataxis {
			if _, ok := lex.entryAt(v, h); ok {
				return h
			}
		}
		i = h
	}
	return -1
}

// cueQuotes adds where quotations lie around token i.
func cueQuotes(v *View, i int, s document.Range, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(famCue+t, vals...) }
	state := quoteState(v, i, s)
	in := uint32(0)
	if v.Quote[i] >= 0 {
		in = 1 + bucket(v.Quotes[v.Quote[i]].Len())
	}
	add(29, state, uint32(v.UPOS(i)))
	add(30, state, v.Lemma[i])
	add(31, in, uint32(v.UPOS(i)))
	add(36, min(in, 1), v.Lemma[i])
	add(37, bucket(s.Len()), bucket(i-s.First), bucket(s.End-i))
}

// quoteState says on which sides of token i the sentence has quotations.
func quoteState(v *View, i int, s document.Range) uint32 {
	state := uint32(0)
	for j := s.First; j < s.End; j++ {
		q := v.Quote[j]
		if q < 0 || q == v.Quote[i] {
			continue
		}
		bit := uint32(1)
		if j > i {
			bit = 2
		}
		if v.Quotes[q].Len() > 6 {
			bit *= 4
		}
		state |= bit
	}
	return state
}

// bucket makes classes of lengths.
func bucket(n int) uint32 {
	switch {
	case n < 0:
		return 31
	case n <= 4:
		return uint32(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 22:
		return 8
	case n <= 40:
		return 9
	}
	return 10
}

// CueSpans are the spans that a cue with head h may have.
func (v *View) CueSpans(h int) []document.Range {
	s := v.SentenceRange(h)
	var out []document.Range
	for a := h; a >= s.First && a >= h-5; a-- {
		for e := h + 1; e <= s.End && e <= h+9; e++ {
			out = append(out, document.Range{First: a, End: e})
		}
	}
	return out
}

// CueSpanFeatures are the features by which span c is the whole cue of head h.
func CueSpanFeatures(v *View, h int, c document.Range, b *hashlin.Bag) {
	s := v.SentenceRange(h)
	add := func(t uint32, vals ...uint32) { b.Add(famCueSpan+t, vals...) }
	l := v.Lemma[h]
	left, right := uint32(h-c.First), uint32(c.End-h-1)
	add(1, left)
	add(2, right)
	add(3, l, left)
	add(4, l, right)
	add(5, v.word(c.First, s), v.word(c.First-1, s))
	add(6, v.word(c.End-1, s), v.word(c.End, s))
	add(7, v.pos(c.First, s), v.pos(c.First-1, s), min(left, 1))
	add(8, v.pos(c.End-1, s), v.pos(c.End, s), min(right, 1))
	add(9, v.word(c.End-1, s), min(right, 1))
	add(10, v.word(c.First, s), min(left, 1))
	add(22, v.word(c.First-1, s), min(left, 1))
	add(23, v.word(c.End, s), min(right, 1))
	words, tags := uint32(7), uint32(7)
	for i := c.First; i < c.End; i++ {
		words = hashlin.Key(words, v.Word[i])
		tags = hashlin.Key(tags, v.pos(i, s))
		if i != h {
			v.inCue(h, i, b)
		}
	}
	add(11, words)
	add(12, tags)
	add(13, v.pos(c.First-1, s), tags)
	add(14, tags, v.pos(c.End, s))
	for _, i := range []int{c.First - 1, c.End} {
		if s.Has(i) {
			v.outOfCue(h, i, b)
		}
	}
	for _, k := range v.Kids(h) {
		in := uint32(0)
		if c.Has(int(k)) {
			in = 1
		}
		add(21, uint32(v.Rel(int(k))), in, v.subtreeIn(int(k), c))
		add(24, uint32(v.Rel(int(k))), in, v.Lemma[k])
		add(25, uint32(v.Rel(int(k))), in, l)
	}
}

// subtreeIn is 0 where nothing below k is in c, 2 where all is, 1 between.
func (v *View) subtreeIn(k int, c document.Range) uint32 {
	r := v.Subtree(k)
	switch {
	case c.Covers(r):
		return 2
	case c.Touches(r):
		return 1
	}
	return 0
}

func (v *View) inCue(h, i int, b *hashlin.Bag) {
	side := uint32(0)
	if i > h {
		side = 1
	}
	direct := uint32(0)
	if v.Head(i) == h {
		direct = 1
	}
	b.Add(famCueSpan+15, uint32(v.Rel(i)), direct, side)
	b.Add(famCueSpan+16, v.Word[i], direct, side)
	b.Add(famCueSpan+17, uint32(v.D.Tags[i].XPOS), uint32(v.Rel(i)), side)
	b.Add(famCueSpan+26, v.Word[i], v.Lemma[h], side)
}

func (v *View) outOfCue(h, i int, b *hashlin.Bag) {
	side := uint32(0)
	if i > h {
		side = 1
	}
	direct := uint32(0)
	if v.Head(i) == h {
		direct = 1
	}
	b.Add(famCueSpan+18, uint32(v.Rel(i)), direct, side)
	b.Add(famCueSpan+19, v.Word[i], direct, side)
	b.Add(famCueSpan+20, v.Word[i], v.Lemma[h], side)
}

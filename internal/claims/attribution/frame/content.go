package frame

import (
	"slices"

	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// Side says on which side of the cue a piece of content stands.
type Side uint32

// The sides.
const (
	Left Side = iota
	Right
)

// ContentSpans are the spans on one side of the cue that may be content; the
// first is the choice of none.
func (v *View) ContentSpans(c *Cut, side Side) []SpanAt {
	starts, ends := v.leftBorders(c)
	if side == Right {
		starts, ends = v.rightBorders(c)
	}
	out := []SpanAt{{Head: -1}}
	for _, a := range starts {
		for _, e := range ends {
			r := document.Range{First: a, End: e}
			if r.Empty() || r.Touches(c.Cue) || r.Touches(c.Source) || r.Len() > 400 {
				continue
			}
			out = append(out, SpanAt{r, v.top(r)})
		}
	}
	return out
}

// top is the token of r that is nearest to the root.
func (v *View) top(r document.Range) int {
	best := r.First
	for i := r.First; i < r.End; i++ {
		if v.Depth[i] < v.Depth[best] && !v.Punct(i) || v.Punct(best) {
			best = i
		}
	}
	return best
}

// rightBorders are the places after the cue where content may begin and end.
func (v *View) rightBorders(c *Cut) (starts, ends []int) {
	s := v.SentenceRange(c.Head)
	from := c.Cue.End
	for i := from; i < s.End && len(starts) < 14; i++ {
		if i == from || i == c.Source.End || v.Punct(i-1) || v.phraseStart(i, c.Head) {
			starts = append(starts, i)
		}
	}
	for i := from + 1; i <= s.End; i++ {
		if v.border(i, s) {
			ends = append(ends, i)
		}
	}
	if q := v.Quote[s.End-1]; q >= 0 && v.Quotes[q].End > s.End {
		ends = append(ends, v.Quotes[q].End)
	}
	if v.onlyPunct(document.Range{First: max(from, c.Source.End), End: s.End}) {
		starts, ends = v.ahead(s, starts, ends)
	}
	return starts, capped(ends, 40)
}

// ahead adds the sentence or quotation after a cue that ends its sentence.
func (v *View) ahead(s document.Range, starts, ends []int) ([]int, []int) {
	if s.End >= len(v.L) || v.inTitle(s.First) {
		return starts, ends // a headline ends with what it says
	}
	next := v.SentenceRange(s.End)
	starts = append(starts, next.First)
	ends = append(ends, next.End)
	if v.Punct(next.End - 1) {
		ends = append(ends, next.End-1)
	}
	if q := v.Quote[next.First]; q >= 0 && v.Quotes[q].End != next.End {
		ends = append(ends, v.Quotes[q].End)
	}
	return starts, ends
}

func (v *View) onlyPunct(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		if !v.Punct(i) {
			return false
		}
	}
	return true
}

// leftBorders are the places before the cue where content may begin and end.
func (v *View) leftBorders(c *Cut) (starts, ends []int) {
	s := v.SentenceRange(c.Head)
	to := c.Cue.First
	for i := s.First; i < to; i++ {
		if i == s.First || v.Punct(i-1) || v.phraseStart(i, c.Head) {
			starts = append(starts, i)
		}
	}
	starts = capped(starts, 16)
	if q := v.Quote[s.First]; q >= 0 && v.Quotes[q].First < s.First {
		starts = append(starts, v.Quotes[q].First)
	}
	for i := to; i > s.First && len(ends) < 14; i-- {
		if i == to || i == c.Source.First || v.border(i, s) {
			ends = append(ends, i)
		}
	}
	return starts, ends
}

// phraseStart reports whether a phrase of two words or more begins at i that
// hangs on the cue or on what the cue hangs on.
func (v *View) phraseStart(i, h int) bool {
	for k, n := i, 0; k >= 0 && n < 12; k, n = v.Head(k), n+1 {
		if int(v.L[k]) != i {
			return false
		}
		if int(v.R[k]) > i+1 {
			return true
		}
	}
	return false
}

// border reports whether a clause or phrase may end before token i.
func (v *View) border(i int, s document.Range) bool {
	if i == s.End || v.Punct(i) || v.Punct(i-1) {
		return true
	}
	for k, n := i-1, 0; k >= 0 && n < 12; k, n = v.Head(k), n+1 {
		if int(v.R[k]) != i {
			return false
		}
		if int(v.L[k]) < i-1 {
			return true
		}
	}
	return false
}

// capped keeps the first and last places where there are too many.
func capped(places []int, n int) []int {
	if len(places) <= n {
		return places
	}
	return slices.Concat(places[:n/2], places[len(places)-n/2:])
}

// ContentFeatures are the features by which span s is the content on a side.
func ContentFeatures(v *View, c *Cut, side Side, s SpanAt, b *hashlin.Bag) {
	fam := uint32(famContent) + 500*uint32(side)
	if s.Empty() {
		v.noContent(c, side, fam, b)
		return
	}
	v.contentTree(c, side, s, fam, b)
	v.contentQuotes(c, s, fam, b)
	v.contentWords(c, s, fam, b)
}

// noContent are the features of no content on this side.
func (v *View) noContent(c *Cut, side Side, fam uint32, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(fam+t, vals...) }
	h := c.Head
	s := v.SentenceRange(h)
	l := v.Lemma[h]
	add(1)
	add(2, l)
	add(3, c.Class)
	add(4, l, uint32(v.D.Tags[h].XPOS), uint32(v.Rel(h)))
	add(5, uint32(v.Rel(h)), uint32(v.UPOS(h)))
	add(6, c.ruleSide(side))
	add(7, quoteState(v, h, s), hasBit(c.Source.First > c.Cue.First))
	add(8, v.word(c.Cue.First-1, s), hasBit(c.Source.First > c.Cue.First))
	add(9, v.word(c.Cue.End, s))
	add(10, v.word(max(c.Cue.End, c.Source.End), s))
	add(11, v.word(c.Source.First-1, s))
	mask := uint32(0)
	for _, k := range v.Kids(h) {
		if (int(k) > h) == (side == Right) {
			mask |= kidBit(v.Rel(int(k)))
		}
	}
	add(12, mask, uint32(v.UPOS(h)))
	add(13, mask, l)
	core := hull(c.Cue, c.Source)
	add(14, bucket(core.First-s.First), hasBit(v.onlyPunct(document.Range{First: core.End, End: s.End})))
	add(15, v.word(core.End, s), v.word(core.First-1, s))
	add(16, hashlin.Key(0, v.word(core.First-1, s)), l)
	add(17, v.word(core.End, s), l)
	add(18, v.pos(core.End, s), c.Class)
}

// ruleSide says whether the rules propose content on a side.
func (c *Cut) ruleSide(side Side) uint32 {
	bits := uint32(0)
	for _, r := range c.Rule.Content {
		if r.First >= c.Cue.End {
			bits |= 2
		} else {
			bits |= 1
		}
	}
	return bits<<2 | uint32(side)
}

// contentTree adds how the span hangs together with the cue.
func (v *View) contentTree(c *Cut, side Side, s SpanAt, fam uint32, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(fam+t, vals...) }
	h, t := c.Head, s.Head
	l := v.Lemma[h]
	path := v.path(t, h)
	add(20, path)
	add(21, path, l)
	add(22, path, c.Class)
	full := fullness(v, s.Range, t)
	add(23, path, full)
	add(24, full, c.Class)
	rule := uint32(0)
	for _, r := range c.Rule.Content {
		switch {
		case r == s.Range:
			rule = 4
		case r.First == s.First:
			rule = max(rule, 3)
		case r.End == s.End:
			rule = max(rule, 2)
		case r.Touches(s.Range):
			rule = max(rule, 1)
		}
	}
	add(25, rule)
	add(26, rule, c.Class)
	add(27, rule, min(uint32(len(c.Rule.Content)), 2), path)
	for _, k := range v.Kids(h) {
		k := int(k)
		if (k > h) == (side == Right) && !c.Cue.Has(k) && !v.Punct(k) && !c.Source.Touches(v.Subtree(k)) {
			in := v.subtreeIn(k, s.Range)
			add(28, uint32(v.Rel(k)), in)
			add(29, uint32(v.Rel(k)), in, l)
			add(30, uint32(v.Rel(k)), in, v.Word[int(v.L[k])])
		}
	}
	for _, k := range v.Kids(t) {
		k := int(k)
		if !c.Cue.Has(k) && !v.Punct(k) && k != h {
			add(31, uint32(v.Rel(k)), v.subtreeIn(k, s.Range), hasBit(k > t))
			add(32, v.Word[int(v.L[k])], v.subtreeIn(k, s.Range), hasBit(k > t))
		}
	}
}

// fullness says how the span's ends lie to those of its head's subtree.
func fullness(v *View, r document.Range, t int) uint32 {
	sub := v.Trim(v.Subtree(t))
	x := uint32(0)
	if sub.First == r.First {
		x = 1
	} else if sub.First > r.First {
		x = 2
	}
	switch {
	case sub.End == r.End:
		return x + 3
	case sub.End < r.End:
		return x + 6
	}
	return x
}

// contentQuotes adds how the span lies to quotations.
func (v *View) contentQuotes(c *Cut, s SpanAt, fam uint32, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(fam+t, vals...) }
	first, last := v.Quote[s.First], v.Quote[s.End-1]
	state := uint32(0)
	if first >= 0 {
		state |= 1
		if v.Quotes[first].First == s.First {
			state |= 2
		}
	}
	if last >= 0 {
		state |= 4
		if v.Quotes[last].End == s.End {
			state |= 8
		}
	}
	if first >= 0 && first == last {
		state |= 16
	}
	add(40, state)
	add(41, state, c.Class)
	sent := v.SentenceRange(c.Head)
	add(42, state, quoteState(v, c.Head, sent))
	before := v.word(s.First-1, sent)
	add(43, state, before)
	add(44, state, v.word(s.End, sent))
	add(45, state, hasBit(s.First < sent.First), hasBit(s.End > sent.End), hasBit(s.First >= sent.End))
	add(46, state, hasBit(v.Quote[c.Head] >= 0 && v.Quote[c.Head] == first))
}

// contentWords adds the words at the borders and the span's place and length.
func (v *View) contentWords(c *Cut, s SpanAt, fam uint32, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(fam+t, vals...) }
	sent := v.SentenceRange(c.Head)
	if s.First < sent.First || s.End > sent.End {
		sent = document.Range{First: min(sent.First, s.First), End: max(sent.End, s.End)}
	}
	l := v.Lemma[c.Head]
	core := hull(c.Cue, c.Source)
	gap := s.First - core.End
	if s.First < core.First {
		gap = core.First - s.End
	}
	add(50, bucket(gap))
	add(51, bucket(gap), l)
	add(52, v.between(s.Range, core))
	add(53, v.word(s.First, sent))
	add(54, v.word(s.First, sent), l)
	add(55, v.word(s.First-1, sent), v.word(s.First, sent))
	add(56, v.word(s.End-1, sent), v.word(s.End, sent))
	add(57, v.word(s.End, sent))
	add(58, v.word(s.End-1, sent))
	add(59, v.pos(s.First-1, sent), v.pos(s.First, sent))
	add(60, v.pos(s.End-1, sent), v.pos(s.End, sent))
	add(61, v.word(s.End, sent), v.word(s.End+1, sent))
	add(62, bucket(s.Len()))
	add(63, bucket(s.Len()), c.Class)
	toEnd := sent.End - s.End
	if s.End > sent.End {
		toEnd = 30
	}
	add(64, bucket(toEnd), hasBit(toEnd > 0 && v.onlyPunct(document.Range{First: s.End, End: sent.End})))
	add(65, bucket(s.First-sent.First))
	add(66, hasBit(v.Punct(s.First)), hasBit(v.Punct(s.End-1)), v.word(s.End-1, sent))
	add(67, v.pos(s.End, sent), v.pos(s.End+1, sent), hasBit(s.End-s.First > 8))
	add(68, v.pos(s.First, sent), l)
	add(69, uint32(v.UPOS(s.Head)), c.Class)
}

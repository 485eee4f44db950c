package frame

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// maxReach is how many tokens from the cue a source's head may stand.
const maxReach = 45

// SpanAt is a candidate span with the token that heads it; an empty range is
// the choice of no span.
type SpanAt struct {
	document.Range
	Head int
}

// SourceSpans are the spans of the sentence that may be the source of the cue
// with head h; the first is the choice of none.
func (v *View) SourceSpans(h int, cue document.Range) []SpanAt {
	s := v.SentenceRange(h)
	out := []SpanAt{{Head: -1}}
	at := map[document.Range]int{}
	for t := max(s.First, h-maxReach); t < min(s.End, h+maxReach); t++ {
		if cue.Has(t) || !v.nominal(t) {
			continue
		}
		for _, a := range v.lefts(t, s) {
			for _, e := range v.rights(t, s) {
				r := document.Range{First: a, End: e}
				if r.Touches(cue) {
					continue
				}
				if i, ok := at[r]; !ok {
					at[r] = len(out)
					out = append(out, SpanAt{r, t})
				} else if v.Depth[t] < v.Depth[out[i].Head] {
					out[i].Head = t
				}
			}
		}
	}
	return out
}

func (v *View) nominal(t int) bool {
	switch v.UPOS(t) {
	case document.NOUN, document.PROPN, document.PRON, document.NUM, document.DET, document.ADJ, document.SYM, document.X:
		return true
	}
	return false
}

// lefts are the places where a phrase headed by t may begin: at t, or at the
// left end of any child before it.
func (v *View) lefts(t int, s document.Range) []int {
	out := []int{t}
	kids := v.Kids(t)
	for i := len(kids) - 1; i >= 0 && len(out) < 6; i-- {
		if k := int(kids[i]); k < t {
			if l := max(int(v.L[k]), s.First); l < out[len(out)-1] {
				out = append(out, l)
			}
		}
	}
	return out
}

// rights are the places where it may end.
func (v *View) rights(t int, s document.Range) []int {
	out := []int{t + 1}
	for _, k := range v.Kids(t) {
		if k := int(k); k > t && len(out) < 8 {
			if r := min(int(v.R[k]), s.End); r > out[len(out)-1] {
				out = append(out, r)
			}
		}
	}
	return out
}

// Cut is what is known when the source and the content of a cue are chosen.
type Cut struct {
	Head   int
	Cue    document.Range
	Source document.Range // empty while it is not chosen
	Rule   Frame          // what the rules propose; zero where nothing
	Class  uint32
}

// NewCut prepares the choice of spans for the cue with head h.
func (lex *Lexicon) NewCut(v *View, h int, cue document.Range) Cut {
	c := Cut{Head: h, Cue: cue}
	if f, ok := lex.RuleFrame(v, h); ok {
		c.Rule = f
	}
	if e, ok := lex.entryAt(v, h); ok {
		c.Class = Hash(string(e.Class))
	}
	return c
}

// SourceFeatures are the features by which span s is the source.
func SourceFeatures(v *View, c *Cut, s SpanAt, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(famSource+t, vals...) }
	h := c.Head
	l := v.Lemma[h]
	if s.Empty() {
		add(1)
		add(2, l)
		add(3, uint32(v.Rel(h)), uint32(v.D.Tags[h].XPOS))
		add(4, uint32(v.UPOS(h)), c.Class)
		add(5, min(uint32(len(c.Rule.Source)), 1))
		subj := v.Subject(h)
		add(6, hasBit(subj >= 0), uint32(v.UPOS(h)))
		add(7, hasBit(v.Kid(h, document.AuxPass) >= 0), hasBit(subj >= 0), c.Class)
		add(8, l, uint32(v.D.Tags[h].XPOS), hasBit(subj >= 0))
		add(40, hasBit(v.Quote[h] >= 0), hasBit(subj >= 0))
		return
	}
	v.sourceTree(c, s, b)
	v.sourceWords(c, s, b)
}

func hasBit(x bool) uint32 {
	if x {
		return 1
	}
	return 0
}

// sourceTree adds how the span hangs together with the cue in the tree.
func (v *View) sourceTree(c *Cut, s SpanAt, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(famSource+t, vals...) }
	h, t := c.Head, s.Head
	l := v.Lemma[h]
	path := v.path(t, h)
	side := hasBit(t > h)
	add(10, path)
	add(11, path, l)
	add(12, path, uint32(v.UPOS(t)), side)
	add(13, path, c.Class)
	add(14, uint32(v.D.Tags[h].XPOS), path)
	subj := v.Subject(h)
	add(15, hasBit(subj == t), uint32(v.UPOS(h)))
	add(16, hasBit(subj == t), hasBit(subj >= 0), side)
	rule := uint32(0)
	if len(c.Rule.Source) > 0 {
		rule = 1
		if c.Rule.Source[0] == s.Range {
			rule = 3
		} else if c.Rule.Source[0].Has(t) {
			rule = 2
		}
	}
	add(17, rule)
	add(18, rule, c.Class)
	for _, k := range v.Kids(t) {
		k := int(k)
		in := hasBit(s.Has(k))
		add(19, uint32(v.Rel(k)), in, hasBit(k > t))
		add(20, v.Lemma[k], uint32(v.Rel(k)), in)
		add(21, uint32(v.Rel(k)), in, uint32(v.UPOS(t)), path)
	}
	add(22, hasBit(s.Range == v.Subtree(t)), path)
}

// sourceWords adds the words in and around the span and where it stands.
func (v *View) sourceWords(c *Cut, s SpanAt, b *hashlin.Bag) {
	add := func(t uint32, vals ...uint32) { b.Add(famSource+t, vals...) }
	h, t := c.Head, s.Head
	sent := v.SentenceRange(h)
	side := hasBit(t > h)
	gap := s.First - c.Cue.End
	if t < h {
		gap = c.Cue.First - s.End
	}
	add(23, side, bucket(gap))
	add(24, v.Lemma[h], side, min(bucket(gap), 3))
	add(25, v.word(s.First-1, sent), uint32(v.UPOS(t)))
	add(26, v.word(s.End, sent), side)
	add(27, v.word(s.End-1, sent), side, min(bucket(gap), 2))
	add(28, v.pos(s.First, sent), v.pos(s.First-1, sent))
	add(29, v.pos(s.End-1, sent), v.pos(s.End, sent))
	add(30, v.Lemma[t])
	add(31, v.Lemma[t], v.Lemma[h])
	add(32, uint32(v.UPOS(t)), uint32(v.UPOS(h)), side)
	add(33, bucket(s.Len()))
	add(34, hasBit(s.First == sent.First), side)
	add(35, hasBit(v.Quote[t] >= 0 && v.Quote[t] != v.Quote[h]), side)
	add(36, v.word(s.First, sent), side)
	commas := uint32(0)
	for i := s.First; i < s.End; i++ {
		if v.D.Word(i) == "," {
			commas++
		}
	}
	add(37, min(commas, 3), hasBit(v.Punct(s.End-1)), side)
	add(38, min(commas, 3), v.word(s.End-1, sent), v.word(s.End, sent))
	add(39, v.between(s.Range, c.Cue))
}

// between hashes the words between two ranges, at most four of them.
func (v *View) between(a, z document.Range) uint32 {
	if a.First > z.First {
		a, z = z, a
	}
	if z.First-a.End > 4 {
		return outside
	}
	k := uint32(3)
	for i := a.End; i < z.First; i++ {
		k = hashlin.Key(k, v.Word[i])
	}
	return k
}

// path hashes the relations on the way from token t to token h, up to five.
func (v *View) path(t, h int) uint32 {
	a, z := t, h
	up, down := uint32(1), uint32(2)
	n := 0
	for a != z && n < 6 {
		n++
		if v.Depth[a] >= v.Depth[z] && v.Head(a) >= 0 {
			up = hashlin.Key(up, uint32(v.Rel(a)))
			a = v.Head(a)
			continue
		}
		if v.Head(z) < 0 {
			return outside
		}
		down = hashlin.Key(down, uint32(v.Rel(z)))
		z = v.Head(z)
	}
	if a != z {
		return outside
	}
	return hashlin.Key(up, down)
}

// wholeName widens a source that cuts a name to the whole of it: "Gwen Moore" to
// "Rep. Gwen Moore", "(R-S.C.)" to "Sen. Lindsey Graham (R-S.C.)"; an article
// before it belongs to it.
func (v *View) wholeName(r, cue document.Range) document.Range {
	if r.Empty() {
		return r
	}
	for r.Len() > 1 && v.Punct(r.First) && v.D.Word(r.First) != "(" {
		r.First++
	}
	s := v.SentenceRange(r.First)
	name := func(i int) bool { return s.Has(i) && !cue.Has(i) && v.UPOS(i) == document.PROPN }
	if v.D.Word(r.First) == "(" && name(r.First-1) {
		r.First--
	}
	if name(r.First) {
		for name(r.First-1) && (v.joined(r.First-1, r.First) || strings.HasSuffix(v.D.Word(r.First-1), ".")) {
			r.First--
		}
	}
	if i := r.First - 1; s.Has(i) && !cue.Has(i) && (v.UPOS(i) == document.DET || strings.EqualFold(v.D.Word(i), "not")) && r.Has(v.Head(i)) {
		r.First = i
	}
	if name(r.End - 1) {
		for name(r.End) && v.joined(r.End-1, r.End) {
			r.End++
		}
		r.End = v.seat(r.End, s)
	}
	return r
}

// seat is the end of a bracket right after a name that gives party and state,
// "(R-IN)", or i where there is none.
func (v *View) seat(i int, s document.Range) int {
	if !s.Has(i) || v.D.Word(i) != "(" {
		return i
	}
	hyphen := false
	for k := i + 1; k < min(i+6, s.End); k++ {
		switch w := v.D.Word(k); {
		case w == ")":
			if hyphen {
				return k + 1
			}
			return i
		case strings.Contains(w, "-"):
			hyphen = true
		}
	}
	return i
}

// joined reports whether two tokens next to each other are parts of one name.
func (v *View) joined(i, k int) bool {
	return v.Head(i) == k || v.Head(k) == i || v.Head(i) >= 0 && v.Head(i) == v.Head(k) && v.part(i) && v.part(k)
}

func (v *View) part(i int) bool {
	return v.Rel(i) == document.Flat || v.Rel(i) == document.Compound
}

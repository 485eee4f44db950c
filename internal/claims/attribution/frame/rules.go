package frame

import "sayso/internal/document"

var (
	wordAccording = Hash("according")
	wordAs        = Hash("as")
	wordSaid      = Hash("said")
	wordTo        = Hash("to")
	wordConfirm   = Hash("confirm")
)

// RuleFrame proposes the frame of the cue word at h by its place in the tree,
// or reports false where the lexicon or the tree makes no cue of it.
func (lex *Lexicon) RuleFrame(v *View, h int) (Frame, bool) {
	e, ok := lex.entryAt(v, h)
	if !ok {
		return Frame{}, false
	}
	f := Frame{Head: h, Cue: join(cueSpan(v, h, e)), Score: 1}
	src := sourceHead(v, h, e)
	if src >= 0 {
		f.Source = join(sourceSpan(v, src, h))
	}
	f.Content = contentOf(v, h, src, e)
	if len(f.Content) == 0 {
		return Frame{}, false
	}
	f.Content = subtract(f.Content, append(append([]document.Range{}, f.Cue...), f.Source...))
	return f, len(f.Content) > 0
}

// entryAt is the lexicon's entry of token i where its part of speech allows it.
func (lex *Lexicon) entryAt(v *View, i int) (Entry, bool) {
	if v.Word[i] == wordAccording {
		e, ok := lex.Of(v.Word[i])
		return e, ok && i+1 < len(v.Word) && v.Word[i+1] == wordTo
	}
	e, ok := lex.Of(v.Lemma[i])
	if !ok {
		e, ok = lex.Of(v.Word[i])
	}
	switch v.UPOS(i) {
	case document.VERB:
		return e, ok && (e.Clause || e.Object)
	case document.NOUN:
		return e, ok && e.Noun
	case document.ADV:
		return e, ok && e.Adverb
	case document.ADJ:
		return e, ok && e.Adj
	}
	return e, false
}

// cueSpan is the cue word with its auxiliaries, negation and adverbs that
// stand right before it, and the "to" of "according to".
func cueSpan(v *View, h int, e Entry) document.Range {
	r := document.Range{First: h, End: h + 1}
	if e.Prep {
		r.End++
		return r
	}
	for r.First > 0 && v.Head(r.First-1) == h {
		switch v.Rel(r.First - 1) {
		case document.Aux, document.AuxPass, document.Advmod:
			r.First--
			continue
		}
		break
	}
	if r.End < len(v.L) && v.Head(r.End) == h && v.Rel(r.End) == document.CompoundPrt {
		r.End++
	}
	return r
}

// sourceHead is the token that heads the words for who vouches, or -1.
func sourceHead(v *View, h int, e Entry) int {
	switch {
	case e.Prep:
		return v.Head(h)
	case e.Adverb || e.Adj:
		return -1
	case v.UPOS(h) == document.NOUN:
		return nounSource(v, h)
	}
	return v.Subject(h)
}

// nounSource is the possessor, maker or namer of a noun cue.
func nounSource(v *View, h int) int {
	if k := v.Kid(h, document.NmodPoss); k >= 0 {
		return k
	}
	for _, k := range v.Kids(h) {
		if c := v.Kid(int(k), document.Case); v.Rel(int(k)) == document.Nmod && c >= 0 && isBy(v, c) {
			return int(k)
		}
	}
	return -1
}

func isBy(v *View, i int) bool {
	w := v.D.Word(i)
	return w == "by" || w == "from"
}

// Subject is the token that heads the subject of verb h, understood ones
// included: of a passive the agent, of a participle the noun it hangs on, of
// joined and governed verbs the subject of the verb above. It is -1 where the
// sentence names none.
func (v *View) Subject(h int) int {
	for range 6 {
		if k := v.Kid(h, document.OblAgent); k >= 0 {
			return k
		}
		if v.Kid(h, document.NsubjPass) >= 0 && v.Kid(h, document.AuxPass) >= 0 {
			return -1
		}
		if k := v.Kid(h, document.Nsubj, document.NsubjOuter); k >= 0 {
			return k
		}
		up := v.Head(h)
		if up < 0 {
			return -1
		}
		switch v.Rel(h) {
		case document.Acl, document.AclRelcl:
			return up
		case document.Conj, document.Xcomp, document.Advcl, document.AdvclRelcl:
			h = up
		default:
			return -1
		}
	}
	return -1
}

// sourceSpan is the noun phrase headed by s, without what belongs to the cue h
// and without the preposition that governs it.
func sourceSpan(v *View, s, h int) document.Range {
	r := v.Subtree(s)
	if r.Has(h) {
		if h < s {
			r.First = h + 1
		} else {
			r.End = h
		}
	}
	for r.First < s && (v.Rel(r.First) == document.Case || v.Word[r.First] == wordTo) && v.Word[r.First] != v.Word[s] {
		r.First++
	}
	if v.Rel(s) == document.NmodPoss && r.End > s+1 && v.Rel(r.End-1) == document.Case {
		r.End = max(s+1, r.End)
	}
	return v.Trim(r)
}

// contentOf proposes what the cue at h introduces.
func contentOf(v *View, h, src int, e Entry) []document.Range {
	if e.Prep || e.Adverb || e.Adj {
		return governed(v, h, src, e)
	}
	if k := clauseKid(v, h, e); k >= 0 {
		return join(v.Trim(withQuote(v, v.Subtree(k))))
	}
	if v.Rel(h) == document.Parataxis && v.Head(h) >= 0 && e.Clause {
		return trimmed(v, minus(v.withinSentence(h), v.Subtree(h)))
	}
	if q := nearQuote(v, h); q >= 0 && e.Clause {
		return join(v.Quotes[q].Range)
	}
	if up := v.Head(h); v.Word[h] == wordSaid && up >= 0 && v.Rel(h) == document.Advcl && asClause(v, h) {
		return trimmed(v, minus(v.withinSentence(h), v.Subtree(h)))
	}
	return nil
}

func asClause(v *View, h int) bool {
	m := v.Kid(h, document.Mark)
	return m >= 0 && v.Word[m] == wordAs
}

// clauseKid is the child that is the content: a clause, or an object where
// the lexicon says so.
func clauseKid(v *View, h int, e Entry) int {
	if v.UPOS(h) == document.NOUN {
		return v.Kid(h, document.Acl, document.Ccomp)
	}
	if e.Clause {
		if k := v.Kid(h, document.Ccomp); k >= 0 {
			return k
		}
		if k := v.Kid(h, document.Xcomp, document.Parataxis); k >= 0 && v.Kid(h, document.Obj) < 0 {
			return k
		}
	}
	if e.Object || e.Class == Accuse {
		return v.Kid(h, document.Obj, document.Xcomp)
	}
	return -1
}

// governed is the content of "according to X", "reportedly" and "alleged":
// the clause or phrase that the cue hangs on, without the cue's own words.
func governed(v *View, h, src int, e Entry) []document.Range {
	at := h
	if e.Prep {
		at = src
	}
	up := -1
	if at >= 0 {
		up = v.Head(at)
	}
	if up < 0 {
		return nil
	}
	whole := v.Subtree(up)
	if e.Prep && v.Depth[up] == 0 {
		whole = v.SentenceRange(h)
	}
	return trimmed(v, minus(whole, v.Subtree(at)))
}

// withinSentence is the subtree of the clause that h interrupts or follows.
func (v *View) withinSentence(h int) document.Range { return v.Subtree(v.Head(h)) }

// nearQuote is the quotation of the cue's sentence that is nearest to it and
// does not hold it, or -1.
func nearQuote(v *View, h int) int {
	best, at := -1, 1<<30
	s := v.SentenceRange(h)
	for i := s.First; i < s.End; i++ {
		q := v.Quote[i]
		if q < 0 || v.Quotes[q].Has(h) {
			continue
		}
		if d := max(h-i, i-h); d < at {
			best, at = int(q), d
		}
	}
	return best
}

// withQuote widens r to the whole of a quotation that it cuts.
func withQuote(v *View, r document.Range) document.Range {
	for _, i := range []int{r.First, r.End - 1} {
		if q := v.Quote[i]; q >= 0 && v.Quotes[q].Touches(r) && v.Quotes[q].Len() <= 3*r.Len() {
			if qr := v.Quotes[q].Range; qr.Covers(r) || qr.First >= r.First {
				r = hull(r, qr)
			}
		}
	}
	return r
}

func trimmed(v *View, rs []document.Range) []document.Range {
	for i := range rs {
		rs[i] = v.Trim(rs[i])
	}
	return join(rs...)
}

// subtract cuts holes out of rs.
func subtract(rs, holes []document.Range) []document.Range {
	for _, h := range holes {
		var next []document.Range
		for _, r := range rs {
			next = append(next, minus(r, h)...)
		}
		rs = next
	}
	return join(rs...)
}

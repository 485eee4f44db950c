package frame

import (
	"math"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// The names of the groups of the model.
const (
	GroupCue     = "cue"
	GroupCueSpan = "cuespan"
	GroupSource  = "source"
	GroupLeft    = "left"
	GroupRight   = "right"
	GroupRun     = "run"
)

// Chooser is the learnt part of a [Finder]: a linear model for each decision.
type Chooser struct {
	cue, span, source, left, right, run *hashlin.Group
	threshold                           int32
}

// NewChooser checks that the model has all groups. Words with a cue score of
// threshold or more, in logits, are cues.
func NewChooser(m *hashlin.Model, threshold float64) (*Chooser, bool) {
	c := &Chooser{m.Group(GroupCue), m.Group(GroupCueSpan), m.Group(GroupSource), m.Group(GroupLeft), m.Group(GroupRight), m.Group(GroupRun), 0}
	for _, g := range []*hashlin.Group{c.cue, c.span, c.source, c.left, c.right, c.run} {
		if g == nil {
			return nil, false
		}
	}
	c.threshold = int32(math.Round(threshold / c.cue.Scale))
	return c, true
}

// frames are the frames that the model finds.
func (f *Finder) chosen(v *View) []Frame {
	var out []Frame
	var b hashlin.Bag
	for i := range v.D.Tokens {
		if !v.CueCandidate(i) || v.headlineStart(i) {
			continue
		}
		b.Reset()
		f.Lex.CueFeatures(v, i, &b)
		score := f.model.cue.Sum(b.Keys)
		light, isLight := f.lightFrame(v, i)
		switch {
		case isLight:
			out = append(out, light)
		case score >= f.model.threshold || f.Lex.sure(v, i) || v.headlineEnd(i) && f.Lex.governs(v, i):
			out = append(out, f.frameAt(v, i, score, &b))
		case f.certain(v, i):
			if fr, ok := f.Lex.RuleFrame(v, i); ok {
				out = append(out, fr)
			}
		}
	}
	out = f.apart(v, out)
	return append(out, f.inside(v, out)...)
}

// headlineStart reports whether token i opens a headline as a verb that nobody
// is the subject of: "Blast in market kills twelve" is of no critics.
func (v *View) headlineStart(i int) bool {
	s := v.D.SentenceOf(i)
	return s >= 0 && v.inTitle(i) && v.D.Sentences[s].First == i && v.UPOS(i) == document.VERB && v.D.Tags[i].XPOS != document.VBG && v.Subject(i) < 0
}

// headlineEnd reports whether token i ends a headline: "Strike kills dozens, UN says".
func (v *View) headlineEnd(i int) bool {
	s := v.D.SentenceOf(i)
	return s >= 0 && v.D.Sentences[s].End == i+1 && v.UPOS(i) == document.VERB && v.inTitle(i)
}

// inTitle reports a token of the headline.
func (v *View) inTitle(i int) bool {
	s := v.D.SentenceOf(i)
	if s < 0 || v.D.Sentences[s].Block < 0 {
		return false
	}
	return v.D.Blocks[v.D.Sentences[s].Block].Kind == document.BlockTitle
}

// inside finds cues inside the content of others, which the corpus of the model
// leaves unmarked: words of the lexicon that govern a clause of their own, with
// their subject ("he said that residents had told him that …"), and reports.
func (f *Finder) inside(v *View, outer []Frame) []Frame {
	held, taken := make([]bool, len(v.D.Tokens)), make([]bool, len(v.D.Tokens))
	for _, fr := range outer {
		mark(held, fr.Content)
		mark(taken, fr.Cue)
		mark(taken, fr.Source)
	}
	var out []Frame
	var b hashlin.Bag
	for i := range v.D.Tokens {
		if !held[i] || taken[i] || !f.Lex.governs(v, i) {
			continue
		}
		b.Reset()
		f.Lex.CueFeatures(v, i, &b)
		out = append(out, f.frameAt(v, i, f.model.cue.Sum(b.Keys), &b))
	}
	return out
}

// governs reports whether a word of the lexicon has a clause for its content:
// a verb with subject and clause, a noun with "that" and a clause.
func (lex *Lexicon) governs(v *View, i int) bool {
	e, ok := lex.entryAt(v, i)
	if !ok || e.Class == Want || e.Class == Ask || e.Class == Judge {
		return false
	}
	switch v.UPOS(i) {
	case document.VERB:
		object := e.Object && (e.Class == Deny || e.Class == Own || e.Class == Accuse || v.Lemma[i] == wordConfirm) && v.Kid(i, document.Obj) >= 0 || v.ClaimsFeat(i)
		return (e.Clause && v.Kid(i, document.Ccomp) >= 0 || object) && v.Kid(i, document.Nsubj) >= 0
	case document.NOUN:
		return e.Noun && v.Kid(i, document.Acl, document.Ccomp, document.AclRelcl) > i && i+1 < len(v.Word) && strings.EqualFold(v.D.Word(i+1), "that")
	}
	return false
}

// sure reports words of the lexicon that govern a clause or an object of their
// own and that the corpus of the model knows too few of, or leaves unmarked:
// reports that, denials, accusations, findings.
func (lex *Lexicon) sure(v *View, i int) bool {
	e, ok := lex.entryAt(v, i)
	if !ok || !lex.governs(v, i) {
		return false
	}
	return v.UPOS(i) == document.NOUN || e.Class == Deny || e.Class == Accuse || e.Class == Show || v.ClaimsFeat(i)
}

func mark(tokens []bool, rs []document.Range) {
	for _, r := range rs {
		for i := r.First; i < r.End; i++ {
			tokens[i] = true
		}
	}
}

// certain reports the cues that the lexicon marks as hedges, which the corpus
// of the model leaves unmarked more often than not.
func (f *Finder) certain(v *View, i int) bool {
	e, ok := f.Lex.entryAt(v, i)
	return ok && e.Class == Hedge && (e.Adverb || e.Adj)
}

// apart drops frames whose cue shares a token with that of a frame before.
func (f *Finder) apart(v *View, fs []Frame) []Frame {
	taken := make([]bool, len(v.D.Tokens))
	out := fs[:0]
	for _, fr := range fs {
		if taken[fr.Head] {
			continue
		}
		for _, r := range fr.Cue {
			for i := r.First; i < r.End; i++ {
				taken[i] = true
			}
		}
		out = append(out, fr)
	}
	return out
}

// frameAt chooses the spans of the cue with head h.
func (f *Finder) frameAt(v *View, h int, score int32, b *hashlin.Bag) Frame {
	m := f.model
	spans := v.CueSpans(h)
	best := pick(len(spans), m.span, b, func(i int) { CueSpanFeatures(v, h, spans[i], b) })
	cut := f.Lex.NewCut(v, h, spans[best])
	srcs := v.SourceSpans(h, cut.Cue)
	cut.Source = v.wholeName(srcs[pick(len(srcs), m.source, b, func(i int) { SourceFeatures(v, &cut, srcs[i], b) })].Range, cut.Cue)
	fr := Frame{Head: h, Cue: join(cut.Cue), Source: join(cut.Source)}
	fr.Content = f.content(v, &cut, b)
	fr.Score = 1 / (1 + math.Exp(-float64(score)*m.cue.Scale))
	fr.Why = []*sayso.Explanation{sayso.Because(v.D.Word(h), "the model of cue words takes it for a cue by the word, its neighbours and its place in the tree")}
	return fr
}

// content chooses the pieces of content: one on each side of the cue, one at
// least, and the quotations that go on from them.
func (f *Finder) content(v *View, c *Cut, b *hashlin.Bag) []document.Range {
	right := f.side(v, c, Right, b)
	left := f.side(v, c, Left, b)
	l, r := left.best, right.best
	if l.Empty() && r.Empty() {
		if left.gap <= right.gap {
			l = left.second
		} else {
			r = right.second
		}
	}
	content := join(l.Range, r.Range)
	for n := 0; n < 8 && len(content) > 0; n++ {
		run := v.NextRun(c, content)
		if run.Empty() {
			break
		}
		b.Reset()
		RunFeatures(v, c, &Run{content, run, n}, b)
		if f.model.run.Sum(b.Keys) <= 0 {
			break
		}
		content = join(append(content, run)...)
	}
	return v.fromStart(content)
}

// fromStart widens content that lies in a quotation of several paragraphs, each
// a sentence, to the quotation's beginning.
func (v *View) fromStart(content []document.Range) []document.Range {
	if len(content) == 0 {
		return content
	}
	first := content[0].First
	q := v.Quote[first]
	if q < 0 || v.Quotes[q].First >= first || v.block(v.Quotes[q].First) == v.block(first) || v.SentenceRange(first).First != first {
		return content
	}
	return join(append(content, document.Range{First: v.Quotes[q].First, End: first})...)
}

func (v *View) block(i int) int { return v.D.Sentences[v.Sent[i]].Block }

// sideChoice is the best span of a side, the best that is not none, and how
// much worse that is.
type sideChoice struct {
	best, second SpanAt
	gap          float64
}

func (f *Finder) side(v *View, c *Cut, side Side, b *hashlin.Bag) sideChoice {
	g := f.model.left
	if side == Right {
		g = f.model.right
	}
	spans := v.ContentSpans(c, side)
	top, some := int32(math.MinInt32), int32(math.MinInt32)
	out := sideChoice{best: spans[0], second: spans[0]}
	for i, s := range spans {
		b.Reset()
		ContentFeatures(v, c, side, s, b)
		sum := g.Sum(b.Keys)
		if sum > top {
			top, out.best = sum, s
		}
		if i > 0 && sum > some {
			some, out.second = sum, s
		}
	}
	out.gap = float64(top-some) * g.Scale
	if out.second.Empty() {
		out.gap = math.Inf(1)
	}
	return out
}

// pick is the candidate with the highest score; the first of equals.
func pick(n int, g *hashlin.Group, b *hashlin.Bag, features func(int)) int {
	best, top := 0, int32(math.MinInt32)
	for i := range n {
		b.Reset()
		features(i)
		if s := g.Sum(b.Keys); s > top {
			best, top = i, s
		}
	}
	return best
}

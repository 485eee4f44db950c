package main

import (
	"slices"

	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// maker makes the instances of one group from an article.
type maker func(lex *frame.Lexicon, a *article, emit func(hashlin.Instance))

func (a *article) weight() float64 { return 1 / float64(max(a.of, 1)) }

// cues makes an instance of every token that may head a cue. Words inside
// somebody's content are left unmarked by the corpus even where they are cues
// (each token belongs to one attribution at most); where the rules see a cue
// there, the token teaches nothing.
func cues(lex *frame.Lexicon, a *article, emit func(hashlin.Instance)) {
	heads := map[int]bool{}
	for _, g := range a.golds {
		heads[g.head] = true
	}
	var b hashlin.Bag
	for i := range a.v.L {
		if !a.v.CueCandidate(i) {
			continue
		}
		if _, ok := lex.RuleFrame(a.v, i); ok && a.inside[i] && !heads[i] {
			continue
		}
		b.Reset()
		lex.CueFeatures(a.v, i, &b)
		target := 0.0
		if heads[i] {
			target = 1
		}
		emit(hashlin.Instance{Doc: a.doc, Target: target, Weight: a.weight(), Cand: [][]uint32{slices.Clone(b.Keys)}})
	}
}

func cueSpans(_ *frame.Lexicon, a *article, emit func(hashlin.Instance)) {
	for _, g := range a.golds {
		spans := a.v.CueSpans(g.head)
		at := slices.Index(spans, g.cue)
		a.choice(at, len(spans), emit, func(i int, b *hashlin.Bag) { frame.CueSpanFeatures(a.v, g.head, spans[i], b) })
	}
}

func sources(lex *frame.Lexicon, a *article, emit func(hashlin.Instance)) {
	for _, g := range a.golds {
		c := lex.NewCut(a.v, g.head, g.cue)
		spans := a.v.SourceSpans(g.head, g.cue)
		at := 0
		if len(g.source) > 0 {
			at = nearest(spans, g.source[0])
		}
		a.choice(at, len(spans), emit, func(i int, b *hashlin.Bag) { frame.SourceFeatures(a.v, &c, spans[i], b) })
	}
}

func contents(side frame.Side) maker {
	return func(lex *frame.Lexicon, a *article, emit func(hashlin.Instance)) {
		for _, g := range a.golds {
			c := g.cut(lex, a.v)
			spans := a.v.ContentSpans(&c, side)
			at := 0
			if r := g.piece(a.v, side); !r.Empty() {
				at = nearest(spans, r)
			}
			a.choice(at, len(spans), emit, func(i int, b *hashlin.Bag) { frame.ContentFeatures(a.v, &c, side, spans[i], b) })
		}
	}
}

func (g *marked) cut(lex *frame.Lexicon, v *frame.View) frame.Cut {
	c := lex.NewCut(v, g.head, g.cue)
	if len(g.source) > 0 {
		c.Source = g.source[0]
	}
	return c
}

// piece is the part of the content on one side of the cue, in the cue's
// sentence or joined to it.
func (g *marked) piece(v *frame.View, side frame.Side) document.Range {
	s := v.SentenceRange(g.head)
	var out document.Range
	for _, r := range g.content {
		right := r.First >= g.cue.End
		if right != (side == frame.Right) || right && r.First >= s.End && !out.Empty() {
			continue
		}
		if right && r.First >= s.End && (len(g.content) > 1 || r.First > s.End) {
			continue
		}
		if out.Empty() {
			out = r
		} else if !right {
			out = document.Range{First: min(out.First, r.First), End: max(out.End, r.End)}
		}
	}
	return out
}

func runs(lex *frame.Lexicon, a *article, emit func(hashlin.Instance)) {
	var b hashlin.Bag
	for _, g := range a.golds {
		c := g.cut(lex, a.v)
		var content []document.Range
		for _, side := range []frame.Side{frame.Left, frame.Right} {
			if r := g.piece(a.v, side); !r.Empty() {
				content = append(content, r)
			}
		}
		for n := 0; n < 8 && len(content) > 0; n++ {
			run := a.v.NextRun(&c, content)
			if run.Empty() {
				break
			}
			b.Reset()
			frame.RunFeatures(a.v, &c, &frame.Run{Content: content, Next: run, N: n}, &b)
			in := slices.ContainsFunc(g.content, run.Touches)
			target := 0.0
			if in {
				target = 1
			}
			emit(hashlin.Instance{Doc: a.doc, Target: target, Weight: a.weight(), Cand: [][]uint32{slices.Clone(b.Keys)}})
			if !in {
				break
			}
			content = append(content, run)
		}
	}
}

// nearest is the candidate equal to r, or else the one that shares most with
// it where that is most of both; -1 where none is near.
func nearest(spans []frame.SpanAt, r document.Range) int {
	best, most := -1, 0.8
	for i, s := range spans {
		both := min(s.End, r.End) - max(s.First, r.First)
		if dice := 2 * float64(both) / float64(s.Len()+r.Len()); both > 0 && dice > most {
			best, most = i, dice
		}
	}
	return best
}

// choice emits the choice among n candidates, if the right one is there.
func (a *article) choice(right, n int, emit func(hashlin.Instance), features func(int, *hashlin.Bag)) {
	if right < 0 {
		return
	}
	cand := make([][]uint32, n)
	var b hashlin.Bag
	for i := range n {
		b.Reset()
		features(i, &b)
		cand[i] = slices.Clone(b.Keys)
	}
	emit(hashlin.Instance{Doc: a.doc, Target: float64(right), Weight: a.weight(), Cand: cand})
}

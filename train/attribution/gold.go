package main

import (
	"sort"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
	eval "sayso/internal/eval/attribution"
)

// marked is an attribution of the corpus in tokens.
type marked struct {
	head    int
	cue     document.Range
	source  []document.Range
	content []document.Range
}

// article is a parsed article with one annotator's attributions.
type article struct {
	doc    int
	of     int
	v      *frame.View
	golds  []marked
	inside []bool // token lies in somebody's content
}

// tokensOf is the range of tokens that a byte span touches.
func tokensOf(d *document.Document, s sayso.Span) document.Range {
	a := sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > s.Start })
	b := sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].Start) >= s.End })
	return document.Range{First: a, End: b}
}

func rangesOf(d *document.Document, spans []sayso.Span) []document.Range {
	var out []document.Range
	for _, s := range spans {
		if r := tokensOf(d, s); !r.Empty() {
			out = append(out, r)
		}
	}
	return out
}

// newArticle maps the spans of c to the tokens of v.
func newArticle(doc int, v *frame.View, c *eval.Coded) *article {
	a := &article{doc: doc, of: c.Of, v: v, inside: make([]bool, len(v.L))}
	for _, g := range c.Golds {
		cue := rangesOf(v.D, g.Cue)
		if len(cue) == 0 {
			continue
		}
		m := marked{cue: cue[0], source: rangesOf(v.D, g.Source), content: rangesOf(v.D, g.Content)}
		m.head = headOf(v, m.cue)
		a.golds = append(a.golds, m)
		for _, r := range m.content {
			for i := r.First; i < r.End; i++ {
				a.inside[i] = true
			}
		}
	}
	return a
}

// headOf is the token of a cue that can head one and is nearest to the root.
func headOf(v *frame.View, r document.Range) int {
	best := -1
	for i := r.First; i < r.End; i++ {
		if !v.CueCandidate(i) {
			continue
		}
		if best < 0 || v.Depth[i] < v.Depth[best] {
			best = i
		}
	}
	if best < 0 {
		return r.First
	}
	// "according to": the preposition and not what it governs
	return best
}

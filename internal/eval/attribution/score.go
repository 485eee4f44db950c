package attribution

import (
	"slices"

	"sayso"
	"sayso/internal/document"
)

// tally counts right, predicted and gold, in shares of an annotator.
type tally struct{ hit, said, gold float64 }

func (t tally) f1() float64 {
	if t.said+t.gold == 0 {
		return 0
	}
	return 2 * t.hit / (t.said + t.gold)
}

func (t tally) precision() float64 { return share(t.hit, t.said) }
func (t tally) recall() float64    { return share(t.hit, t.gold) }

func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Score holds the tallies of cue, source, content and all three together.
type Score struct{ cue, source, content, all tally }

// Add scores the attributions of one reading against one annotator's, which
// counts as a share of 1/of.
func (s *Score) Add(said, gold []Gold, of int) {
	w := 1 / float64(max(of, 1))
	s.cue.add(pieces(said, cueOf), pieces(gold, cueOf), w)
	s.source.add(pieces(said, sourceOf), pieces(gold, sourceOf), w)
	s.content.add(pieces(said, contentOf), pieces(gold, contentOf), w)
	s.all.add(whole(said), whole(gold), w)
}

func cueOf(g Gold) []sayso.Span     { return g.Cue }
func sourceOf(g Gold) []sayso.Span  { return g.Source }
func contentOf(g Gold) []sayso.Span { return g.Content }

// pieces are the distinct spans of one part, each as one list of pieces.
func pieces(gs []Gold, part func(Gold) []sayso.Span) [][]sayso.Span {
	var out [][]sayso.Span
	for _, g := range gs {
		p := part(g)
		if len(p) > 0 && !slices.ContainsFunc(out, func(o []sayso.Span) bool { return slices.Equal(o, p) }) {
			out = append(out, p)
		}
	}
	return out
}

// whole lists cue, source and content of each attribution that has a cue and
// content, with a border between the parts.
func whole(gs []Gold) [][]sayso.Span {
	var out [][]sayso.Span
	for _, g := range gs {
		if len(g.Cue) > 0 && len(g.Content) > 0 {
			out = append(out, slices.Concat(g.Cue, []sayso.Span{{}}, g.Source, []sayso.Span{{}}, g.Content))
		}
	}
	return out
}

func (t *tally) add(said, gold [][]sayso.Span, w float64) {
	used := make([]bool, len(gold))
	for _, s := range said {
		for i, g := range gold {
			if !used[i] && slices.Equal(s, g) {
				used[i] = true
				t.hit += w
				break
			}
		}
	}
	t.said += w * float64(len(said))
	t.gold += w * float64(len(gold))
}

// Said is what the stage found, in the corpus's terms: the corpus lets a token
// be part of one attribution only, so of nested attributions the outermost is
// kept; the outlet around a source that spoke to it shares the source's cue and
// is left out, and so are passages that no cue of their own introduces.
func Said(d *document.Document) []Gold {
	wraps := make([]bool, len(d.Attributions))
	for _, a := range d.Attributions {
		if a.Parent >= 0 && sameCue(&d.Attributions[a.Parent], &a) {
			wraps[a.Parent] = true
		}
	}
	var out []Gold
	for i, a := range d.Attributions {
		if len(a.Cue) == 0 || wraps[i] || len(a.Content) == 0 || nested(d, wraps, i) {
			continue
		}
		out = append(out, Gold{spans(d, a.Cue), spans(d, a.Source), spans(d, a.Content)})
	}
	return out
}

// nested reports whether attribution i lies in the content of another; being
// inside the wrapper of its own cue does not count.
func nested(d *document.Document, wraps []bool, i int) bool {
	p := d.Attributions[i].Parent
	if p >= 0 && wraps[p] {
		p = d.Attributions[p].Parent
	}
	return p >= 0
}

func sameCue(a, b *document.Attribution) bool {
	return len(a.Cue) > 0 && len(b.Cue) > 0 && a.Cue[0] == b.Cue[0]
}

func spans(d *document.Document, rs []document.Range) []sayso.Span {
	var out []sayso.Span
	for _, r := range rs {
		out = append(out, d.SpanOf(r))
	}
	return Normal(out, d.Text)
}

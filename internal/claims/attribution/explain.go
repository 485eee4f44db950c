package attribution

import (
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// explain is the tree of reasons behind an attribution: the cue, who vouches,
// and the stance.
func explain(w *work, f frame.Frame, class frame.Class, a *document.Attribution, src who) *sayso.Explanation {
	cue := sayso.Because(w.words(f.Cue), fmt.Sprintf("the cue, which the lexicon or the tree reads as %q", string(class)))
	vouches := "the source puts the content forward as so"
	if !a.Vouches {
		vouches = "the cue says nothing of whether it is so: a wish, a plan, a question, or a saying that is negated or only possible"
	}
	kids := []*sayso.Explanation{cue, sayso.Because(string(a.Stance), vouches)}
	if src.why != nil {
		kids = append(kids, src.why)
	}
	return sayso.Because(src.name, "vouches for the words of the content", append(kids, f.Why...)...)
}

// words joins the words of ranges.
func (w *work) words(rs []document.Range) string {
	s := ""
	for i, r := range rs {
		if i > 0 {
			s += " … "
		}
		s += w.d.Words(r)
	}
	return s
}

// ordered sorts ranges and joins those that touch.
func ordered(rs []document.Range) []document.Range {
	slices.SortFunc(rs, func(a, b document.Range) int { return a.First - b.First })
	var out []document.Range
	for _, r := range rs {
		if n := len(out); n > 0 && r.First <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

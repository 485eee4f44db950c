package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// nest sets the parents: the smallest attribution whose content holds the cue.
func (w *work) nest() {
	for i := range w.out {
		if w.out[i].Parent >= 0 || w.beside[i] {
			continue
		}
		best, size := -1, 1<<30
		for j := range w.out {
			if i == j || w.beside[j] || w.heads[i] == w.heads[j] && sameCue(&w.out[i], &w.out[j]) {
				continue
			}
			if n := extent(w.out[j].Content); n < size && holds(w.out[j].Content, at(&w.out[i])) && !w.above(j, i) {
				best, size = j, n
			}
		}
		w.out[i].Parent = best
	}
	for i := range w.out {
		w.self(&w.out[i])
	}
}

// self names "I" and "we" inside somebody's words after who speaks; outside of
// any it is the author, whom the article leaves out.
func (w *work) self(a *document.Attribution) {
	if len(a.Source) != 1 || a.Source[0].Len() != 1 {
		return
	}
	switch strings.ToLower(w.d.Word(a.Source[0].First)) {
	case "i", "we":
	default:
		return
	}
	if a.Parent < 0 {
		a.Name, a.Named, a.ActorID = "", false, ""
		return
	}
	p := &w.out[a.Parent]
	a.Name, a.Named, a.ActorID, a.Kind = p.Name, p.Named, p.ActorID, p.Kind
}

// above reports whether attribution i is an ancestor of j.
func (w *work) above(j, i int) bool {
	for steps := 0; j >= 0 && steps <= len(w.out); j, steps = w.out[j].Parent, steps+1 {
		if j == i {
			return true
		}
	}
	return false
}

// at is the token by which an attribution lies in another: its cue, or its
// content where it has no words of its own.
func at(a *document.Attribution) int {
	if len(a.Cue) > 0 {
		return a.Cue[0].First
	}
	if len(a.Content) > 0 {
		return a.Content[0].First
	}
	return -1
}

func sameCue(a, b *document.Attribution) bool {
	return len(a.Cue) > 0 && len(b.Cue) > 0 && a.Cue[0] == b.Cue[0]
}

func holds(rs []document.Range, i int) bool {
	for _, r := range rs {
		if r.Has(i) {
			return true
		}
	}
	return false
}

func extent(rs []document.Range) int {
	n := 0
	for _, r := range rs {
		n += r.Len()
	}
	return n
}

// outletAround is the attribution of the outlet that a source spoke to. Its
// content is what the source said and that the source said it; the next
// attribution added is the inner one, whose parent it is.
func (w *work) outletAround(told who, inner *document.Attribution) document.Attribution {
	inner.Parent = len(w.out)
	content := append(append([]document.Range{}, inner.Source...), inner.Content...)
	return document.Attribution{Cue: inner.Cue, Source: []document.Range{told.words}, Content: ordered(content),
		Kind: told.kind, Name: told.name, Named: told.named, ActorID: told.id, Parent: -1,
		Stance: sayso.StanceAsserted, Vouches: true, Score: inner.Score,
		Why: sayso.Because(told.name, "the outlet that the source spoke to", told.why)}
}

package frame

import "sayso/internal/document"

// Finder finds the frames of a document. It is safe for concurrent use.
type Finder struct {
	Lex   *Lexicon
	model *Chooser // nil: rules alone
}

// NewFinder makes a finder; without a model it goes by rules alone.
func NewFinder(lex *Lexicon, model *Chooser) *Finder { return &Finder{lex, model} }

// Frames returns the frames of the document in the order of their cues.
func (f *Finder) Frames(v *View) []Frame {
	if f.model != nil {
		return f.chosen(v)
	}
	var out []Frame
	for i := range v.D.Tokens {
		if fr, ok := f.lightFrame(v, i); ok {
			out = append(out, fr)
			continue
		}
		if fr, ok := f.Lex.RuleFrame(v, i); ok {
			out = append(out, fr)
		}
	}
	return out
}

// lightFrame is the frame of a construction of verb and noun.
func (f *Finder) lightFrame(v *View, h int) (Frame, bool) {
	l, ok := LightAt(v, h)
	if !ok {
		return Frame{}, false
	}
	fr := Frame{Head: h, Cue: join(l.Cue), Content: l.Content, Score: 1}
	if src := v.Subject(h); src >= 0 && !overlaps(l.Content, v.Subtree(src)) {
		fr.Source = join(sourceSpan(v, src, h))
	}
	fr.Content = subtract(fr.Content, append(append([]document.Range{}, fr.Cue...), fr.Source...))
	return fr, true
}

func overlaps(rs []document.Range, o document.Range) bool {
	for _, r := range rs {
		if r.Touches(o) {
			return true
		}
	}
	return false
}

// ClassOf is what the cue at h does with its content: the construction it is
// part of or the lexicon's class of its lemma; false and [Say] where neither
// knows the word.
func (f *Finder) ClassOf(v *View, h int) (Class, bool) {
	if l, ok := LightAt(v, h); ok {
		return l.Class, true
	}
	if e, ok := f.Lex.Of(v.Lemma[h]); ok {
		return e.Class, true
	}
	if e, ok := f.Lex.Of(v.Word[h]); ok {
		return e.Class, true
	}
	return Say, false
}

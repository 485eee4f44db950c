package frame

import (
	"slices"

	"sayso"
	"sayso/internal/document"
)

// Frame is an attribution as words: which say so, whose they are, and what is
// said. Ranges of a part are in text order and do not touch; Source is empty
// where the text names nobody, Content where what is said lies elsewhere.
type Frame struct {
	Head    int // the cue's head token
	Cue     []document.Range
	Source  []document.Range
	Content []document.Range
	Score   float64              // 0 to 1
	Why     []*sayso.Explanation // reasons of the model, where it chose
}

// Class is what a cue does with what it introduces.
type Class string

// The classes of cue words in the lexicon.
const (
	Say    Class = "say"    // puts it forward as so
	Show   Class = "show"   // a document or a finding does
	Know   Class = "know"   // takes it for granted
	Think  Class = "think"  // holds it for likely
	Hedge  Class = "hedge"  // reportedly, is believed to
	Accuse Class = "accuse" // says that another did it
	Own    Class = "own"    // takes responsibility or admits
	Deny   Class = "deny"   // says that it is not so
	Want   Class = "want"   // wishes, plans, vows, orders: says nothing of what is so
	Ask    Class = "ask"    // asks
	Judge  Class = "judge"  // praises, condemns: takes its object for granted
)

// Part is the piece of the sentence that a rule proposes; Empty where none.
type Part = document.Range

// join sorts ranges, drops empty ones and merges those that touch or have only
// the same token border between them.
func join(rs ...document.Range) []document.Range {
	rs = slices.DeleteFunc(rs, document.Range.Empty)
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

// minus cuts hole out of r.
func minus(r, hole document.Range) []document.Range {
	if hole.Empty() || !r.Touches(hole) {
		return join(r)
	}
	return join(document.Range{First: r.First, End: hole.First}, document.Range{First: hole.End, End: r.End})
}

// hull is the smallest range that covers all.
func hull(rs ...document.Range) document.Range {
	var h document.Range
	for _, r := range rs {
		switch {
		case r.Empty():
		case h.Empty():
			h = r
		default:
			h = document.Range{First: min(h.First, r.First), End: max(h.End, r.End)}
		}
	}
	return h
}

package ui

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
)

// mark is a span of an article that is shown as something.
type mark struct {
	span  sayso.Span
	class string
	claim string // that it is the evidence of
	rank  int    // of marks of the same words the lower is around the others
	label string // said before the words to those who hear the page
	ref   string // number of the note that its words lead to
	note  string // name of the note in addresses
}

// piece is a run of text under the same marks, outermost first.
type piece struct {
	Text  string
	Open  []opened // elements that begin before it
	Ends  []opened // elements that end behind it
	Start int      // offset in the reading
}

// opened is an element around words.
type opened struct {
	Class, Claims, ID, Ref, Note string
	Label                        string // said before it
	Said                         bool   // what was said before it ends here
}

// element is the marks of one span and class: claims that rest on the same words.
type element struct {
	sayso.Span
	class, label, ref, note string
	rank                    int
	claims                  []string
	after, before           bool // it goes on from a part before, in one behind
}

// pieces cuts a part of a text at its marks so that elements nest: where two
// overlap, the one that starts later ends with the other and goes on behind it.
func pieces(text string, part sayso.Span, marks []mark) []piece {
	list := elements(part, marks)
	var out []piece
	var open []element
	at := part.Start
	ids := map[string]bool{}
	for {
		next := part.End
		if len(open) > 0 {
			next = min(next, open[len(open)-1].End)
		}
		if len(list) > 0 {
			next = min(next, max(at, list[0].Start))
		}
		if next > at {
			out = append(out, piece{Text: text[at:next], Start: at})
			at = next
		}
		switch {
		case len(open) > 0 && open[len(open)-1].End <= at:
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if len(out) > 0 {
				out[len(out)-1].Ends = append(out[len(out)-1].Ends, last.ended())
			}
		case len(list) > 0 && list[0].Start <= at && at < part.End:
			e := list[0]
			list = list[1:]
			if len(open) > 0 && e.End > open[len(open)-1].End {
				list = goesOn(list, &e, open[len(open)-1].End)
			}
			if e.End > at {
				open = append(open, e)
				out = append(out, piece{Open: []opened{e.opened(ids)}, Start: at})
			}
		default:
			return merged(out)
		}
	}
}

// goesOn cuts an element at an offset and puts what lies behind it among those
// to come.
func goesOn(list []element, e *element, at int) []element {
	rest := *e
	rest.Start, rest.after = at, true
	e.End, e.before = at, true
	i := 0
	for i < len(list) && list[i].under(&rest) < 0 {
		i++
	}
	return slices.Insert(list, i, rest)
}

// merged puts what opens before the text that follows.
func merged(list []piece) []piece {
	var out []piece
	var open []opened
	for _, p := range list {
		if p.Text == "" && len(p.Ends) == 0 {
			open = append(open, p.Open...)
			continue
		}
		p.Open = append(open, p.Open...)
		open = nil
		out = append(out, p)
	}
	return out
}

func (e *element) opened(ids map[string]bool) opened {
	o := opened{Class: e.class, Claims: strings.Join(e.claims, " ")}
	if e.after {
		return o
	}
	o.Label = e.label
	for _, c := range e.claims {
		if id := "c-" + c; !ids[id] && o.ID == "" && strings.HasPrefix(e.class, "said") || !ids[id] && o.ID == "" {
			o.ID = id
			ids[id] = true
		}
	}
	return o
}

// ended is what stands behind the element.
func (e *element) ended() opened {
	if e.before {
		return opened{}
	}
	return opened{Said: e.label != "", Ref: e.ref, Note: e.note}
}

// under orders elements: those that start first, of these the longer ones, of
// these those that are around the others.
func (e *element) under(o *element) int {
	return cmp.Or(e.Start-o.Start, o.End-e.End, e.rank-o.rank, strings.Compare(o.class, e.class))
}

// elements gathers marks of the same span and class within a part, longer ones
// and those that vouch before others that start there.
func elements(part sayso.Span, marks []mark) []element {
	var out []element
	for _, m := range marks {
		if m.span.Start >= part.End || m.span.End <= part.Start {
			continue
		}
		s := sayso.Span{Start: max(m.span.Start, part.Start), End: min(m.span.End, part.End)}
		i := slices.IndexFunc(out, func(e element) bool {
			return e.Span == s && e.class == m.class && e.label == m.label && (e.ref == "" || m.ref == "")
		})
		if i < 0 {
			out = append(out, element{Span: s, class: m.class, label: m.label, rank: m.rank, after: m.span.Start < part.Start, before: m.span.End > part.End})
			i = len(out) - 1
		}
		if m.ref != "" {
			out[i].ref, out[i].note = m.ref, m.note
		}
		if m.claim != "" && !slices.Contains(out[i].claims, m.claim) {
			out[i].claims = append(out[i].claims, m.claim)
		}
	}
	slices.SortStableFunc(out, func(a, b element) int { return a.under(&b) })
	return out
}

// paragraphs are the parts of a text between empty lines, from an offset on.
func paragraphs(text string, from int) []sayso.Span {
	var out []sayso.Span
	for at := from; at < len(text); {
		end := strings.Index(text[at:], "\n")
		if end < 0 {
			end = len(text) - at
		}
		if strings.TrimSpace(text[at:at+end]) != "" {
			out = append(out, sayso.Span{Start: at, End: at + end})
		}
		at += end + 1
	}
	return out
}

package ui

import (
	"slices"
	"strings"

	"sayso"
)

// mark is a span of an article that is shown as something.
type mark struct {
	span  sayso.Span
	class string
	claim string // that it is the evidence of
	depth int    // how many vouch, one inside the other
	value bool   // it is the words of a value, not the quote of a claim
}

// piece is a run of text under the same marks, outermost first.
type piece struct {
	Text  string
	Open  []opened // elements that begin before it
	Close int      // elements that end behind it
	Start int      // offset in the reading
}

// opened is an element around words.
type opened struct {
	Class, Claims, ID string
}

// element is the marks of one span and class: claims that rest on the same words.
type element struct {
	sayso.Span
	class  string
	claims []string
}

// pieces cuts a part of a text at its marks so that elements nest: where two
// overlap, the one that starts later is cut at the other's end.
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
			open = open[:len(open)-1]
			if len(out) > 0 {
				out[len(out)-1].Close++
			}
		case len(list) > 0 && list[0].Start <= at && at < part.End:
			e := list[0]
			list = list[1:]
			if len(open) > 0 {
				e.End = min(e.End, open[len(open)-1].End)
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

// merged puts what opens before the text that follows.
func merged(list []piece) []piece {
	var out []piece
	var open []opened
	for _, p := range list {
		if p.Text == "" && p.Close == 0 {
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
	for _, c := range e.claims {
		if id := "c-" + c; !ids[id] && o.ID == "" && strings.HasPrefix(e.class, "said") || !ids[id] && o.ID == "" {
			o.ID = id
			ids[id] = true
		}
	}
	return o
}

// elements gathers marks of the same span and class within a part, longer ones
// and those that vouch before others that start there.
func elements(part sayso.Span, marks []mark) []element {
	var out []element
	for _, m := range marks {
		if m.span.Start < part.Start || m.span.Start >= part.End {
			continue
		}
		s := sayso.Span{Start: m.span.Start, End: min(m.span.End, part.End)}
		i := slices.IndexFunc(out, func(e element) bool { return e.Span == s && e.class == m.class })
		if i < 0 {
			out = append(out, element{Span: s, class: m.class})
			i = len(out) - 1
		}
		if m.claim != "" && !slices.Contains(out[i].claims, m.claim) {
			out[i].claims = append(out[i].claims, m.claim)
		}
	}
	slices.SortStableFunc(out, func(a, b element) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		if a.End != b.End {
			return b.End - a.End
		}
		return strings.Compare(b.class, a.class)
	})
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

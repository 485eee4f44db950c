package gold

import (
	"strings"

	"sayso"
)

// Near finds where words stand in text for an incident: inside the clause that
// reports it where they stand there, else at the place nearest to it.
func Near(text, words, mention string) (sayso.Span, bool) {
	if words == "" {
		return sayso.Span{}, false
	}
	at := max(strings.Index(text, mention), 0)
	in := sayso.Span{Start: at, End: at + len(mention)}
	var best sayso.Span
	gap := -1
	for i := 0; ; {
		k := strings.Index(text[i:], words)
		if k < 0 {
			return best, gap >= 0
		}
		s := sayso.Span{Start: i + k, End: i + k + len(words)}
		i = s.End
		if g := distance(s, in); gap < 0 || g < gap {
			best, gap = s, g
		}
	}
}

// distance is the number of bytes between two spans, 0 where they touch.
func distance(a, b sayso.Span) int {
	return max(a.Start-b.End, b.Start-a.End, 0)
}

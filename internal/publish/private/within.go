package private

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// tagged finds tags and handles that hold a word of a name: "#justiceforsalem".
func (n *Names) tagged(s string, list []run) []hit {
	var out []hit
	for i, r := range list {
		if r.start == 0 || s[r.start-1] != '#' && s[r.start-1] != '@' {
			continue
		}
		if f, ok := n.inside(r.folded); ok {
			out = append(out, hit{start: r.start, end: r.end, first: i, n: 1, person: f.person, as: f.as})
		}
	}
	return out
}

// inside is the longest single word of a name, of five letters and more, that a
// word holds.
func (n *Names) inside(word string) (form, bool) {
	var best form
	for w, forms := range n.forms {
		if utf8.RuneCountInString(w) < 5 || !strings.Contains(word, w) {
			continue
		}
		for _, f := range forms {
			if len(f.words) == 1 && !f.keep && (best.words == nil || len(w) > len(best.words[0]) || len(w) == len(best.words[0]) && w < best.words[0]) {
				best = f
			}
		}
	}
	return best, best.words != nil
}

var link = regexp.MustCompile(`(?i)(?:\b[a-z][a-z0-9+.-]*://|\bwww\.)[^\s"<>“”]+`)

// linked finds addresses in words that name somebody, however they are written.
func (n *Names) linked(s string, list []run) []hit {
	var out []hit
	for k, at := range link.FindAllStringIndex(s, -1) {
		as := n.Address(s[at[0]:at[1]])
		if as == s[at[0]:at[1]] {
			continue
		}
		first, _ := slices.BinarySearchFunc(list, at[0], func(r run, start int) int { return r.start - start })
		end := first
		for end < len(list) && list[end].start < at[1] {
			end++
		}
		out = append(out, hit{start: at[0], end: at[1], first: first, n: end - first, person: -1 - k, as: as, plain: true})
	}
	return out
}

// initials takes an initial in front of a name into it where it is one of theirs:
// "M. Salem".
func (n *Names) initials(s string, list []run, hits []hit) []hit {
	for i := range hits {
		h := &hits[i]
		if k := h.first - 1; k >= 0 && list[k].capital && utf8.RuneCountInString(list[k].folded) == 1 && strings.TrimSpace(s[list[k].end:h.start]) == "." && strings.Contains(n.letters[h.person], list[k].folded) {
			h.start, h.first, h.n = list[k].start, k, h.n+1
		}
	}
	return hits
}

package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is text on one baseline in one column.
type line struct {
	text         string
	x0, x1, y    float64
	size         float64
	first, after bool // first of a column; a wide gap stands before it
}

// layout puts the pieces of a page into lines, in the order of reading. A page too
// short to show two columns has them where the page before had, if no piece
// crosses there; it returns where its own are, 0 for none.
func layout(segments []line, before float64) (lines []line, at float64) {
	gutter, two := gutter(segments)
	if !two && before > 0 && !slices.ContainsFunc(segments, func(s line) bool { return s.x0 < before && s.x1 > before }) {
		gutter, two = before, true
	}
	if !two {
		return column(segments), 0
	}
	var out, left, right []line
	flush := func() {
		out = append(append(out, column(left)...), column(right)...)
		left, right = nil, nil
	}
	for _, s := range segments {
		switch {
		case s.x1 <= gutter:
			left = append(left, s)
		case s.x0 >= gutter:
			right = append(right, s)
		default: // a headline across both
			flush()
			s.first = true
			out = append(out, s)
		}
	}
	flush()
	return out, gutter
}

// baselines joins signs that follow one another on a baseline, from top to
// bottom and left to right. A gap of two letters' height ends a piece.
func baselines(list []sign) []line {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b sign) int { return cmp.Compare(b.y, a.y) })
	var out []line
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[0].y-list[n].y < 0.4*max(list[0].size, 1) {
			n++
		}
		row := list[:n]
		list = list[n:]
		slices.SortStableFunc(row, func(a, b sign) int { return cmp.Compare(a.x, b.x) })
		out = append(out, pieces(row)...)
	}
	return out
}

// pieces puts spaces where there is room for one. A space that is shown counts
// where the next sign leaves any: a hyphen that is not needed may be drawn as a
// space without room.
func pieces(row []sign) []line {
	var out []line
	space := false
	for _, s := range row {
		if strings.TrimSpace(s.text) == "" {
			space = true
			continue
		}
		size := max(s.size, 1)
		n := len(out)
		if n == 0 || s.x-out[n-1].x1 >= 2*size {
			out = append(out, line{text: s.text, x0: s.x, x1: s.x + s.w, y: s.y, size: size})
			space = false
			continue
		}
		last := &out[n-1]
		if gap := s.x - last.x1; gap > 0.2*size || space && gap > 0.05*size {
			last.text += " "
		}
		last.text, last.x1, space = last.text+s.text, max(last.x1, s.x+s.w), false
	}
	return out
}

// gutter looks for a strip in the middle of the page that parts two columns:
// many pieces on each side, few across.
func gutter(list []line) (float64, bool) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range list {
		lo, hi = min(lo, s.x0), max(hi, s.x1)
	}
	best, at := 0, 0.0
	for i := 30; i <= 70; i++ {
		x := lo + (hi-lo)*float64(i)/100
		left, right, across := 0, 0, 0
		for _, s := range list {
			switch {
			case s.x1 <= x:
				left++
			case s.x0 >= x:
				right++
			default:
				across++
			}
		}
		if score := min(left, right) - 3*across; left >= 4 && right >= 4 && score > best {
			best, at = score, x
		}
	}
	return at, best > 0
}

// column joins the pieces of each baseline and notes wide gaps.
func column(list []line) []line {
	var out []line
	for _, s := range list {
		if n := len(out); n > 0 && math.Abs(out[n-1].y-s.y) < 0.4*s.size {
			out[n-1].text += " " + s.text
			out[n-1].x1 = s.x1
			continue
		}
		out = append(out, s)
	}
	var gaps []float64
	for i := 1; i < len(out); i++ {
		gaps = append(gaps, out[i-1].y-out[i].y)
	}
	slices.Sort(gaps)
	for i := range out {
		if i == 0 {
			out[i].first = true
		} else if out[i-1].y-out[i].y > 1.4*gaps[(len(gaps)-1)/2] || math.Abs(out[i-1].size-out[i].size) > 1 {
			out[i].after = true
		}
	}
	return out
}

// trim leaves out what stands on the first or last two baselines of half of the
// pages or more, and of two at least, numbers aside: headers, footers, page numbers. Pages are
// pieces from top to bottom.
func trim(pages [][]line) [][]line {
	seen := map[string]int{}
	for _, p := range pages {
		mine := map[string]bool{}
		for i := range p {
			if atEdge(p, i) {
				mine[shape(p[i].text)] = true
			}
		}
		for s := range mine {
			seen[s]++
		}
	}
	var out [][]line
	for _, p := range pages {
		var kept []line
		for i := range p {
			if n := seen[shape(p[i].text)]; !atEdge(p, i) || n < 2 || 2*n < len(pages) {
				kept = append(kept, p[i])
			}
		}
		out = append(out, kept)
	}
	return out
}

// atEdge reports whether fewer than two other baselines stand above a piece,
// or below it.
func atEdge(p []line, i int) bool {
	count := func(step int) (n int) {
		y := p[i].y
		for k := i + step; k >= 0 && k < len(p) && n < 2; k += step {
			if math.Abs(p[k].y-y) > 0.4*p[i].size {
				n, y = n+1, p[k].y
			}
		}
		return n
	}
	return count(-1) < 2 || count(1) < 2
}

// shape is a line without its numbers.
func shape(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, text)), " ")
}

// compose writes lines as paragraphs. A paragraph goes on in the next column
// or page if it does not end with a sentence there.
func compose(pages [][]line) string {
	var b strings.Builder
	for _, p := range pages {
		for _, l := range p {
			text := strings.Join(strings.Fields(l.text), " ")
			so := b.String()
			switch {
			case so == "":
			case l.after, l.first && ended(so):
				b.WriteString("\n\n")
			case hyphenated(so, text):
				b.Reset()
				b.WriteString(strings.TrimRight(so, "-\u2010\u00ad"))
			default:
				b.WriteByte(' ')
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

func ended(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”’)`))
	return strings.ContainsRune(".!?:", r)
}

// hyphenated reports whether a word was parted at the line's end.
func hyphenated(before, next string) bool {
	stem := strings.TrimRight(before, "-\u2010\u00ad")
	ok := len(stem) < len(before)
	last, _ := utf8.DecodeLastRuneInString(stem)
	first, _ := utf8.DecodeRuneInString(next)
	return ok && unicode.IsLetter(last) && unicode.IsLower(first)
}

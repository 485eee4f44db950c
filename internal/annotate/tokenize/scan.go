package tokenize

import (
	"strings"

	"sayso/internal/document"
)

// scanner cuts chunks (runs of non-space characters) into tokens.
type scanner struct {
	text string
	out  []document.Token
}

func (s *scanner) emit(from, to int) {
	if from < to {
		s.out = append(s.out, document.Token{Start: int32(from), End: int32(to)})
	}
}

// chunk cuts text[i:end].
func (s *scanner) chunk(i, end int) {
	if a, z, ok := address(s.text, i, end); ok {
		s.pieces(i, a)
		s.emit(a, z)
		i = z
	}
	s.pieces(i, end)
}

// pieces cuts text[i:end], which holds no address, from left to right.
func (s *scanner) pieces(i, end int) {
	start := i
	for i < end {
		r, n := runeAt(s.text, i)
		switch c := classOf(r); {
		case c == letter || c == digit:
			i = s.word(i, end)
		case r == '.' && i+1 < end && isDigit(s.text[i+1]) && i == start:
			i = s.word(i, end)
		default:
			to := s.symbol(i, i+n, end)
			s.emit(i, to)
			i = to
		}
	}
}

// symbol returns where the mark at i ends; next is where its first rune ends.
// Runs of one mark are one token (..., --, !!), quotation marks of one byte are
// taken in pairs, a face is one token, marks and joiners stay with their base.
func (s *scanner) symbol(i, next, end int) int {
	t := s.text
	c := t[i]
	if n := clitic(t, i, end); n > 0 && i > 0 && !isSpace(last(t, i)) && s.follows(i) {
		return i + n
	}
	if n := face(t[i:end]); n > 0 {
		return i + n
	}
	switch c {
	case '.', '-', '*', '_', '=', '~', '#', '+':
		return runOf(t, i, end, c, c)
	case '!', '?':
		return runOf(t, i, end, '!', '?')
	case '\'', '`', '<', '>':
		if next < end && t[next] == c {
			return next + 1
		}
		return next
	}
	if c < 128 {
		return next
	}
	return cluster(t, next, end)
}

// follows reports whether the previous token ends at i.
func (s *scanner) follows(i int) bool {
	return len(s.out) > 0 && int(s.out[len(s.out)-1].End) == i
}

func last(t string, i int) rune { r, _ := runeBefore(t, i); return r }

func runOf(t string, i, end int, a, b byte) int {
	for i < end && (t[i] == a || t[i] == b) {
		i++
	}
	return i
}

// cluster extends a symbol over the joiners, selectors, modifiers and joined
// symbols that make one sign of it.
func cluster(t string, i, end int) int {
	for i < end {
		r, n := runeAt(t, i)
		switch {
		case r == '\u200d' && i+n < end:
			_, m := runeAt(t, i+n)
			i += n + m
		case r == '\ufe0f' || r == '\ufe0e' || r == '\u20e3' || 0x1f3fb <= r && r <= 0x1f3ff || 0x300 <= r && r <= 0x36f:
			i += n
		default:
			return i
		}
	}
	return i
}

// faces are the emoticons taken whole, longest first.
var faces = []string{":-)", ":-(", ";-)", ":-D", ":-P", ":'(", "^_^", ":)", ":(", ";)", ":D", ":P", "=)", "<3"}

// face returns the length of the emoticon that t is, or 0. It has to fill the
// rest of the chunk.
func face(t string) int {
	if len(t) > 3 {
		return 0
	}
	for _, f := range faces {
		if t == f {
			return len(f)
		}
	}
	return 0
}

// address finds an address of the web or of mail in the chunk text[i:end]:
// where it starts and ends, without brackets and marks around it.
func address(t string, i, end int) (int, int, bool) {
	chunk := t[i:end]
	if end-i < 5 || end-i > 2048 {
		return 0, 0, false
	}
	from := i
	if k := strings.Index(chunk, "://"); k >= 0 {
		for k > 0 && isAlpha(chunk[k-1]) {
			k--
		}
		from = i + k
	} else if k := strings.Index(chunk, "www."); k >= 0 {
		from = i + k
	} else if k := strings.IndexByte(chunk, '@'); k > 0 && strings.IndexByte(chunk[k:], '.') > 0 {
		for from < end && strings.IndexByte("(<[\"'“,:;", t[from]) >= 0 {
			from++
		}
	} else {
		return 0, 0, false
	}
	to := from
	for to < end && strings.IndexByte("<>\"|{}", t[to]) < 0 && t[to] < 128 {
		to++
	}
	for to > from && strings.IndexByte(".,;:!?)]'*", t[to-1]) >= 0 {
		to--
	}
	return from, to, to-from >= 5
}

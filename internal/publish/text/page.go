package text

import (
	"bufio"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// Styles of words, as ANSI codes.
const (
	bold    = "1"
	dim     = "2"
	heading = "1;36"
	quoted  = "3"
	alert   = "33"
)

// page writes lines of at most width columns.
type page struct {
	out     *bufio.Writer
	width   int
	color   bool
	explain bool
	several bool // articles, so that incidents name theirs
	titles  map[string]*sayso.ArticleRecord
}

// style marks every word of s, so that a line can break between them.
func (p *page) style(code, s string) string {
	s = plainLine(s)
	if !p.color || s == "" {
		return s
	}
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = "\x1b[" + code + "m" + w + "\x1b[0m"
	}
	return strings.Join(words, " ")
}

// plainLine puts s on one line without control and invisible characters.
func plainLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || r == '\u202a' || r == '\u202b' || r == '\u202d' || r == '\u202e' || r == '\u2066' || r == '\u2067' {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// columns is the printed width of a word: runes, styles and combining marks
// left out, wide East Asian letters twice.
func columns(word string) int {
	n, escape := 0, false
	for _, r := range word {
		switch {
		case escape:
			escape = r != 'm'
		case r == '\x1b':
			escape = true
		case unicode.Is(unicode.Mn, r):
		case r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60):
			n += 2
		default:
			n++
		}
	}
	return n
}

// wrap writes words after first; further lines start with rest. Words that
// are longer than a line stand on a line of their own.
func (p *page) wrap(first, rest, words string) {
	line, used := first, columns(first)
	empty := true
	for word := range strings.FieldsSeq(words) {
		n := columns(word)
		if !empty && used+1+n > p.width {
			p.line(line)
			line, used, empty = rest, columns(rest), true
		}
		if !empty {
			line += " "
			used++
		}
		line += word
		used += n
		empty = false
	}
	p.line(line)
}

func (p *page) line(s string) {
	_, _ = p.out.WriteString(strings.TrimRight(s, " "))
	_ = p.out.WriteByte('\n')
}

func (p *page) blank() { _ = p.out.WriteByte('\n') }

// label is the left column, as wide as [labelWidth].
func (p *page) label(name string) string {
	pad := strings.Repeat(" ", max(labelWidth-utf8.RuneCountInString(name), 1))
	return indent + p.style(dim, name) + pad
}

const (
	indent     = "  "
	labelWidth = 12
)

// field writes one line of a record.
func (p *page) field(name, value string) {
	if value == "" {
		return
	}
	p.wrap(p.label(name), indent+strings.Repeat(" ", labelWidth), value)
}

// shorten cuts a long quote at a word.
func shorten(s string, limit int) string {
	s = plainLine(s)
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	r := []rune(s)[:limit]
	for i := len(r) - 1; i > limit/2; i-- {
		if r[i] == ' ' {
			return string(r[:i]) + " …"
		}
	}
	return string(r) + "…"
}

package temporal

import (
	"strings"

	"sayso/internal/lexicon/numeral"
)

// readFigures fills w for a token that begins with a figure: a number, an
// ordinal, a year, a decade, a clock time, a date in figures.
func readFigures(text string, w *word) {
	if n := numeral.Look(text); n.Kind != numeral.None && n.Value < 1e6 {
		w.n = int32(n.Value)
		switch {
		case n.Kind == numeral.Ordinal:
			w.is = isOrdinal
		case strings.ContainsAny(text, "."):
			w.is = isNumber
			if clock, rest := clockOf(text, '.'); rest == "" && clock >= 0 {
				w.y, w.m, w.code = int16(clock/60), int16(clock%60), "dot"
			}
		default:
			w.is = isNumber | isDigits
			if len(text) == 4 && w.n >= 1000 && w.n <= 2150 {
				w.is |= isYear
			}
		}
		return
	}
	if strings.HasSuffix(text, "s") {
		readDecade(strings.TrimRight(text[:len(text)-1], "'’"), w)
		return
	}
	if clock, rest := clockOf(text, ':'); clock >= 0 && rest == "" {
		w.is, w.y, w.m = isClock, int16(clock/60), int16(clock%60)
		return
	}
	if n, rest := leading(text); n >= 0 && (rest == "am" || rest == "pm" || rest == "a.m." || rest == "p.m.") && n <= 12 {
		w.is, w.y = isClock, int16(n%12)
		if rest[0] == 'p' {
			w.y += 12
		}
		return
	}
	readDate(text, w)
}

// readDecade reads "1990" or "90" of a token "1990s".
func readDecade(text string, w *word) {
	if n, rest := leading(text); n >= 0 && rest == "" && n%10 == 0 && (len(text) == 4 && n >= 1000 && n < 2200 || len(text) == 2) {
		w.is, w.n = isDecade, int32(n)
	}
}

// readShortDecade reads "'80s" and "'98".
func readShortDecade(text string, w *word) {
	rest := strings.TrimLeft(text, "'‘’")
	if len(rest) == 3 && rest[2] == 's' && rest[0] >= '0' && rest[0] <= '9' {
		readDecade(rest[:2], w)
	}
	if n, more := leading(rest); n >= 0 && more == "" && len(rest) == 2 {
		w.is, w.n = isYear, int32(1900+n)
		if n < 30 {
			w.n += 100
		}
	}
}

// leading reads the figures at the start of s; -1 where there are none or too many.
func leading(s string) (int, string) {
	n, i := 0, 0
	for i < len(s) && i < 8 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 {
		return -1, s
	}
	return n, s[i:]
}

// clockOf reads hours and minutes, as minutes after midnight; -1 where s is no clock time.
func clockOf(s string, sep byte) (int, string) {
	h, rest := leading(s)
	if h < 0 || h > 24 || len(rest) < 3 || rest[0] != sep {
		return -1, s
	}
	m, more := leading(rest[1:])
	if m < 0 || m > 59 || len(rest)-1-len(more) != 2 {
		return -1, s
	}
	if len(more) == 3 && more[0] == sep { // seconds
		if sec, end := leading(more[1:]); sec >= 0 && sec < 60 {
			more = end
		}
	}
	return h*60 + m, more
}

// readDate reads 2019-01-27, 01/27/2019, 27.01.2019.
func readDate(text string, w *word) {
	a, rest := leading(text)
	if a < 0 || len(rest) < 2 || (rest[0] != '-' && rest[0] != '/' && rest[0] != '.') {
		return
	}
	sep := rest[0]
	b, rest := leading(rest[1:])
	if b < 0 || len(rest) < 2 || rest[0] != sep {
		return
	}
	c, rest := leading(rest[1:])
	if c < 0 || (rest != "" && rest[0] != 'T') {
		return
	}
	setDate(a, b, c, sep, w)
}

// setDate decides which of three numbers is the year, the month and the day:
// with dots the day is first, with slashes the month unless it cannot be.
func setDate(a, b, c int, sep byte, w *word) {
	switch {
	case a > 31 && valid(a, b, c):
		w.is, w.y, w.m, w.d = isISO, int16(a), int16(b), int16(c)
	case c < 100:
		c += 2000
		if c > 2050 {
			c -= 100
		}
		fallthrough
	default:
		if sep == '.' || a > 12 {
			a, b = b, a
		}
		if valid(c, a, b) {
			w.is, w.y, w.m, w.d = isISO, int16(c), int16(a), int16(b)
		}
	}
}

func valid(y, m, d int) bool {
	return y >= 1000 && y <= 2200 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

// hyphened reports whether a date in figures cut at its hyphens stands at
// token i: 2019 - 01 - 27.
func (p *parser) hyphened(i int) bool {
	return p.is(i+1, litHyphen) && p.is(i+3, litHyphen) && p.at(i+2).has(isDigits) && p.glued(i+1) && p.glued(i+2) && p.glued(i+3) && p.glued(i+4)
}

// figures reads a hyphened date, and the time of day that ISO 8601 glues to it.
func (p *parser) figures(i int) (expr, bool) {
	e := blank(formCalendar, i)
	last, rest := leading(p.d.Word(i + 4))
	var w word
	if last < 0 || rest != "" && rest[0] != 'T' {
		return e, false
	}
	setDate(int(p.at(i).n), int(p.at(i+2).n), last, '-', &w)
	if w.is == 0 {
		return e, false
	}
	e.y, e.m, e.d, e.End = int(w.y), int(w.m), int(w.d), i+5
	if rest != "" {
		e.clock, _ = clockOf(strings.TrimRight(rest[1:], "Z"), ':')
	}
	return e, true
}

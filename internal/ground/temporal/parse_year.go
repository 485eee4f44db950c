package temporal

import (
	"strings"

	"sayso/internal/lexicon/numeral"
)

// yearFits reports whether four figures stand where a year does.
func (p *parser) yearFits(i int) bool {
	w := p.at(i)
	if w.n < 1500 || w.n > 2100 {
		return false
	}
	prev, next := p.at(i-1), p.at(i+1)
	if prev.lit == litDollar || prev.lit == litThan || prev.is&(isMod|isNumber|isVague) != 0 && !prev.has(isYear) {
		return false
	}
	if next.is&(isUnits|isNumber) != 0 || next.has(isDigits) {
		return false
	}
	switch prev.lit {
	case litIn, litSince, litOf, litUntil, litBy, litBefore, litAfter, litDuring, litThrough, litFrom, litBetween, litOpen, litFiscal, litThe:
		return i+1 >= p.end || prev.lit == litOpen || !countedNoun(p.d.Word(i+1)) || prev.lit == litSince || prev.lit == litUntil ||
			prev.lit == litThe && w.n > 1900 && w.n%100 > 0 && !crowd(p.d.Word(i+1))
	}
	if prev.is&(isBound|isMonth|isSeason|isOrdinal) != 0 || p.is(i-1, litHyphen) || p.is(i-1, litAnd) || p.is(i-1, litComma) {
		return i+1 >= p.end || !isLetter(p.d.Word(i + 1)[0]) || next.lit != 0
	}
	if i > p.first && prev.lit == 0 && prev.is == 0 && p.capital(i-1) && !p.is(i+1, litDot) {
		return false // Orion 1980
	}
	return i+1 >= p.end || next.lit == litClose || next.lit == litComma || next.lit == litDot || next.lit == litPossessive || next.has(isSeason) ||
		!countedNoun(p.d.Word(i+1))
}

// countedNoun reports whether w looks like the plural of a noun, as in "2000 men".
func countedNoun(w string) bool {
	if c := w[0]; c < 'a' || c > 'z' {
		return false
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && w != "was" && w != "is" && w != "has" && w != "as" || crowd(w)
}

// crowd reports whether w is a plural without an -s.
func crowd(w string) bool {
	return w == "people" || w == "men" || w == "women" || w == "children" || w == "percent" || w == "police"
}

// yearTail takes "1990 and beyond", "1990-91".
func (p *parser) yearTail(e expr) expr {
	if p.is(e.End, litHyphen) && p.glued(e.End) {
		if n := p.at(e.End + 1); n.has(isDigits) && (n.has(isYear) && int(n.n) > e.y || len(p.d.Word(e.End+1)) == 2 && int(n.n) > e.y%100) {
			e.d2 = int(n.n)
			if e.d2 < 100 {
				e.d2 += e.y / 100 * 100
			}
			e.End += 2
		}
	}
	return e
}

// spelledYear reads "nineteen ninety-six" and "two thousand".
func (p *parser) spelledYear(i int) (expr, bool) {
	w := p.at(i)
	if w.n == 2 && w.has(isNumber) && !w.has(isDigits) && p.is(i-1, litYear) {
		if n, ok := numeral.Read(p.d, i, p.end); ok && n.Value >= 2000 && n.Value < 2100 {
			e := blank(formCalendar, i)
			e.y, e.End = n.Int(), n.End
			return e, true
		}
	}
	if !w.has(isNumber) || w.has(isDigits) || (w.n != 18 && w.n != 19 && w.n != 20) {
		return expr{}, false
	}
	n, ok := numeral.Read(p.d, i+1, min(p.end, i+4))
	if !ok || n.Ordinal || n.Digits || n.Value < 10 || n.Value > 99 || p.at(n.End).is&(isUnit|isUnits) != 0 || w.n == 20 && n.Value < 10 {
		return expr{}, false
	}
	e := blank(formCalendar, i)
	e.y, e.End = int(w.n)*100+n.Int(), n.End
	return e, true
}

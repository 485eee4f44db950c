package temporal

import "strings"

// plural reads "recent weeks", "the past years", "these days", "weeks" before "ago" or after "for".
func (p *parser) plural(i int, f *phrase) (expr, bool) {
	w := p.at(f.head)
	e := blank(formDuration, i)
	e.unit, e.End, e.n, e.vague = w.unit, f.head+1, 2, true
	switch {
	case f.det == litThese && w.unit == day:
		e.form, e.code = formRef, "PRESENT"
		return e, true
	case f.rel != nil && f.det == 0 && f.rel.rel > 0 && !f.rel.has(isPrev):
		e.form, e.code = formRef, "FUTURE"
		return e, true
	case f.rel != nil:
		e.dir, e.past = int(f.rel.rel), true
		return e, e.dir != 0
	case f.det == litThe && p.is(e.End, litAhead):
		e.dir, e.past, e.End = 1, true, e.End+1
		return e, true
	case f.det != 0:
		return e, false
	}
	if d, ok := p.direction(e); ok {
		return d, true
	}
	switch p.at(i - 1).lit {
	case litFor, litIn, litWithin, litAfter:
		return e, w.unit != second
	}
	return e, false
}

// duration reads a number of units and what may tie it to a day: "ago",
// "earlier", "from now"; "the past two weeks".
func (p *parser) duration(i int, f *phrase, u unit) (expr, bool) {
	e := blank(formDuration, i)
	e.unit, e.n, e.n2, e.half, e.vague, e.End = u, f.num, f.num2, f.half, f.vague, f.head+1
	if f.rel != nil {
		e.dir, e.past = int(f.rel.rel), true
		if f.rel.has(isPrev) {
			e.anchor = fromMention
		}
		return e, true
	}
	if p.is(e.End, litHyphen) && p.is(e.End+1, litOld) || p.is(e.End, litOld) {
		return e, false // an age
	}
	if p.is(e.End, litHyphen) && p.is(e.End+1, litLong) {
		e.End += 2
		return e, true
	}
	if p.is(e.End, litAnd) && p.is(e.End+1, litA) && p.is(e.End+2, litHalf) {
		e.half, e.End = true, e.End+3
	}
	if d, ok := p.direction(e); ok {
		return d, true
	}
	if f.det == litA {
		if f.fiscal || u == quarter || p.is(f.head-1, litTrading) {
			return e, false
		}
		if e.half {
			return e, true
		}
		return p.aUnit(e)
	}
	return e, !(u == second && f.det != 0)
}

// aUnit decides whether "a year" is a rate, a stretch of time or neither.
func (p *parser) aUnit(e expr) (expr, bool) {
	prev := p.at(e.First - 1)
	if prev.is&isNumber != 0 || prev.lit == litPer || e.First > p.first && rated(p.d.Word(e.First-1)) {
		e.form, e.code = formSet, ""
		return e, true
	}
	switch prev.lit {
	case litFor, litIn, litWithin, litAfter, litThan, litAbout, litNearly, litOf, litBy, litEvery:
		return e, e.unit >= minute
	}
	if l := p.at(e.End).lit; e.unit >= hour && (l == litAfter || l == litBefore) {
		return e, true // a day after the attack
	}
	return e, prev.has(isMod) && prev.mod != 0 || e.unit >= week && !p.followed(e.End)
}

// followed reports whether "a week" stands before another word of its phrase: "a year marked by".
func (p *parser) followed(i int) bool {
	return p.is(i, litOf) || p.is(i, litHyphen) || p.is(i, litPossessive)
}

// closes reports whether nothing follows at token i that "before" could govern.
func (p *parser) closes(i int) bool {
	return i >= p.end || p.is(i, litComma) || p.is(i, litDot)
}

// governs reports whether "before" or "after" has its noun or clause at token i, so
// that nothing is counted from the day last spoken of: "the day after the vote",
// but "the day after and".
func (p *parser) governs(i int) bool {
	if p.closes(i) || !isLetter(p.d.Word(i)[0]) {
		return false
	}
	switch strings.ToLower(p.d.Word(i)) {
	case "and", "or", "but", "in", "at", "on", "by", "with", "for", "from", "outside", "near", "when", "as":
		return false
	}
	return true
}

func rated(w string) bool {
	switch w {
	case "million", "billion", "times", "once", "twice", "%", "percent", "dollars", "people", "cents":
		return true
	}
	return false
}

// direction takes "ago", "earlier", "later", "before", "after", "from now".
func (p *parser) direction(e expr) (expr, bool) {
	j := e.End
	if p.is(j, litHyphen) && p.at(j+1).code == "ago" {
		j++
	}
	w := p.at(j)
	if !w.has(isDir) || (w.lit == litBefore || w.lit == litAfter) && !p.closes(j+1) { // two days after the attack
		if p.is(j, litFrom) && p.is(j+1, litNow) {
			e.form, e.dir, e.End = formOffset, 1, j+2
			return e, true
		}
		if p.is(j, litAhead) && !p.is(j+1, litOf) {
			e.dir, e.past, e.End = 1, true, j+1
			return e, true
		}
		return e, false
	}
	e.form, e.End = formOffset, j+1
	switch w.code {
	case "ago":
		e.dir = -1
	case "hence":
		e.dir = 1
	case "earlier", "before":
		e.dir, e.anchor = -1, fromMention
	default:
		e.dir, e.anchor = 1, fromMention
		e.End, e.tail = j, 1
	}
	return e, true
}

// halfUnit reads "half an hour", "a half-hour", "half a century"; the value is
// in the next smaller unit.
func (p *parser) halfUnit(i int) (expr, bool) {
	j := i
	if p.is(j, litA) {
		j++
	}
	if !p.is(j, litHalf) {
		return expr{}, false
	}
	if j++; p.is(j, litHyphen) || p.is(j, litA) && j == i+1 {
		j++
	}
	w := p.at(j)
	if j < i+2 || !w.has(isUnit) {
		return expr{}, false
	}
	e := blank(formDuration, i)
	e.End = j + 1
	switch w.unit {
	case minute:
		e.unit, e.n = second, 30
	case hour:
		e.unit, e.n = minute, 30
	case day:
		e.unit, e.n = hour, 12
	case year:
		e.unit, e.n = month, 6
	case decade:
		e.unit, e.n = year, 5
	case century:
		e.unit, e.n = year, 50
	default:
		return e, false
	}
	if d, ok := p.direction(e); ok {
		return d, true
	}
	return e, true
}

// andHalf steps over "and a half" after a number, with or without hyphens.
func (p *parser) andHalf(i int) int {
	j, words := i, 0
	for ; words < 3; j++ {
		if p.is(j, litHyphen) {
			continue
		}
		if l := p.at(j).lit; words == 0 && l != litAnd || words == 1 && l != litA || words == 2 && l != litHalf {
			return i
		}
		words++
	}
	if p.is(j, litHyphen) {
		j++
	}
	return j
}

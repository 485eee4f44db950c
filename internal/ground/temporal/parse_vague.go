package temporal

import "strings"

// deictic reads "yesterday", "the day before yesterday", "now", "the past", "recently".
func (p *parser) deictic(i int) (expr, bool) {
	w := p.at(i)
	e := blank(formOffset, i)
	e.unit, e.End = day, i+1
	switch {
	case w.has(isDay):
		e.n, e.hasRel = int(w.n), true
		return e, true
	case w.has(isTonight):
		e.part, e.hasRel = "NI", true
		return e, true
	case w.has(isOvernight):
		e.part, e.n, e.hasRel, e.past = "NI", -1, true, true
		if d, ok := p.core(i + 1); ok && d.isDay() && d.part == "" {
			d.First, d.part, d.past = i, "NI", true
			return d, true
		}
		return e, true
	case w.lit == litThe:
		return p.theDay(i)
	}
	return p.reference(i)
}

// theDay reads what "the" begins: the day before yesterday, the next day, the
// same day, the past, the future.
func (p *parser) theDay(i int) (expr, bool) {
	e := blank(formOffset, i)
	e.unit = day
	a, b := p.at(i+1), p.at(i+2)
	switch {
	case a.lit == litDay && (b.lit == litBefore || b.lit == litAfter):
		if !p.at(i+3).has(isDay) && p.governs(i+3) {
			e.form, e.n, e.End = formDuration, 1, i+2 // the day after the vote
			return e, true
		}
		e.n, e.anchor, e.End = -1, fromMention, i+3
		if b.lit == litAfter {
			e.n = 1
		}
		if c := p.at(i + 3); c.has(isDay) {
			e.n += int(c.n)
			e.anchor, e.End = fromReference, i+4
		}
		return e, true
	case a.has(isNounRef) && b.is&(isUnit|isUnits|isNumber|isVague|isMonth|isWeekday|isSeason|isOrdinal|isPart) == 0 && b.code != "N":
		if b.lit == 0 && i+2 < p.end && isLetter(p.d.Word(i + 2)[0]) && !p.is(i-1, litIn) && !p.is(i-1, litFrom) {
			return e, false
		}
		e.form, e.code, e.End = formRef, a.code, i+2
		return e, true
	case a.has(isNear) && (b.has(isNounRef) || p.is(i+2, litTerm)):
		e.form, e.code, e.End = formRef, "FUTURE", i+3
		return e, true
	case p.is(i+1, litNext) && p.is(i+2, litDay), a.has(isPrev) && p.is(i+2, litDay):
		e.n, e.anchor, e.End = int(a.rel), fromMention, i+3
		return e, true
	}
	return e, false
}

// reference reads a vague time: "now", "recently", "recent months".
func (p *parser) reference(i int) (expr, bool) {
	w := p.at(i)
	e := blank(formRef, i)
	e.code, e.End = w.code, i+1
	switch {
	case w.has(isRef):
		before, after := p.at(i-1), p.at(i+1)
		if w.code == "FUTURE" && (before.lit == litAs && after.lit == litAs || after.lit == litAfter) {
			return e, false // as soon as, soon after
		}
		if before.lit == litRight || before.lit == litMore && w.code == "PAST" {
			e.First--
		}
		return e, true
	case w.has(isAdjRef):
		n := p.at(i + 1)
		if n.has(isUnits) {
			e.End = i + 2
			if n.unit < year {
				e.unit = n.unit
			}
			if w.code == "PAST" && n.unit != year && n.unit != day {
				e.form, e.dir, e.vague, e.n, e.unit, e.past = formDuration, -1, true, 2, n.unit, true
			}
			return e, true
		}
		if n.is&(isUnit|isSeason) != 0 {
			return e, false
		}
		return e, true
	}
	return e, false
}

// set reads "every month", "each of the past three years" not, "daily", "every two weeks".
func (p *parser) set(i int) (expr, bool) {
	w := p.at(i)
	e := blank(formSet, i)
	e.n, e.End = 1, i+1
	if w.has(isFreq) {
		e.unit, e.code = w.unit, "freq"
		return e, true
	}
	j := i + 1
	if p.is(j, litOther) {
		e.n, j = 2, j+1
	}
	if n, ok := p.numberAt(j); ok {
		e.n, j = n.Int(), n.End
	} else if p.at(j).has(isVague) {
		e.vague, j = true, j+1
	}
	h := p.at(j)
	e.End = j + 1
	switch {
	case h.is&(isUnit|isUnits) != 0 && h.unit != second:
		e.unit = h.unit
		return e, true
	case h.has(isWeekday):
		e.code, e.weekday = "W", int(h.weekday)
		return p.setPart(e), true
	case h.has(isMonth):
		e.code, e.m = "M", int(h.month)
		return e, true
	case h.is&(isPart|isNight) != 0:
		e.unit, e.part = day, partOf(h)
		return e, true
	case h.has(isSeason):
		e.code, e.part = "S", h.code
		return e, true
	}
	return e, false
}

// setPart takes "nights" after "Tuesday" and "Fridays".
func (p *parser) setPart(e expr) expr {
	if w := p.at(e.End); w.is&(isPart|isNight) != 0 {
		e.part, e.End = partOf(w), e.End+1
	}
	return e
}

// holiday reads the longest name of a holiday and a year after it.
func (p *parser) holiday(i int) (expr, bool) {
	for k := range p.lx.holidays[strings.ToLower(p.d.Word(i))] {
		h := &p.lx.holidays[strings.ToLower(p.d.Word(i))][k]
		if !p.spells(i+1, h.words) {
			continue
		}
		e := blank(formHoliday, i)
		e.holiday, e.End = h, i+1+len(h.words)
		if p.at(e.End).has(isYear) {
			e.y, e.End = int(p.at(e.End).n), e.End+1
		} else if w := p.at(e.End + 2); p.beforeNoun(e.End) && (p.is(e.End+1, litOf) || p.is(e.End+1, litIn)) && w.has(isYear) {
			e.y = int(w.n) // the Easter Sunday bombings of 2019
			return e, true
		}
		return p.ofYear(e), true
	}
	return expr{}, false
}

// spells reports whether the words stand at token i, in any letter case.
func (p *parser) spells(i int, words []string) bool {
	for k, w := range words {
		if i+k >= p.end || !strings.EqualFold(strings.ReplaceAll(p.d.Word(i+k), "’", "'"), w) {
			return false
		}
	}
	return true
}

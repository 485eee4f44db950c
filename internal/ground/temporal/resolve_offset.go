package temporal

import "sayso"

// offset resolves what is counted in units from a day: yesterday, last week,
// two years ago, the next day.
func (l *line) offset(e *expr, t tense) answer {
	from := l.origin(e)
	if a, ok := l.quarterBefore(e); ok {
		return a
	}
	if e.unit == quarter && e.anchor == fromMention && l.quarter > 0 {
		from = dayOf(l.quarter/12, l.quarter%12+1, 1)
	} else if e.unit == quarter && e.anchor == fromMention && !t.future() && from.Known() {
		from = shift(from, quarter, -1) // reports are on the quarter that has ended
	}
	if !from.Known() {
		a := unknown
		a.value = openValue(e)
		return a
	}
	if l.small && e.part == "NI" && e.n == 0 && e.anchor == fromReference {
		from--
	}
	if e.dir != 0 {
		return l.distance(e, from)
	}
	if e.unit == weekend {
		return l.weekendOf(e, from, t)
	}
	d := shift(from, e.unit, e.n)
	lo, hi := bounds(d, e.unit)
	a := span(lo, hi, precisionOf(e.unit), unitValue(d, e.unit))
	switch {
	case e.unit == day && e.past: // overnight
		a.hi = lo + 1
		a.prec = sayso.PrecisionRange
	case e.past && e.n < 0: // the past year
		a.lo, a.hi, a.prec = d, from, sayso.PrecisionRange
	case e.n == 0 && e.anchor == fromReference && e.unit > day && !t.future() && e.bound == 0:
		a.hi = max(lo, min(hi, l.ref))
	}
	return a
}

// quarterBefore reads "a year earlier" in a report on a quarter as the same
// quarter of the year before.
func (l *line) quarterBefore(e *expr) (answer, bool) {
	if e.unit != year || l.quarter == 0 || l.block > l.quarterBlock+2 || e.vague || e.n*max(e.dir, -1) == 0 || !(e.dir < 0 && e.n == 1 && e.mod == 0 || e.dir == 0 && e.n == -1 && e.anchor == fromMention) {
		return answer{}, false
	}
	lo := addMonths(dayOf(l.quarter/12, l.quarter%12+1, 1), -12)
	a := span(lo, addMonths(lo, 3)-1, sayso.PrecisionRange, unitValue(lo, quarter))
	a.single = false
	return a, true
}

// weekendOf resolves "the weekend" and "last weekend".
func (l *line) weekendOf(e *expr, from sayso.Day, t tense) answer {
	d := weekStart(from) + 5
	switch {
	case e.hasRel && e.rel < 0 || e.n < 0:
		if from < d+2 {
			d -= 7
		}
	case e.hasRel && e.rel > 0:
		if from >= d {
			d += 7
		}
	case from < d && !t.future() && !(e.hasRel && t == tenseOpen):
		d -= 7
	}
	return span(d, d+1, sayso.PrecisionRange, unitValue(d, weekend))
}

// distance resolves "two years ago", "three days later". The interval is as
// wide as the words are loose: a day is a day, "two months ago" is half a month
// to either side, "nearly a year ago" lies within a quarter of a year after
// that day, "more than a year ago" before it.
func (l *line) distance(e *expr, from sayso.Day) answer {
	if e.unit < day {
		a := span(from, from, sayso.PrecisionDay, from.String())
		a.single = false
		return a
	}
	n := e.dir * max(e.n, 1)
	d := shift(from, e.unit, n)
	if e.half {
		d += sayso.Day(e.dir * length(e.unit) / 2)
	}
	value := unitValue(d, e.unit)
	a := span(d, d, precisionOf(e.unit), value)
	if e.vague {
		return l.vagueDistance(e, from)
	}
	if e.unit == year && e.anchor == fromMention && from == l.mention && l.whole && e.mod == 0 {
		a.lo, a.hi = bounds(d, year) // in 1976 … three years later
		return a
	}
	slack := sayso.Day(length(e.unit) / 2)
	step := sayso.Day(e.dir)
	switch e.mod {
	case '-':
		a.hi = d - step*slack/2
		if e.unit == day {
			a.hi = d - step
		}
	case '>':
		a.hi = d + step*sayso.Day(length(e.unit))
	case '<':
		a.hi = from
	default:
		if e.unit == day && e.mod != '~' {
			return a
		}
		a.lo, a.hi = d-max(slack, 1), d+max(slack, 1)
		if e.unit == week && e.mod == 0 {
			a.lo, a.hi = d-3, d+3
		}
	}
	if a.hi < a.lo {
		a.lo, a.hi = a.hi, a.lo
	}
	if e.dir < 0 && from == l.ref {
		a.hi = min(a.hi, from)
	}
	a.prec = sayso.PrecisionRange
	return a
}

// vagueDistance resolves "several years ago", "days later": from the least the
// word can mean, open beyond where nothing bounds it.
func (l *line) vagueDistance(e *expr, from sayso.Day) answer {
	d := shift(from, e.unit, e.dir*max(e.n, 1))
	a := span(d, d, sayso.PrecisionRange, "PAST_REF")
	if e.dir > 0 {
		a.value = "FUTURE_REF"
		a.lo, a.hi = from+1, shift(from, e.unit, 9)
	} else {
		a.lo = shift(from, e.unit, -9)
		if e.unit >= year {
			a.lo = sayso.NoDay
		}
	}
	a.single = false
	return a
}

// duration resolves a stretch of time; only one that is tied to the day of
// writing has an interval.
func (l *line) duration(e *expr) answer {
	a := unknown
	a.kind, a.value = "DURATION", durationValue(e)
	from := l.origin(e)
	if e.dir == 0 || !from.Known() {
		return a
	}
	n := e.n
	if e.n2 > 0 {
		n = e.n2
	}
	if e.vague {
		n = 9
	}
	d := from
	if e.unit >= day {
		d = shift(from, e.unit, e.dir*n)
	} else if e.unit == hour {
		d = from + sayso.Day(e.dir*((n+23)/24))
	}
	a.lo, a.hi, a.prec = min(d, from), max(d, from), sayso.PrecisionRange
	if e.vague && e.dir < 0 {
		a.lo = fewBefore(from, e.unit)
	}
	return a
}

// few is how many units "the past few days" and "recent weeks" reach back.
const few = 5

// fewBefore is the day on which a stretch begins that is told by a few units up
// to a day: five of them, of hours the day before.
func fewBefore(d sayso.Day, u unit) sayso.Day {
	if u < day {
		return d - 1
	}
	return shift(d, u, -few)
}

// season resolves "last summer", "the winter of 1994".
func (l *line) season(e *expr, t tense) answer {
	y := e.y
	if y == 0 && l.ref.Known() {
		y, _, _ = civil(l.ref)
		lo, hi := seasonBounds(y, e.code)
		switch {
		case e.unit == year && e.hasRel:
			y += e.rel
		case e.hasRel && e.rel < 0 && l.ref <= hi:
			y--
		case e.hasRel && e.rel > 0 && l.ref >= lo:
			y++
		case !e.hasRel && l.ref < lo && !t.future():
			y--
		}
	}
	if y == 0 {
		a := unknown
		a.value = "XXXX-" + e.code
		return a
	}
	lo, hi := seasonBounds(y, e.code)
	return span(lo, hi, sayso.PrecisionSeason, pad(y, 4)+"-"+e.code)
}

// quarterOf resolves "the third quarter", "the first half of 1990".
func (l *line) quarterOf(e *expr, t tense) answer {
	size, letter := 3, "-Q"
	if e.form == formHalf {
		size, letter = 6, "-H"
	}
	y := e.y
	if y > 0 && e.n == 0 { // the 1988 quarter
		e.n = max(l.quarter%12/3+1, 1)
	}
	if y == 0 && l.ref.Known() {
		var m int
		y, m, _ = civil(l.ref)
		switch {
		case e.hasRel:
			y += e.rel
		case (e.n-1)*size+1 > m && !t.future():
			y--
		}
	}
	if y == 0 {
		a := unknown
		a.value = "XXXX" + letter + pad(e.n, 1)
		return a
	}
	lo := dayOf(y, (e.n-1)*size+1, 1)
	return span(lo, addMonths(lo, size)-1, sayso.PrecisionRange, pad(y, 4)+letter+pad(e.n, 1))
}

// holidayOf resolves a holiday: the one at or before the day of writing, or
// the next one where the words look ahead.
func (l *line) holidayOf(e *expr, t tense) answer {
	h := e.holiday
	y := e.y
	if y == 0 && l.ref.Known() {
		ry, _, _ := civil(l.ref)
		y = ry
		first := h.in(ry)
		switch {
		case e.hasRel && e.unit == year:
			y += e.rel
		case first.Known() && first > l.ref && (t.past() || e.hasRel && e.rel < 0):
			y--
		case first.Known() && first < l.ref && (t.future() || e.hasRel && e.rel > 0):
			y++
		}
	}
	d := sayso.NoDay
	if y > 0 || h.rule == "day" {
		d = h.in(y)
	}
	if !d.Known() {
		a := unknown
		a.value = "XXXX"
		return a
	}
	a := span(d, d+sayso.Day(h.days-1), sayso.PrecisionDay, d.String())
	if h.days > 1 {
		a.prec = sayso.PrecisionRange
	}
	return a
}

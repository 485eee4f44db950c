package temporal

import "sayso"

// nth reads "the first week of May", "the last day of 1998", "the second
// Friday in June": one unit of a stretch that is itself a date.
func (p *parser) nth(i int) (expr, bool) {
	j := i
	if p.is(j, litThe) {
		j++
	}
	order := p.at(j)
	n := int(order.n)
	switch {
	case order.lit == litLast:
		n = none
	case !order.has(isOrdinal) || n < 1 || n > 31:
		return expr{}, false
	}
	if p.is(j+1, litFull) {
		j++
	}
	w := p.at(j + 1)
	weekday := w.has(isWeekday)
	if !weekday && (!w.has(isUnit) || w.unit < day || w.unit > month) || !p.is(j+2, litOf) && !p.is(j+2, litIn) {
		return expr{}, false
	}
	was := p.bounding
	p.bounding = true
	in, ok := p.core(j + 3)
	p.bounding = was
	if !ok || in.isDay() || !in.stretch() {
		return expr{}, false
	}
	e := blank(formNth, i)
	e.n, e.unit, e.within, e.End = n, w.unit, &in, in.End
	if weekday {
		e.weekday, e.unit = int(w.weekday), week
	}
	return e, true
}

// stretch reports whether the expression names a month, a year or another
// calendar unit that has weeks and days.
func (e *expr) stretch() bool {
	switch e.form {
	case formCalendar:
		return e.weekday == none
	case formOffset:
		return e.unit > week && e.dir == 0
	case formSeason, formQuarter, formHalf, formDecade, formHoliday:
		return true
	}
	return false
}

// nthOf resolves the n-th unit of a stretch, the last where n is none.
func (l *line) nthOf(e *expr, t tense) answer {
	in := l.resolve(e.within, t)
	if !in.lo.Known() || !in.hi.Known() {
		a := unknown
		a.value = openValue(e)
		return a
	}
	var lo, hi sayso.Day
	switch {
	case e.weekday != none && e.n == none:
		lo = in.hi - sayso.Day((int(in.hi.Weekday())-e.weekday+7)%7)
		hi = lo
	case e.weekday != none:
		lo = in.lo + sayso.Day((e.weekday-int(in.lo.Weekday())+7)%7+7*(e.n-1))
		hi = lo
	case e.n == none:
		hi = in.hi
		lo = shift(hi+1, e.unit, -1)
	default:
		lo = shift(in.lo, e.unit, e.n-1)
		hi = shift(lo, e.unit, 1) - 1
	}
	if lo > in.hi || lo < in.lo { // May has no thirtieth week
		a := unknown
		a.value = openValue(e)
		return a
	}
	hi = min(hi, in.hi)
	if lo == hi {
		return span(lo, hi, sayso.PrecisionDay, lo.String())
	}
	return span(lo, hi, sayso.PrecisionRange, unitValue(lo+(hi-lo)/2, e.unit))
}

package temporal

import (
	"sayso"
	"sayso/internal/document"
)

// line is the time line of a document while it is read: where "yesterday" and
// "the next day" are counted from.
type line struct {
	ref       sayso.Day // day of writing; NoDay where unknown
	mention   sayso.Day // the first day of the date last spoken of
	day       sayso.Day // the single day last spoken of
	past      sayso.Day // the same, not after the day of writing
	quarter   int       // months since year 0 of the quarter last spoken of; 0 for none
	year      int       // the year that the block last named with a date
	yearBlock int       // the block that named it
	yearFirm  bool      // it was the year of a day
	whole     bool      // the date last spoken of was a whole year
	small     bool      // written in the small hours: "tonight" began the day before
	block     int       // the block that is being read

	quarterBlock int // the block that named the quarter
	dayBlock     int // the block that named the day
	story        story
}

// origin is the day that an expression is counted from.
func (l *line) origin(e *expr) sayso.Day {
	switch {
	case e.anchor == fromMention && e.unit <= week && l.day > l.ref && (e.dir < 0 || e.n < 0) && l.past.Known():
		return l.past // they will meet on Monday; a day earlier he left
	case e.anchor == fromMention && e.unit <= week && l.day.Known():
		return l.day
	case e.anchor == fromMention && e.unit > week && l.mention.Known():
		return l.mention
	}
	return l.ref
}

// answer is what an expression stands for.
type answer struct {
	lo, hi sayso.Day
	prec   sayso.Precision
	kind   string
	value  string
	single bool // a date of its own right, which later words may count from
}

var unknown = answer{lo: sayso.NoDay, hi: sayso.NoDay, prec: sayso.PrecisionUnknown}

// resolve gives the value and the interval of an expression in its context.
func (l *line) resolve(e *expr, tense tense) answer {
	var a answer
	switch e.form {
	case formCalendar:
		a = l.calendar(e, tense)
	case formOffset:
		a = l.offset(e, tense)
	case formDuration:
		a = l.duration(e)
	case formSet:
		a = unknown
		a.kind, a.value = "SET", setValue(e)
	case formRef:
		a = l.vague(e.code)
		if e.code == "PAST" && e.unit >= day && a.hi.Known() {
			a.lo = fewBefore(a.hi, e.unit)
		}
	case formSeason:
		a = l.season(e, tense)
	case formQuarter, formHalf:
		a = l.quarterOf(e, tense)
	case formDecade:
		a = span(dayOf(e.n, 1, 1), dayOf(e.n+9, 12, 31), sayso.PrecisionDecade, decadeValue(e.n))
	case formCentury:
		a = span(dayOf(e.n*100-99, 1, 1), dayOf(e.n*100, 12, 31), sayso.PrecisionRange, pad(e.n-1, 2))
	case formHoliday:
		a = l.holidayOf(e, tense)
	case formNth:
		a = l.nthOf(e, tense)
	case formClock:
		a = l.clockOnly()
	}
	switch {
	case e.tail > 0:
		a.kind, a.value = "DURATION", durationValue(e)
	case a.kind == "":
		a.kind = "DATE"
	}
	return l.finish(e, a)
}

// span is an answer with both ends known.
func span(lo, hi sayso.Day, prec sayso.Precision, value string) answer {
	return answer{lo: lo, hi: hi, prec: prec, value: value, single: true}
}

// finish adds clock and part of day, narrows by "early", "end of", and
// remembers what was spoken of.
func (l *line) finish(e *expr, a answer) answer {
	if a.single && a.lo.Known() {
		l.remember(e, a)
	}
	if e.clock != none || e.part != "" && e.form != formSet {
		a.kind = "TIME"
		if e.clock != none {
			a.value += clockValue(e.clock)
			if e.zone == universal {
				a.value += "Z"
			}
			a.prec = sayso.PrecisionHour
		} else {
			a.value += "T" + e.part
		}
	}
	if e.spelled != nil {
		if b := l.resolve(e.spelled, tensePast); b.hi.Known() && a.lo.Known() && b.hi >= a.lo {
			a.hi, a.prec = b.hi, sayso.PrecisionRange
		}
	}
	if e.bound != 0 && a.lo.Known() && a.hi > a.lo {
		l.narrow(e, &a)
	}
	return a
}

func (l *line) remember(e *expr, a answer) {
	l.whole = e.form == formCalendar && e.m == 0 && e.weekday == none
	switch {
	case a.prec == sayso.PrecisionDay || e.isDay():
		l.mention, l.day, l.dayBlock = a.lo, a.lo, l.block
		if l.ref.Known() && a.lo <= l.ref {
			l.past = a.lo
		}
	case e.form == formCalendar && e.m > 0, e.form == formOffset && e.unit >= week && e.unit <= month:
		l.mention = a.lo
	case e.form == formCalendar && e.y > 0:
		l.mention = a.lo
	}
	if e.form == formQuarter {
		y, m, _ := civil(a.lo)
		l.quarter, l.quarterBlock = y*12+m-1, l.block
	}
}

// narrow takes the early, middle or late third of a stretch; "earlier this
// month" ends and "later this month" begins at the day of writing.
func (l *line) narrow(e *expr, a *answer) {
	n := a.hi - a.lo + 1
	third := n / 3
	a.prec = sayso.PrecisionRange
	switch e.bound {
	case 'e':
		a.hi = a.lo + third - 1
	case 'm':
		a.lo, a.hi = a.lo+third, a.hi-third
	case 'l':
		a.lo = a.hi - third + 1
	case 'E':
		if l.ref.Known() && l.ref >= a.lo && l.ref < a.hi {
			a.hi = l.ref
		}
	case 'L':
		if l.ref.Known() && l.ref > a.lo && l.ref <= a.hi {
			a.lo = l.ref
		}
	}
	a.hi = max(a.hi, a.lo)
}

// calendar resolves a date with some of its parts given.
func (l *line) calendar(e *expr, t tense) answer {
	if e.y == 0 && e.hasRel && e.unit == year && l.ref.Known() {
		y, _, _ := civil(l.ref)
		e.y = y + e.rel
	}
	switch {
	case e.y > 0 && e.m > 0 && e.d > 0:
		return l.fullDate(e, e.y)
	case e.y > 0 && e.m > 0:
		lo, hi := bounds(dayOf(e.y, e.m, 1), month)
		return span(lo, hi, sayso.PrecisionMonth, pad(e.y, 4)+"-"+pad(e.m, 2))
	case e.y > 0:
		hi := dayOf(e.y, 12, 31)
		if e.d2 > e.y {
			return span(dayOf(e.y, 1, 1), dayOf(e.d2, 12, 31), sayso.PrecisionRange, pad(e.y, 4))
		}
		return span(dayOf(e.y, 1, 1), hi, sayso.PrecisionYear, pad(e.y, 4))
	case e.m > 0:
		return l.monthOpen(e, t)
	}
	return l.weekdayOf(e, t)
}

func (l *line) fullDate(e *expr, y int) answer {
	d := min(e.d, daysIn(y, e.m))
	lo := dayOf(y, e.m, d)
	a := span(lo, lo, sayso.PrecisionDay, lo.String())
	if e.d2 > 0 && e.m2 > 0 {
		a.hi, a.prec = dayOf(y, e.m2, min(e.d2, daysIn(y, e.m2))), sayso.PrecisionRange
	}
	if e.unit == week {
		a.lo, a.hi = bounds(lo, week)
		a.prec, a.value = sayso.PrecisionWeek, weekValue(lo)
	}
	return a
}

// monthOpen resolves a month, or a day of a month, whose year is not given.
func (l *line) monthOpen(e *expr, t tense) answer {
	y := l.openYear(e, t)
	if y == 0 {
		a := unknown
		a.value = "XXXX-" + pad(e.m, 2)
		if e.d > 0 {
			a.value += "-" + pad(e.d, 2)
		}
		return a
	}
	if e.d > 0 {
		return l.fullDate(e, y)
	}
	lo, hi := bounds(dayOf(y, e.m, 1), month)
	return span(lo, hi, sayso.PrecisionMonth, pad(y, 4)+"-"+pad(e.m, 2))
}

// weekdayOf resolves "Friday": the last one at or before the day of writing,
// or the next one where the words look ahead.
func (l *line) weekdayOf(e *expr, t tense) answer {
	ref := l.origin(e)
	if !ref.Known() && l.day.Known() && l.block <= l.dayBlock+maxGap && !e.hasRel {
		return l.weekdayNear(e)
	}
	if !ref.Known() {
		a := unknown
		a.value = "XXXX-WXX-" + pad((e.weekday+6)%7+1, 1)
		return a
	}
	back := sayso.Day((int(ref.Weekday()) - e.weekday + 7) % 7)
	d := ref - back
	switch {
	case e.hasRel && e.rel > 0 || !e.hasRel && t == tenseSurelyFuture && back != 0:
		d += 7
	case e.hasRel && e.rel == 0:
		if t != tensePast && t != tenseSurelyPast && back != 0 {
			d += 7
		}
	case e.hasRel && back == 0:
		d -= 7
	}
	return span(d, d, sayso.PrecisionDay, d.String())
}

// maxGap is how many blocks after a date a weekday may count from it in a text
// whose day of writing is unknown.
const maxGap = 2

// weekdayNear resolves a weekday by the day last spoken of: the nearest one.
func (l *line) weekdayNear(e *expr) answer {
	d := l.day + sayso.Day((e.weekday-int(l.day.Weekday())+7)%7)
	if d-l.day > 3 {
		d -= 7
	}
	return span(d, d, sayso.PrecisionDay, d.String())
}

// vague gives the open intervals of "recently", "now" and "soon".
func (l *line) vague(code string) answer {
	a := unknown
	a.value = code + "_REF"
	if !l.ref.Known() {
		return a
	}
	switch code {
	case "PAST":
		a.hi = l.ref
	case "PRESENT":
		a.lo, a.hi = l.ref, l.ref
	case "FUTURE":
		a.lo = l.ref
	}
	a.prec = sayso.PrecisionRange
	return a
}

// clockOnly resolves a time of day that names no day: on the day that the same
// block has spoken of, or one right before it, else on the day of writing.
func (l *line) clockOnly() answer {
	d := l.ref
	if l.day.Known() && (l.dayBlock == l.block || l.day <= l.ref && l.block <= l.dayBlock+maxGap) {
		d = l.day
	}
	if !d.Known() {
		a := unknown
		a.value = "XXXX-XX-XX"
		return a
	}
	return answer{lo: d, hi: d, prec: sayso.PrecisionDay, value: d.String()}
}

// layer is what is kept of an answer.
func (a *answer) layer(d *document.Document, e *expr) document.Time {
	span := d.SpanOf(e.Range)
	return document.Time{Range: e.Range, Kind: a.kind, Value: a.value, When: sayso.When{
		Earliest: a.lo, Latest: a.hi, Precision: a.prec, Clock: clockWords(e), Words: span.In(d.Text), Span: span}}
}

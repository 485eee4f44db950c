package temporal

import "sayso/internal/lexicon/numeral"

// isClockAt reports whether a clock time starts at token i.
func (p *parser) isClockAt(i int) bool {
	_, ok := p.clock(i)
	return ok
}

// clock reads "10 p.m.", "9:25 a.m. EST", "noon", "14:30 GMT", "0600 hours", "five o'clock".
func (p *parser) clock(i int) (expr, bool) {
	w := p.at(i)
	e := blank(formClock, i)
	switch {
	case w.has(isClock) || w.has(isNumber) && w.code == "dot" && p.clockMark(i+1):
		e.clock, e.End = int(w.y)*60+int(w.m), i+1
	case w.has(isDigits) && p.spacedClock(i):
		e.clock, e.End = int(w.n)*60+int(p.at(i+2).n), i+3
	case w.has(isNumber) && w.n <= 12 && p.at(i+1).has(isAmPm):
		e.clock, e.End = int(w.n)*60, i+1
	case w.has(isDigits) && p.at(i+1).unit == hour && len(p.d.Word(i)) == 4 && w.n%100 < 60 && w.n <= 2400:
		e.clock, e.End = int(w.n)/100*60+int(w.n)%100, i+2
	case w.has(isNumber) && w.n >= 1 && w.n <= 12 && p.is(i+1, litOClock):
		e.clock, e.End = int(w.n)*60, i+2
	case w.has(isNumber) && w.n >= 1 && w.n <= 12 && p.inPart(i+1) > 0:
		e.clock, e.End = int(w.n)*60, i+1
	case p.fourFigures(i) && (p.at(i+1).has(isZone) || p.is(i+1, litOpen) && p.fourFigures(i+2) && p.at(i+3).has(isZone) || p.is(i-1, litAt) || p.is(i+1, litLocal)):
		e.clock, e.End = int(w.n)/100*60+int(w.n)%100, i+1
	default:
		return e, false
	}
	p.halfDay(&e)
	if p.at(e.End).unit == hour && w.has(isClock) && e.clock != 0 {
		e.End++
	}
	p.zone(&e)
	return e, true
}

// fourFigures reports whether hours and minutes stand at token i as they are
// told by the military: 0600, 1619.
func (p *parser) fourFigures(i int) bool {
	w := p.at(i)
	return w.has(isDigits) && len(p.d.Word(i)) == 4 && w.n%100 < 60 && w.n <= 2400
}

// spacedClock reports a clock time cut apart: "9 : 25", "9. 25 a. m.".
func (p *parser) spacedClock(i int) bool {
	m := p.at(i + 2)
	return p.at(i).n <= 24 && (p.is(i+1, litColon) || p.is(i+1, litDot)) && m.has(isDigits) && m.n < 60 && len(p.d.Word(i+2)) == 2 && p.clockMark(i+3)
}

// clockMark reports whether the word at i makes clear that a clock time precedes.
func (p *parser) clockMark(i int) bool {
	w := p.at(i)
	return w.has(isAmPm) || w.has(isZone) || w.unit == hour || p.splitAmPm(i) > 0
}

// splitAmPm returns 4 or 3 where "a. m." stands in pieces at token i, else 0.
func (p *parser) splitAmPm(i int) int {
	if i+2 >= p.end {
		return 0
	}
	a, b := p.d.Word(i), p.d.Word(i+1)
	if (a == "a." || a == "p.") && (b == "m." || b == "m") {
		return 2
	}
	if i+3 < p.end && (a == "a" || a == "p") && b == "." && p.d.Word(i+2) == "m" {
		if p.d.Word(i+3) == "." {
			return 4
		}
		return 3
	}
	return 0
}

// inPart returns how many tokens "in the morning" has where it stands at token
// i after a clock time, else 0.
func (p *parser) inPart(i int) int {
	if p.is(i, litIn) && p.is(i+1, litThe) && p.at(i+2).has(isPart) && p.at(i+2).code != "MI" {
		return 3
	}
	return 0
}

// halfDay takes "a.m." or "p.m.".
func (p *parser) halfDay(e *expr) {
	add := none
	if w := p.at(e.End); w.has(isAmPm) {
		add = int(w.n)
		e.End++
	} else if k := p.splitAmPm(e.End); k > 0 {
		add = 0
		if p.d.Word(e.End)[0] == 'p' {
			add = 12
		}
		e.End += k
	} else if k := p.inPart(e.End); k > 0 && e.clock < 13*60 {
		add = 0
		if w := p.at(e.End + k - 1); w.code != "MO" {
			add = 12
		}
		e.End += k
	}
	if add != none && e.clock < 13*60 {
		e.clock = e.clock%(12*60) + add*60
	}
}

// zone takes "EST", "local time", "Eastern time".
func (p *parser) zone(e *expr) {
	if p.is(e.End, litOpen) && p.at(e.End+1).has(isZone) && p.is(e.End+2, litClose) {
		e.zone = p.at(e.End + 1).code
		e.End += 3
		return
	}
	if w := p.at(e.End); w.has(isZone) && p.d.Word(e.End) != "et" {
		e.zone = w.code
		e.End++
	}
	if p.is(e.End, litLocal) && p.is(e.End+1, litTime) {
		e.End += 2
	}
}

// clockDay takes the day after a clock time: "10 p.m. Wednesday", "noon on
// Thursday", "5 p.m. EST, Nov. 6".
func (p *parser) clockDay(e expr) expr {
	j := e.End
	if p.is(j, litComma) && e.zone != "" || p.is(j, litOn) {
		j++
	}
	if d, ok := p.core(j); ok && d.isDay() && d.spelled == nil && d.d2 == 0 {
		d.First, d.clock, d.zone = e.First, e.clock, e.zone
		return d
	}
	return e
}

// dayClock takes the part of the day or the clock time after a day: "Friday
// evening", "yesterday at 10 p.m.", and the day after a part: "morning of 3 May".
func (p *parser) dayClock(e expr) expr {
	if !e.isDay() || e.part != "" || e.clock != none || e.d2 > 0 {
		return e
	}
	j := e.End
	if p.at(j).has(isNight) && p.d.Word(j) == "nights" && e.weekday != none && e.m == 0 {
		e.form, e.code, e.part, e.End = formSet, "W", "NI", j+1
		return e
	}
	if p.at(j).has(isBound) && p.at(j+1).is&(isPart|isNight) != 0 {
		j++
	}
	if w := p.at(j); w.has(isPart) || w.has(isNight) && w.code == "N" && p.d.Word(j) != "nights" {
		e.part, e.End = partOf(w), j+1
	}
	j = e.End
	if p.is(j, litAt) {
		j++
		if p.at(j).mod == '~' {
			j++
		}
	}
	if c, ok := p.stampClock(e, j); ok {
		e.clock, e.End = c, j+3
		p.zone(&e)
		return e
	}
	if c, ok := p.clock(j); ok && (j > e.End || !p.at(j).has(isYear)) {
		e.clock, e.zone, e.End = c.clock, c.zone, c.End
	}
	return e
}

// stampClock reads the time of day that follows a whole date, cut at its colon
// and without "a.m.": "March 12, 2013 02: 03".
func (p *parser) stampClock(e expr, i int) (int, bool) {
	h, m := p.at(i), p.at(i+2)
	if e.y == 0 || e.d == 0 || !h.has(isDigits) || h.n > 24 || !p.is(i+1, litColon) || !m.has(isDigits) || m.n > 59 || len(p.d.Word(i+2)) != 2 || p.clockMark(i+3) {
		return 0, false
	}
	return int(h.n)*60 + int(m.n), true
}

// partOf gives the TIMEX3 letters of a part of the day.
func partOf(w *word) string {
	if w.has(isNight) {
		return "NI"
	}
	return w.code
}

// numberAt reads a number for a unit: figures, words or a hyphened range.
func (p *parser) numberAt(i int) (numeral.Number, bool) {
	w := p.at(i)
	if !w.has(isNumber) && w.lit != litA && w.lit != litHalf {
		return numeral.Number{}, false
	}
	n, ok := numeral.Read(p.d, i, p.end)
	if !ok || n.Ordinal || n.Value > 1e5 {
		return n, false
	}
	return n, true
}

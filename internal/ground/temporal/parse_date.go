package temporal

// calendar reads dates in words and figures.
func (p *parser) calendar(i int) (expr, bool) {
	w := p.at(i)
	switch {
	case w.has(isISO):
		e := blank(formCalendar, i)
		e.y, e.m, e.d, e.End = int(w.y), int(w.m), int(w.d), i+1
		return e, true
	case w.has(isDigits) && p.hyphened(i):
		return p.figures(i)
	case w.has(isWeekday):
		return p.weekday(i)
	case w.has(isWeekdays):
		e := blank(formSet, i)
		e.code, e.weekday, e.End = "W", int(w.weekday), i+1
		return p.setPart(e), true
	case w.has(isMonth):
		return p.month(i)
	case w.has(isOrdinal) || w.has(isDigits) && w.n >= 1 && w.n <= 31:
		if e, ok := p.dayMonth(i); ok {
			return e, true
		}
		return p.century(i)
	case w.has(isDecade):
		if p.is(i-1, litIts) && w.n < 100 {
			return expr{}, false // in his 50s
		}
		e := blank(formDecade, i)
		e.n, e.End = decadeStart(int(w.n)), i+1
		return e, true
	case w.lit == litThe:
		return p.afterThe(i)
	case w.lit == litFiscal:
		return p.fiscal(i)
	case w.lit == litYear && p.at(i+1).has(isYear):
		e := blank(formCalendar, i+1)
		e.y, e.End, e.First = int(p.at(i+1).n), i+2, i
		return e, true
	}
	if w.has(isYear) && p.yearFits(i) {
		e := blank(formCalendar, i)
		e.y, e.End = int(w.n), i+1
		return p.yearTail(e), true
	}
	return expr{}, false
}

// decadeStart gives the first year of "1990s" or "90s".
func decadeStart(n int) int {
	switch {
	case n >= 1000:
		return n
	case n >= 30:
		return 1900 + n
	}
	return 2000 + n
}

// afterThe reads what follows "the" in a date: the 5th of May, the 1980s, the
// year 2000, the 20th century.
func (p *parser) afterThe(i int) (expr, bool) {
	w := p.at(i + 1)
	var e expr
	ok := false
	switch {
	case w.has(isOrdinal) && p.is(i+2, litOf) && p.at(i+3).has(isMonth):
		e, ok = p.dayMonth(i + 1)
	case w.has(isOrdinal) && p.at(i+2).has(isMonth):
		e, ok = p.dayMonth(i + 1)
	case w.has(isOrdinal):
		e, ok = p.century(i + 1)
	case w.has(isDecade):
		e, ok = p.calendar(i + 1)
	case w.lit == litYear:
		if e, ok = p.calendar(i + 1); !ok {
			e, ok = p.spelledYear(i + 2)
		}
	case w.has(isYear):
		e, ok = p.yearPeriod(i + 1)
	}
	e.First = i
	return e, ok
}

// yearPeriod reads "1988 period", "1988 third quarter" after "the".
func (p *parser) yearPeriod(i int) (expr, bool) {
	e := blank(formCalendar, i)
	e.y = int(p.at(i).n)
	switch {
	case p.is(i+1, litPeriod):
		e.End = i + 2
		return e, true
	case p.at(i+1).unit == quarter && p.at(i+1).has(isUnit):
		e.form, e.n, e.End = formQuarter, 0, i+2
		return e, true
	case p.at(i+1).has(isOrdinal) && p.at(i+2).unit == quarter:
		e.form, e.n, e.End = formQuarter, int(p.at(i+1).n), i+3
		return e, e.n <= 4
	}
	return e, false
}

// century reads "20th century".
func (p *parser) century(i int) (expr, bool) {
	j := i + 1
	if p.is(j, litHyphen) {
		j++
	}
	w := p.at(i)
	if !w.has(isOrdinal) || p.at(j).unit != century || w.n < 1 || w.n > 22 {
		return expr{}, false
	}
	e := blank(formCentury, i)
	e.n, e.End = int(w.n), j+1
	return e, true
}

// fiscal reads "fiscal 1989".
func (p *parser) fiscal(i int) (expr, bool) {
	j := i + 1
	if p.is(j, litYear) {
		j++
	}
	if !p.at(j).has(isYear) {
		return expr{}, false
	}
	e := blank(formCalendar, i)
	e.y, e.End = int(p.at(j).n), j+1
	return e, true
}

// weekday reads "Friday", "Friday, Oct. 13", "Monday, March 11, 2013".
func (p *parser) weekday(i int) (expr, bool) {
	e := blank(formCalendar, i)
	e.weekday, e.End = int(p.at(i).weekday), i+1
	j := i + 1
	if p.is(j, litComma) || p.is(j, litOpen) {
		j++
	}
	if p.is(j, litThe) {
		j++
	}
	for _, k := range []int{j, i + 1} {
		var date expr
		ok := false
		switch w := p.at(k); {
		case w.has(isMonth):
			date, ok = p.month(k)
		case w.has(isISO) || w.has(isDigits) && p.hyphened(k):
			date, ok = p.calendar(k)
		case w.has(isOrdinal) || w.has(isDigits) && w.n >= 1 && w.n <= 31:
			date, ok = p.dayMonth(k)
		}
		if ok && date.d > 0 && date.d2 == 0 {
			date.First, date.weekday = i, e.weekday
			return date, true
		}
	}
	return e, true
}

// month reads "March", "March 11", "March 11, 2013", "March 11-13", "March 2013".
func (p *parser) month(i int) (expr, bool) {
	w := p.at(i)
	e := blank(formCalendar, i)
	e.m, e.End = int(w.month), i+1
	j := i + 1
	if p.is(j, litDot) && p.glued(j) {
		j++
	}
	if n := p.at(j); n.n >= 1 && n.n <= 31 && (n.has(isDigits) || n.has(isOrdinal)) && !p.glued(j) && !p.isClockAt(j) {
		e.d, e.End = int(n.n), j+1
		p.dayRange(&e)
		p.year(&e)
		return e, e.d <= daysIn(2000, e.m)
	}
	if n := p.at(j); n.has(isYear) {
		e.y, e.End = int(n.n), j+1
		return e, true
	}
	if y, ok := p.spelledYear(j); ok {
		e.y, e.End = y.y, y.End
		return e, true
	}
	if (p.is(j, litComma) || p.is(j, litOf)) && p.at(j+1).has(isYear) {
		e.y, e.End = int(p.at(j+1).n), j+2
		return e, true
	}
	if p.is(j, litHyphen) && p.at(j+1).has(isBoundNoun) {
		e.bound, e.End = p.at(j+1).bound, j+2
	}
	if !p.monthFits(i) {
		return e, false
	}
	return p.ofYear(e), true
}

// monthFits refuses "May" the verb, "March" the noun and names like "Jan".
func (p *parser) monthFits(i int) bool {
	w := p.at(i)
	switch text := p.d.Word(i); {
	case w.has(isBoundPrefix):
		return true
	case w.month == 3 || w.month == 5 || len(text) == 3:
		switch prev := p.at(i - 1); {
		case prev.is&(isRel|isPrev|isBound) != 0:
			return true
		case prev.lit == litIn || prev.lit == litOf || prev.lit == litSince || prev.lit == litUntil || prev.lit == litBy || prev.lit == litFrom ||
			prev.lit == litDuring || prev.lit == litBefore || prev.lit == litAfter || prev.lit == litBetween || prev.lit == litThis ||
			prev.lit == litThrough:
			return true
		case prev.lit == litAnd || prev.lit == litTo || prev.lit == litHyphen || prev.lit == litOr:
			return p.at(i - 2).has(isMonth)
		}
		return false
	}
	return true
}

// dayRange takes the second day of "13-14", "13 to 14", "13 and 14".
func (p *parser) dayRange(e *expr) {
	j := e.End
	if !(p.is(j, litHyphen) || p.is(j, litTo) || p.is(j, litAnd)) {
		return
	}
	n := p.at(j + 1)
	if !(n.has(isDigits) || n.has(isOrdinal)) || int(n.n) <= e.d || n.n > 31 || p.at(j+2).is&(isUnit|isUnits|isMonth) != 0 && e.m > 0 {
		return
	}
	if !p.is(j, litHyphen) && !p.rangeEnds(j+2) {
		return
	}
	e.d2, e.m2, e.End = int(n.n), e.m, j+2
}

// rangeEnds reports whether nothing counted follows at token j, as in "May 3 and 14 people".
func (p *parser) rangeEnds(j int) bool {
	if j >= p.end {
		return true
	}
	w := p.at(j)
	return w.lit != 0 || w.is != 0 || !isLetter(p.d.Word(j)[0])
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }

// year takes the year after month and day: ", 2013", "2013", "of this year".
func (p *parser) year(e *expr) {
	j := e.End
	if p.is(j, litComma) || p.is(j, litOf) {
		j++
	}
	w := p.at(j)
	switch {
	case w.has(isYear):
		e.y, e.End = int(w.n), j+1
	case j == e.End && w.has(isDigits) && len(p.d.Word(j)) == 2 && e.d > 0 && p.at(j+1).is&(isUnit|isUnits) == 0 && p.rangeEnds(j+1):
		e.y, e.End = 2000+int(w.n), j+1
		if w.n > 50 {
			e.y -= 100
		}
	default:
		if y, ok := p.spelledYear(j); ok {
			e.y, e.End = y.y, y.End
			return
		}
		*e = p.ofYear(*e)
	}
}

// ofYear takes "this year", "of last year" after a month or a date.
func (p *parser) ofYear(e expr) expr {
	j := e.End
	if p.is(j, litOf) || p.is(j, litComma) {
		j++
	}
	w := p.at(j)
	if (w.has(isRel) || w.lit == litThis) && p.at(j+1).unit == year {
		e.rel, e.hasRel, e.End = int(w.rel), true, j+2
		e.unit = year
	}
	return e
}

// dayList reads days in a row that commas part, "11, 12, and 13": the last of
// them and where it ends; 0 for none.
func (p *parser) dayList(i int) (last, end int) {
	isDay := func(k int) bool { w := p.at(k); return (w.has(isDigits) || w.has(isOrdinal)) && w.n >= 1 && w.n <= 31 }
	last, k := int(p.at(i).n), i+1
	for p.is(k, litComma) && isDay(k+1) && int(p.at(k+1).n) == last+1 {
		last, k = last+1, k+2
	}
	if k == i+1 {
		return 0, 0
	}
	if p.is(k, litComma) {
		k++
	}
	if p.is(k, litAnd) && isDay(k+1) && int(p.at(k+1).n) == last+1 {
		return last + 1, k + 2
	}
	return 0, 0
}

// maxAbbreviated is the length of the longest short form of a month: Sept.
const maxAbbreviated = 4

// dayMonth reads "13 May", "13th of May 2013", "13-14 May", "30 November - 2 December".
func (p *parser) dayMonth(i int) (expr, bool) {
	w := p.at(i)
	e := blank(formCalendar, i)
	e.d, e.End = int(w.n), i+1
	if e.d < 1 || e.d > 31 || (i > p.first && p.at(i-1).lit == litDollar) {
		return e, false
	}
	if (p.is(i+1, litHyphen) || p.is(i+1, litTo) || p.is(i+1, litAnd)) && (p.at(i+2).has(isDigits) || p.at(i+2).has(isOrdinal)) {
		if n := p.at(i + 2).n; int(n) > e.d && n <= 31 {
			e.d2, e.End = int(n), i+3
		}
	}
	if n, end := p.dayList(i); end > i {
		e.d2, e.End = n, end
	}
	j := e.End
	if p.is(j, litOf) {
		j++
	}
	if p.is(j, litHyphen) && p.glued(j) && p.at(j+1).has(isMonth) {
		j++
	}
	m := p.at(j)
	if !m.has(isMonth) {
		return e, false
	}
	e.m, e.m2, e.End = int(m.month), int(m.month), j+1
	if e.d2 == 0 {
		e.m2 = 0
	}
	if prev := p.at(i - 1); prev.has(isRel) && prev.rel < 0 { // last 29 March
		e.rel, e.hasRel = -1, true
	}
	if p.is(e.End, litDot) && p.glued(e.End) && len(p.d.Word(e.End-1)) <= maxAbbreviated && p.at(e.End+1).has(isYear) {
		e.End++
	}
	if p.is(e.End, litHyphen) && p.glued(e.End) && p.at(e.End+1).has(isYear) {
		e.End++
	}
	p.year(&e)
	return e, max(e.d, e.d2) <= daysIn(2000, e.m)
}

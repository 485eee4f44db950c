package temporal

// partHead reads "this morning", "last night", "the night of 13-14 May", "Monday night" has its day first.
func (p *parser) partHead(i int, f *phrase) (expr, bool) {
	e := blank(formOffset, i)
	w := p.at(f.head)
	e.unit, e.part, e.End = day, partOf(w), f.head+1
	if w.has(isNight) && w.unit == 0 && w.code != "N" {
		return e, false
	}
	switch {
	case p.at(e.End).unit == hour && p.at(e.End).has(isUnits) && f.rel == nil:
		return p.hours(e)
	case p.is(e.End, litOf) && (f.det == litThe || f.det == 0):
		if d, ok := p.core(e.End + 1); ok && d.isDay() {
			return p.nightTo(d, i, e.part)
		}
		return e, false
	case f.rel != nil && f.rel.has(isPrev):
		e.n, e.anchor = int(f.rel.rel), fromMention
		if w.has(isNight) && f.rel.lit != litAfter && e.n > 0 {
			e.n = 1
		}
	case f.rel != nil:
		e.n = int(f.rel.rel)
		if f.det == litThe && e.n > 0 {
			e.anchor = fromMention // the next morning
		}
	case f.det == litThis:
	case f.det == litThat:
		e.anchor = fromMention
	case f.det == litThe && p.is(i-1, litIn) && !w.has(isNight):
		e.anchor = fromMention
	case f.det == 0 && w.code != "N" && p.clocked(i-1):
		if d, ok := p.partDay(e); ok {
			return d, true
		}
		e.form = formClock
		return e, true
	default:
		if d, ok := p.partDay(e); ok {
			return d, true
		}
		return e, false
	}
	if f.rel != nil || f.det != 0 {
		e.hasRel = true
	}
	return e, p.d.Word(f.head) != "nights"
}

// hours reads "hours" after a part of the day, and the day: "the morning hours
// of Sunday", "the predawn hours".
func (p *parser) hours(e expr) (expr, bool) {
	e.End++
	if p.is(e.End, litOf) {
		if d, ok := p.core(e.End + 1); ok && d.isDay() && d.part == "" {
			d.First, d.part = e.First, e.part
			return d, true
		}
	}
	e.form = formClock
	return e, true
}

// clocked reports whether the preposition at token i makes a bare part of the
// day a time: "at dawn".
func (p *parser) clocked(i int) bool {
	switch p.at(i).lit {
	case litAt, litBefore, litAfter, litBy, litUntil, litSince:
		return true
	}
	return p.at(i).mod == '~'
}

// partDay reads a part of the day that its day follows: "mid-afternoon yesterday".
func (p *parser) partDay(e expr) (expr, bool) {
	j := e.End
	if p.is(j, litOn) {
		j++
	}
	d, ok := p.core(j)
	if !ok || !d.isDay() || d.part != "" || d.d2 > 0 {
		return e, false
	}
	d.First, d.part = e.First, e.part
	return d, true
}

// nightTo takes the second day of "the night of Monday to Tuesday".
func (p *parser) nightTo(d expr, first int, part string) (expr, bool) {
	d.First, d.part = first, part
	if d.d2 == 0 && (p.is(d.End, litTo) || p.is(d.End, litHyphen)) {
		if b, ok := p.core(d.End + 1); ok && b.isDay() && b.form == d.form {
			d.spelled, d.End = &b, b.End
		}
	}
	return d, true
}

package temporal

// phrase is a noun phrase of time while it is read: "the last two weeks".
type phrase struct {
	det    literal // the, a, this, that, these, those, its; 0
	rel    *word   // last, next, previous; nil
	ord    int     // third; 0
	fiscal bool
	num    int // 0 where not given
	num2   int
	half   bool
	vague  bool
	hyphen bool // two-year
	head   int
}

// phrase reads determiners, order, number and the head noun, and decides by
// the head what the expression is.
func (p *parser) phrase(i int) (expr, bool) {
	if e, ok := p.halfUnit(i); ok {
		return e, true
	}
	var f phrase
	j := p.determiner(i, &f)
	j = p.number(j, &f)
	for p.at(j).lit == litTrading || p.at(j).lit == litStraight || p.at(j).lit == litFull || p.at(j).lit == litMore && f.num > 0 {
		j++
	}
	f.head = j
	w := p.at(j)
	i = p.adjective(i, j, &f)
	var e expr
	ok := false
	switch {
	case w.is&(isUnit|isUnits) != 0 && !(w.unit == second && f.num == 0):
		e, ok = p.unitHead(i, &f)
	case w.has(isNight) && f.num > 0:
		e, ok = p.duration(i, &f, day)
	case w.is&(isWeekday|isMonth) != 0 && (f.rel != nil || f.det == litThis) && f.num == 0:
		e, ok = p.relCalendar(i, &f)
	case w.has(isSeason):
		e, ok = p.season(i, &f)
	case w.is&(isPart|isNight) != 0 && f.num == 0:
		e, ok = p.partHead(i, &f)
	case w.has(isHoliday) && f.rel != nil:
		if e, ok = p.holiday(j); ok {
			e.rel, e.hasRel = int(f.rel.rel), true
		}
	}
	e.First = max(e.First, i)
	return e, ok
}

// adjective leaves the determiner out where the phrase stands before a noun of
// its own: "a two-year term", "its third-quarter loss", "that four days".
func (p *parser) adjective(i, head int, f *phrase) int {
	if f.det == 0 || f.rel != nil {
		return i
	}
	single := p.at(head).has(isUnit)
	switch {
	case f.ord > 0 && p.at(head).unit == quarter && single:
		if f.det == litA {
			f.num = 0
		}
		if f.det == litThe && !p.is(head-1, litHyphen) || f.det == litThis {
			return i
		}
		return i + 1
	case single && f.num > 1 && f.ord == 0 || f.det == litThat && f.num > 0, f.num > 0 && f.hyphen:
		if f.det == litA && f.num == 1 && !f.hyphen {
			return i
		}
		f.det = 0
		return i + 1
	}
	return i
}

// determiner reads "the", "this past", "its fiscal", "last" and an ordinal.
func (p *parser) determiner(i int, f *phrase) int {
	switch l := p.at(i).lit; l {
	case litThe, litThis, litThat, litThese, litThose, litIts:
		f.det = l
		i++
	case litA:
		n, ok := p.numberAt(i + 1)
		if ok && p.is(n.End, litHyphen) || ok && p.at(n.End).has(isUnit) {
			f.det = l
			i++
		} else if _, ok := p.numberAt(i); !ok && p.at(i+1).is&(isVague) == 0 {
			f.det, f.num = l, 1
			i++
			if p.at(i).is&(isSeason) != 0 {
				f.num = 0
			}
		} else if p.at(i + 1).has(isVague) {
			i++
		}
	}
	if w := p.at(i); w.is&(isRel|isPrev) != 0 && w.lit != litThis {
		f.rel = w
		i++
	}
	if p.is(i, litFiscal) {
		f.fiscal = true
		i++
		if p.is(i, litHyphen) {
			i++
		}
	}
	if w := p.at(i); w.has(isOrdinal) && w.unit != second || w.has(isOrdinal) && w.unit == second && p.at(i+1).is != 0 {
		f.ord = int(w.n)
		i++
		if p.is(i, litHyphen) {
			i++
		}
	}
	return i
}

// number reads "two", "two to three", "a few", "2 1/2".
func (p *parser) number(i int, f *phrase) int {
	if w := p.at(i); w.has(isVague) {
		f.num, f.vague = int(w.n), w.n != 2
		if p.is(i+1, litOf) {
			i++
		}
		return i + 1
	}
	n, ok := p.numberAt(i)
	if !ok {
		return i
	}
	f.num, f.half = int(n.Value), n.Value != float64(int(n.Value))
	j := n.End
	if k := p.andHalf(j); k > j {
		f.half, j = true, k
	}
	if p.is(j, litTo) || p.is(j, litOr) || p.is(j, litHyphen) || p.is(j, litAnd) && p.is(i-1, litBetween) {
		if m, ok := p.numberAt(j + 1); ok && m.Value > n.Value && p.at(m.End).is&(isUnit|isUnits) != 0 {
			f.num2 = m.Int()
			return m.End
		}
	}
	if p.is(j, litHyphen) && p.at(j+1).has(isUnit) {
		f.hyphen = true
		j++
	}
	return j
}

// unitHead decides what a phrase with a calendar unit as its head is.
func (p *parser) unitHead(i int, f *phrase) (expr, bool) {
	w := p.at(f.head)
	u := w.unit
	if f.ord > 0 && f.num == 0 {
		return p.ordinalHead(i, f)
	}
	if f.num > 0 || f.vague {
		if f.det == litA && w.has(isUnits) {
			return expr{}, false
		}
		return p.duration(i, f, u)
	}
	if w.has(isUnits) {
		return p.plural(i, f)
	}
	e := blank(formOffset, i)
	e.unit, e.End = u, f.head+1
	switch {
	case f.rel != nil && f.rel.has(isPrev) && f.rel.rel == 0 && p.is(e.End, litOf) && p.is(e.End+1, litLast):
		return e, false // in the same week of last year: last year
	case f.rel != nil:
		e.rel, e.hasRel, e.past = int(f.rel.rel), true, f.rel.lit == litPast
		e.n = e.rel
		if f.rel.has(isPrev) {
			e.anchor = fromMention
		}
		if u < day {
			e.form, e.dir, e.n = formDuration, e.rel, 1
		}
	case f.det == litThis:
		e.hasRel = true
		if p.capital(i) && p.capital(f.head) && !p.shouted(i) {
			return e, false // the name of a programme
		}
	case f.det == litThat:
		e.anchor = fromMention
	case p.is(f.head+1, litHyphen) && p.at(f.head+2).is&(isDir|isBoundNoun) != 0 || p.at(f.head+1).is&isBoundNoun != 0 && u == year ||
		p.is(f.head+1, litPossessive) && p.at(f.head+2).is&isBoundNoun != 0:
		return p.yearEarlier(e)
	case f.det == litThe || f.det == litIts:
		e.weak = u == day || u == month || u < day
		if u == quarter {
			e.anchor = fromMention
		}
		if p.at(e.End).code == "ago" || p.is(e.End, litHyphen) {
			return e, false
		}
		if u == year && p.closing(e.End) {
			e.form, e.n = formDuration, 1
			return e, true
		}
		return p.theYear(e), !e.weak || p.bounding
	default:
		return e, false
	}
	return p.nightOf(e), true
}

// closing reports whether "ended March 31" follows, which makes "the year" a
// stretch of that length and no calendar year.
func (p *parser) closing(i int) bool {
	return i+1 < p.end && (p.d.Word(i) == "ended" || p.d.Word(i) == "ending") && p.at(i+1).is&(isMonth|isDay|isISO|isDigits) != 0
}

// nightOf takes "week's end"-like tails of an offset: "last week 's".
func (p *parser) nightOf(e expr) expr {
	if p.is(e.End, litPossessive) && p.at(e.End+1).has(isOrdinal) && p.at(e.End+2).unit == quarter {
		q := blank(formQuarter, e.First)
		q.n, q.rel, q.hasRel, q.End = int(p.at(e.End+1).n), e.rel, e.hasRel, e.End+3
		return q
	}
	return e
}

// theYear leaves the reference of "the year" and "the week" to what follows: "the week of May 3".
func (p *parser) theYear(e expr) expr {
	if p.is(e.End, litOf) {
		if d, ok := p.core(e.End + 1); ok && d.form == formCalendar && d.isDay() {
			d.First, d.unit, d.hasRel = e.First, e.unit, false
			return d
		}
	}
	return e
}

// yearEarlier reads "year-earlier", "year-ago", "year-end", "year's end".
func (p *parser) yearEarlier(e expr) (expr, bool) {
	j := e.End
	if p.is(j, litHyphen) || p.is(j, litPossessive) {
		j++
	}
	w := p.at(j)
	e.End = j + 1
	switch {
	case w.has(isBoundNoun):
		e.bound = w.bound
		return e, true
	case w.code == "ago" || w.code == "earlier":
		e.n, e.hasRel = -1, true
		e.anchor = fromMention
		if p.at(e.End).has(isOrdinal) && p.at(e.End+1).unit == quarter {
			e.form, e.n, e.rel, e.End = formQuarter, int(p.at(e.End).n), -1, e.End+2
		} else if p.at(e.End).unit == quarter || p.is(e.End, litPeriod) {
			e.End++
		} else if p.is(e.First, litThe) {
			e.First++
		}
		return e, e.unit == year
	}
	return e, false
}

// ordinalHead reads "third quarter", "the first half of 1990".
func (p *parser) ordinalHead(i int, f *phrase) (expr, bool) {
	w := p.at(f.head)
	if w.unit != quarter || f.ord > 4 || w.has(isUnits) {
		return expr{}, false
	}
	e := blank(formQuarter, i)
	e.n, e.End = f.ord, f.head+1
	if f.rel != nil {
		e.rel, e.hasRel = int(f.rel.rel), true
	}
	return p.inYear(e), true
}

// inYear takes "of 1990", "1990", "of last year" after quarter, half or season.
func (p *parser) inYear(e expr) expr {
	j := e.End
	if p.is(j, litOf) || p.is(j, litIn) {
		j++
	}
	if p.at(j).has(isYear) {
		e.y, e.End = int(p.at(j).n), j+1
		return e
	}
	if y, ok := p.spelledYear(j); ok {
		e.y, e.End = y.y, y.End
		return e
	}
	return p.ofYear(e)
}

// relCalendar reads "last Friday", "this coming Sunday", "last May", "next March 3".
func (p *parser) relCalendar(i int, f *phrase) (expr, bool) {
	w := p.at(f.head)
	var e expr
	ok := false
	if w.has(isWeekday) {
		e, ok = p.weekday(f.head)
	} else {
		e, ok = p.month(f.head)
	}
	if !ok || f.rel != nil && f.rel.lit == litAfter && f.det == 0 {
		return e, ok // following Wednesday's violence: after it
	}
	e.First = i
	if f.rel != nil {
		e.rel = int(f.rel.rel)
	}
	e.hasRel = true
	if f.rel != nil && f.rel.has(isPrev) {
		e.anchor = fromMention
	}
	return e, true
}

// season reads "last summer", "the winter of 1994", "this fall", "summer 2014".
func (p *parser) season(i int, f *phrase) (expr, bool) {
	w := p.at(f.head)
	e := blank(formSeason, i)
	e.code, e.End = w.code, f.head+1
	if f.num > 0 || f.det == litA {
		return e, false
	}
	if f.rel != nil {
		e.rel, e.hasRel = int(f.rel.rel), true
	} else if f.det == litThis {
		e.hasRel = true
	}
	e = p.inYear(e)
	if e.y > 0 || e.hasRel {
		return e, true
	}
	clear := w.code == "SU" || w.code == "WI" || p.d.Word(f.head) == "autumn"
	bounded := p.at(i-1).has(isBound) || p.is(i-1, litSince) || p.is(i-1, litHyphen)
	return e, bounded || clear && (f.det == litThe || p.is(i-1, litIn)) || f.det == litThe && p.is(i-1, litIn) && p.d.Word(f.head) == "spring"
}

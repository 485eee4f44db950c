package temporal

import "sayso/internal/document"

// parser reads expressions from the words of one sentence.
type parser struct {
	lx    *Lexicon
	d     *document.Document
	words []word // all of the document
	first int    // the sentence
	end   int
	// bounding is set while what follows "the end of" is read: "the month" is then a date.
	bounding bool
}

var otherWord word

// at returns the word at token i, or a word without any class outside the sentence.
func (p *parser) at(i int) *word {
	if i < p.first || i >= p.end {
		return &otherWord
	}
	return &p.words[i]
}

func (p *parser) is(i int, l literal) bool { return p.at(i).lit == l }

// glued reports whether token i follows the one before it without a space.
func (p *parser) glued(i int) bool {
	return i > p.first && i < p.end && p.d.Tokens[i-1].End == p.d.Tokens[i].Start
}

// next reads the expression that starts at token i.
func (p *parser) next(i int) (expr, bool) {
	j, mod := p.modifier(i)
	e, ok := p.whole(j)
	if ok && j > i {
		ok = e.takes(mod)
	}
	if !ok && j > i {
		j = i
		e, ok = p.whole(i)
		mod = 0
	}
	if !ok {
		return e, false
	}
	if j > i || e.First < i {
		e.First = i
	}
	if mod != 0 {
		e.mod = mod
	}
	return p.suffix(e), true
}

// takes reports whether a word like "nearly" can stand before the expression.
func (e *expr) takes(mod byte) bool {
	switch e.form {
	case formDuration, formClock:
		return true
	case formOffset:
		return e.n > 0 && !e.hasRel
	case formCalendar, formHoliday:
		return mod == '~' && (e.d > 0 || e.m > 0)
	}
	return false
}

// modifier steps over "nearly", "at least", "more than", "up to".
func (p *parser) modifier(i int) (int, byte) {
	w := p.at(i)
	switch {
	case w.lit == litAt && p.is(i+1, litLeast):
		return i + 2, '>'
	case w.lit == litAt && p.is(i+1, litMost):
		return i + 2, '<'
	case w.lit == litUp && p.is(i+1, litTo):
		return i + 2, '<'
	case w.lit == litNo && (p.is(i+1, litMore) || p.is(i+1, litLess)) && p.is(i+2, litThan):
		if p.is(i+1, litMore) {
			return i + 3, '<'
		}
		return i + 3, '>'
	case w.lit == litMore && p.is(i+1, litThan):
		return i + 2, '>'
	case w.lit == litLess && p.is(i+1, litThan):
		return i + 2, '<'
	case w.has(isMod):
		if j, m := p.modifier(i + 1); j > i+1 {
			return j, m // just over
		}
		if w.mod == '=' || w.mod == '>' && !p.measuring(i) {
			return i, 0
		}
		return i + 1, w.mod
	}
	return i, 0
}

// measuring tells "for over a week" from "over the next days", in which "over"
// is a preposition.
func (p *parser) measuring(i int) bool {
	prev := p.at(i - 1)
	return prev.lit == litFor || prev.lit == litAfter || prev.has(isMod) || p.at(i+1).lit == litA && prev.lit != 0
}

// capital reports whether the word at token i begins with a capital letter.
func (p *parser) capital(i int) bool {
	c := p.d.Text[p.d.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

// shouted reports whether the word at token i is all in capitals, as the whole
// text of a wire may be.
func (p *parser) shouted(i int) bool {
	w := p.d.Word(i)
	for k := range len(w) {
		if w[k] < 'A' || w[k] > 'Z' {
			return false
		}
	}
	return len(w) > 1
}

// whole reads an expression without its modifier: a clock time and a day in
// either order, or anything that [parser.core] reads.
func (p *parser) whole(i int) (expr, bool) {
	if e, ok := p.clock(i); ok {
		return p.clockDay(e), true
	}
	e, ok := p.bounded(i)
	if !ok {
		return e, false
	}
	return p.dayClock(e), true
}

// bounded reads "early", "the end of" and the like before a core.
func (p *parser) bounded(i int) (expr, bool) {
	j, b := i, byte(0)
	w := p.at(i)
	switch {
	case w.has(isBound):
		j, b = p.boundWord(i)
	case w.has(isBoundNoun) && p.is(i+1, litOf):
		j, b = i+2, w.bound
	case w.has(isBoundPrefix):
		e, ok := p.core(i)
		e.bound = 'm'
		return e, ok
	case w.lit == litThe || w.lit == litIts:
		if e, ok := p.half(i + 1); ok {
			e.First = i
			return e, true
		}
		if n := p.at(i + 1); n.has(isBoundNoun) && p.is(i+2, litOf) {
			j, b = i+3, n.bound
		} else if n.has(isBound) {
			if k, c := p.boundWord(i + 1); p.at(k).is&(isSeason|isDecade|isUnits|isMonth|isYear|isPart|isNight) != 0 {
				j, b = k, c
			}
		}
	}
	if j == i {
		return p.core(i)
	}
	p.bounding = true
	e, ok := p.core(j)
	p.bounding = false
	if ok && e.form == formDuration && !(e.unit == hour && p.is(e.End, litOf)) || ok && (e.form == formRef || e.form == formSet) {
		ok = false
	}
	if !ok && p.at(j).unit == hour && p.is(j+1, litOf) { // the early hours of Sunday
		e, ok = p.core(j + 2)
	}
	if !ok || (e.anchor == fromMention && e.n != 0) {
		return p.core(i)
	}
	if (b == 'E' || b == 'L') && e.form == formOffset && e.unit == day && p.is(e.End-2, litThe) {
		e.anchor = fromMention // later in the day
	}
	e.First, e.bound = i, b
	return e, true
}

// half reads "first half of 1990", "last half of the '80s".
func (p *parser) half(i int) (expr, bool) {
	w := p.at(i)
	if !(w.has(isOrdinal) && w.n <= 2 || w.lit == litLast) || !p.is(i+1, litHalf) || !p.is(i+2, litOf) {
		return expr{}, false
	}
	e, ok := p.core(i + 3)
	if !ok {
		return e, false
	}
	first := w.has(isOrdinal) && w.n == 1
	if e.form == formCalendar && e.y > 0 && e.m == 0 || e.form == formOffset && e.unit == year && e.dir == 0 {
		e.form, e.n = formHalf, 2
		if first {
			e.n = 1
		}
		return e, true
	}
	e.bound = 'l'
	if first {
		e.bound = 'e'
	}
	return e, true
}

// boundWord steps over "early", "earlier in", "late on", "mid-".
func (p *parser) boundWord(i int) (int, byte) {
	w, j := p.at(i), i+1
	b := w.bound
	if w.code == "earlier" || w.code == "later" {
		b -= 'a' - 'A'
	}
	if p.is(j, litHyphen) {
		j++
	}
	if n := p.at(j + 1); (p.is(j, litIn) && n.lit == litThe || p.is(j, litOn) || p.is(j, litIn)) && j+1 < p.end {
		j++
	}
	return j, b
}

// core tries the readings that can begin at token i, in the order of how
// definite they are.
func (p *parser) core(i int) (expr, bool) {
	w := p.at(i)
	if w.lit == litThe || w.lit == litLast || w.has(isOrdinal) {
		if e, ok := p.nth(i); ok {
			return e, true
		}
	}
	if w.has(isHoliday) {
		if e, ok := p.holiday(i); ok {
			return e, true
		}
	}
	if w.is&(isMonth|isWeekday|isWeekdays|isISO|isYear|isDigits|isOrdinal|isDecade) != 0 || w.lit == litThe || w.lit == litFiscal || w.lit == litYear {
		if e, ok := p.calendar(i); ok {
			return e, true
		}
	}
	if w.is&(isDay|isTonight|isOvernight|isRef|isAdjRef|isNounRef) != 0 || w.lit == litThe || w.lit == litNot {
		if e, ok := p.deictic(i); ok {
			return e, true
		}
	}
	if w.is&(isEach|isFreq) != 0 {
		if e, ok := p.set(i); ok {
			return e, true
		}
	}
	if e, ok := p.spelledYear(i); ok {
		return e, true
	}
	return p.phrase(i)
}

// suffix takes what may end any expression: "or so", "local time".
func (p *parser) suffix(e expr) expr {
	if p.is(e.End, litOr) && p.is(e.End+1, litSo) && (e.form == formDuration || e.form == formOffset) {
		e.End += 2
		e.mod = '~'
		if p.at(e.End).code == "ago" && e.form == formDuration {
			e.form, e.dir = formOffset, -1
			e.End++
		}
	}
	if p.is(e.End, litLocal) && p.is(e.End+1, litTime) {
		e.End += 2
	}
	return e
}

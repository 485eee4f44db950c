package temporal

import "sayso"

// openYear chooses the year of a date without one: the year that the same
// block has just named, or the year that puts the date on the side of the day
// of writing that the tense asks for. 0 where nothing decides.
func (l *line) openYear(e *expr, t tense) int {
	if !l.ref.Known() {
		return l.year
	}
	ry, rm, rd := civil(l.ref)
	if e.d > 0 && e.weekday != none && !e.hasRel {
		if y := l.byWeekday(e, ry); y > 0 {
			return y
		}
	}
	if l.year > 0 && l.year < ry && e.d > 0 && !e.hasRel && t != tenseSurelyFuture {
		return l.year
	}
	ahead := e.m > rm || e.m == rm && e.d > rd
	switch {
	case e.hasRel && e.rel < 0:
		if e.m >= rm && !(e.m == rm && e.d > 0 && e.d < rd) {
			return ry - 1
		}
		return ry
	case e.hasRel && e.rel > 0:
		if e.m < rm || e.m == rm && e.d <= rd {
			return ry + 1
		}
		return ry
	case e.hasRel:
		return ry
	}
	if t == tenseSurelyPast {
		if ahead && !(e.d > 0 && dayOf(ry, e.m, min(e.d, daysIn(ry, e.m)))-l.ref <= soon) {
			return ry - 1
		}
		return ry
	}
	return l.likelyYear(e, t)
}

// soon is how many days ahead a date without a year is not put off to the year
// before for a past form beside it: "to be guarded on March 15", on March 14.
const soon = 14

// byWeekday gives the year near the day of writing in which the date falls on
// the weekday that the text names, 0 where there is none.
func (l *line) byWeekday(e *expr, ry int) int {
	best := 0
	for _, y := range []int{ry, ry - 1, ry + 1} {
		if int(dayOf(y, e.m, min(e.d, daysIn(y, e.m))).Weekday()) == e.weekday && best == 0 {
			best = y
		}
	}
	return best
}

// likelyYear weighs the date before and the date after the day of writing by
// their distance and by the tense around it.
func (l *line) likelyYear(e *expr, t tense) int {
	ry, rm, rd := civil(l.ref)
	if e.m == rm && (e.d == 0 || e.d == rd) {
		return ry
	}
	d := e.d
	if d == 0 {
		d = 15
	}
	here := dayOf(ry, e.m, min(d, daysIn(ry, e.m)))
	back, ahead, y := int(l.ref-here), int(here-l.ref)+365, ry
	if here > l.ref {
		back, ahead, y = int(l.ref-here)+365, int(here-l.ref), ry-1
	}
	switch t {
	case tenseFuture, tenseSurelyFuture:
		back *= 3
	case tensePast:
		ahead *= 8
	default:
		ahead += ahead / 2
	}
	if ahead < back {
		return y + 1
	}
	return y
}

// nearest gives the year in which month and day lie closest to d.
func nearest(d sayso.Day, m, dd int) int {
	y, _, _ := civil(d)
	best, gap := y, sayso.Day(1<<30)
	for k := y - 1; k <= y+1; k++ {
		g := dayOf(k, m, min(dd, daysIn(k, m))) - d
		if g < 0 {
			g = -g
		}
		if g < gap {
			best, gap = k, g
		}
	}
	return best
}

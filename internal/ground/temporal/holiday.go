package temporal

import (
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/lexicon/table"
)

// holiday is one line of the holidays table.
type holiday struct {
	words []string // from the second word on
	rule  string   // fixed, day, easter, nth, hijri, hebrew
	a, b  int      // month and day; or the offset from Easter in a
	n     int      // which weekday of the month (nth)
	date  sayso.Day
	days  int
}

// addHoliday takes one line of the holidays table.
func (lx *Lexicon) addHoliday(r table.Row) error {
	names, rule := strings.Fields(strings.ReplaceAll(r.Cells[0], "-", " - ")), strings.Fields(r.Cells[1])
	if len(names) == 0 || len(rule) < 2 {
		return r.Errorf("a name and a rule with its argument are wanted")
	}
	h := holiday{words: names[1:], rule: rule[0]}
	var err error
	if h.days, err = strconv.Atoi(r.Cells[2]); err != nil || h.days < 1 {
		return r.Errorf("%q is not a number of days", r.Cells[2])
	}
	switch h.rule {
	case "day":
		h.date, err = sayso.ParseDay(rule[1])
	case "easter":
		h.a, err = strconv.Atoi(rule[1])
	case "fixed", "hijri", "hebrew":
		h.a, h.b, err = monthDay(rule[1])
	case "nth":
		err = h.setNth(rule)
	default:
		return r.Errorf("no rule %q", h.rule)
	}
	if err != nil {
		return r.Errorf("rule %q: %v", r.Cells[1], err)
	}
	head := strings.ToLower(names[0])
	lx.heads[head] = true
	if w := lx.at(head); head[0] < '0' || head[0] > '9' {
		w.is |= isHoliday
	}
	list := append([]holiday{h}, lx.holidays[head]...) // later lines win among equals
	for i := 1; i < len(list) && len(list[i-1].words) < len(list[i].words); i++ {
		list[i-1], list[i] = list[i], list[i-1] // longest first
	}
	lx.holidays[head] = list
	return nil
}

func (h *holiday) setNth(rule []string) error {
	if len(rule) != 4 {
		return strconv.ErrSyntax
	}
	var err error
	for i, p := range []*int{&h.a, &h.b, &h.n} {
		if *p, err = strconv.Atoi(rule[i+1]); err != nil {
			return err
		}
	}
	if h.a < 1 || h.a > 12 || h.b < 0 || h.b > 6 || h.n == 0 {
		return strconv.ErrRange
	}
	return nil
}

func monthDay(s string) (m, d int, err error) {
	a, b, _ := strings.Cut(s, "-")
	if m, err = strconv.Atoi(a); err != nil {
		return 0, 0, err
	}
	d, err = strconv.Atoi(b)
	if err == nil && (m < 1 || m > 13 || d < 1 || d > 31) {
		err = strconv.ErrRange
	}
	return m, d, err
}

// in returns the first day of the holiday in a civil year; NoDay where it has
// none. Moving feasts that fall twice in a year give the first.
func (h *holiday) in(y int) sayso.Day {
	switch h.rule {
	case "day":
		return h.date
	case "fixed":
		return dayOf(y, h.a, h.b)
	case "easter":
		return easter(y) + sayso.Day(h.a)
	case "nth":
		return nthWeekday(y, h.a, h.b, h.n)
	case "hijri":
		return firstIn(y, (y-622)*33/32-1, func(hy int) sayso.Day { return hijri(hy, h.a, h.b) })
	case "hebrew":
		return firstIn(y, y+3759, func(hy int) sayso.Day { return hebrew(hy, h.a, h.b) })
	}
	return sayso.NoDay
}

// firstIn tries the years of another calendar from low on for the first day in civil year y.
func firstIn(y, low int, at func(int) sayso.Day) sayso.Day {
	for k := low; k < low+4; k++ {
		if d := at(k); d >= dayOf(y, 1, 1) && d <= dayOf(y, 12, 31) {
			return d
		}
	}
	return sayso.NoDay
}

func nthWeekday(y, m, weekday, n int) sayso.Day {
	if n > 0 {
		first := dayOf(y, m, 1)
		return first + sayso.Day((weekday-int(first.Weekday())+7)%7+7*(n-1))
	}
	last := dayOf(y, m, daysIn(y, m))
	return last - sayso.Day((int(last.Weekday())-weekday+7)%7+7*(-n-1))
}

// easter is the Western Easter Sunday (Meeus, Astronomical Algorithms, ch. 8).
func easter(y int) sayso.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(y, n/31, n%31+1)
}

// hijri is a day of the tabular Islamic calendar, civil epoch (Reingold and
// Dershowitz, Calendrical Calculations).
func hijri(y, m, d int) sayso.Day {
	const epoch = -492148 // 0622-07-19 in the proleptic Gregorian calendar, days before 1970, less one
	return sayso.Day(epoch - 1 + (y-1)*354 + (3+11*y)/30 + 29*(m-1) + m/2 + d)
}

// hebrewNew is the day on which the Hebrew year y begins (Reingold and Dershowitz).
func hebrewNew(y int) int {
	elapsed := func(y int) int {
		months := (235*y - 234) / 19
		parts := 12084 + 13753*months
		d := 29*months + parts/25920
		if 3*(d+1)%7 < 3 {
			d++
		}
		return d
	}
	d, before, next := elapsed(y), elapsed(y-1), elapsed(y+1)
	switch {
	case next-d == 356:
		d += 2
	case d-before == 382:
		d++
	}
	return d - 2092590 // the first day of year 1 is that many days before 1970
}

// hebrew is a day of the Hebrew calendar; month 1 is Nisan, 7 is Tishri, 12 is
// the Adar in which Purim falls.
func hebrew(y, m, d int) sayso.Day {
	start, next := hebrewNew(y), hebrewNew(y+1)
	size := next - start
	leap := size > 380
	long, short := size%10 == 5, size%10 == 3 // Heshvan of 30 days; Kislev of 29
	lengths := []int{30, 29, 30, 29, 30}      // Tishri, Heshvan, Kislev, Tevet, Shevat
	if long {
		lengths[1] = 30
	}
	if short {
		lengths[2] = 29
	}
	if leap {
		lengths = append(lengths, 30)
	}
	lengths = append(lengths, 29, 30, 29, 30, 29, 30, 29) // Adar, Nisan, Iyar, Sivan, Tammuz, Av, Elul
	k := m - 7
	if m < 7 {
		k = len(lengths) - 7 + m
	}
	if m == 12 {
		k = len(lengths) - 7
	}
	for i := 0; i < k; i++ {
		start += lengths[i]
	}
	return sayso.Day(start + d - 1)
}

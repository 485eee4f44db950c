package temporal

import (
	"time"

	"sayso"
)

// daysIn is the number of days of a month of the Gregorian calendar.
func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func dayOf(y, m, d int) sayso.Day { return sayso.DayOf(y, time.Month(m), d) }

// civil returns the parts of a known day.
func civil(d sayso.Day) (y, m, day int) {
	y, month, day := d.Date()
	return y, int(month), day
}

// addMonths moves a day by whole months, to the last day of the month where
// the day does not exist.
func addMonths(d sayso.Day, n int) sayso.Day {
	y, m, dd := civil(d)
	m += n - 1
	y += m / 12
	m %= 12
	if m < 0 {
		m += 12
		y--
	}
	m++
	return dayOf(y, m, min(dd, daysIn(y, m)))
}

// weekStart is the Monday of the day's ISO week.
func weekStart(d sayso.Day) sayso.Day { return d - sayso.Day((int(d.Weekday())+6)%7) }

// isoWeek returns the ISO year and week of a day.
func isoWeek(d sayso.Day) (y, w int) { return d.Time().ISOWeek() }

// bounds returns first and last day of the unit that holds d.
func bounds(d sayso.Day, u unit) (lo, hi sayso.Day) {
	y, m, _ := civil(d)
	switch u {
	case weekend:
		lo = weekStart(d) + 5
		return lo, lo + 1
	case week, fortnight:
		lo = weekStart(d)
		return lo, lo + 6
	case month:
		return dayOf(y, m, 1), dayOf(y, m, daysIn(y, m))
	case quarter:
		m = (m-1)/3*3 + 1
		return dayOf(y, m, 1), dayOf(y, m+2, daysIn(y, m+2))
	case year:
		return dayOf(y, 1, 1), dayOf(y, 12, 31)
	case decade:
		y = y / 10 * 10
		return dayOf(y, 1, 1), dayOf(y+9, 12, 31)
	case century:
		y = y / 100 * 100
		return dayOf(y, 1, 1), dayOf(y+99, 12, 31)
	case millennium:
		y = y / 1000 * 1000
		return dayOf(y, 1, 1), dayOf(y+999, 12, 31)
	}
	return d, d
}

// shift moves a day by n units.
func shift(d sayso.Day, u unit, n int) sayso.Day {
	switch u {
	case day:
		return d + sayso.Day(n)
	case weekend, week:
		return d + sayso.Day(7*n)
	case fortnight:
		return d + sayso.Day(14*n)
	case month:
		return addMonths(d, n)
	case quarter:
		return addMonths(d, 3*n)
	case year:
		return addMonths(d, 12*n)
	case decade:
		return addMonths(d, 120*n)
	case century:
		return addMonths(d, 1200*n)
	case millennium:
		return addMonths(d, 12000*n)
	}
	return d
}

// length is the number of days of a unit, roughly.
func length(u unit) int {
	switch u {
	case weekend:
		return 2
	case week:
		return 7
	case fortnight:
		return 14
	case month:
		return 30
	case quarter:
		return 91
	case year:
		return 365
	case decade:
		return 3652
	case century, millennium:
		return 36524
	}
	return 1
}

func precisionOf(u unit) sayso.Precision {
	switch u {
	case second, minute, hour:
		return sayso.PrecisionHour
	case day:
		return sayso.PrecisionDay
	case week:
		return sayso.PrecisionWeek
	case month:
		return sayso.PrecisionMonth
	case year:
		return sayso.PrecisionYear
	case decade:
		return sayso.PrecisionDecade
	}
	return sayso.PrecisionRange
}

// seasonBounds gives the meteorological season of the northern year; winter
// ends in the year after it began.
func seasonBounds(y int, code string) (lo, hi sayso.Day) {
	m := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
	lo = dayOf(y, m, 1)
	return lo, addMonths(lo, 3) - 1
}

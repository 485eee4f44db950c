package temporal

import (
	"strconv"

	"sayso"
)

// pad writes n with leading zeros.
func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// unitValue is the TIMEX3 value of the unit that holds d.
func unitValue(d sayso.Day, u unit) string {
	y, m, _ := civil(d)
	switch u {
	case month:
		return pad(y, 4) + "-" + pad(m, 2)
	case quarter:
		return pad(y, 4) + "-Q" + pad((m+2)/3, 1)
	case year:
		return pad(y, 4)
	case decade:
		return pad(y/10, 3)
	case century:
		return pad(y/100, 2)
	case week, fortnight:
		return weekValue(d)
	case weekend:
		return weekValue(d) + "-WE"
	}
	return d.String()
}

func weekValue(d sayso.Day) string {
	y, w := isoWeek(d)
	return pad(y, 4) + "-W" + pad(w, 2)
}

func decadeValue(y int) string { return pad(y/10, 3) }

// openValue is the value of an offset that has no day to count from.
func openValue(e *expr) string {
	switch e.unit {
	case month:
		return "XXXX-XX"
	case week, fortnight, weekend:
		return "XXXX-WXX"
	case year:
		return "XXXX"
	case quarter:
		return "XXXX-QX"
	}
	return "XXXX-XX-XX"
}

// universal is the code of GMT and UTC, which ISO 8601 writes as Z.
const universal = "+00:00"

func clockValue(minutes int) string {
	return "T" + pad(minutes/60, 2) + ":" + pad(minutes%60, 2)
}

// clockWords is the clock time or the part of day for [sayso.When].
func clockWords(e *expr) string {
	if e.clock != none {
		return pad(e.clock/60%24, 2) + ":" + pad(e.clock%60, 2)
	}
	if e.part != "" {
		return "T" + e.part
	}
	return ""
}

// durationValue is the TIMEX3 value of a stretch: P2Y, PT3H, PXM.
func durationValue(e *expr) string {
	n := strconv.Itoa(e.n)
	if e.vague || e.n2 > 0 {
		n = "X"
	}
	switch e.unit {
	case second:
		return "PT" + n + "S"
	case minute:
		if e.half {
			return "PT" + n + "M30S"
		}
		return "PT" + n + "M"
	case hour:
		if e.half {
			return "PT" + n + "H30M"
		}
		return "PT" + n + "H"
	case weekend:
		return "P" + n + "WE"
	case fortnight:
		return "P" + times(e.n, 2) + "W"
	case decade:
		if e.n > 1 && !e.vague {
			return "P" + times(e.n, 10) + "Y"
		}
		return "P" + n + "E"
	case quarter:
		return "P" + n + "Q"
	case century:
		return "P" + n + "C"
	case millennium:
		return "P" + n + "L"
	case year:
		if e.half {
			return "P" + n + "Y6M"
		}
	}
	return "P" + n + unitLetter(e.unit)
}

func times(n, by int) string { return strconv.Itoa(n * by) }

func unitLetter(u unit) string {
	switch u {
	case day:
		return "D"
	case week:
		return "W"
	case month:
		return "M"
	}
	return "Y"
}

// setValue is the TIMEX3 value of a repeated time.
func setValue(e *expr) string {
	switch e.code {
	case "W":
		v := "XXXX-WXX-" + pad((e.weekday+6)%7+1, 1)
		if e.part != "" {
			v += "T" + e.part
		}
		return v
	case "M":
		return "XXXX-" + pad(e.m, 2)
	case "S":
		return "XXXX-" + e.part
	}
	if e.part != "" {
		return "XXXX-XX-XXT" + e.part
	}
	f := *e
	if f.n == 0 {
		f.n = 1
	}
	return durationValue(&f)
}

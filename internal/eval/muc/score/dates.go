package score

import (
	"regexp"
	"strconv"
	"strings"
)

// interval is a date of a template: days as numbers that can be compared.
// Open is the default form, "- 26 AUG 89".
type interval struct {
	from, to int
	open     bool
}

var day = regexp.MustCompile(`([0-9]{1,2}) ([A-Z]{3})[A-Z]* ([0-9]{2})`)

const months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"

func parseDate(s string) (interval, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	var days []int
	for _, m := range day.FindAllStringSubmatch(s, -1) {
		d, errD := strconv.Atoi(m[1])
		y, errY := strconv.Atoi(m[3])
		mo := strings.Index(months, m[2])
		if errD != nil || errY != nil || mo < 0 || mo%3 != 0 {
			return interval{}, false
		}
		days = append(days, y*400+mo/3*32+d)
	}
	switch {
	case len(days) == 1 && strings.HasPrefix(s, "-"):
		return interval{to: days[0], open: true}, true
	case len(days) == 1:
		return interval{from: days[0], to: days[0]}, true
	case len(days) == 2:
		return interval{from: days[0], to: days[1]}, true
	}
	return interval{}, false
}

// gradeDate follows 3.2.2: part of the key's range is partly right, and so is a
// default fill whose day ends the key's range.
func gradeDate(r, k string) Grade {
	a, okA := parseDate(r)
	b, okB := parseDate(k)
	switch {
	case !okA || !okB:
		if strings.TrimSpace(r) == strings.TrimSpace(k) {
			return Correct
		}
		return Incorrect
	case a == b:
		return Correct
	case a.open:
		if a.to == b.to {
			return Partial
		}
		return Incorrect
	case b.from <= a.from && a.to <= b.to:
		return Partial
	}
	return Incorrect
}

package sayso

import (
	"encoding/json"
	"fmt"
	"math"
	"time"
)

// Day is a civil day as the number of days since 1970-01-01, so that date
// arithmetic is integer arithmetic and no time zone can move it. Its JSON is
// "YYYY-MM-DD", or null for [NoDay].
type Day int32

// NoDay is the unknown day.
const NoDay Day = math.MinInt32

// DayOf returns the day with that civil date; month and day overflow as in [time.Date].
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads "YYYY-MM-DD" (a longer RFC 3339 time is cut at the day).
// The empty string is [NoDay].
func ParseDay(s string) (Day, error) {
	if s == "" {
		return NoDay, nil
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return NoDay, fmt.Errorf("date %q is not of the form YYYY-MM-DD", s)
	}
	return Day(t.Unix() / 86400), nil
}

// Known reports whether d is a day at all.
func (d Day) Known() bool { return d != NoDay }

// Date returns the civil date of d, which must be known.
func (d Day) Date() (year int, month time.Month, day int) { return d.Time().Date() }

// Time returns midnight UTC of d, which must be known.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Weekday returns the day of the week of d, which must be known.
func (d Day) Weekday() time.Weekday { return time.Weekday(((int(d)+4)%7 + 7) % 7) }

// String returns "YYYY-MM-DD", or "" for [NoDay].
func (d Day) String() string {
	if !d.Known() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalJSON writes the date as a string, [NoDay] as null.
func (d Day) MarshalJSON() ([]byte, error) {
	if !d.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads null, "" or a date.
func (d *Day) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("date: %w", err)
	}
	if s == nil {
		*d = NoDay
		return nil
	}
	v, err := ParseDay(*s)
	*d = v
	return err
}

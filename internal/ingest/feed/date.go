package feed

import (
	"strings"
	"time"
)

// layouts are the ways in which feeds write moments, without weekday, comma
// and the names of zones.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006-01", "2006", "20060102", "06-01-02", "2006-002", "20060102T150405Z07:00", "20060102T150405",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04 -0700", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006", "2 Jan 06",
	"2 January 2006 15:04:05 -0700", "2 January 2006 15:04:05", "2 January 2006 15:04 -0700", "2 January 2006 15:04", "2 January 2006", "Jan 2 15:04:05 2006", "Jan 2 2006 15:04:05 -0700", "Jan 2 2006 15:04:05", "Jan 2 2006",
	"January 2 2006 15:04:05 -0700", "January 2 2006 15:04:05", "January 2 2006", "Jan 2 15:04:05 -0700 2006", "2-Jan-2006 15:04:05 -0700", "2-Jan-06 15:04:05 -0700",
	"01/02/2006 15:04:05", "01/02/2006", "2006/01/02",
}

// zones are the names that RFC 822 knows, and some that feeds use.
var zones = map[string]string{"GMT": "+0000", "UT": "+0000", "UTC": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700", "ET": "-0500", "CT": "-0600", "MT": "-0700", "PT": "-0800", "AT": "-0400", "AST": "-0400", "BST": "+0100",
	"CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "IST": "+0530", "JST": "+0900", "AEST": "+1000", "ETC/GMT": "+0000"}

// moment reads a date. Where it names no zone it is taken as UTC.
func moment(words string) Date {
	d := Date{Words: strings.TrimSpace(words)}
	fields := strings.Fields(strings.ReplaceAll(d.Words, ",", " "))
	if len(fields) > 1 && len(strings.Trim(fields[0], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.")) == 0 && weekday(fields[0]) {
		fields = fields[1:]
	}
	for i, f := range fields {
		if z, ok := zones[strings.ToUpper(f)]; ok && i > 0 {
			fields[i] = z
		}
		for _, name := range []string{"GMT", "UTC"} {
			if rest, ok := strings.CutPrefix(f, name); ok && len(rest) > 1 && (rest[0] == '+' || rest[0] == '-') {
				fields[i] = strings.ReplaceAll(rest, ":", "")
			}
		}
	}
	s := strings.Join(fields, " ")
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			d.Time = t.UTC()
			return d
		}
	}
	if over, ok := strings.CutSuffix(s, "T24:00:00Z"); ok { // the end of a day
		if t, err := time.Parse(time.DateOnly, over); err == nil {
			d.Time = t.AddDate(0, 0, 1)
		}
	}
	return d
}

func weekday(s string) bool {
	s = strings.ToLower(strings.Trim(s, "."))
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(s) >= 2 && strings.HasPrefix(strings.ToLower(d.String()), s) || s == "thurs" || s == "tues" {
			return true
		}
	}
	return false
}

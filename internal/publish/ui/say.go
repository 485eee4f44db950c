package ui

import (
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sayso"
	"sayso/internal/publish/people"
	"sayso/internal/store"
)

// functions are what templates can call.
func (d *Desk) functions() template.FuncMap {
	return template.FuncMap{
		"asset": func(n string) string { return d.files.address(n) },
		"day":   sayDay, "days": sayDays, "number": sayNumber, "ends": sayEnds, "type": d.label, "about": sayAbout,
		"field": sayField, "thousands": thousands, "plural": plural, "join": strings.Join, "outlet": host,
		"percent": func(f float64) string { return strconv.Itoa(int(f*100+0.5)) + "%" },
		"at":      sayTime, "lower": strings.ToLower, "path": segment, "query": url.QueryEscape, "list": func(v ...any) []any { return v },
		"may":     func(p people.Person, r string) bool { return !p.Role.Under(people.Role(r)) },
		"share":   func(f *float64) string { return coord(max(0, min(1, *f)) * 100) },
		"str":     func(v any) string { return fmt.Sprint(v) },
		"alpha":   func(f *float64) string { return fmt.Sprintf("%.2f", *f) },
		"undated": sayUndated, "signs": signs, "opinion": func(kind string) string { return opinionNames[kind] },
		"oldest": func(list []change) []change { list = slices.Clone(list); slices.Reverse(list); return list },
	}
}

// label is how a type reads.
func (d *Desk) label(id string) string {
	if t, ok := d.types[id]; ok {
		return t.Label
	}
	return strings.ReplaceAll(id, "-", " ")
}

// sayDay is "8 February 2017".
func sayDay(d sayso.Day) string {
	if !d.Known() {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// sayDays is a range of days in as few words as it takes.
func sayDays(a, b sayso.Day) string {
	switch {
	case !a.Known() && !b.Known():
		return ""
	case !a.Known():
		return "until " + sayDay(b)
	case !b.Known():
		return "from " + sayDay(a)
	case a == b:
		return sayDay(a)
	}
	x, y := a.Time(), b.Time()
	switch {
	case x.Day() == 1 && y.AddDate(0, 0, 1).Day() == 1 && x.Month() == y.Month() && x.Year() == y.Year():
		return x.Format("January 2006")
	case x.YearDay() == 1 && y.AddDate(0, 0, 1).YearDay() == 1 && x.Year() == y.Year():
		return x.Format("2006")
	case x.Year() == y.Year() && x.Month() == y.Month():
		return strconv.Itoa(x.Day()) + "–" + sayDay(b)
	case x.Year() == y.Year():
		return x.Format("2 January") + " – " + sayDay(b)
	}
	return sayDay(a) + " – " + sayDay(b)
}

// sayNumber is a count in words: "7–10", "at least 3".
func sayNumber(lo, hi *int) string {
	switch {
	case lo == nil && hi == nil:
		return "unknown"
	case lo == nil:
		return "at most " + thousands(*hi)
	case hi == nil:
		return "at least " + thousands(*lo)
	case *lo == *hi:
		return thousands(*lo)
	}
	return thousands(*lo) + "–" + thousands(*hi)
}

// sayEnds is the low and high figure where they differ from the best.
func sayEnds(lo, best, hi *int) string {
	if best == nil {
		return sayNumber(lo, hi)
	}
	if (lo == nil || *lo == *best) && (hi == nil || *hi == *best) {
		return ""
	}
	return sayNumber(lo, hi)
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	if y, ok := strings.CutSuffix(one, "y"); ok {
		return thousands(n) + " " + y + "ies"
	}
	return thousands(n) + " " + one + "s"
}

var abouts = map[string]string{sayso.AboutIncident: "that it happened", sayso.AboutAgent: "who did it", sayso.AboutPlace: "where",
	sayso.AboutTime: "when", sayso.AboutStatus: "whether it came about"}

// sayAbout is what a claim is about, in words.
func sayAbout(about string) string {
	if s := abouts[about]; s != "" {
		return s
	}
	if what, ok := strings.CutPrefix(about, sayso.AboutCount); ok {
		return "how many " + strings.ReplaceAll(what, "-", " ")
	}
	return about
}

var fieldNames = map[string]string{"type": "What", "status": "Came about", "when": "When", "where": "Where", "from": "From", "agent": "By",
	"target": "Against", "party": "Parties", "salience": "Told as", "incident": "Happened"}

// sayField is the name of a field.
func sayField(name string) string {
	if s := fieldNames[name]; s != "" {
		return s
	}
	what, _ := strings.CutPrefix(name, sayso.AboutCount)
	what = strings.ReplaceAll(what, "-", " ")
	return strings.ToUpper(what[:min(1, len(what))]) + what[min(1, len(what)):]
}

// sayTime is an RFC 3339 time to the minute.
func sayTime(s string) string {
	if len(s) >= 16 && s[10] == 'T' {
		return s[:10] + " " + s[11:16] + " UTC"
	}
	return s
}

// formatNames are the names of formats that are written otherwise than their ids.
var formatNames = map[string]string{"acled-csv": "ACLED", "csv": "CSV", "ftm": "FollowTheMoney", "geojson": "GeoJSON", "hxl": "HXL", "plover": "PLOVER", "prov": "PROV",
	"stix": "STIX", "ucdp-csv": "UCDP"}

func host(address string) string { return store.OutletOf("", address) }

// dated is the day at the head of an incident's sentence.
var dated = regexp.MustCompile(`^(?:(?:On|By) \d{1,2} \pL+ \d{4} |In (?:\pL+ )?\d{4} |From \d{1,2} \pL+ \d{4} on |Between \d{1,2} \pL+ \d{4} and \d{1,2} \pL+ \d{4} )`)

// sayUndated is an incident's sentence without the day at its head, for lists
// that have the day beside it.
func sayUndated(sentence string) string {
	rest := sentence[len(dated.FindString(sentence)):]
	_, n := utf8.DecodeRuneInString(rest)
	return strings.ToUpper(rest[:n]) + rest[n:]
}

package temporal

import "sayso/internal/document"

// form says what kind of expression was read, before it is resolved.
type form uint8

const (
	formNone     form = iota
	formCalendar      // the parts of a date that the text gives
	formOffset        // n units from the reference: yesterday, last week, two years ago
	formDuration      // for two years; anchored where dir is set: the past two years
	formSet           // every month
	formRef           // recently, now, the future
	formSeason        // last summer
	formQuarter       // the third quarter of 1990
	formHalf          // the first half of 1990
	formDecade        // the 1990s
	formCentury       // the 20th century
	formHoliday       // Easter 2019
	formClock         // 10 p.m., with the day left open
	formNth           // the first week of May
	formSpelled       // two dates written as a range: 13-14 May
)

// anchor says from where an offset is counted.
type anchor uint8

const (
	fromReference anchor = iota // the day of publication, or the dateline's
	fromMention                 // the day last spoken of
)

// none marks a part that is not given, where 0 is a value.
const none = -1

// expr is a time expression as read: what the words say by themselves.
type expr struct {
	document.Range
	form    form
	y, m, d int  // formCalendar: 0 where not given
	m2, d2  int  // end of a range of days
	weekday int  // 0 is Sunday; none
	unit    unit //
	n, n2   int  // how many units; n2 is the upper end of "two to three"
	half    bool // and a half
	vague   bool // several, few: n is only a guess
	dir     int  // -1 back, +1 ahead of the anchor, 0 open
	anchor  anchor
	rel     int    // this 0, last -1, next +1; hasRel says whether given
	hasRel  bool   //
	past    bool   // the word was "past": the stretch up to now
	code    string // season; PAST, PRESENT, FUTURE; value of a set
	part    string // part of day: MO MI AF EV NI
	clock   int    // minutes after midnight; none
	zone    string
	mod     byte // ~ about, - nearly, > more than, < less than, = just
	bound   byte // e, m, l: early, mid, late; E, L: earlier, later
	holiday *holiday
	spelled *expr // the other end of a range
	tail    int   // tokens after it that say which way it counts: "two days | later"
	within  *expr // the stretch of which formNth is a part
	weak    bool  // counts only in the company of a preposition
}

// blank is an expression of one form that covers nothing yet.
func blank(f form, first int) expr {
	return expr{Range: document.Range{First: first, End: first}, form: f, weekday: none, clock: none}
}

// isDay reports whether the expression names a single day.
func (e *expr) isDay() bool {
	switch e.form {
	case formCalendar:
		return e.d > 0 || (e.weekday != none && e.m == 0 && e.y == 0)
	case formOffset:
		return e.unit == day
	case formHoliday:
		return true
	}
	return false
}

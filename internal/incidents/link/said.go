package link

import (
	"strconv"
	"strings"
	"time"

	"sayso"
	"sayso/internal/model/logit"
)

// saying is what an article says of a day, whether or not that tells which day
// it was: "Saturday" and "on 18 November" of articles that nobody knows the day
// of. 0 is not said.
type saying struct {
	weekday    int // 1 is Sunday
	month, day int
}

// sayings are what the words of a time say, or what the one day says that they
// were found to mean.
func sayings(w *sayso.When) (s saying) {
	switch {
	case w == nil:
	case w.Earliest.Known() && w.Earliest == w.Latest:
		_, m, d := w.Earliest.Date()
		s = saying{int(w.Earliest.Weekday()) + 1, int(m), d}
	case !w.Earliest.Known() && !w.Latest.Known():
		for f := range strings.FieldsFuncSeq(w.Words, notWord) {
			s.hear(strings.ToLower(f))
		}
	}
	return s
}

// hear takes in a word.
func (s *saying) hear(word string) {
	if n := calendar[word]; n > 0 {
		s.weekday = n
	} else if n < 0 {
		s.month = -n
	} else if d, err := strconv.Atoi(word); err == nil && d >= 1 && d <= 31 {
		s.day = d
	}
}

// calendar holds the days of the week from 1 and the months from -1 down, in
// full and short.
var calendar = func() map[string]int {
	out := map[string]int{}
	note := func(name string, n int) {
		name = strings.ToLower(name)
		out[name], out[name[:3]] = n, n
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		note(d.String(), int(d)+1)
	}
	for m := time.January; m <= time.December; m++ {
		note(m.String(), -int(m))
	}
	return out
}()

// said compares what two reports say of their days where it is not known which
// days both mean.
func said(a, b *Report, on func(int, bool)) {
	x, y := a.said, b.said
	if a.Dated && b.Dated {
		return
	}
	if x.weekday > 0 && y.weekday > 0 {
		on(sameWeekday, x.weekday == y.weekday)
		on(otherWeekday, x.weekday != y.weekday)
	}
	if x.month > 0 && y.month > 0 && x.day > 0 && y.day > 0 {
		on(sameDate, x.month == y.month && x.day == y.day)
		on(otherDate, x.month != y.month || x.day != y.day)
	}
}

// wordingOf are the words for a time, "last month", short ones and articles left
// out.
func wordingOf(when *sayso.When) []word {
	if when == nil {
		return nil
	}
	b := bag{}
	for f := range strings.FieldsFuncSeq(when.Words, notWord) {
		if w := sayso.FoldName(f); len(w) > 2 && w != "the" || w != "" && isDigit(w[0]) {
			b[ident(w)] = 1
		}
	}
	return b.list()
}

// wording compares the words for the time where not both give a day: "last month"
// is not "on Saturday", whichever month and Saturday these are.
func wording(a, b *Report, v *[count]int) {
	if a.Dated && b.Dated || len(a.wording) == 0 || len(b.wording) == 0 {
		return
	}
	v[sameWording] = common(a.wording, b.wording) * logit.Full / min(len(a.wording), len(b.wording))
	v[otherWording] = logit.Full - v[sameWording]
}

package extract

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso"
)

// sign is a place of a page that gives a time.
type sign struct {
	where string // a form of "%q", for the time
	value string
	rank  int // the less, the more likely it is the time of publication
}

var (
	publication = regexp.MustCompile(`(?i)publi|created|issued|^date$|pubdate|sailthru\.date`)
	temporal    = regexp.MustCompile(`(?i)date|time`)
	inJSON      = regexp.MustCompile(`"(datePublished|dateCreated|uploadDate)"\s*:\s*"([^"]{8,40})"`)
	figures     = regexp.MustCompile(`^[-0-9TZ:+./ ]+$`)
)

// signOf is what a node says of a time.
func signOf(n *html.Node) (s sign, ok bool) {
	attr := map[string]string{}
	for _, a := range n.Attr {
		attr[a.Key] = a.Val
	}
	switch n.DataAtom {
	case atom.Meta:
		key := attr["property"] + attr["name"] + attr["itemprop"] + attr["http-equiv"]
		if attr["content"] == "" || !publication.MatchString(key) && !temporal.MatchString(key) {
			return s, false
		}
		s = sign{"<meta " + strings.ReplaceAll(key, "%", "") + " %q>", attr["content"], 2}
		if publication.MatchString(key) {
			s.rank = 0
		}
		return s, true
	case atom.Time:
		return sign{"<time %q>", attr["datetime"], 3}, attr["datetime"] != ""
	case atom.Script:
		if strings.Contains(attr["type"], "ld+json") && n.FirstChild != nil {
			if m := inJSON.FindStringSubmatch(n.FirstChild.Data); m != nil {
				return sign{m[1] + ": %q", m[2], 1}, true
			}
		}
	}
	return s, false
}

// forms are the ways in which a day is written, the surest first.
func forms(day sayso.Day) (out []string) {
	t := day.Time()
	for _, layout := range []string{"2006-01-02", "2006/01/02", "20060102", "2006/1/2", "January 2, 2006", "Jan. 2, 2006", "Jan 2, 2006", "2 January 2006", "02 January 2006",
		"2 Jan 2006", "02 Jan 2006", "January 2 2006", "2 January, 2006", "02.01.2006", "2.1.2006", "02/01/2006", "01/02/2006", "2/1/2006", "1/2/2006", "02-01-2006", "01-02-2006", "2006.01.02"} {
		out = append(out, t.Format(layout))
	}
	return out
}

// dated says what of a page a day of publication rests on: the tag, the address
// or the words that give it; "" where none of them does.
func dated(day sayso.Day, signs []sign, address, page string) string {
	written := forms(day)
	best := sign{rank: 9}
	for _, s := range signs {
		if form := holdsAny(s.value, written); form != "" && s.rank < best.rank {
			if best = s; !figures.MatchString(s.value) { // there may be a name beside it
				best.value = form
			}
		}
	}
	if best.rank < 9 {
		return line(fmt.Sprintf(best.where, best.value))
	}
	if form := holdsAny(address, written); form != "" {
		return `address "` + form + `"`
	}
	if form := holdsAny(page, written); form != "" {
		return `words "` + form + `"`
	}
	return ""
}

// holdsAny is the first of the forms that a text holds, as the text has it.
func holdsAny(text string, forms []string) string {
	for _, f := range forms {
		for from := 0; ; {
			i := strings.Index(text[from:], f)
			if i < 0 {
				break
			}
			if from += i; !digitAt(text, from-1) && !digitAt(text, from+len(f)) {
				return f
			}
			from += len(f)
		}
	}
	return ""
}

// digitAt reports whether a number goes on there.
func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

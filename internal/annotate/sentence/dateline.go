package sentence

import "sayso/internal/document"

// months and days are the words of a line that holds only a date.
var dates = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true,
	"july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true,
	"oct": true, "nov": true, "dec": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true,
	"friday": true, "saturday": true, "sunday": true, "mon": true, "tue": true, "wed": true, "thu": true, "fri": true,
	"sat": true, "sun": true}

// maxDateline is the number of tokens that a dateline may have.
const maxDateline = 24

// datelineEnd returns where the dateline at the start of block r ends, or
// r.First where there is none: a line that holds only a date, or a place (with
// a date or an agency) and a dash before the first sentence.
func datelineEnd(d *document.Document, r document.Range) int {
	if onlyDate(d, r) {
		return r.End
	}
	agency, date, brackets := false, false, 0
	for i := r.First; i < r.End && i < r.First+maxDateline; i++ {
		w := d.Word(i)
		switch {
		case isDash(w) && brackets == 0 && i > r.First:
			if (agency || date || shouted(d, document.Range{First: r.First, End: i})) && spaced(d, i) {
				return i + 1
			}
			if spaced(d, i) {
				return r.First
			}
		case w == "(" || w == "[":
			brackets++
			agency = true
		case w == ")" || w == "]":
			brackets--
		case dates[lowered(w)]:
			date = true
		case brackets == 0 && !placeWord(w):
			return r.First
		}
	}
	return r.First
}

// placeWord reports whether w may stand in a dateline outside brackets.
func placeWord(w string) bool {
	c := w[0]
	return c >= 'A' && c <= 'Z' || c >= 0x80 || c >= '0' && c <= '9' || w == "," || w == "." || w == "/" || w == ":" ||
		isDash(w) || w == "of" || w == "al" || w == "el" || w == "de" || w == "the" || w == "'s"
}

func isDash(w string) bool { return w == "-" || w == "--" || w == "–" || w == "—" || w == "---" }

// spaced reports whether the dash at token i stands off the word before or
// after it.
func spaced(d *document.Document, i int) bool {
	return d.Tokens[i-1].End < d.Tokens[i].Start || i+1 < len(d.Tokens) && d.Tokens[i].End < d.Tokens[i+1].Start ||
		d.Word(i) == "--" || d.Word(i) == "—"
}

// shouted reports whether the first word of r is in capitals while the text
// after r is not: a place at the head of a report.
func shouted(d *document.Document, r document.Range) bool {
	if !capitals(d.Word(r.First)) || len(d.Word(r.First)) < 3 || r.Len() > 6 || r.End+3 > len(d.Tokens) {
		return false
	}
	for i := r.End + 1; i < len(d.Tokens) && i < r.End+8; i++ {
		if c := d.Word(i)[0]; c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

func capitals(w string) bool {
	for i := range len(w) {
		if w[i] >= 'a' && w[i] <= 'z' {
			return false
		}
	}
	return true
}

// onlyDate reports whether r is a line with a date and nothing else.
func onlyDate(d *document.Document, r document.Range) bool {
	if r.Len() > 8 {
		return false
	}
	found := false
	for i := r.First; i < r.End; i++ {
		w := d.Word(i)
		switch {
		case dates[lowered(w)]:
			found = true
		case w[0] >= '0' && w[0] <= '9' || w == "," || w == ".":
		default:
			return false
		}
	}
	return found
}

// lowered returns w in lower case, without its final full stop, if it is short
// ASCII; else "".
func lowered(w string) string {
	var b [12]byte
	if len(w) > len(b) {
		return ""
	}
	n := copy(b[:], w)
	if n > 1 && b[n-1] == '.' {
		n--
	}
	for i := range n {
		if b[i] >= 'A' && b[i] <= 'Z' {
			b[i] |= 0x20
		}
	}
	return string(b[:n])
}

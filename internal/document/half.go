package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HalfCountry is the full name of the half of a divided country that token i stands for
// by its short name, "" where it is none: "the North", where the text names either half in
// full, and both are countries by known.
func (d *Document) HalfCountry(i int, known func(name string) bool) string {
	word := d.Word(i)
	if word != "North" && word != "South" || !d.short(i) {
		return ""
	}
	land := ""
	for k := 1; k < len(d.Tokens); k++ {
		if w := d.Word(k - 1); w != "North" && w != "South" || !startsCapital(d.Word(k)) {
			continue
		}
		x := strings.TrimSuffix(strings.TrimSuffix(d.Word(k), "ns"), "n")
		if !known("North "+x) || !known("South "+x) {
			continue
		}
		if land != "" && land != x {
			return ""
		}
		land = x
	}
	if land == "" {
		return ""
	}
	return word + " " + land
}

// short reports whether a word stands for a country by itself: behind "the", with no name
// behind it, or side by side with the other half.
func (d *Document) short(i int) bool {
	if i+1 < len(d.Tokens) && startsCapital(d.Word(i+1)) {
		return false
	}
	if i > 0 && strings.EqualFold(d.Word(i-1), "the") {
		return true
	}
	return i+3 < len(d.Tokens) && (d.Word(i+1) == "and" || d.Word(i+1) == "or") && (d.Word(i+2) == "South" || d.Word(i+2) == "North") && startsCapital(d.Word(i+3))
}

func startsCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

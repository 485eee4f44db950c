// Package divided reads the short names of the halves of a divided country: "the North",
// "the South", "North and South Korea".
package divided

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// Country is the full name of the half that token i stands for by its short name, ""
// where it is none: Korea, where the text names either half in full and both are
// countries by [known].
func Country(d *document.Document, i int, known func(name string) bool) string {
	word := d.Word(i)
	if word != "North" && word != "South" || !short(d, i) {
		return ""
	}
	land := ""
	for k := 1; k < len(d.Tokens); k++ {
		if w := d.Word(k - 1); w != "North" && w != "South" || !capital(d.Word(k)) {
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
func short(d *document.Document, i int) bool {
	if i+1 < len(d.Tokens) && capital(d.Word(i+1)) {
		return false
	}
	if i > 0 && strings.EqualFold(d.Word(i-1), "the") {
		return true
	}
	return i+3 < len(d.Tokens) && (d.Word(i+1) == "and" || d.Word(i+1) == "or") && (d.Word(i+2) == "South" || d.Word(i+2) == "North") && capital(d.Word(i+3))
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

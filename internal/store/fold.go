package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold turns text into the words by which it is found: runs of letters and
// digits, lower case, accents taken off, one space between. An apostrophe
// parts words, as in "Assad's" → "assad s". Indexes are made of it: whoever
// changes it adds a migration that makes them again.
func Fold(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	gap := true
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			out.WriteRune(unicode.ToLower(r))
			gap = false
		case !gap:
			out.WriteByte(' ')
			gap = true
		}
	}
	return strings.TrimSuffix(out.String(), " ")
}

// HoldsWords reports whether folded text holds every word of the folded query.
func HoldsWords(folded, query string) bool {
	have := " " + folded + " "
	for w := range strings.FieldsSeq(query) {
		if !strings.Contains(have, " "+w+" ") {
			return false
		}
	}
	return true
}

package ner

import (
	"unicode"

	"sayso/internal/document"
)

// caselessText reports whether a text is written all in capitals or all in
// lower case: at most one letter in a hundred is of the other kind.
func caselessText(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
		case r < 0x80:
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper*200 <= lower || lower*100 <= upper
}

// capitals reports whether a sentence of several words is all in capitals.
func capitals(d *document.Document, r document.Range) bool {
	words := 0
	for i := r.First; i < r.End; i++ {
		letters, lower := 0, false
		for _, c := range d.Word(i) {
			if unicode.IsLetter(c) {
				letters++
				lower = lower || unicode.IsLower(c)
			}
		}
		if lower {
			return false
		}
		if letters > 1 {
			words++
		}
	}
	return words >= 3
}

package kern

import (
	"unicode"
	"unicode/utf8"
)

// Shape is how a word is written.
type Shape uint8

// The shapes of words.
const (
	Lower  Shape = iota // all letters small
	Title               // the first letter capital, others small
	Upper               // more than one letter, all capital
	Single              // one capital letter, with a full stop or without
	Mixed               // capitals inside
	Number              // digits and marks
	Alnum               // letters and digits
	Mark                // no letter and no digit
	Blank               // case says nothing here: see [Casing]
)

// ShapeOf returns the shape of a word.
func ShapeOf(w string) Shape {
	lower, upper, digits, first := 0, 0, 0, false
	for i, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
			first = first || i == 0
		case '0' <= r && r <= '9':
			digits++
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		case unicode.IsLetter(r):
			lower++
		}
	}
	return shapeFrom(lower, upper, digits, first)
}

func shapeFrom(lower, upper, digits int, first bool) Shape {
	switch {
	case digits > 0 && lower+upper == 0:
		return Number
	case digits > 0:
		return Alnum
	case lower+upper == 0:
		return Mark
	case upper == 0:
		return Lower
	case lower == 0 && upper == 1:
		return Single
	case lower == 0:
		return Upper
	case first && upper == 1:
		return Title
	}
	return Mixed
}

// Casing is what the letters of a stretch of text say about case.
type Casing uint8

// The casings: of a text in capitals or in small letters only, the shape of a
// word says nothing; in a headline it says less.
const (
	MixedCase Casing = iota
	AllUpper
	AllLower
	Headline // Nearly Every Word Begins With a Capital
)

// CasingOf returns the casing of a stretch from the shapes of its words.
func CasingOf(shapes []Shape) Casing {
	var n [Blank + 1]int
	for _, s := range shapes {
		n[s]++
	}
	capital := n[Title] + n[Mixed]
	switch {
	case n[Lower] == 0 && capital == 0 && n[Upper] > 1:
		return AllUpper
	case n[Upper] == 0 && capital == 0 && n[Lower] > 0: // "I" is a capital everywhere
		return AllLower
	case capital >= 4 && n[Lower]*4 <= capital:
		return Headline
	}
	return MixedCase
}

// Prefix hashes the first n letters of a word without case, the whole word if
// it is shorter.
func Prefix(w string, n int) uint64 {
	for i := range w {
		if n == 0 {
			return Word(w[:i])
		}
		n--
	}
	return Word(w)
}

// Suffix hashes the last n letters of a word without case, the whole word if it
// is shorter.
func Suffix(w string, n int) uint64 {
	i := len(w)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && !utf8.RuneStart(w[i]) {
			i--
		}
	}
	return Word(w[i:])
}

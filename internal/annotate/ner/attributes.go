package ner

import (
	"unicode"
	"unicode/utf8"
)

// caseKind is how a word is written.
type caseKind uint8

// The ways of writing; anything without letters is caseNone.
const (
	caseNone  caseKind = iota // digits, punctuation
	caseLower                 // rebels
	caseFirst                 // Mosul
	caseUpper                 // ISIS
	caseMixed                 // al-Nusra, McCain
)

// attribute is what the templates see of one word: hashes and small numbers,
// computed once a word.
type attribute struct {
	form, lower uint32              // the word as written and in lower case
	shape       uint32              // Xxxx-dd, runs squeezed to two
	prefix      [3]uint32           // first 2, 3, 4 letters, lower case
	suffix      [4]uint32           // last 1, 2, 3, 4 letters, lower case
	cluster     [Clusterings]uint32 // 0 where the word is not in the lexicon
	gazetteer   uint32              // hash of the marks of lists that cover the word
	kind        caseKind            //
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// Hash is the 32-bit FNV-1a hash of s, never 0.
func Hash(s string) uint32 {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h | 1
}

func hashBytes(b []byte) uint32 {
	h := uint32(fnvOffset)
	for _, c := range b {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h | 1
}

// mix folds b into a; the order of a and b matters.
func mix(a, b uint32) uint32 {
	h := a*0x9E3779B1 ^ b
	h ^= h >> 15
	h *= 0x85EBCA77
	h ^= h >> 13
	return h
}

// maxWord bounds the bytes of a word that are looked at.
const maxWord = 64

// analyse fills a from a word. With fold, the word is read as if it were
// written in lower case. buf is scratch of the caller.
func (a *attribute) analyse(word string, fold bool, buf []byte) []byte {
	if len(word) > maxWord {
		word = clip(word)
	}
	buf = appendLower(buf[:0], word)
	*a = attribute{lower: hashBytes(buf)}
	a.form = Hash(word)
	if fold {
		a.form = a.lower
	}
	a.shape, a.kind = shapeOf(word, fold)
	a.affixes(buf)
	return buf
}

// clip cuts a word after maxWord bytes, on a rune border.
func clip(word string) string {
	n := maxWord
	for n > 0 && !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}

// appendLower appends word in lower case. Typographic apostrophes become plain
// ones, so that don’t and don't are one word.
func appendLower(buf []byte, word string) []byte {
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			buf = append(buf, byte(r))
		case r == '’' || r == '‘' || r == 'ʼ':
			buf = append(buf, '\'')
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}

// affixes hashes the first and last letters of a lower-case word; a word
// shorter than the affix has none.
func (a *attribute) affixes(lower []byte) {
	end, n := 0, 0
	for end < len(lower) && n < 4 {
		_, size := utf8.DecodeRune(lower[end:])
		end, n = end+size, n+1
		if n >= 2 && end < len(lower) {
			a.prefix[n-2] = hashBytes(lower[:end])
		}
	}
	start := len(lower)
	for n = 0; start > 0 && n < 4; n++ {
		_, size := utf8.DecodeLastRune(lower[:start])
		start -= size
		if start > 0 {
			a.suffix[n] = hashBytes(lower[start:])
		}
	}
}

// shapeOf hashes the shape of a word (letters to X or x, digits to d, runs
// squeezed to two) and tells how it is written.
func shapeOf(word string, fold bool) (uint32, caseKind) {
	h, last, run := uint32(fnvOffset), byte(0), 0
	upper, lower, first, n := 0, 0, false, 0
	for _, r := range word {
		c := shapeRune(r, fold)
		switch c {
		case 'X':
			upper++
			first = first || n == 0
		case 'x':
			lower++
		}
		n++
		if run++; c != last {
			last, run = c, 1
		}
		if run <= 2 {
			h = (h ^ uint32(c)) * fnvPrime
		}
	}
	return h | 1, kindOf(upper, lower, first)
}

func kindOf(upper, lower int, first bool) caseKind {
	switch {
	case upper == 0 && lower == 0:
		return caseNone
	case upper == 0:
		return caseLower
	case lower == 0:
		return caseUpper
	case first && upper == 1:
		return caseFirst
	}
	return caseMixed
}

func shapeRune(r rune, fold bool) byte {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r && r <= 'z':
			return 'x'
		case 'A' <= r && r <= 'Z':
			if fold {
				return 'x'
			}
			return 'X'
		case '0' <= r && r <= '9':
			return 'd'
		}
		return byte(r)
	case r == '’' || r == '‘':
		return '\''
	case r == '“' || r == '”':
		return '"'
	case unicode.IsUpper(r) && !fold:
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return '?'
}

package tokenize

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character may do in a token.
type class uint8

const (
	space  class = iota // separates: spaces, controls, zero-width spaces, broken bytes
	letter              // letters, marks and joiners
	digit               //
	other               // punctuation and symbols
)

var ascii = func() (t [128]class) {
	for c := range t {
		switch {
		case c <= ' ' || c == 127:
			t[c] = space
		case '0' <= c && c <= '9':
			t[c] = digit
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter
		default:
			t[c] = other
		}
	}
	return t
}()

func classOf(r rune) class {
	if r < 128 {
		return ascii[r]
	}
	switch {
	case r == '\u200b' || r == '\ufeff' || r == '\u2060' || r < 0xa0 || unicode.Is(unicode.Z, r) ||
		0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 || r == '\u200e' || r == '\u200f':
		return space
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200c' || r == '\u200d':
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

func isSpace(r rune) bool { return classOf(r) == space }

// runeAt decodes the rune at i and its width.
func runeAt(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// runeBefore decodes the rune that ends at i.
func runeBefore(text string, i int) (rune, int) { return utf8.DecodeLastRuneInString(text[:i]) }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == '`' || r == 'ʼ' || r == '´'
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }
func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
func isDigit(b byte) bool { return '0' <= b && b <= '9' }
func isAlpha(b byte) bool { return isLower(b | 0x20) }

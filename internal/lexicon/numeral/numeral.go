package numeral

import "strings"

// Words gives the words to read from by index.
type Words interface {
	Word(i int) string
}

// Kind says how a word takes part in a number.
type Kind uint8

// The kinds of number words.
const (
	None     Kind = iota
	Digits        // "7", "1,200", "3.5"
	Unit          // one … nineteen
	Tens          // twenty … ninety
	Hundred       // hundred
	Scale         // thousand, million, billion, trillion
	Ordinal       // first, 21st
	Fraction      // half, quarter as part of "two and a half"
)

// Token is one word as part of a number.
type Token struct {
	Kind  Kind
	Value float64
}

var words = map[string]Token{
	"zero": {Unit, 0}, "one": {Unit, 1}, "two": {Unit, 2}, "three": {Unit, 3}, "four": {Unit, 4}, "five": {Unit, 5},
	"six": {Unit, 6}, "seven": {Unit, 7}, "eight": {Unit, 8}, "nine": {Unit, 9}, "ten": {Unit, 10}, "eleven": {Unit, 11},
	"twelve": {Unit, 12}, "thirteen": {Unit, 13}, "fourteen": {Unit, 14}, "fifteen": {Unit, 15}, "sixteen": {Unit, 16},
	"seventeen": {Unit, 17}, "eighteen": {Unit, 18}, "nineteen": {Unit, 19},
	"twenty": {Tens, 20}, "thirty": {Tens, 30}, "forty": {Tens, 40}, "fourty": {Tens, 40}, "fifty": {Tens, 50}, "sixty": {Tens, 60},
	"seventy": {Tens, 70}, "eighty": {Tens, 80}, "ninety": {Tens, 90},
	"hundred": {Hundred, 100}, "thousand": {Scale, 1e3}, "million": {Scale, 1e6}, "billion": {Scale, 1e9}, "trillion": {Scale, 1e12},
	"lakh": {Scale, 1e5}, "lakhs": {Scale, 1e5}, "crore": {Scale, 1e7}, "crores": {Scale, 1e7},
	"first": {Ordinal, 1}, "second": {Ordinal, 2}, "third": {Ordinal, 3}, "fourth": {Ordinal, 4}, "fifth": {Ordinal, 5},
	"sixth": {Ordinal, 6}, "seventh": {Ordinal, 7}, "eighth": {Ordinal, 8}, "ninth": {Ordinal, 9}, "tenth": {Ordinal, 10},
	"eleventh": {Ordinal, 11}, "twelfth": {Ordinal, 12}, "thirteenth": {Ordinal, 13}, "fourteenth": {Ordinal, 14},
	"fifteenth": {Ordinal, 15}, "sixteenth": {Ordinal, 16}, "seventeenth": {Ordinal, 17}, "eighteenth": {Ordinal, 18},
	"nineteenth": {Ordinal, 19}, "twentieth": {Ordinal, 20}, "thirtieth": {Ordinal, 30}, "hundredth": {Ordinal, 100},
	"half": {Fraction, 0.5},
}

// Lower writes the ASCII lower case of s into buf and returns it, or false
// where s is longer than buf. Looking a map up by string(result) allocates nothing.
func Lower(buf []byte, s string) ([]byte, bool) {
	if len(s) > len(buf) {
		return nil, false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(s)], true
}

// Look says how w takes part in a number, in any letter case.
func Look(w string) Token {
	if w == "" {
		return Token{}
	}
	if c := w[0]; '0' <= c && c <= '9' {
		return digits(w)
	}
	var buf [12]byte
	low, ok := Lower(buf[:], w)
	if !ok {
		return hyphened(w)
	}
	if t, ok := words[string(low)]; ok {
		return t
	}
	return hyphened(w)
}

// hyphened reads "twenty-one" and "twenty-first" where a tokenizer keeps them whole.
func hyphened(w string) Token {
	first, rest, ok := strings.Cut(w, "-")
	if !ok {
		return Token{}
	}
	a, b := words[strings.ToLower(first)], words[strings.ToLower(rest)]
	if a.Kind == Tens && b.Value < 10 && (b.Kind == Unit || b.Kind == Ordinal) && b.Value > 0 {
		return Token{b.Kind, a.Value + b.Value}
	}
	return Token{}
}

// digits reads "7", "1,200", "3.5" and "21st"; anything else is no number.
func digits(w string) Token {
	value, scale, group := 0.0, 0.0, -1
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case '0' <= c && c <= '9' && scale == 0:
			value = value*10 + float64(c-'0')
			if group >= 0 {
				group++
			}
		case '0' <= c && c <= '9':
			value += float64(c-'0') * scale
			scale /= 10
		case c == ',' && scale == 0 && i+3 < len(w) && (group < 0 || group == 3):
			group = 0
		case c == '.' && scale == 0 && i+1 < len(w):
			scale = 0.1
		default:
			if scale == 0 && group < 0 && ordinalEnd(w[i:]) {
				return Token{Ordinal, value}
			}
			return Token{}
		}
	}
	if value > 1e15 || (group >= 0 && group != 3) {
		return Token{}
	}
	return Token{Digits, value}
}

func ordinalEnd(s string) bool {
	return s == "st" || s == "nd" || s == "rd" || s == "th"
}

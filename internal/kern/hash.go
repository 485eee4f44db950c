package kern

import (
	"unicode"
	"unicode/utf8"
)

const (
	offset = 0xcbf29ce484222325
	prime  = 0x100000001b3
	mixer  = 0x9e3779b97f4a7c15
)

// Table returns n zero values for a hash table that is about to be filled. It
// writes them, in order: a page of fresh memory that is first read and then
// written costs the system two faults in place of one.
func Table[T any](n int) []T {
	t := make([]T, n)
	clear(t)
	return t
}

// Word hashes a word without its case, every digit taken as 0. The hash of no
// word is 0.
func Word(w string) uint64 {
	h := uint64(offset)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return wordRunes(h, w[i:])
		}
		h = (h ^ uint64(fold(c))) * prime
	}
	return finish(h)
}

// wordRunes goes on with a word that is not ASCII.
func wordRunes(h uint64, w string) uint64 {
	var b [utf8.UTFMax]byte
	for _, r := range w {
		switch {
		case r == '’':
			r = '\''
		case r < utf8.RuneSelf:
			r = rune(fold(byte(r)))
		default:
			r = unicode.ToLower(r)
		}
		n := utf8.EncodeRune(b[:], r)
		for _, c := range b[:n] {
			h = (h ^ uint64(c)) * prime
		}
	}
	return finish(h)
}

func fold(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c | 0x20
	case '0' <= c && c <= '9':
		return '0'
	}
	return c
}

// finish spreads the bits; the result is never 0.
func finish(h uint64) uint64 {
	h ^= h >> 29
	h *= mixer
	h ^= h >> 32
	return h | 1
}

// Join adds the value x to the feature key h. Start a key from the number of
// its template.
func Join(h, x uint64) uint64 {
	h ^= x
	h *= mixer
	return h ^ h>>31
}

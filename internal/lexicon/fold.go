package lexicon

import (
	"strings"
	"unicode"
)

// folds lists the letters that are written plainly in a key.
const folds = "áa àa âa äa ãa åa āa ăa ąa çc ćc čc ďd đd ðd ée èe êe ëe ēe ęe ěe ğg ģg ħh íi ìi îi ïi īi ıi łl ļl " +
	"ñn ńn ňn óo òo ôo öo õo øo ōo őo řr śs šs şs șs ťt ţt țt úu ùu ûu üu ūu ůu űu ýy ÿy źz žz żz ḥh ṣs ṭt ẓz ḍd"

var foldTable = func() map[rune]rune {
	t := map[rune]rune{}
	for pair := range strings.FieldsSeq(folds) {
		r := []rune(pair)
		t[r[0]] = r[1]
	}
	return t
}()

// Fold turns a name into its key: lower case, without accents, apostrophes,
// full stops and a leading "the"; every other character that is no letter or
// digit separates words, and words are separated by one space.
func Fold(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range name {
		r = unicode.ToLower(r)
		if f, ok := foldTable[r]; ok {
			r = f
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		case silent(r):
		default:
			space = true
		}
	}
	return strings.TrimPrefix(b.String(), "the ")
}

// silent reports whether a character is dropped without parting words.
func silent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', 'ʿ', 'ʾ', 'ʻ', 'ʼ', '`':
		return true
	}
	return unicode.Is(unicode.Mn, r)
}

// acronym reports whether a name is written in capitals and so short that its
// lower-case form may be another word: "IS", "AP", "U.N.".
func acronym(name string) bool {
	n := 0
	for _, r := range name {
		if unicode.IsLower(r) || r == ' ' {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 0 && n <= 5
}

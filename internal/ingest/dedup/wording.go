package dedup

import (
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/kern"
)

// gram is the number of words in a shingle.
const gram = 3

// blocking is the length in words from which two sentences on end, shared word
// for word, make two articles worth verifying.
const blocking = 20

// wording is what of an article is compared.
type wording struct {
	id, outlet, url string
	published       sayso.Day
	title           string   // folded
	words           []int32  // of the body, by their numbers in the index
	threes          []int32  // any three words on end, likewise
	notice          uint64   // hash of the whole body, where it is [short]
	sentences       []uint64 // hash of each sentence, in order
	lengths         []int    // of the sentences, in words
	numbers         []string // in order
	grams           []uint64 // set of shingles, ascending
}

// read makes an article ready for comparing. Words are in lower case and without
// marks.
func (x *Index) read(a *sayso.Article) *wording {
	var all []string
	w := &wording{id: a.ID, outlet: strings.ToLower(a.Outlet), url: a.URL, published: a.Published, title: strings.Join(wordsOf(a.Title), " ")}
	for _, s := range sentences(a.Text) {
		words := wordsOf(s)
		if len(words) == 0 {
			continue
		}
		all = append(all, words...)
		w.sentences = append(w.sentences, kern.Word(strings.Join(words, " ")))
		w.lengths = append(w.lengths, len(words))
		for _, word := range words {
			if unicode.IsDigit(rune(word[0])) {
				w.numbers = append(w.numbers, word)
			}
		}
	}
	for i, word := range all {
		w.words = append(w.words, number(x.words, word))
		if i+1 >= gram {
			w.threes = append(w.threes, number(x.threes, [gram]int32(w.words[i+1-gram:])))
		}
	}
	for i := 0; i+gram <= len(all); i++ {
		w.grams = append(w.grams, kern.Word(strings.Join(all[i:i+gram], " ")))
	}
	if len(all) < short {
		w.notice = kern.Join(0x5407, kern.Word(strings.Join(all, " ")))
	}
	slices.Sort(w.grams)
	w.grams = slices.Compact(w.grams)
	return w
}

// sentences cuts a text at line ends and after closing marks. Only equality of
// pieces matters here, so an abbreviation cut in two does no harm.
func sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n', (c == '.' || c == '!' || c == '?') && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n'):
			out = append(out, text[start:i+1])
			start = i + 1
		}
	}
	return append(out, text[start:])
}

// wordsOf are the words of a text in lower case; an apostrophe or a mark
// inside a number does not end one.
func wordsOf(s string) []string {
	var out []string
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ',' && r != '.' && r != '\'' && r != '’'
	}) {
		f = strings.Map(func(r rune) rune {
			if r == ',' || r == '.' || r == '\'' || r == '’' {
				return -1
			}
			return r
		}, f)
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}

// common is the number of values that two ascending sets share.
func common(a, b []uint64) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			n, i, k = n+1, i+1, k+1
		}
	}
	return n
}

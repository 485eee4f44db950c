package ingest

import (
	"strings"
	"unicode"
)

// gateWords is how many words of a text are looked at.
const gateWords = 400

// function holds English words that carry grammar and are rare in texts of
// other languages.
var function = wordSet(`the of and to that was for with is by were from has have had which said this they are
be been not at it its on as his her their our your who whom after before he she we you would will could should can
an or but than then there these those when where while about into over under between during against other more most
some any all also only because through being did does do what how out up`)

// reported are words of news of violence that other languages do not have: a table
// or list of incidents may hold little else besides names and numbers.
var reported = wordSet(`killed killing kills kill people wounded injured arrested attacked attack attacks soldiers fighters gunmen
troops forces rebels shot shelling hits hit strike near says after`)

// shared are English words of grammar that other languages have too; in a short
// text each counts for half, since it may hold no others.
var shared = wordSet(`a in no so me i`)

// certain are words of grammar that no other language has; lists of events, full
// of names and numbers, have few words of grammar at all, but these among them.
var certain = wordSet(`the and of from with by were would been this their which said`)

// leastShare and leastCertain are the shares of function words and of certain ones
// that are enough together: in pages of other languages certain words make up .03 at
// most, where no passage of them is English, in English lists .07 and more.
const leastShare, leastCertain = 0.12, 0.05

// shortText is how many words make a text that need not be judged kindly.
const shortText = 100

// headlong is how many words make a text that may be hardly more than a headline
// and a dateline, with next to no words of grammar; minHeadlong is the share that
// is enough for it where one of them is "the" or "and", which no other language has.
const headlong, minHeadlong = 40, 0.09

// latin are the scripts of English words; a text mostly in other letters is
// not English.
func latin(r rune) bool { return r < 0x250 || r >= 0x1E00 && r < 0x1F00 }

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// minShare is the least share of function words in English text: dev texts of
// all our corpora have 0.27 and more, other languages 0.1 and less.
const minShare = 0.17

// language counts the words at the start of text and judges from the share of
// English function words, and of Latin letters, whether they are English. A
// text of under 12 words is taken as English if its letters are Latin.
func language(text string) (words int, english bool) {
	hits, halves, foreign, letters, told, sure := 0, 0, 0, 0, 0, false
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		for _, r := range word {
			letters++
			if !latin(r) {
				foreign++
			}
		}
		words++
		low := strings.ToLower(word)
		if certain[low] {
			told++
		}
		switch {
		case function[low], reported[low]:
			hits++
			sure = sure || low == "the" || low == "and"
		case shared[low]:
			halves++
		}
		if words == gateWords {
			break
		}
	}
	if foreign*3 > letters {
		return words, false
	}
	share := float64(hits)
	if words < shortText {
		share += float64(halves) / 2
	}
	if share >= leastShare*float64(words) && float64(told) >= leastCertain*float64(words) {
		return words, true
	}
	return words, words < 12 || share >= minShare*float64(words) || words < headlong && sure && share >= minHeadlong*float64(words)
}

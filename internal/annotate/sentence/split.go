package sentence

import (
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// closes reports whether w may close a sentence.
func closes(w string) bool {
	switch w[len(w)-1] {
	case '.', '!', '?':
		return true
	}
	return w == "…" || w == "。"
}

// closers returns the index after the quotation marks and brackets that belong
// to the sentence that ends before token i.
func closers(d *document.Document, r document.Range, i int) int {
	for i < r.End && d.Tokens[i-1].End == d.Tokens[i].Start && isCloser(d.Word(i)) {
		i++
	}
	return i
}

func isCloser(w string) bool {
	switch w {
	case "\"", "”", "’", "'", "''", ")", "]", "»", "’’":
		return true
	}
	return false
}

// ends reports whether the sentence really ends at the closing mark, token i.
func ends(d *document.Document, r document.Range, i int) bool {
	w := d.Word(i)
	k := closers(d, r, i+1)
	if k >= r.End {
		return true
	}
	next := d.Word(k)
	glued := d.Tokens[k-1].End == d.Tokens[k].Start
	switch {
	case continues(d, k):
		return false
	case w == "." || w == "!" || w == "?":
		if i > r.First && w == "." && listNumber(d, r, i) {
			return false
		}
		return !glued || isUpper(next)
	case dots(w):
		return isUpper(next) || w[0] == '!' || w[0] == '?'
	}
	return endsAbbreviation(d, w, k)
}

// dots reports whether w is a run of closing marks: ..., ?!, !!!.
func dots(w string) bool { return w == "…" || w[0] == '.' || w[0] == '!' || w[0] == '?' }

// listNumber reports whether the full stop at i follows the number of an item
// at the start of the block.
func listNumber(d *document.Document, r document.Range, i int) bool {
	w := d.Word(i - 1)
	return i-1 == r.First && len(w) <= 2 && w[0] >= '0' && w[0] <= '9'
}

// continues reports whether token k can only go on a sentence: lower case,
// a comma, a closing mark.
func continues(d *document.Document, k int) bool {
	w := d.Word(k)
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.IsLower(r) {
		return !lowerText(d, k)
	}
	switch w {
	case ",", ";", ":", ")", "]", "!", "?", "%":
		return true
	}
	return false
}

// lowerText reports whether the text around token k has no capitals, so that
// lower case says nothing.
func lowerText(d *document.Document, k int) bool {
	for i := max(0, k-40); i < min(len(d.Tokens), k+40); i++ {
		if isUpper(d.Word(i)) {
			return false
		}
	}
	return true
}

func isUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// endsAbbreviation reports whether an abbreviation w before token k also ends
// its sentence: never a title, and others only before a word that often opens
// a sentence.
func endsAbbreviation(d *document.Document, w string, k int) bool {
	if titles[lowered(w)] || len(w) == 2 && isUpper(w) {
		return false
	}
	next := d.Word(k)
	return isUpper(next) && openers[lowered(next)] || next == "\"" || next == "“"
}

// titles stand before a name or a number.
var titles = setOf("mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "maj", "cmdr", "adm", "brig",
	"cpl", "pvt", "cpt", "sen", "rep", "gov", "rev", "hon", "pres", "supt", "insp", "det", "messrs", "mme", "vs", "no",
	"nos", "ft", "mt", "fig", "vol", "approx", "e.g", "i.e", "cf", "spc", "pfc", "sfc", "msgr", "fr")

// entitles reports whether token i is the abbreviation of a rank or an office
// and a name follows: no sentence ends there, whatever the model thinks of the
// capital ("Navy Capt. Jeff Davis", "Lt. Gen. Ann Lee").
func entitles(d *document.Document, i int) bool {
	w := d.Word(i)
	return w[len(w)-1] == '.' && i+1 < len(d.Tokens) && ranks[lowered(w)] && isUpper(d.Word(i+1))
}

// speakerFollows reports the end of a quotation behind a comma: who said it follows, with a
// capital or not. “This is a hollow victory,” Boris Lee said.
func speakerFollows(d *document.Document, i int) bool {
	return i > 0 && isCloser(d.Word(i)) && d.Word(i-1) == ","
}

// posted reports the full stop of "wrote on X." before a word with a capital, which is no
// initial's.
func posted(d *document.Document, i int) bool {
	return i > 0 && i+1 < len(d.Tokens) && d.Word(i) == "X." && d.Word(i-1) == "on" && isUpper(d.Word(i+1))
}

// dated reports whether a day or month follows token i, which ends in no mark: the
// capital is the day's, "stormed a post before dawn Sunday".
func dated(d *document.Document, i int) bool {
	return i+1 < len(d.Tokens) && !marked(d, i) && isUpper(d.Word(i+1)) && dates[lowered(d.Word(i+1))]
}

// ranks are the abbreviations of ranks and offices that stand before a name.
var ranks = setOf("mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "maj", "cmdr", "adm", "brig", "cpl",
	"pvt", "cpt", "sen", "rep", "gov", "rev", "hon", "pres", "supt", "insp", "det", "spc", "pfc", "sfc", "msgr")

// openers are words that open sentences far more often than they are names.
var openers = setOf("the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "but",
	"and", "in", "on", "at", "after", "before", "when", "while", "as", "if", "for", "from", "his", "her", "their", "our",
	"there", "however", "according", "some", "many", "several", "two", "three", "since", "meanwhile", "although", "so",
	"what", "who", "how", "why", "my", "its", "no", "not", "then", "by", "with", "to", "one", "both", "officials", "police")

func setOf(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

package origin

import (
	"slices"
	"strings"
	"unicode"

	"sayso"
)

// offices are words for those who speak for a body: it is the body that says so.
var offices = set(`spokesman spokeswoman spokesperson spokespersons spokesmen statement statements official officials officer
source sources representative representatives press office release communique mr mrs ms dr captain colonel general lieutenant major
sergeant commander chief president minister a an the of for from in at by to and`)

// reporters are words for those whom an outlet sends.
var reporters = set(`reporter reporters correspondent correspondents journalist journalists photographer cameraman crew`)

// own are words by which an article means its own outlet.
var own = set(`our this own its a the an`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// essential are the words of a name without offices and titles; all of them
// where nothing else is left.
func essential(name string) []string {
	all := plainWords(sayso.FoldName(name))
	words := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return offices[w] || w == "s" })
	if len(words) == 0 {
		return all
	}
	return words
}

// reporterOf reports whether a name means an outlet's own reporter, and of which
// outlet: "" for the article's own.
func reporterOf(name string) (outlet string, is bool) {
	words := strings.Fields(name)
	for i, w := range words {
		w = strings.ToLower(strings.Trim(w, ".,'’"))
		if !reporters[w] {
			continue
		}
		before, after := strip(words[:i]), strip(words[i+1:])
		switch {
		case len(before) > 0 && unicode.IsUpper([]rune(before[0])[0]):
			return strings.Join(before, " "), true
		case len(after) > 0 && unicode.IsUpper([]rune(after[0])[0]) && i+1 < len(words) && slices.Contains([]string{"of", "for", "from", "with"}, words[i+1]):
			return strings.Join(after, " "), true
		case len(before) == 0 && len(after) == 0 && i > 0 && !strings.EqualFold(words[0], "a"):
			return "", true
		}
	}
	return "", false
}

// strip takes small words off both ends, and a genitive off the end.
func strip(words []string) []string {
	small := func(w string) bool {
		w = strings.ToLower(w)
		return own[w] || w == "of" || w == "for" || w == "from" || w == "with" || w == "at"
	}
	for len(words) > 0 && small(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && small(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return nil
	}
	out := slices.Clone(words)
	last := &out[len(out)-1]
	*last = strings.TrimSuffix(strings.TrimSuffix(*last, "'s"), "’s")
	return out
}

// plainWords are the words of a text in lower case.
func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// inMarks are the stretches of a text in quotation marks.
func inMarks(s string) []string {
	var out []string
	start := -1
	for i, r := range s {
		switch r {
		case '“':
			start = i + len("“")
		case '”':
			if start >= 0 {
				out = append(out, s[start:i])
			}
			start = -1
		case '"':
			if start >= 0 {
				out = append(out, s[start:i])
				start = -1
			} else {
				start = i + 1
			}
		}
	}
	return out
}

package score

import (
	"strings"
	"sync"
	"unicode"

	"sayso/data"
)

// gradeString compares a response with the alternatives of a key.
func gradeString(slot int, response string, key []string) Grade {
	best := Incorrect
	for _, r := range readings(slot, response) {
		for _, k := range key {
			for _, o := range readings(slot, k) {
				best = max(best, gradeOne(slot, r, o))
			}
		}
	}
	return best
}

// readings are the ways to take a string: with what stands in brackets, without
// it, and that alone ("ARMY OF NATIONAL LIBERATION (ELN)").
func readings(slot int, s string) []string {
	i := strings.IndexAny(s, "([")
	if i < 0 || slot != OrganizationID {
		return []string{s}
	}
	j := strings.IndexAny(s[i:], ")]")
	if j < 0 {
		return []string{s}
	}
	return []string{s, s[:i] + s[i+j+1:], s[i+1 : i+j]}
}

func gradeOne(slot int, r, k string) Grade {
	rw, kw := wordsOf(r), wordsOf(k)
	if len(rw) == 0 || len(kw) == 0 {
		return Incorrect
	}
	if same(rw, kw) || same(essential(rw), essential(kw)) {
		return Correct
	}
	if slot == HumanName || slot == OrganizationID {
		return gradeName(slot, rw, kw)
	}
	return gradePhrase(r, k)
}

// gradeName compares proper names: all words are proper. A title is no part of
// a name; a name in less than its full form is partial.
func gradeName(slot int, rw, kw []string) Grade {
	if slot == HumanName {
		rw, kw = untitled(rw), untitled(kw)
		if same(rw, kw) {
			return Correct
		}
	}
	r, k := essential(rw), essential(kw)
	switch {
	case same(r, k):
		return Correct
	case covers(k, r):
		return Partial
	case covers(r, k) && slot == HumanName && len(r) <= len(k)+2:
		return Correct
	case covers(r, k):
		return Partial
	case r[len(r)-1] == k[len(k)-1] && slot == HumanName && covers(append(k, r...), k[:1]) && r[0] == k[0]:
		return Partial
	}
	return Incorrect
}

func untitled(in []string) []string {
	for len(in) > 1 && titles[in[0]] {
		in = in[1:]
	}
	return in
}

// gradePhrase compares noun phrases: partial where the heads are the same,
// correct where the response has the proper words of the key's core besides and
// runs on into nothing that is no part of the phrase.
func gradePhrase(r, k string) Grade {
	p, q := phraseOf(r), phraseOf(k)
	if p.head() != q.head() {
		return Incorrect
	}
	if p.adjunct && !q.adjunct {
		return Partial
	}
	for _, w := range q.core[:len(q.core)-1] {
		if !holds(p.core, w) && !holds(p.rest, w) && !common(w) {
			return Partial
		}
	}
	if !common(p.core[len(p.core)-1]) && len(p.core) < len(q.core) { // part of a name
		return Partial
	}
	return Correct
}

// shares reports whether two strings have a word of content in common, which
// corroborates a category that is right (3.1.1.2).
func shares(response string, key []string) bool {
	for _, w := range essential(wordsOf(response)) {
		if breaks[w] || nonessential[w] || len(w) < 3 {
			continue
		}
		for _, k := range key {
			for _, o := range wordsOf(k) {
				if singular(o) == singular(w) {
					return true
				}
			}
		}
	}
	return false
}

// common reports whether a word is no part of a proper name. The texts are all
// in capitals, so the tables of the program decide, and endings of adjectives.
func common(w string) bool {
	if vocabulary()[w] || vocabulary()[singular(w)] {
		return true
	}
	for _, end := range []string{"ED", "ING", "IVE", "ARY", "OUS", "LESS", "FUL", "IST", "ISTS", "TION", "MENT", "MENTS", "TIONS", "LY"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+3 {
			return true
		}
	}
	return false
}

var tables = []string{"lexicon/events/classes.tsv", "lexicon/agents.tsv", "lexicon/orgwords.tsv", "lexicon/events/triggers.tsv",
	"lexicon/quantity/units.tsv", "models/coref/en-2026-11-24/nouns.tsv"}

var vocabulary = sync.OnceValue(func() map[string]bool {
	out := listOf(`OLD YOUNG NEW RURAL URBAN MILITARY CIVIL PUBLIC PRIVATE NATIONAL HIGH LOW BIG SMALL LARGE HEAVY POWER ELECTRIC
		ELECTRICAL OIL WATER TELEPHONE RAILROAD RAILWAY MAIN TOWER TOWERS HOUSE OFFICE BUILDING CAR BOMB DYNAMITE COMMERCIAL POLITICAL
		LEFT RIGHT WING TOP SENIOR UNIVERSITY LABOR UNION MUNICIPAL CATHOLIC CHURCH LEGAL CRIMINAL FEDERAL PEASANT MALE FEMALE`)
	for _, name := range tables {
		b, err := data.FS.ReadFile(name)
		if err != nil {
			panic("a table that the program carries is missing: " + err.Error())
		}
		for line := range strings.Lines(string(b)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, w := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if w == strings.ToLower(w) {
					out[strings.ToUpper(w)] = true
				}
			}
		}
	}
	return out
})

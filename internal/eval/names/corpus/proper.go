package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// re3d marks whole phrases ("the Iraqi military", "he"). What counts as a name
// here is the proper name at its end: the phrase without article and titles,
// if all that is left is in capitals but for joining words.

var articles = map[string]bool{"the": true, "a": true, "an": true, "this": true, "these": true, "those": true, "that": true,
	"his": true, "her": true, "their": true, "its": true, "our": true, "my": true, "your": true}

var pronouns = map[string]bool{"i": true, "we": true, "he": true, "she": true, "it": true, "they": true, "you": true,
	"there": true, "here": true, "his": true, "her": true, "their": true, "our": true, "us": true, "its": true}

// titles are left out of persons' names, as Universal NER has them.
var titles = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "lord": true, "gen": true, "lt": true,
	"col": true, "maj": true, "capt": true, "sgt": true, "president": true, "prime": true, "minister": true, "secretary": true,
	"general": true, "colonel": true, "major": true, "captain": true, "lieutenant": true, "king": true, "queen": true, "prince": true,
	"ambassador": true, "foreign": true, "defence": true, "defense": true, "sheikh": true, "ayatollah": true, "pm": true, "he": true,
	"commander": true, "chancellor": true, "senator": true, "deputy": true, "vice": true, "army": true, "marine": true, "special": true,
	"envoy": true, "state": true, "of": true, ".": true, "air": true, "force": true, "corps": true, "brig": true, "admiral": true}

var joining = map[string]bool{"of": true, "for": true, "and": true, "the": true, "in": true, "on": true, "to": true, "al": true,
	"-": true, "'": true, "’": true, ".": true, "/": true, "&": true, "de": true, "bin": true, "ibn": true, "el": true, "ash": true, "ul": true}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(r) {
		return true
	}
	return len(w) > 3 && strings.ContainsFunc(w, unicode.IsUpper)
}

// proper returns the proper name in a phrase, or an empty range.
func proper(d *document.Document, n document.Name) document.Range {
	r := n.Range
	for !r.Empty() && articles[strings.ToLower(d.Word(r.First))] {
		r.First++
	}
	for r.Len() > 1 && (d.Word(r.End-1) == "'s" || d.Word(r.End-1) == "’s") {
		r.End--
	}
	if n.Kind == document.NamePerson {
		for r.Len() > 1 && IsTitle(d.Word(r.First)) {
			r.First++
		}
	}
	if r.Empty() || !isCapital(d.Word(r.End-1)) && !number(d.Word(r.End-1)) {
		return document.Range{}
	}
	capital := false
	for i := r.First; i < r.End; i++ {
		w := d.Word(i)
		capital = capital || isCapital(w)
		if !isCapital(w) && !joining[strings.ToLower(w)] && !number(w) {
			return document.Range{}
		}
	}
	if !capital || r.Len() == 1 && pronouns[strings.ToLower(d.Word(r.First))] {
		return document.Range{}
	}
	return r
}

func number(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

// lowerWords are the words that some article writes in lower case.
func lowerWords(articles []Article) map[string]bool {
	out := map[string]bool{}
	for _, a := range articles {
		for i := range a.Doc.Tokens {
			if w := a.Doc.Word(i); w == strings.ToLower(w) {
				out[w] = true
			}
		}
	}
	return out
}

// flatten keeps the longest proper names, and the longest other extents that
// touch none of them.
func flatten(d *document.Document, spans []document.Name, lower map[string]bool) []document.Name {
	var named, extents []document.Name
	for _, s := range spans {
		if s.Kind > document.NameOrganisation {
			extents = append(extents, s)
			continue
		}
		r := proper(d, s)
		if r.Empty() || r.Len() == 1 && lower[strings.ToLower(d.Word(r.First))] {
			continue
		}
		named = append(named, document.Name{Range: r, Kind: s.Kind})
	}
	out := pick(nil, named)
	out = pick(out, extents)
	slices.SortFunc(out, func(a, b document.Name) int { return a.First - b.First })
	return out
}

func pick(out, more []document.Name) []document.Name {
	slices.SortStableFunc(more, func(a, b document.Name) int { return b.Len() - a.Len() })
	for _, m := range more {
		if !slices.ContainsFunc(out, func(o document.Name) bool { return o.Touches(m.Range) }) {
			out = append(out, m)
		}
	}
	return out
}

// IsTitle reports whether a word is left out of persons' names ("Gen.").
func IsTitle(w string) bool { return titles[strings.ToLower(strings.TrimRight(w, "."))] }

// Longest keeps the longest of spans that touch, in the order of the text.
func Longest(spans []document.Name) []document.Name {
	out := pick(nil, spans)
	slices.SortFunc(out, func(a, b document.Name) int { return a.First - b.First })
	return out
}

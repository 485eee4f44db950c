package people

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sayso/internal/document"
)

// publicWords are the words of the names of the article's public persons, and
// where it first uses them.
func (r *reader) publicWords() map[string]int {
	out := map[string]int{}
	for i := range r.all {
		if r.all[i].private {
			continue
		}
		for w := range strings.FieldsSeq(r.all[i].name) {
			l := strings.ToLower(w)
			if at, ok := out[l]; !ok || r.all[i].at[0].First < at {
				out[l] = r.all[i].at[0].First
			}
		}
	}
	return out
}

// belongs reports whether a word of somebody's name stands for them alone: a
// public person who bears it too has not been named before.
func (r *reader) belongs(s *someone, word string, public map[string]int) bool {
	at, shared := public[word]
	if !r.listedBare(word) {
		return true
	}
	return !shared || s.at[0].First < at
}

// others reports whether the text uses a word of somebody's name, and always
// for something else: as a part of a longer name of a place or body, or where
// places stand, "in Paris". Where it uses it both ways the word is withheld: an
// error should hide a name too many.
func (r *reader) others(word string) bool {
	elsewhere := false
	for i := range r.d.Tokens {
		if !strings.EqualFold(r.d.Word(i), word) || !capital(r.d.Word(i)) || r.inName(i) {
			continue
		}
		if !r.partOfOther(i) && !r.demonym(i) && !(i > 0 && locative[strings.ToLower(r.d.Word(i-1))] && r.located(i)) {
			return false
		}
		elsewhere = true
	}
	return elsewhere
}

// located reports whether a token is in a place that is known.
func (r *reader) located(i int) bool {
	for k := range r.d.Toponyms {
		if t := &r.d.Toponyms[k]; t.Has(i) && (t.Place.ID != "" || t.Place.Country != "") {
			return true
		}
	}
	return false
}

// uses reports whether a word is a token of the text.
func (r *reader) uses(word string) bool {
	for i := range r.d.Tokens {
		if r.d.Word(i) == word {
			return true
		}
	}
	return false
}

// locative are the prepositions that places stand behind.
var locative = map[string]bool{"in": true, "at": true, "near": true, "from": true, "to": true, "of": true, "around": true, "outside": true, "across": true, "through": true, "into": true, "toward": true, "towards": true}

// partOfOther reports whether a token is in a longer name of a place or body.
func (r *reader) partOfOther(i int) bool {
	for k := range r.d.Toponyms {
		if t := &r.d.Toponyms[k]; t.Has(i) && t.Len() > 1 {
			return true
		}
	}
	for _, n := range r.d.Names {
		if n.Has(i) && n.Kind != document.NamePerson && n.Len() > 1 {
			return true
		}
	}
	return false
}

// particles are parts of names that name nobody.
var particles = map[string]bool{"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "abu": true, "umm": true, "de": true, "da": true, "di": true, "del": true,
	"la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "dos": true, "und": true, "jr": true, "sr": true, "ii": true, "iii": true, "st": true,
	"may": true, "april": true, "june": true, "july": true, "august": true, "march": true, "monday": true, "friday": true, "sunday": true}

// halves are the words of a name, and those of hyphenated ones: "Gallego-Lazo",
// "Gallego", "Lazo".
func halves(name string) []string {
	var out []string
	for w := range strings.FieldsSeq(name) {
		w = strings.Trim(w, ".,'’\"“”()[]")
		out = append(out, w)
		if parts := strings.Split(w, "-"); len(parts) > 1 {
			out = append(out, slices.DeleteFunc(parts, func(p string) bool { return utf8.RuneCountInString(p) < 3 })...)
		}
	}
	return out
}

// forms are all by which the text may name somebody, longest first: the full
// name, each mention, and each word of the full name that names nobody else.
func (r *reader) forms(s *someone, public map[string]int) []string {
	set := map[string]bool{s.name: true}
	for _, m := range s.at {
		set[strings.Join(r.words(m), " ")] = true
		if t := r.withTitle(m); !s.private && t != m {
			set[strings.Join(r.words(t), " ")] = true
		}
	}
	for _, w := range halves(s.name) {
		if l := strings.ToLower(w); s.private && utf8.RuneCountInString(w) > 1 && capital(w) && !particles[l] && r.belongs(s, l, public) && !r.others(w) {
			set[w] = true
			for _, many := range []string{w + "s", w + "es"} { // "the Turpins", "the Joneses"
				if r.uses(many) {
					set[many] = true
				}
			}
		}
	}
	out := make([]string, 0, len(set))
	for f := range set {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return out
}

package people

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sayso/internal/document"
)

// publicWords are the words of the article's other names: of public persons,
// places and organisations. By themselves they don't stand for a private person
// who bears one of them too, unless the text uses it so.
func (r *reader) publicWords() map[string]bool {
	out := map[string]bool{}
	add := func(words string) {
		for w := range strings.FieldsSeq(words) {
			out[strings.ToLower(w)] = true
		}
	}
	for i := range r.all {
		if !r.all[i].private {
			add(r.all[i].name)
		}
	}
	for i := range r.d.Toponyms {
		if t := &r.d.Toponyms[i]; !r.inName(t.First) {
			add(r.d.Words(t.Range))
		}
	}
	for _, n := range r.d.Names {
		if n.Kind != document.NamePerson && !r.inName(n.First) {
			add(r.d.Words(n.Range))
		}
	}
	return out
}

// particles are parts of names that name nobody.
var particles = map[string]bool{"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "abu": true, "umm": true, "de": true, "da": true, "di": true, "del": true,
	"la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "dos": true, "und": true, "jr": true, "sr": true, "ii": true, "iii": true, "st": true,
	"may": true, "april": true, "june": true, "july": true, "august": true, "march": true, "monday": true, "friday": true, "sunday": true}

// forms are all by which the text may name somebody, longest first: the full
// name, each mention, and each word of the full name that names nobody else.
func (r *reader) forms(s *someone, public map[string]bool) []string {
	set := map[string]bool{s.name: true}
	for _, m := range s.at {
		set[strings.Join(r.words(m), " ")] = true
	}
	for w := range strings.FieldsSeq(s.name) {
		w = strings.Trim(w, ".,'’\"“”()")
		if l := strings.ToLower(w); s.private && utf8.RuneCountInString(w) > 1 && capital(w) && !particles[l] && !public[l] {
			set[w] = true
		}
	}
	out := make([]string, 0, len(set))
	for f := range set {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return out
}

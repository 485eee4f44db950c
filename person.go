package sayso

import (
	"reflect"
	"strings"
)

// Person is somebody whom an article names. Who is private is not told apart
// from those who hold an office, speak for one or are known (docs/private.md).
// Where names are withheld, Name and Forms are empty and Description stands
// instead of them.
type Person struct {
	Name        string   `json:"name,omitempty"`  // as written, fullest form in the text
	Forms       []string `json:"forms,omitempty"` // all by which the text may name them, longest first
	Private     bool     `json:"private"`
	Reason      string   `json:"reason"`      // why private, or not: "victim", "minister", …
	Description string   `json:"description"` // who it is without the name: "a 20-year-old man from Rafah"
}

// Texts calls f for each string in v, a pointer, so that f may change it: the
// members of structs in their order, the elements of lists, the keys of maps
// left out.
func Texts(v any, f func(*string)) { texts(reflect.ValueOf(v), f) }

func texts(v reflect.Value, f func(*string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				texts(v.Field(i), f)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			texts(v.Index(i), f)
		}
	case reflect.String:
		s := v.String()
		f(&s)
		if s != v.String() {
			v.SetString(s)
		}
	}
}

// Withheld are the private ones of people whom the texts of v, a pointer, may
// name, and the public ones who share a word with one of them, so that nobody
// takes the one for the other; never nil, as somebody has looked.
func Withheld(people []Person, v any) []Person {
	named := make([]bool, len(people))
	words := map[string]bool{}
	var all strings.Builder
	for i := range people {
		if !people[i].Private {
			continue
		}
		if all.Len() == 0 {
			Texts(v, func(s *string) { all.WriteString(strings.ToLower(*s)); all.WriteByte('\n') })
		}
		named[i] = people[i].in(all.String())
		for w := range strings.FieldsSeq(strings.ToLower(people[i].Name)) {
			words[w] = words[w] || named[i]
		}
	}
	out := []Person{}
	for i := range people {
		p := &people[i]
		if !p.Private && len(words) > 0 && p.in(all.String()) {
			for w := range strings.FieldsSeq(strings.ToLower(p.Name)) {
				named[i] = named[i] || words[w]
			}
		}
		if named[i] {
			out = append(out, *p)
		}
	}
	return out
}

// in reports whether a text, in lower case, may name somebody.
func (p *Person) in(text string) bool {
	for _, f := range p.Forms {
		if words := strings.Fields(strings.ToLower(f)); len(words) > 0 && strings.Contains(text, words[0]) {
			return true
		}
	}
	return false
}

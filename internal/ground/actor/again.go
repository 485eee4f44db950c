package actor

import (
	"strings"

	"sayso/internal/document"
)

// persons lists the names of persons of two words and more that the names layer has
// somewhere in the text, in small letters.
func (f *finder) persons() map[string]bool {
	out := map[string]bool{}
	for _, n := range f.d.Names {
		r := n.Range
		if n.Kind != document.NamePerson || r.Empty() || r.End > len(f.at) {
			continue
		}
		for r.Len() > 1 && f.title(r.First) {
			r.First++
		}
		r = f.whole(r)
		if r.Len() > 1 {
			out[strings.ToLower(f.written(r))] = true
		}
	}
	return out
}

// again reads persons where the names layer has their names elsewhere and not here: a
// name is of the same person all through a text.
func (f *finder) again(persons map[string]bool) {
	for i := 0; i+1 < len(f.at); i++ {
		if f.taken[i] || f.at[i] >= 0 || !capital(f.d.Word(i)) || !capital(f.d.Word(i+1)) {
			continue
		}
		for n := longestPerson; n >= 2; n-- {
			r := document.Range{First: i, End: i + n}
			if r.End > f.sentence(i).End || !persons[strings.ToLower(f.d.Words(r))] {
				continue
			}
			if f.at[f.headOf(r)] < 0 {
				f.personName(r)
			}
			i = r.End - 1
			break
		}
	}
}

// longestPerson is how many words of a name are looked up again.
const longestPerson = 4

// whole is a name of one word with the first names that the names layer left out before
// it: the Kimani of "Kimani │Gray".
func (f *finder) whole(r document.Range) document.Range {
	if r.Len() > 1 {
		return r
	}
	s := f.sentence(r.First)
	for i := r.First - 1; i >= s.First && r.Len() < longestPerson; i-- {
		if f.upos(i) != document.PROPN || !capital(f.d.Word(i)) || f.title(i) || f.taken[i] || f.rel(r.End-1) != document.Flat {
			break
		}
		r.First = i
	}
	return r
}

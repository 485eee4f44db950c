package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// sameNames links names that are the same but for case and possessive.
func (r *resolver) sameNames() {
	seen := map[string]int{}
	for k := range r.mentions {
		m := &r.mentions[k]
		if !m.name {
			continue
		}
		key := lower(r.d.Words(m.Range))
		key = strings.TrimPrefix(key, "the ")
		if first, ok := seen[key]; ok {
			r.join(first, k)
			continue
		}
		seen[key] = k
	}
}

// acronyms links "Islamic State" with "IS", before or after.
func (r *resolver) acronyms() {
	long := map[string]int{}
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.name && m.kind != document.NamePerson && m.Len() >= 2 {
			for _, key := range r.initials(m.Range) {
				if _, ok := long[key]; !ok {
					long[key] = k
				}
			}
		}
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		if !m.name || m.Len() != 1 {
			continue
		}
		word := r.d.Word(m.First)
		if len(word) < 2 || word != strings.ToUpper(word) {
			continue
		}
		if full, ok := long[strings.ReplaceAll(word, ".", "")]; ok && r.samePlaceOrGroup(full, k) {
			r.join(full, k)
		}
	}
}

// samePlaceOrGroup keeps a place's name from a group's, unless the short form
// stands in brackets right after the long one.
func (r *resolver) samePlaceOrGroup(full, short int) bool {
	a, b := &r.mentions[full], &r.mentions[short]
	return a.kind == b.kind || b.First == a.End+1 || b.kind != document.NamePlace
}

// initials returns the first letters of a name's words: of those in capitals,
// and of all.
func (r *resolver) initials(n document.Range) []string {
	var capitals, all []rune
	for i := n.First; i < n.End; i++ {
		c, _ := utf8.DecodeRuneInString(r.d.Word(i))
		if !unicode.IsLetter(c) {
			continue
		}
		if unicode.IsUpper(c) {
			capitals = append(capitals, c)
		}
		all = append(all, unicode.ToUpper(c))
	}
	if len(capitals) < 2 {
		return nil
	}
	if len(all) == len(capitals) {
		return []string{string(all)}
	}
	return []string{string(capitals), string(all)}
}

// shortNames links a surname or a first name to the person's full name, and a
// shortened name of a group to the full one ("the Democratic Forces").
func (r *resolver) shortNames() {
	last := map[string]int{}
	for k := range r.mentions {
		m := &r.mentions[k]
		if !m.name {
			continue
		}
		if m.Len() >= 2 {
			r.remember(last, m, k)
			continue
		}
		if full, ok := last[lower(r.d.Word(m.First))]; ok && r.mayShorten(full, k) {
			r.join(full, k)
		}
	}
	r.laterFull(last)
}

// remember files a name of several words under the words that may stand for it.
func (r *resolver) remember(last map[string]int, m *mention, k int) {
	end := lower(r.d.Word(m.End - 1))
	switch m.kind {
	case document.NamePerson:
		if full, ok := last[end]; ok && r.mentions[full].kind == m.kind && r.contains(&r.mentions[full], m) {
			r.join(full, k)
		}
		if _, known := last[end]; !known || !r.kin(m) {
			last[end] = k
		}
		first := lower(r.d.Word(m.First))
		if _, ok := last[first]; !ok {
			last[first] = k
		}
	case document.NameOrganisation:
		if full, ok := last[end]; ok && r.mentions[full].kind == m.kind && r.contains(&r.mentions[full], m) {
			r.join(full, k)
			return
		}
		last[end] = k
	}
}

// kin reports whether a person is brought in as a relative, to whom a surname alone
// does not go where somebody else bears it: "His brother, Oscar Reyes, drove the car.
// Reyes fired."
func (r *resolver) kin(m *mention) bool {
	for i := max(0, m.First-3); i < min(m.End+4, len(r.d.Tokens)); i++ {
		if !m.Has(i) && relatives[lower(r.d.Word(i))] {
			return true
		}
	}
	return false
}

// relatives are nouns for somebody of a family.
var relatives = map[string]bool{"brother": true, "sister": true, "wife": true, "husband": true, "widow": true, "son": true, "daughter": true,
	"father": true, "mother": true, "uncle": true, "aunt": true, "cousin": true, "nephew": true, "niece": true, "grandson": true, "grandfather": true}

// contains reports whether all words of the shorter name are in the longer.
func (r *resolver) contains(long, short *mention) bool {
	if long.Len() < short.Len() {
		long, short = short, long
	}
	if short.Len() > 8 || long.Len() > 12 {
		return false
	}
	for i := short.First; i < short.End; i++ {
		found := false
		for k := long.First; k < long.End; k++ {
			found = found || strings.EqualFold(r.d.Word(i), r.d.Word(k))
		}
		if !found {
			return false
		}
	}
	return true
}

// mayShorten reports whether a name of one word may stand for a longer one:
// for a person, always; for a group, if the word is written in capitals.
func (r *resolver) mayShorten(full, short int) bool {
	a, b := &r.mentions[full], &r.mentions[short]
	if a.kind == document.NamePerson {
		return b.kind == document.NamePerson || b.kind == document.NameMisc
	}
	return a.kind == b.kind
}

// laterFull links a single name to a full name that comes later in the text,
// as headlines do.
func (r *resolver) laterFull(last map[string]int) {
	for k := range r.mentions {
		m := &r.mentions[k]
		if !m.name || m.Len() != 1 || m.kind != document.NamePerson || r.facts[r.find(k)].size > 1 && r.find(k) != k {
			continue
		}
		full, ok := last[lower(r.d.Word(m.First))]
		if ok && r.mentions[full].kind == document.NamePerson && lower(r.d.Word(r.mentions[full].End-1)) == lower(r.d.Word(m.First)) {
			r.join(k, full)
		}
	}
}

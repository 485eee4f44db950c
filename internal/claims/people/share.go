package people

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// share gives a title in the plural to all persons of the list behind it:
// "Presidents NAME of Benin and NAME of Nigeria", "her sons NAME, NAME and NAME".
func (r *reader) share() {
	for i := range r.all {
		for _, m := range r.all[i].at {
			c, ok := r.ofMany(m)
			if !ok {
				continue
			}
			for k := i; k >= 0; {
				s := &r.all[k]
				if !slices.ContainsFunc(s.cues, func(w word) bool { return w == c }) {
					s.cues, s.phrases = append(s.cues, c), append(s.phrases, c.words)
				}
				k, m = r.next(m)
			}
		}
	}
}

// ofMany is the title in the plural in front of a name.
func (r *reader) ofMany(m document.Range) (word, bool) {
	at := m.First - 1
	if at < r.sentence(m.First).First || !plural(r, at) && !(capital(r.d.Word(at)) && strings.HasSuffix(r.d.Word(at), "s")) {
		return word{}, false
	}
	for n := 3; n > 0; n-- {
		first := at - n + 1
		if first < 0 {
			continue
		}
		words, where := r.glued(document.Range{First: first, End: m.First})
		if k, c := r.cueAt(words, where, 0); k > 0 && k == len(words) {
			return c, true
		}
	}
	return word{}, false
}

// next is who stands next in a list, and where; -1 where nobody does.
func (r *reader) next(m document.Range) (int, document.Range) {
	i, sent := m.End, r.sentence(m.First)
	if i < sent.End && (r.d.Word(i) == "of" || r.d.Word(i) == "from") {
		for i++; i < sent.End && (r.nameLike(i) || r.d.Word(i) == "the" || r.d.Word(i) == "of"); {
			i++
		}
	}
	if i < sent.End && r.d.Word(i) == "(" {
		for i < sent.End && r.d.Word(i) != ")" {
			i++
		}
		i++
	}
	from := i
	for i < sent.End && (r.comma(i) || r.d.Word(i) == "&") {
		i++
	}
	if i == from || i >= sent.End {
		return -1, m
	}
	for k := range r.all {
		for _, o := range r.all[k].at {
			if o.First == i {
				return k, o
			}
		}
	}
	return -1, m
}

// titled is a name with the titles right in front of it: "Mayor NAME".
func (r *reader) withTitle(m document.Range) document.Range {
	for m.First > 0 && (r.title(m.First-1) || r.d.Word(m.First-1) == "." && m.First > 1 && r.title(m.First-2)) && capital(r.d.Word(m.First-1)) {
		m.First--
	}
	return m
}

// listedBare reports whether a word alone is how a known person is called.
func (r *reader) listedBare(word string) bool { return r.t.public[strings.ToLower(word)] != "" }

// both reports whether a name is those of two others with a hyphen between,
// "the Biden-Trump debate": nobody has it.
func (r *reader) both(s someone) bool {
	one, two, ok := strings.Cut(s.name, "-")
	if !ok || strings.ContainsAny(s.name, " \n") {
		return false
	}
	names := func(word string) bool {
		return slices.ContainsFunc(r.all, func(o someone) bool {
			words := strings.Fields(o.name)
			return len(words) > 1 && words[len(words)-1] == word
		})
	}
	return names(one) && names(two)
}

// kin makes relatives of those who have the surname of somebody of whose relative
// the article tells: "Salem's daughter" makes one of Lina Salem. A listed person
// stays who they are.
func (r *reader) kin() {
	for i := range r.all {
		for _, m := range r.all[i].at {
			c, ok := r.kinOf(m)
			if !ok {
				continue
			}
			words := strings.Fields(r.all[i].name)
			for k := range r.all {
				s := &r.all[k]
				other := strings.Fields(s.name)
				if k != i && len(other) > 1 && strings.EqualFold(other[len(other)-1], words[len(words)-1]) && r.t.public[strings.ToLower(s.name)] == "" {
					s.cues, s.phrases = append(s.cues, word{words: c.words, class: kin}), append(s.phrases, c.words)
				}
			}
		}
	}
}

// kinOf is the relative that a name has behind it: "NAME's eldest daughter".
func (r *reader) kinOf(m document.Range) (word, bool) {
	i, sent := m.End, r.sentence(m.First)
	if i >= sent.End || r.d.Word(i) != "'s" && r.d.Word(i) != "’s" {
		return word{}, false
	}
	for i++; i < sent.End && i < m.End+4; i++ {
		if r.relative(i) {
			return r.t.words[strings.ToLower(r.d.Tags[i].Lemma)], true
		}
		if u := r.d.Tags[i].UPOS; u != document.ADJ && u != document.NOUN {
			break
		}
	}
	return word{}, false
}

package actor

import "sayso/internal/document"

// headOf is the token of r that the others hang on: the first whose own head
// lies outside r.
func (f *finder) headOf(r document.Range) int {
	best := -1
	for i := r.First; i < r.End; i++ {
		if h := f.head(i); h >= 0 && r.Has(h) || f.upos(i) == document.PUNCT {
			continue
		}
		if f.rel(i) != document.Case && f.rel(i) != document.Det {
			return i
		}
		best = i
	}
	if best >= 0 {
		return best
	}
	return r.End - 1
}

// phrase is the noun phrase of head h: what stands before it, what is part of
// its name, and an "of" after it; no clause, no apposition, no coordination.
func (f *finder) phrase(h int) document.Range {
	s := f.sentence(h)
	r := document.Range{First: h, End: h + 1}
	for i := h - 1; i >= s.First && f.under(i, h, true) && !f.timeAt(i); i-- {
		r.First = i
	}
	for i := h + 1; i < s.End && f.under(i, h, false); i++ {
		r.End = i + 1
	}
	for r.First < h && (f.loose(r.First) || f.folded[r.First] == "not") {
		r.First++
	}
	for r.End > h+1 && f.loose(r.End-1) {
		r.End--
	}
	r.End = f.wholeName(r.End)
	return r
}

// timeAt reports whether a word ends a time that the tree hangs from who acted then:
// "The next day troops shelled a village", "On Sunday gunmen shot two".
func (f *finder) timeAt(i int) bool {
	switch f.folded[i] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today":
		return i > 0 && (f.folded[i-1] == "on" || f.folded[i] == "yesterday" || f.folded[i] == "today")
	case "day", "night", "morning", "afternoon", "evening", "week", "month", "year", "hour":
	default:
		return false
	}
	if i == 0 {
		return false
	}
	switch f.folded[i-1] {
	case "next", "same", "following", "previous", "that", "one", "every", "last", "this":
		return true
	}
	return false
}

// wholeName is where the name ends that a phrase would end in the middle of, as
// trees part names of several words: "members of its Izz │ad-Din al-Qassam
// Brigades".
func (f *finder) wholeName(end int) int {
	for i := range f.found {
		if n := f.found[i].words; f.found[i].how == byTable && n.First < end && end < n.End {
			return n.End
		}
	}
	return end
}

// loose reports whether a token at the edge does not belong to a phrase:
// punctuation, a preposition, a conjunction.
func (f *finder) loose(i int) bool {
	switch f.rel(i) {
	case document.Punct, document.Case, document.Cc, document.Mark, document.CcPreconj:
		return f.folded[i] != "s" || f.rel(i) != document.Case
	}
	return false
}

// under reports whether token i belongs to the phrase of h by way of modifiers.
func (f *finder) under(i, h int, before bool) bool {
	for range maxSteps {
		if i == h {
			return true
		}
		if !f.modifier(i, h, before) {
			return false
		}
		if i = f.head(i); i < 0 {
			return false
		}
	}
	return false
}

// maxSteps is how far below its head a word of a noun phrase may hang.
const maxSteps = 6

func (f *finder) modifier(i, h int, before bool) bool {
	if !before && f.folded[i] == "dead" {
		return false // "shot a teacher dead"
	}
	if f.head(i) == h && f.aside(i, h) {
		return false
	}
	switch f.rel(i) {
	case document.Compound, document.Amod, document.Flat, document.Nummod, document.Fixed, document.Goeswith:
		return true
	case document.Det, document.DetPredet, document.NmodPoss, document.Advmod, document.NmodUnmarked, document.OblUnmarked, document.NmodDesc:
		if f.folded[i] == "ago" {
			return false // "Two weeks ago nine peacekeepers died"
		}
		return before || f.head(i) != h
	case document.Case:
		return f.head(i) != h
	case document.Conj, document.Cc:
		return f.head(i) != h
	case document.Punct:
		return before && f.d.Word(i) == "-" || f.d.Word(i) == "-"
	case document.Nmod:
		return !before && f.caseOf(i) == "of" && i-h <= maxOf
	}
	return false
}

// aside reports whether a word that the tree has before a noun says when something was
// done or what came of it, and not who somebody is: "On Saturday residents", "the fatal
// police shooting".
func (f *finder) aside(i, h int) bool {
	if f.upos(h) == document.PROPN {
		return false
	}
	switch f.folded[i] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "fatal", "deadly":
		return true
	}
	return false
}

// maxOf is how far after its head an "of" phrase may be headed.
const maxOf = 6

// caseOf is the folded preposition of a dependent, "" if it has none.
func (f *finder) caseOf(i int) string {
	s := f.sentence(i)
	for k := i - 1; k >= s.First && k >= i-8; k-- {
		if f.head(k) == i && f.rel(k) == document.Case {
			return f.folded[k]
		}
	}
	return ""
}

// topOf climbs from the head of a person's name to the title that the tree
// made its head: "President │Donald Trump".
func (f *finder) topOf(h int) int {
	for range 3 {
		g := f.head(h)
		if g < 0 || g >= h || h-g > 4 {
			return h
		}
		switch f.rel(h) {
		case document.Flat, document.Compound, document.NmodDesc:
			h = g
		case document.Appos:
			if h-g > 1 || f.upos(g) != document.NOUN && f.upos(g) != document.PROPN {
				return h
			}
			h = g
		default:
			return h
		}
	}
	return h
}

// nominal reports whether the relation is that of a phrase that acts, suffers
// or goes with one that does, and no modifier inside another phrase.
func nominal(r document.Rel) bool {
	switch r {
	case document.Compound, document.Amod, document.Flat, document.Nummod, document.Det, document.Advmod,
		document.Case, document.Punct, document.Fixed, document.Goeswith, document.Mark, document.Aux, document.AuxPass, document.Cc:
		return false
	}
	return true
}

// plural reports whether a phrase stands for more than one.
func (f *finder) plural(h int) bool {
	if f.folded[h] == "teen" {
		return false // which the tagger takes for a plural
	}
	switch f.d.Tags[h].XPOS {
	case document.NNS, document.NNPS:
		return true
	}
	return false
}

package event

import (
	"slices"

	"sayso/internal/document"
)

// guilty lists whom the words above a deed have for its doer: whom somebody accuses
// of it, a court finds to have done it or the police seize for it, and who says so
// before them. "Accused the army of the raid", "sentenced him to 20 years in prison
// for the murder", "was found guilty of killing two", "confessed to the bombing".
func (v *view) guilty(t int) []int {
	paid := false // the deed is what a penalty is for
	for i, n := t, 0; n < mostCharged; n++ {
		h := v.head(i)
		if h < 0 {
			return nil
		}
		link, whom := v.linkOf(i), h
		for v.rel(whom) == document.Appos {
			whom = v.head(whom)
		}
		up := v.head(whom)
		switch {
		case v.charges(h, link), v.rel(i) == document.Conj && v.d.Tags[i].XPOS == document.VBG && charging[v.lemmas[h]] != nil, paid && charging[v.lemmas[h]] != nil, (paid || link == "for") && v.penalised(h):
			return v.culprits(h)
		case up >= 0 && (link == "of" || link == "for") && v.charges(up, link) && (v.rel(whom) == document.Obj || v.rel(whom) == document.NsubjPass):
			return []int{whom} // the tree hangs the raid from the army
		case link == "for" && penalty[v.lemmas[h]]:
			paid = true
		case link == "by" && v.between(h, i, "of") && v.charges(h, "of"):
			return v.culprits(h)
		case link == "by" && v.rel(i) == document.Advcl && v.d.Tags[i].XPOS == document.VBG: // of spreading terror by shelling
		case v.rel(i) == document.Conj && v.joins(i, h), link == "in" && (v.lemmas[h] == "role" || v.lemmas[h] == "part"), paid && penalty[v.lemmas[h]]:
		default:
			return nil
		}
		i = h
	}
	return nil
}

// between reports whether a word stands between two tokens.
func (v *view) between(from, to int, word string) bool {
	for k := from + 1; k < to; k++ {
		if v.lemmas[k] == word {
			return true
		}
	}
	return false
}

// joins reports whether two words that are coordinated are of one sort.
func (v *view) joins(i, h int) bool {
	return v.isVerb(i) == v.isVerb(h) && (!v.isVerb(i) || v.d.Tags[i].XPOS == v.d.Tags[h].XPOS)
}

// linkOf is the word by which something hangs from another: "of", "for", "to".
func (v *view) linkOf(i int) string {
	if c := v.caseOf(i); c != "" {
		return c
	}
	if m := v.child(i, document.Mark); m >= 0 {
		return v.lemmas[m]
	}
	return ""
}

// charges reports whether a word lays to somebody what hangs from it by another.
func (v *view) charges(h int, link string) bool {
	return link != "" && slices.Contains(charging[v.lemmas[h]], link)
}

// mostCharged is how many steps above a deed the verdict may stand.
const mostCharged = 6

// charging are the words that lay a deed to somebody, with the words by which the
// deed hangs from them.
var charging = map[string][]string{
	"accuse": {"of"}, "suspect": {"of"}, "convict": {"of", "for", "in", "over"}, "charge": {"with", "over", "in"}, "blame": {"for"},
	"guilty": {"of", "to", "for"}, "acquit": {"of"}, "sentence": {"for", "over"}, "jail": {"for", "over"}, "imprison": {"for", "over"},
	"execute": {"for"}, "hang": {"for"}, "arrest": {"for"}, "want": {"for"}, "detain": {"for"}, "indict": {"for", "over", "in"},
	"confess": {"to"}, "plead": {"to"}, "admit": {"to"}, "trial": {"for", "over"},
}

// penalty are nouns for what a court gives somebody.
var penalty = map[string]bool{"year": true, "month": true, "life": true, "prison": true, "jail": true, "imprisonment": true, "term": true, "sentence": true, "penalty": true, "death": true}

// penalised reports whether a verb tells that somebody is given a penalty: "got 20
// years", "was handed a life sentence".
func (v *view) penalised(h int) bool {
	switch v.lemmas[h] {
	case "get", "give", "hand", "receive", "serve":
		for _, k := range v.children(h) {
			if v.rel(int(k)) == document.Obj && penalty[v.lemmas[k]] {
				return true
			}
		}
	}
	return false
}

// culprits are those to whom a charging word lays the deed; none where it is denied.
func (v *view) culprits(h int) []int {
	verb := h
	if over := v.head(h); v.lemmas[h] == "guilty" && over >= 0 && v.isVerb(over) {
		verb = over
	}
	if v.denies(h) || v.denies(verb) {
		return nil
	}
	up := v.frameShallow(verb, 0)
	from := up.obj
	if c := v.child(verb, document.Nsubj); v.lemmas[verb] == "trial" && c >= 0 {
		up.subj = v.withConjuncts([]int{c})
	}
	switch v.lemmas[verb] {
	case "confess", "plead", "admit", "get", "receive", "serve", "guilty", "trial":
		from = up.subj
	default:
		if o := v.heldFor(verb); len(from) == 0 && o >= 0 {
			from = []int{o}
		}
		if len(from) == 0 && v.d.Tags[verb].XPOS != document.VBG {
			from = up.subj // "man jailed for"
		}
	}
	var out []int
	for _, i := range from {
		if i = v.tried(i); i != h && !penalty[v.lemmas[i]] && v.d.Tags[i].UPOS != document.NUM {
			out = append(out, i)
		}
	}
	return out
}

// heldFor is the object right before a participle that a tree hangs from the verb of which
// it is one: "police arrested three Serbs suspected of ambushing a patrol"; -1 for none.
func (v *view) heldFor(verb int) int {
	h := v.head(verb)
	if r := v.rel(verb); h < 0 || r != document.Xcomp && r != document.Advcl || !v.isVerb(h) || v.child(verb, document.Aux, document.AuxPass, document.Mark, document.Nsubj) >= 0 {
		return -1
	}
	if o := v.child(h, document.Obj); o > h && o < verb && verb-o <= 3 {
		return o
	}
	return -1
}

// tried is whom the trial or arrest is of that a tree has for the one who is charged:
// "the trial of four men accused of bombing a bus".
func (v *view) tried(i int) int {
	switch v.lemmas[i] {
	case "trial", "arrest", "case", "hearing", "detention", "extradition", "appeal", "conviction", "sentence", "retrial", "release":
		for _, k := range v.children(i) {
			if v.rel(int(k)) == document.Nmod && v.caseOf(int(k)) == "of" {
				return int(k)
			}
		}
	}
	return i
}

// denies reports whether a word is denied: "pleaded not guilty", "was never charged".
func (v *view) denies(h int) bool {
	for _, k := range v.children(h) {
		switch v.lemmas[k] {
		case "not", "n't", "never", "neither", "nobody", "no":
			return true
		}
	}
	return false
}

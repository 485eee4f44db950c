package tag

import (
	"strings"

	"sayso/internal/document"
)

// unknown is the rank of a word that is not among the words of wordvec.
const unknown = 1 << 30

// byRule returns the lemma of a lower-case form that training has not seen:
// an irregular form's, or what is left when the ending of its tag is taken off,
// in the spelling that is the more frequent word.
func (l *Lemmas) byRule(w string, c Class) string {
	switch c.UPOS {
	case document.VERB, document.AUX:
		if s, ok := irregular[w]; ok {
			return s
		}
		return l.verb(w, c.XPOS)
	case document.NOUN:
		if c.XPOS == document.NNS {
			if s, ok := plurals[w]; ok {
				return s
			}
			return l.plural(w)
		}
	case document.ADJ, document.ADV:
		switch c.XPOS {
		case jjr, rbr:
			return l.stem(w, "er")
		case jjs, rbs:
			return l.stem(w, "est")
		}
	}
	return w
}

var (
	jjr, jjs = document.ParseXPOS("JJR"), document.ParseXPOS("JJS")
	rbr, rbs = document.ParseXPOS("RBR"), document.ParseXPOS("RBS")
)

func (l *Lemmas) verb(w string, x document.XPOS) string {
	switch x {
	case document.VBD, document.VBN:
		return l.stem(w, "ed")
	case document.VBG:
		return l.stem(w, "ing")
	case document.VBZ:
		return l.plural(w)
	}
	return w
}

// rankOf is the place of a word by frequency, from 0.
func (l *Lemmas) rankOf(w string) int {
	if l.rank == nil {
		return unknown
	}
	if r := l.rank(w); r >= 0 {
		return r
	}
	return unknown
}

// stem takes the ending off w: planned is plan, fired fire, shelled shell,
// buried bury, heavier heavy.
func (l *Lemmas) stem(w, ending string) string {
	s, ok := strings.CutSuffix(w, ending)
	if !ok || len(s) < 2 || !strings.ContainsAny(s, "aeiouy") {
		return w
	}
	n := len(s)
	switch {
	case s[n-1] == 'i' && n > 2 && ending != "ing":
		return s[:n-1] + "y"
	case s[n-1] == 'e' && ending != "ing", s[n-1] == 'u', s[n-1] == 'v', s[n-1] == 'c' && s[n-2] != 'i':
		return s + "e"
	case n > 2 && s[n-1] == s[n-2] && !vowel(s[n-1]):
		if strings.IndexByte("lszf", s[n-1]) >= 0 && l.rankOf(s) < l.rankOf(s[:n-1]) {
			return s
		}
		if l.rankOf(s[:n-1]) < unknown || strings.IndexByte("lszf", s[n-1]) < 0 {
			return s[:n-1]
		}
		return s
	case shortSyllable(s) && l.rankOf(s+"e") < unknown:
		return s + "e"
	case l.rankOf(s+"e") < l.rankOf(s):
		return s + "e"
	}
	return s
}

// shortSyllable reports whether s is one syllable that would have doubled its
// last consonant before the ending.
func shortSyllable(s string) bool {
	n := len(s)
	if vowel(s[n-1]) || strings.IndexByte("wxy", s[n-1]) >= 0 || !vowel(s[n-2]) || n > 2 && vowel(s[n-3]) {
		return false
	}
	for i := range n - 2 {
		if vowel(s[i]) {
			return false
		}
	}
	return true
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// plural takes the s off w: cities is city, houses house, boxes box.
func (l *Lemmas) plural(w string) string {
	if strings.HasSuffix(w, "ies") && len(w) > 4 {
		if y := w[:len(w)-3] + "y"; l.rankOf(y) <= l.rankOf(w[:len(w)-1]) {
			return y
		}
		return w[:len(w)-1]
	}
	if strings.HasSuffix(w, "es") && len(w) > 3 {
		if s := w[:len(w)-2]; strings.HasSuffix(s, "sh") || strings.HasSuffix(s, "ch") || strings.HasSuffix(s, "x") ||
			strings.HasSuffix(s, "s") || strings.HasSuffix(s, "z") || strings.HasSuffix(s, "o") {
			if l.rankOf(s) <= l.rankOf(s+"e") {
				return s
			}
		}
		return w[:len(w)-1]
	}
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 2 {
		return w[:len(w)-1]
	}
	return w
}

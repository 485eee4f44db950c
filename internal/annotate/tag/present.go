package tag

import (
	"strings"

	"sayso/internal/document"
)

// present finds the verb of a sentence in the present tense of headlines and
// timelines that was taken for a noun: "Soldiers fire on a crowd", "Hundreds of
// insurgents assault Palma". It stands right behind a plural that opens the sentence
// with its modifiers, before what it is done to, and no finite verb is in its clause;
// -1 for none.
func present(n int, word func(int) string, out []document.Tag) int {
	from := opening(n, word)
	v := from + 1
	for v < n && out[v].XPOS != document.NN {
		v++
	}
	if v+1 >= n || strings.ToLower(word(v)) != word(v) || !plural(word(v-1), out[v-1].XPOS) {
		return -1
	}
	for i := from; i < v; i++ {
		if !inSubject(word(i), out[i].UPOS) {
			return -1
		}
	}
	if !opensObject(word(v+1), out[v+1]) {
		return -1
	}
	for i := v + 1; i < n && !endsClause(word(i), out[i]); i++ {
		if x := out[i].XPOS; isFinite(x) || x == document.MD {
			return -1
		}
	}
	return v
}

// mendPresent makes the verb that [present] finds one, and a plural before it that was
// taken for a verb a noun.
func (r *run) mendPresent(n int, word func(int) string, out []document.Tag) {
	v := present(n, word, out)
	if v < 0 {
		return
	}
	out[v] = r.tagged(word(v), document.VERB, document.VBP)
	if out[v-1].UPOS == document.VERB {
		out[v-1] = r.tagged(word(v-1), document.NOUN, document.NNS)
	}
}

func (r *run) tagged(word string, u document.UPOS, x document.XPOS) document.Tag {
	return document.Tag{UPOS: u, XPOS: x, Lemma: r.lemma(word, Class{UPOS: u, XPOS: x})}
}

// plural reports whether a word is a plural that people can be; "arms", "sports" and
// the like stand before nouns.
func plural(w string, x document.XPOS) bool {
	switch low := strings.ToLower(w); low {
	case "arms", "sports", "news", "rights", "systems", "sales", "weapons", "affairs", "operations", "communications", "drugs", "customs", "women", "men", "veterans":
		return false
	default:
		return x == document.NNS || low == "police" || strings.HasSuffix(low, "men") && len(low) > 4
	}
}

// opening is where a sentence begins behind the mark of a list, or behind what heads it
// with a colon: "- ", "11 March, Rutshuru: ".
func opening(n int, word func(int) string) int {
	for i := range min(n, maxHead) {
		if word(i) == ":" {
			return i + 1
		}
	}
	if n > 0 && (word(0) == "-" || word(0) == "–" || word(0) == "•" || word(0) == "*") {
		return 1
	}
	return 0
}

// maxHead is within how many words a colon ends what heads a sentence.
const maxHead = 8

func inSubject(w string, p document.UPOS) bool {
	switch p {
	case document.NOUN, document.PROPN, document.ADJ, document.NUM, document.DET:
		return true
	case document.ADP:
		return strings.EqualFold(w, "of")
	case document.PUNCT:
		return w == "-"
	case document.VERB:
		return strings.HasSuffix(w, "men")
	}
	return false
}

// opensObject reports whether a word opens what a verb is done to or on.
func opensObject(w string, t document.Tag) bool {
	switch t.UPOS {
	case document.DET, document.NUM, document.PROPN:
		return true
	case document.ADP:
		switch w {
		case "on", "with", "at", "against", "into", "through", "across", "for", "over":
			return true
		}
	}
	return t.XPOS.String() == "PRP$"
}

// endsClause reports whether a word ends the clause that opens a sentence.
func endsClause(w string, t document.Tag) bool {
	switch w {
	case ",", ";", ":", "as", "after", "before", "when", "while", "who", "that", "which":
		return true
	}
	return t.UPOS == document.CCONJ
}

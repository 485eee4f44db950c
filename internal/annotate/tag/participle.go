package tag

import (
	"strings"

	"sayso/internal/document"
)

// mendParticiples makes verbs of what cannot be what it was taken for: in a passive with
// several verbs, "were dragged away, beaten and shot", a base form whose base is another
// word, and "shot" as a noun behind "and" without an article; a past tense as a
// preposition, as rare ones are, "overran", or "shot" as a noun, "police shot at
// demonstrators"; and nouns of those in -ing before a finite verb, "after shelling set a
// house ablaze", "Fighting erupted".
func (r *run) mendParticiples(n int, word func(int) string, out []document.Tag) {
	passive := false // a form of "be" with a participle behind it
	for i := range n {
		switch t := &out[i]; {
		case t.XPOS == document.VBN && i > 0 && out[i-1].Lemma == "be":
			passive = true
		case t.UPOS == document.VERB && t.XPOS == document.VB && strings.HasSuffix(word(i), "en") && t.Lemma != strings.ToLower(word(i)):
			out[i] = r.tagged(word(i), document.VERB, document.VBN)
		case passive && t.XPOS == document.NN && word(i) == "shot" && i > 0 && out[i-1].UPOS == document.CCONJ && (i+1 == n || out[i+1].UPOS == document.ADP || out[i+1].UPOS == document.PUNCT || word(i+1) == "dead"):
			out[i] = r.tagged(word(i), document.VERB, document.VBN)
		case t.XPOS == document.VBG && i > 0 && (out[i-1].UPOS == document.ADP || out[i-1].UPOS == document.SCONJ) && i+2 < n && isFinite(out[i+1].XPOS) && out[i+1].UPOS == document.VERB && out[i+2].UPOS == document.DET:
			out[i] = r.tagged(word(i), document.NOUN, document.NN)
		case t.XPOS == document.VBG && i == 0 && n > 1 && out[1].UPOS == document.VERB && (isFinite(out[1].XPOS) || out[1].XPOS == document.VBN):
			out[0], out[1] = r.tagged(word(0), document.NOUN, document.NN), r.tagged(word(1), document.VERB, pastOf(out[1].XPOS))
		case t.XPOS == document.NN && word(i) == "shot" && i > 0 && i+1 < n && plural(word(i-1), out[i-1].XPOS) && (opensObject(word(i+1), out[i+1]) || word(i+1) == "dead"):
			out[i] = r.tagged(word(i), document.VERB, document.VBD)
		case t.UPOS == document.ADP && irregular[word(i)] != "":
			out[i] = r.tagged(word(i), document.VERB, document.VBD)
		}
	}
}

// isFinite reports the tags of a verb that may stand without another.
func isFinite(x document.XPOS) bool {
	return x == document.VBD || x == document.VBZ || x == document.VBP
}

// pastOf is the tag of a past tense where its form was taken for a participle.
func pastOf(x document.XPOS) document.XPOS {
	if x == document.VBN {
		return document.VBD
	}
	return x
}

package assemble

import (
	"strings"

	"sayso/internal/document"
)

// between tells what stands between the word of a happening and a phrase of its
// sentence, on which side and in which voice, without the tree: "after a noun:
// of N by" of the second phrase of "the murder of the judge by gunmen". A tree
// that is wrong misleads the ways through it; the order of words stays.
func (r *reader) between(word int, at document.Range, add func(string)) {
	if r.d.SentenceOf(word) != r.d.SentenceOf(at.First) {
		return
	}
	side, from, to := "before", at.End, word
	if at.First > word {
		side, from, to = "after", word+1, at.First
	}
	marks := r.skeleton(from, to)
	pre := side + " " + r.form(word)
	nominals, verbs := 0, 0
	for _, m := range marks {
		switch m {
		case "N":
			nominals++
		case "V":
			verbs++
		}
	}
	add(bucket(pre+", nominals between", nominals, 0, 1, 2, 3))
	add(bucket(pre+", verbs between", verbs, 0, 1, 2))
	if len(marks) > 4 {
		far := marks
		marks = append(append([]string{}, far[:2]...), "..")
		marks = append(marks, far[len(far)-2:]...)
		add(pre + ": .. " + strings.Join(far[len(far)-2:], " "))
	}
	add(pre + ": " + strings.Join(marks, " "))
	add(side + ": " + strings.Join(marks, " "))
}

// skeleton is what tokens from one to another are: N a nominal, V a verb, P a
// pronoun, W a word that begins a clause, others as they are.
func (r *reader) skeleton(from, to int) []string {
	var out []string
	put := func(s string) {
		if s == "N" && len(out) > 0 && out[len(out)-1] == "N" {
			return
		}
		out = append(out, s)
	}
	for i := from; i < to; i++ {
		t := &r.d.Tags[i]
		switch t.UPOS {
		case document.NOUN, document.PROPN, document.NUM:
			put("N")
		case document.PRON:
			if strings.HasPrefix(t.XPOS.String(), "W") {
				put("W")
			} else if t.XPOS.String() != "PRP$" {
				put("P")
			}
		case document.VERB:
			put("V")
		case document.ADP, document.CCONJ:
			put(strings.ToLower(r.d.Word(i)))
		case document.SCONJ:
			put("W")
		case document.PUNCT:
			switch w := r.d.Word(i); w {
			case ",", ";", ":", "(", ")", "-", "--", "\"", "“", "”", "[", "]":
				put(w)
			}
		}
	}
	return out
}

// form tells how the word of a happening is used.
func (r *reader) form(i int) string {
	d := r.d
	if d.Tags[i].UPOS != document.VERB {
		return "a noun"
	}
	switch d.Tags[i].XPOS.String() {
	case "VBN":
	case "VBG":
		return "ing"
	default:
		return "active"
	}
	for k := i - 1; k >= max(0, i-4) && d.SentenceOf(k) == d.SentenceOf(i); k-- {
		switch t := &d.Tags[k]; {
		case t.UPOS == document.AUX && t.Lemma == "have":
			return "active"
		case t.UPOS == document.AUX:
			return "passive"
		case t.UPOS != document.ADV && t.UPOS != document.PART:
			return "participle"
		}
	}
	return "participle"
}

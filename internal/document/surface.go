package document

import "strings"

// Skeleton is what a run of tokens is made of, without the tree: N a run of
// nominals, V a verb, P a pronoun, W a word that begins a clause, prepositions,
// conjunctions and marks as they are. "of the judge by" is "of N by".
type Skeleton []string

// Count is how often a mark is in it.
func (s Skeleton) Count(mark string) (n int) {
	for _, m := range s {
		if m == mark {
			n++
		}
	}
	return n
}

// Skeleton is that of the tokens from one to before another.
func (d *Document) Skeleton(from, to int) Skeleton {
	var out Skeleton
	for i := from; i < to; i++ {
		s := d.bone(i)
		if s == "" || s == "N" && len(out) > 0 && out[len(out)-1] == "N" {
			continue
		}
		out = append(out, s)
	}
	return out
}

func (d *Document) bone(i int) string {
	t := &d.Tags[i]
	switch t.UPOS {
	case NOUN, PROPN, NUM:
		return "N"
	case VERB:
		return "V"
	case SCONJ:
		return "W"
	case PRON:
		switch x := t.XPOS.String(); {
		case strings.HasPrefix(x, "W"):
			return "W"
		case x != "PRP$":
			return "P"
		}
	case ADP, CCONJ:
		return strings.ToLower(d.Word(i))
	case PUNCT:
		return d.Word(i)
	}
	return ""
}

// Form is how a word is used.
type Form string

// The forms of a word that tells of something.
const (
	FormNoun       Form = "a noun"
	FormActive     Form = "active"
	FormPassive    Form = "passive"
	FormParticiple Form = "participle"
	FormIng        Form = "ing"
)

// FormOf tells how token i is used by its tag and the auxiliaries before it, not
// by the tree. A past tense behind a form of "be" is taken for a participle.
func (d *Document) FormOf(i int) Form {
	x := d.Tags[i].XPOS.String()
	switch {
	case d.Tags[i].UPOS != VERB:
		return FormNoun
	case x == "VBG":
		return FormIng
	case x != "VBN" && x != "VBD":
		return FormActive
	}
	alone := FormParticiple
	if x == "VBD" {
		alone = FormActive
	}
	for k := i - 1; k >= max(0, i-4) && d.SentenceOf(k) == d.SentenceOf(i); k-- {
		switch t := &d.Tags[k]; {
		case t.UPOS == AUX && t.Lemma == "have":
			return FormActive
		case t.UPOS == AUX:
			return FormPassive
		case t.UPOS != ADV && t.UPOS != PART:
			return alone
		}
	}
	return alone
}

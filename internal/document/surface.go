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

// DueAt is the verb of what it is time for where "time" stands at token i, or -1:
// "now is the time to act", "it was time for the army to leave", "there has never
// been a better time for the two sides to talk". What somebody does for the first
// time, or has the time to do, is none. It needs tags.
func (d *Document) DueAt(i int) int {
	if !strings.EqualFold(d.Word(i), "time") {
		return -1
	}
	k := i - 1
	for ; k >= 0 && (d.Tags[k].UPOS == DET || d.Tags[k].UPOS == ADJ || d.Tags[k].UPOS == ADV); k-- {
		switch d.Tags[k].Lemma {
		case "first", "second", "last", "next", "only", "same", "long", "short":
			return -1
		}
	}
	if k < 0 || d.Tags[k].Lemma != "be" {
		return -1
	}
	for k = i + 1; k < min(i+maxDue, len(d.Tokens)-1) && d.Word(k) != "." && d.Word(k) != ";"; k++ {
		if strings.EqualFold(d.Word(k), "to") && d.Tags[k+1].XPOS == VB {
			return k + 1
		}
	}
	return -1
}

// maxDue is how far behind "time" what it is time for may stand.
const maxDue = 20

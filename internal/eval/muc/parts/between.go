package parts

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/model/hashlin"
)

// between adds what stands between a mention and each trigger of its sentence,
// on which side and in which voice, without the tree, which is often wrong in
// capitals: "after a noun: of N by" for the second phrase of "THE MURDER OF THE
// JUDGE BY GUNMEN".
func (f *Featurer) between(b *hashlin.Bag, m Mention, kind uint32) {
	d := f.d
	for e := range d.Events {
		t := d.Events[e].Trigger
		if f.sentence[t] != f.sentence[m.Head] || t >= m.First && t < m.End {
			continue
		}
		side, from, to := uint32(0), m.End, t
		if t < m.First {
			side, from, to = 1, t+1, m.First
		}
		marks, nominals, verbs := f.skeleton(from, to)
		voice := side*8 + f.voice(t)
		typ, lemma := hash(d.Events[e].Type), hash(f.lemma[t])
		b.Add(tBetween, 1, voice, min(nominals, 3), min(verbs, 2), typ)
		b.Add(tBetween, 2, voice, min(nominals, 3), min(verbs, 2), typ, kind)
		b.Add(tBetween, 3, voice, min(nominals, 3), min(verbs, 2), lemma)
		if len(marks) <= 6 {
			h := uint32(17)
			for _, x := range marks {
				h = h*31 + hash(x)
			}
			b.Add(tBetween, 4, voice, h, typ)
			b.Add(tBetween, 5, voice, h, typ, kind)
			b.Add(tBetween, 6, voice, h, lemma)
		}
		if n := len(marks); n > 0 {
			last := hash(marks[n-1])
			if side == 0 {
				last = hash(marks[0])
			}
			b.Add(tBetween, 7, voice, last, typ, kind)
			b.Add(tBetween, 8, voice, last, lemma)
		}
	}
}

// skeleton is what tokens from one to another are: N a nominal, V a verb, P a
// pronoun, W a word that begins a clause, prepositions and marks as they are.
func (f *Featurer) skeleton(from, to int) (marks []string, nominals, verbs uint32) {
	put := func(s string) {
		if s == "N" && len(marks) > 0 && marks[len(marks)-1] == "N" {
			return
		}
		marks = append(marks, s)
		switch s {
		case "N":
			nominals++
		case "V":
			verbs++
		}
	}
	for i := from; i < to; i++ {
		switch t := &f.d.Tags[i]; t.UPOS {
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
			put(f.lemma[i])
		case document.SCONJ:
			put("W")
		case document.PUNCT:
			put(f.d.Word(i))
		}
	}
	return marks, nominals, verbs
}

// voice tells how a trigger is used: 1 a noun, 2 in the active, 3 in the
// passive, 4 a participle, 5 a form in -ing.
func (f *Featurer) voice(i int) uint32 {
	d := f.d
	if d.Tags[i].UPOS != document.VERB {
		return 1
	}
	switch d.Tags[i].XPOS.String() {
	case "VBG":
		return 5
	case "VBN", "VBD": // capitals hide which of the two it is
	default:
		return 2
	}
	for k := i - 1; k >= max(0, i-4) && f.sentence[k] == f.sentence[i]; k-- {
		switch t := &d.Tags[k]; {
		case t.UPOS == document.AUX && f.lemma[k] == "have":
			return 2
		case t.UPOS == document.AUX:
			return 3
		case t.UPOS != document.ADV && t.UPOS != document.PART:
			if d.Tags[i].XPOS.String() == "VBD" {
				return 2
			}
			return 4
		}
	}
	return 4
}

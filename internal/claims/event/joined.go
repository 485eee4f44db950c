package event

import "strings"

// joinedAt reads a trigger that is written with a hyphen, which stands in the
// table as one lemma and in a text as three tokens: "sit-in", "cease-fires".
// The last of them is the trigger's.
func (v *view) joinedAt(i int) (t trigger, found bool) {
	first, ok := v.hyphened(i)
	if !ok {
		return trigger{}, false
	}
	for _, pos := range posOf(v.d.Tags[i].UPOS) + "NV" {
		for _, last := range [...]string{v.lemmas[i], strings.ToLower(v.d.Word(i))} {
			senses := v.lex.senses[key{first + "-" + last, byte(pos)}]
			if len(senses) == 0 {
				continue
			}
			if t, found = v.choose(i, senses); found {
				return t, true
			}
		}
	}
	return trigger{}, false
}

// hyphened gives the word before the hyphen that ends where token i begins.
func (v *view) hyphened(i int) (first string, ok bool) {
	if i < 2 || v.d.Word(i-1) != "-" || v.sentence[i-2] != v.sentence[i] {
		return "", false
	}
	t := v.d.Tokens
	if t[i-2].End != t[i-1].Start || t[i-1].End != t[i].Start {
		return "", false
	}
	return strings.ToLower(v.d.Word(i - 2)), true
}

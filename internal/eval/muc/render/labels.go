package render

import (
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/muc/score"
)

// place of a filler in the keys of a message.
type filler struct{ template, fill int }

// best finds the fill that an expression matches best in a slot.
func best(slot int, words string, keys []*score.Template) (score.Grade, filler) {
	top, at := score.Incorrect, filler{-1, -1}
	for t, k := range keys {
		for f := range k.Fills[slot] {
			if g := score.Compare(slot, words, &k.Fills[slot][f]); g > top {
				top, at = g, filler{t, f}
			}
		}
	}
	return top, at
}

// words is the fullest form of an expression.
func (t *Text) words(k int) string {
	c := &t.parts[k]
	return t.d.Words(c.Mentions[c.Best].Range)
}

// bare is an expression without numbers and words for how many before it, as
// the keys have targets.
func (t *Text) bare(k int) string {
	c := &t.parts[k]
	m := c.Mentions[c.Best]
	for m.First < m.Head {
		switch u := t.d.Tags[m.First].UPOS; {
		case u == document.NUM, u == document.DET, u == document.ADV, counts[strings.ToLower(t.d.Tags[m.First].Lemma)]:
			m.First++
			continue
		}
		break
	}
	return t.d.Words(m.Range)
}

var counts = map[string]bool{"several": true, "other": true, "many": true, "various": true, "few": true, "another": true, "numerous": true, "some": true}

// choiceLabel is the value that the keys give an expression that matches one of
// their fillers: an index into the values, or -1.
func choiceLabel(c *choice, k *score.Template, ids []string) int {
	for i := range k.Fills[c.slot] {
		f := &k.Fills[c.slot][i]
		if f.Refs == nil || !slices.ContainsFunc(f.Refs, func(r string) bool { return slices.Contains(ids, r) }) {
			continue
		}
		for _, v := range f.Values {
			v = strings.Join(strings.Fields(v), " ")
			if n := slices.Index(c.values, v); n >= 0 {
				return n
			}
			if n := slices.Index(c.values, "#"); n >= 0 && strings.ContainsAny(v, "0123456789") {
				return n
			}
		}
	}
	return slices.Index(c.values, "-")
}

// eventLabels says for each mention of a happening which type of template it
// belongs to: an index into kinds, or -1 where the keys do not tell.
func (t *Text) eventLabels(keys []*score.Template) []int {
	out := make([]int, len(t.d.Events))
	for e := range t.d.Events {
		if t.codes[e] == "-" {
			continue
		}
		top, at := 0, -1
		for n, k := range keys {
			if !related(t.codes[e], typeOf(k)) {
				continue
			}
			if w := t.overlap(e, k); w > top {
				top, at = w, n
			}
		}
		switch {
		case at >= 0:
			out[e] = slices.Index(kinds, typeOf(keys[at]))
		case t.perhaps(e, keys):
			out[e] = -1
		}
	}
	return out
}

func typeOf(k *score.Template) string {
	if len(k.Fills[score.Type]) == 0 {
		return "-"
	}
	return strings.TrimSpace(k.Fills[score.Type][0].Values[0])
}

// related reports whether a mention with a code may belong to a template.
func related(code, kind string) bool {
	return code == kind || code == "ATTACK" || kind == "ATTACK" && code == "BOMBING"
}

// perhaps reports whether a template of the mention's own type is there.
func (t *Text) perhaps(e int, keys []*score.Template) bool {
	for _, k := range keys {
		if typeOf(k) == t.codes[e] {
			return true
		}
	}
	return false
}

// overlap weighs the fillers of a template that stand in a mention's sentence.
func (t *Text) overlap(e int, k *score.Template) int {
	s := t.sentence[t.d.Events[e].Trigger]
	x := t.d.Sentences[s].Range
	text := " " + strings.ToUpper(t.d.Words(x)) + " "
	n := 0
	for _, slot := range []int{score.HumanName, score.HumanDescription, score.PhysicalID, score.IndividualID, score.OrganizationID, score.InstrumentID} {
		for i := range k.Fills[slot] {
			for _, v := range k.Fills[slot][i].Values {
				if strings.Contains(text, strings.ToUpper(v)) {
					if n++; slot == score.HumanName || slot == score.HumanDescription || slot == score.PhysicalID {
						n += 2
					}
					break
				}
			}
		}
	}
	if n == 1 || n == 0 {
		return 0
	}
	return n
}

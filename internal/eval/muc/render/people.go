package render

import (
	"fmt"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/muc/score"
)

// people fills the slots of human targets: those named, with their description,
// then those only described.
func (b *Bridge) people(t *Text, c *cluster, k *score.Template) {
	told := map[int]bool{}     // expressions that describe somebody named
	heads := map[string]bool{} // last words of such descriptions
	for _, x := range limit(c.parts["name"], 8) {
		w := b.written(t, x.part, "name")
		k.Add(score.HumanName, w, "")
		if d := t.describe(x.part, told); d != "" {
			k.Add(score.HumanDescription, d, w)
			heads[lastWord(d)] = true
		}
		b.person(t, x.part, w, k)
	}
	n := 0
	for _, x := range t.distinct(c.parts["victim"], 99) {
		w := b.written(t, x.part, "victim")
		if told[x.part] || n >= 5 || heads[lastWord(w)] && !t.several(x.part) {
			continue
		}
		n++
		k.Add(score.HumanDescription, w, "")
		b.person(t, x.part, w, k)
	}
}

// lastWord is the last word of a phrase, in capitals.
func lastWord(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToUpper(s)
}

// several reports whether an expression is plural.
func (t *Text) several(k int) bool {
	x := t.d.Tags[t.parts[k].Mentions[t.parts[k].Best].Head].XPOS
	return x == document.NNS || x == document.NNPS
}

func (b *Bridge) person(t *Text, part int, w string, k *score.Template) {
	k.Add(score.HumanType, b.pick(t, "person-type", part), w)
	k.Add(score.HumanNumber, t.number(part, b.pick(t, "person-number", part)), w)
	b.nation(t, part, score.HumanNation, w, k)
	if e := b.pick(t, "person-effect", part); e != "-" {
		k.Add(score.HumanEffect, e, w)
	}
}

// number is how many an expression stands for: a number in the text, else by
// its form.
func (t *Text) number(k int, guess string) string {
	for _, m := range t.parts[k].Mentions {
		for i := range t.d.Quantities {
			q := &t.d.Quantities[i]
			if q.Of != m.Head && !m.Covers(q.Range) {
				continue
			}
			switch lo, hi := q.Count.Min, q.Count.Max; {
			case lo != nil && hi != nil && *lo == *hi:
				return fmt.Sprint(*lo)
			case lo != nil && hi != nil:
				return fmt.Sprintf("%d - %d", *lo, *hi)
			case lo != nil:
				return fmt.Sprintf("%d-", *lo)
			}
		}
	}
	if guess == "#" {
		m := t.parts[k].Mentions[t.parts[k].Best]
		if x := t.d.Tags[m.Head].XPOS; x == document.NNS || x == document.NNPS {
			return "PLURAL"
		}
		return "1"
	}
	return guess
}

// describe finds the title or part of somebody named: what stands beside the
// name, before it, or elsewhere for the same person.
func (t *Text) describe(k int, told map[int]bool) string {
	d := t.d
	c := &t.parts[k]
	for o := range t.parts {
		if o != k && t.sameEntity(k, o) && t.parts[o].Name == 0 {
			told[o] = true
		}
	}
	for _, m := range c.Mentions {
		for i := range d.Arcs {
			if int(d.Arcs[i].Head) == m.Head && d.Arcs[i].Rel == document.Appos && d.Tags[i].UPOS == document.NOUN {
				return t.nominal(i)
			}
		}
		if d.Arcs[m.Head].Rel == document.Appos && d.Arcs[m.Head].Head >= 0 {
			if h := int(d.Arcs[m.Head].Head); d.Tags[h].UPOS == document.NOUN {
				return t.nominal(h)
			}
		}
		if x := t.before(m.First); x != "" {
			return x
		}
	}
	for o := range t.parts {
		if told[o] && t.sameEntity(k, o) {
			return t.words(o)
		}
	}
	return ""
}

// before is the noun phrase that runs into a name: "UNION LEADER (LUIS SOTO)".
func (t *Text) before(first int) string {
	d := t.d
	i := first
	for i > 0 && t.sentence[i-1] == t.sentence[first] {
		u := d.Tags[i-1].UPOS
		if u != document.NOUN && u != document.PROPN && u != document.ADJ || d.Arcs[i-1].Rel == document.Root {
			break
		}
		i--
	}
	for i < first && d.Tags[i].UPOS == document.ADJ && i+1 == first {
		i++
	}
	if i == first || i+1 == first && forms[strings.ToUpper(d.Word(i))] {
		return ""
	}
	return d.Words(document.Range{First: i, End: first})
}

// forms are forms of address that say nothing of somebody.
var forms = map[string]bool{"MR.": true, "MR": true, "MRS.": true, "MRS": true, "MS.": true, "MISS": true, "SENOR": true}

// nominal is a noun with the modifiers before it.
func (t *Text) nominal(head int) string {
	for k := range t.parts {
		for _, m := range t.parts[k].Mentions {
			if m.Head == head {
				return t.d.Words(m.Range)
			}
		}
	}
	return t.d.Word(head)
}

func (t *Text) sameEntity(a, b int) bool {
	for i := range t.d.Entities {
		x, y := false, false
		for _, m := range t.d.Entities[i].Mentions {
			for _, n := range t.parts[a].Mentions {
				x = x || n.Head == m.Head
			}
			for _, n := range t.parts[b].Mentions {
				y = y || n.Head == m.Head
			}
		}
		if x && y {
			return true
		}
	}
	return false
}

package render

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/muc/net"
	"sayso/internal/eval/muc/score"
	"sayso/internal/model/hashlin"
)

// Templates of the features of forms.
const (
	wBias = iota + 801
	wFull
	wDropped
	wFirst
	wAlone
	wRight
	wLeft
	wInside
	wKept
	wFar
)

// form is a way to write an expression: of "EIGHT ARMED MEN OF THE ELN" for
// instance "ARMED MEN".
type form struct {
	document.Range
	keys  []uint32
	dense []int32
}

// forms lists the ways to write an expression, from those of its fullest
// mention: with a possessive or with what it is named as part of before it
// ("ARMY OF" before "NATIONAL LIBERATION"), the words before the head left out
// one by one, each with and without what follows with a preposition.
func (t *Text) forms(k int, role string) []form {
	c := &t.parts[k]
	m := c.Mentions[c.Best]
	ends := t.ends(m.Head, m.End)
	var out []form
	for _, i := range t.starts(m.First, m.Head) {
		for _, end := range ends {
			f := form{Range: document.Range{First: i, End: end}}
			f.keys = t.formKeys(&f, k, role)
			f.dense = t.glossOfForm(&f, k)
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		out = append(out, form{Range: m.Range})
	}
	return out
}

// starts lists where a form may start of a mention that starts at first.
func (t *Text) starts(first, head int) []int {
	d := t.d
	var out []int
	if o := first - 2; o >= 0 && t.sentence[o] == t.sentence[first] && strings.EqualFold(d.Word(first-1), "of") && t.isNoun(o) {
		for o > 0 && t.sentence[o-1] == t.sentence[first] && t.isNoun(o-1) {
			o--
		}
		out = append(out, o)
	}
	if first > 0 && t.sentence[first-1] == t.sentence[head] && d.Arcs[first-1].Rel == document.NmodPoss {
		first--
	}
	for i := first; i <= max(head, first); i++ {
		switch d.Tags[i].UPOS {
		case document.PUNCT, document.ADP, document.PART, document.CCONJ:
			continue
		}
		out = append(out, i)
	}
	return out
}

// isNoun reports whether token i is a noun.
func (t *Text) isNoun(i int) bool {
	u := t.d.Tags[i].UPOS
	return u == document.NOUN || u == document.PROPN
}

// ends lists where a form may end of a mention with a head that ends at end:
// there, or behind the phrases that follow with a preposition, one after the
// other, and the names that these run on into.
func (t *Text) ends(head, end int) []int {
	out := []int{end}
	for range 2 {
		noun, e := t.complement(head, end)
		if e <= end {
			break
		}
		out = append(out, e)
		far := e
		for far < len(t.d.Tokens) && t.sentence[far] == t.sentence[head] && t.d.Tags[far].UPOS == document.PROPN {
			far++
		}
		if far > e {
			out = append(out, far)
		}
		head, end = noun, e
	}
	return out
}

// complement is the noun of the phrase that follows token end-1 with a
// preposition and hangs from head, and where it ends: "OF DYNAMITE" after
// "800 KG"; 0 for none.
func (t *Text) complement(head, end int) (noun, to int) {
	d := t.d
	if end+1 >= len(d.Tokens) || d.Tags[end].UPOS != document.ADP || t.sentence[end] != t.sentence[head] {
		return 0, 0
	}
	for i := end + 1; i < min(end+8, len(d.Tokens)) && t.sentence[i] == t.sentence[head]; i++ {
		if int(d.Arcs[i].Head) != head || !t.isNoun(i) {
			continue
		}
		if r := d.Arcs[i].Rel; r != document.Nmod && r != document.Obl {
			continue
		}
		to = i + 1
		for to < len(d.Tokens) && int(d.Arcs[to].Head) == i && (d.Arcs[to].Rel == document.Flat || d.Arcs[to].Rel == document.Compound) {
			to++
		}
		return i, to
	}
	return 0, 0
}

// formKeys are the features of a form.
func (t *Text) formKeys(f *form, k int, role string) []uint32 {
	c := &t.parts[k]
	m := c.Mentions[c.Best]
	r, kind, head := hash(role), uint32(c.Name), hash(t.lemma(m.Head))
	if c.Name == document.NamePerson {
		head = 1
	}
	var b hashlin.Bag
	b.Add(wBias, r)
	kept, right := uint32(min(m.Head-f.First, 4)), uint32(0)
	if f.End > m.End {
		right = 1 + hash(t.lemma(m.End))
		b.Add(wFar, r, uint32(min(f.End-m.End, 6)))
		b.Add(wFar, r, uint32(t.d.Tags[f.End-1].UPOS), uint32(t.d.Tags[min(f.End, len(t.d.Tags)-1)].UPOS))
	}
	if f.First < m.First-1 {
		b.Add(wLeft, r, kind)
		b.Add(wLeft, hash(t.lemma(f.First)))
	}
	b.Add(wFull, r, kind, kept, uint32(max(0, min(f.First-m.First+2, 5))))
	b.Add(wRight, r, right)
	b.Add(wRight, head, right)
	b.Add(wRight, r, head, right)
	if f.First >= m.Head {
		b.Add(wAlone, r, kind, right)
		b.Add(wAlone, head, kind)
	}
	b.Add(wFirst, r, uint32(t.d.Tags[f.First].UPOS), kind)
	b.Add(wFirst, r, hash(t.lemma(f.First)), 1)
	b.Add(wFirst, hash(t.lemma(f.First)), 2)
	for i := m.First; i < m.Head; i++ {
		at := wDropped
		if i >= f.First {
			at = wKept
		}
		t.modifierKeys(&b, i, at, r)
	}
	if right != 0 {
		for i := m.End; i < f.End; i++ {
			b.Add(wInside, hash(t.lemma(i)))
			b.Add(wInside, r, uint32(t.d.Tags[i].UPOS))
		}
	}
	return unique(b.Keys)
}

// modifierKeys adds what a word before the head is, left out or kept.
func (t *Text) modifierKeys(b *hashlin.Bag, i int, at int, r uint32) {
	l := t.lemma(i)
	x := uint32(at)
	b.Add(x, r, hash(l), 1)
	b.Add(x, hash(l), 2)
	b.Add(x, r, uint32(t.d.Tags[i].UPOS), uint32(t.d.Arcs[i].Rel))
	cl := t.classes.OfWord(l)
	b.Add(x, r, uint32(cl.Middle), 3)
	b.Add(x, uint32(cl.Fine), 4)
	for n := range t.d.Toponyms {
		if p := &t.d.Toponyms[n]; p.Has(i) {
			b.Add(x, r, 5)
		}
	}
}

// written is how an expression is written as a filler of a role.
func (b *Bridge) written(t *Text, k int, role string) string {
	g := b.model.Net("form")
	if g == nil {
		if role == "thing" || role == "name" || role == "victim" {
			return strings.TrimSpace(t.bare(k))
		}
		return t.words(k)
	}
	all := t.forms(k, role)
	best, top := 0, 0.0
	for i := range all {
		if s := g.Scores(&net.Input{Keys: all[i].keys, Dense: all[i].dense})[0]; i == 0 || s > top {
			best, top = i, s
		}
	}
	return strings.TrimSpace(t.d.Words(all[best].Range))
}

// learnForms fits which forms of expressions are those of the keys.
func learnForms(in []Message) *net.Net {
	var data []net.Instance
	for n := range in {
		t := in[n].text
		for i := range roles {
			said := sayings(roles[i].slot, in[n].Keys)
			if len(said) == 0 {
				continue
			}
			for k := range t.parts {
				if roles[i].fits(t.parts[k].Name) {
					data = append(data, t.formData(k, &roles[i], said, n)...)
				}
			}
		}
	}
	return (&net.Learner{Drop: 0.2, DropUnit: 0.3, Epochs: 10, Seed: 1}).Fit(data)
}

// formData is the forms of an expression of which one is said by the keys.
func (t *Text) formData(k int, r *role, said map[string]bool, n int) []net.Instance {
	var out []net.Instance
	any := false
	for _, f := range t.forms(k, r.name) {
		x := net.Instance{Doc: n, Input: net.Input{Keys: f.keys, Dense: f.dense}, Target: []int8{0}}
		if said[folded(t.d.Words(f.Range))] {
			x.Target[0], any = 1, true
		}
		out = append(out, x)
	}
	if !any || len(out) == 1 {
		return nil
	}
	return out
}

// sayings are the strings of a slot in the keys of a message, folded.
func sayings(slot int, keys []*score.Template) map[string]bool {
	out := map[string]bool{}
	for _, k := range keys {
		for i := range k.Fills[slot] {
			for _, v := range k.Fills[slot][i].Values {
				out[folded(v)] = true
			}
		}
	}
	return out
}

// folded is a string in capitals without marks, with single blanks.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool {
		return r == ' ' || r == '"' || r == '.' || r == ',' || r == '(' || r == ')' || r == '[' || r == ']' || r == '\n'
	}), " ")
}

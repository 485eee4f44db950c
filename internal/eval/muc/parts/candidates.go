package parts

import (
	"strings"

	"sayso/internal/document"
)

// Candidate is an expression that may take part, with its mentions in the
// document.
type Candidate struct {
	Mentions []Mention // in text order
	Best     int       // the fullest mention
	Name     document.NameKind
	key      string
	words    []string // of the fullest mention's core, lower case
	short    string   // of a body, as it stands in brackets behind its name
	entity   int      // of the coref layer, or -1
}

// Mention is one place where a candidate is named.
type Mention struct {
	document.Range
	Head int
}

// Reader lays a document out for questions.
type Reader struct {
	d        *document.Document
	kids     [][]int32
	name     []int32 // name that covers the token, or -1
	actor    []int32 // actor mention with that head, or -1
	trigger  []int32 // event with that trigger, or -1
	sentence []int32
	mates    map[int][]int // heads of the mentions of an entity
	entityOf []int32       // entity with a mention with that head, or -1
	lemma    []string
}

// NewReader reads a document that has events.
func NewReader(d *document.Document) *Reader {
	n := len(d.Tokens)
	r := &Reader{d: d, kids: make([][]int32, n), name: fill(n), actor: fill(n), trigger: fill(n), sentence: fill(n),
		entityOf: fill(n), mates: map[int][]int{}, lemma: make([]string, n)}
	for i := range d.Tokens {
		r.lemma[i] = strings.ToLower(d.Tags[i].Lemma)
		if h := d.Arcs[i].Head; h >= 0 {
			r.kids[h] = append(r.kids[h], int32(i))
		}
	}
	for k, x := range d.Names {
		for i := x.First; i < x.End; i++ {
			r.name[i] = int32(k)
		}
	}
	for k := range d.Actors {
		r.actor[d.Actors[k].Head] = int32(k)
	}
	for k := range d.Events {
		r.trigger[d.Events[k].Trigger] = int32(k)
	}
	for s, x := range d.Sentences {
		for i := x.First; i < x.End; i++ {
			r.sentence[i] = int32(s)
		}
	}
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			r.entityOf[m.Head] = int32(e)
			r.mates[e] = append(r.mates[e], m.Head)
		}
	}
	return r
}

func fill(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// Candidates lists the expressions of a document in the order of their first
// mention: names of persons and bodies, and noun phrases.
func (r *Reader) Candidates() []Candidate {
	var out []Candidate
	at := map[string]int{}
	for i := range r.d.Tokens {
		m, kind, ok := r.mentionAt(i)
		if !ok {
			continue
		}
		words := r.core(m)
		if len(words) == 0 {
			continue
		}
		key := strings.Join(words, " ")
		k, known := at[key]
		short := r.short(m, kind)
		if !known && short != "" {
			k, known = at[short]
		}
		if !known {
			k = r.longer(out, words, kind)
			if k < 0 {
				k = len(out)
				out = append(out, Candidate{Name: kind, key: key, words: words, entity: int(r.entityOf[m.Head])})
			}
		}
		if at[key] = k; short != "" {
			at[short] = k
		}
		c := &out[k]
		c.Mentions = append(c.Mentions, m)
		if short != "" {
			c.short = short
		}
		if len(words) > len(c.words) {
			c.words = words
			if c.short == "" || len(c.Mentions) == 1 {
				c.Best = len(c.Mentions) - 1
			}
		}
		if key == c.short {
			c.Best = len(c.Mentions) - 1
		}
	}
	return out
}

// short is the short form in brackets behind the name of a body, in lower case,
// or "": "eln" after "ARMY OF NATIONAL LIBERATION (ELN)".
func (r *Reader) short(m Mention, kind document.NameKind) string {
	d := r.d
	if kind != document.NameOrganisation && kind != document.NameMisc || m.End+2 >= len(d.Tokens) || m.Len() < 2 {
		return ""
	}
	if w := d.Word(m.End); w != "(" && w != "[" {
		return ""
	}
	if w := d.Word(m.End + 2); w != ")" && w != "]" {
		return ""
	}
	w := d.Word(m.End + 1)
	if len(w) < 2 || len(w) > 6 || strings.ToUpper(w) != w {
		return ""
	}
	return strings.ToLower(w)
}

// longer finds the candidate that a person's shorter name belongs to, or -1.
func (r *Reader) longer(all []Candidate, words []string, kind document.NameKind) int {
	if kind != document.NamePerson {
		return -1
	}
	for k := range all {
		if all[k].Name != kind {
			continue
		}
		if within(words, all[k].words) || within(all[k].words, words) {
			return k
		}
	}
	return -1
}

func within(part, whole []string) bool {
	return len(part) > 0 && strings.Contains(" "+strings.Join(whole, " ")+" ", " "+strings.Join(part, " ")+" ")
}

// mentionAt returns the mention that token i heads.
func (r *Reader) mentionAt(i int) (Mention, document.NameKind, bool) {
	d := r.d
	if n := r.name[i]; n >= 0 {
		x := &d.Names[n]
		switch x.Kind {
		case document.NamePerson, document.NameOrganisation, document.NameMisc:
			m := Mention{r.trim(x.Range), i}
			if x.Kind == document.NamePerson {
				for m.First < i && r.d.Tags[m.First].UPOS == document.NOUN {
					m.First++ // NEWSMAN EMILIANO J. PACHECO, in a text all in capitals
				}
				m.End = r.runOn(m.End, i)
			}
			return m, x.Kind, r.headOf(x.Range) == i
		case document.NamePlace:
			return Mention{x.Range, i}, x.Kind, r.headOf(x.Range) == i && r.sited(x.Range)
		}
	}
	switch d.Tags[i].UPOS {
	case document.NOUN, document.PROPN:
	default:
		return Mention{}, 0, false
	}
	switch d.Arcs[i].Rel {
	case document.Compound, document.Flat, document.Fixed, document.Goeswith, document.Amod:
		return Mention{}, 0, false
	}
	if end := r.runOn(i+1, i); end > i+1 && d.Tags[i].UPOS == document.PROPN && !r.grounded(i) {
		return Mention{document.Range{First: i, End: end}, i}, document.NamePerson, true // a name that the names stage missed
	}
	return Mention{r.phrase(i), i}, 0, true
}

// runOn is where a name headed by token i ends that goes on at token k: proper
// nouns that hang flat from its head and are in no other name.
func (r *Reader) runOn(k, i int) int {
	for k < len(r.d.Tokens) && r.d.Tags[k].UPOS == document.PROPN && r.d.Arcs[k].Rel == document.Flat && int(r.d.Arcs[k].Head) == i && r.name[k] < 0 {
		k++
	}
	return k
}

// grounded reports whether token i is part of a place or of a body known.
func (r *Reader) grounded(i int) bool {
	for t := range r.d.Toponyms {
		if r.d.Toponyms[t].Has(i) {
			return true
		}
	}
	return r.actor[i] >= 0 && r.d.Actors[r.actor[i]].Actor.Kind != "person" && r.d.Actors[r.actor[i]].Actor.ID != ""
}

// sited reports whether a name of a place is one of something built there: it
// ends in a common noun, as "LAS CANAS BRIDGE" does.
func (r *Reader) sited(x document.Range) bool { return x.Len() > 1 }

func (r *Reader) headOf(x document.Range) int {
	for i := x.First; i < x.End; i++ {
		if h := int(r.d.Arcs[i].Head); h < x.First || h >= x.End {
			return i
		}
	}
	return x.First
}

// phrase is a noun with the modifiers before it.
func (r *Reader) phrase(i int) document.Range {
	x := document.Range{First: i, End: i + 1}
	for k := i - 1; k >= 0 && r.sentence[k] == r.sentence[i] && r.below(k, i) && r.modifies(k); k-- {
		x.First = k
	}
	for x.First < i && (r.d.Tags[x.First].UPOS == document.PUNCT || r.d.Tags[x.First].UPOS == document.ADP ||
		r.d.Tags[x.First].UPOS == document.DET || r.lemma[x.First] == "include" || r.lemma[x.First] == "least") {
		x.First++
	}
	return x
}

// modifies reports whether token k may stand inside a phrase before its head.
func (r *Reader) modifies(k int) bool {
	switch r.d.Arcs[k].Rel {
	case document.Compound, document.Amod, document.Nummod, document.Flat, document.NmodUnmarked, document.Advmod:
		return true
	case document.Punct:
		return r.d.Word(k) == "-" || r.d.Word(k) == "\"" || r.d.Word(k) == "'"
	case document.NmodPoss, document.Case:
		return r.d.Tags[k].UPOS != document.PRON && r.d.Tags[k].UPOS != document.ADP
	}
	return false
}

// trim cuts a name at a bracket that its range runs into.
func (r *Reader) trim(x document.Range) document.Range {
	for i := x.First + 1; i < x.End; i++ {
		if w := r.d.Word(i); w == "(" || w == "[" {
			return document.Range{First: x.First, End: i}
		}
	}
	return x
}

func (r *Reader) below(k, top int) bool {
	for n := 0; n < 12 && k >= 0; n++ {
		if k == top {
			return true
		}
		k = int(r.d.Arcs[k].Head)
	}
	return false
}

// core is the words of a mention that tell it from others, in lower case.
func (r *Reader) core(m Mention) []string {
	var out []string
	for i := m.First; i < m.End; i++ {
		switch r.d.Tags[i].UPOS {
		case document.DET, document.PUNCT, document.PRON, document.NUM, document.CCONJ, document.PART:
			continue
		}
		w := strings.ToLower(r.d.Word(i))
		if i == m.Head && r.name[i] < 0 {
			w = r.lemma[i]
		}
		out = append(out, w)
	}
	return out
}

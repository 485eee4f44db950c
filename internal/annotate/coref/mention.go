package coref

import (
	"slices"

	"sayso/internal/document"
)

// mention is an expression that may refer.
type mention struct {
	document.Range
	head     int
	sentence int
	kind     document.NameKind // of a name, or what the noun stands for; 0 unknown
	name     bool
	pronoun  *pronoun // nil for names and nouns
	definite bool     // the, this, these …
	plural   bool
	subject  bool
}

// collect finds the mentions in text order: names, noun phrases, pronouns.
func (r *resolver) collect() {
	d := r.d
	r.byHead = make([]int32, len(d.Tokens))
	for i := range r.byHead {
		r.byHead[i] = -1
	}
	inName := make([]bool, len(d.Tokens))
	for _, n := range d.Names {
		if !refers(n.Kind) || n.End > len(d.Tokens) {
			continue
		}
		for i := n.First; i < n.End; i++ {
			inName[i] = true
		}
		r.mentions = append(r.mentions, mention{Range: n.Range, head: headOf(d, n.Range), kind: n.Kind, name: true})
	}
	for i := range d.Tokens {
		if !inName[i] {
			r.collectAt(i)
		}
	}
	slices.SortFunc(r.mentions, func(a, b mention) int { return a.head - b.head })
	r.sets, r.facts = make([]int32, len(r.mentions)), make([]facts, len(r.mentions))
	sentence := 0
	for k := range r.mentions {
		m := &r.mentions[k]
		for sentence+1 < len(d.Sentences) && d.Sentences[sentence].End <= m.head {
			sentence++
		}
		m.sentence, m.subject = sentence, isSubject(d.Arcs[m.head].Rel)
		r.byHead[m.head] = int32(k)
		r.sets[k] = int32(k)
		r.facts[k] = facts{kind: m.kind, gender: r.genderOf(m), plural: m.plural, size: 1, last: k}
	}
}

// collectAt adds the mention that token i heads, if any.
func (r *resolver) collectAt(i int) {
	d := r.d
	tag := &d.Tags[i]
	switch tag.UPOS {
	case document.PRON, document.DET:
		if p := pronounOf(d.Word(i)); p != nil && d.Arcs[i].Rel != document.Expl {
			r.mentions = append(r.mentions, mention{Range: document.Range{First: i, End: i + 1}, head: i, pronoun: p, plural: p.plural})
		}
	case document.NOUN, document.PROPN:
		if d.Arcs[i].Rel == document.Compound || d.Arcs[i].Rel == document.Flat {
			return
		}
		first, definite := phrase(d, i)
		r.mentions = append(r.mentions, mention{Range: document.Range{First: first, End: i + 1}, head: i,
			kind: r.nouns[tag.Lemma], definite: definite, plural: tag.XPOS == document.NNS || tag.XPOS == document.NNPS})
	}
}

func refers(k document.NameKind) bool {
	return k >= document.NamePerson && k <= document.NameMisc
}

func isSubject(rel document.Rel) bool { return rel == document.Nsubj || rel == document.NsubjPass }

// headOf is the token of a range that the rest of it hangs from: the first
// whose own head lies outside.
func headOf(d *document.Document, r document.Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Has(int(d.Arcs[i].Head)) {
			return i
		}
	}
	return r.End - 1
}

// maxPhrase is how far to the left of its head noun a phrase may begin.
const maxPhrase = 12

// phrase finds the first token of a noun phrase (determiners and modifiers to
// the left of its head) and whether it is definite.
func phrase(d *document.Document, head int) (first int, definite bool) {
	first = head
	for i := head - 1; i >= 0 && i >= head-maxPhrase; i-- {
		if !hangsFrom(d, i, first, head) {
			break
		}
		if int(d.Arcs[i].Head) != head {
			continue
		}
		switch d.Arcs[i].Rel {
		case document.Det, document.Amod, document.Nummod, document.Compound, document.NmodPoss, document.Nmod, document.NmodDesc, document.Advmod:
			first = i
			if d.Arcs[i].Rel == document.Det {
				definite = definiteWords[lower(d.Word(i))]
			}
		}
	}
	return first, definite
}

// hangsFrom reports whether token i hangs, by at most four arcs, from the head.
func hangsFrom(d *document.Document, i, first, head int) bool {
	for range 4 {
		h := int(d.Arcs[i].Head)
		if h == head {
			return true
		}
		if h < 0 || h > head {
			return false
		}
		i = h
	}
	return false
}

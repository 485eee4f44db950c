package coref

import (
	"strings"

	"sayso/internal/document"
)

// appositions links a noun phrase with the one beside it ("Ali, the mayor").
func (r *resolver) appositions() {
	for k := range r.mentions {
		m := &r.mentions[k]
		if r.d.Arcs[m.head].Rel != document.Appos || m.pronoun != nil {
			continue
		}
		other := r.mentionAt(int(r.d.Arcs[m.head].Head))
		if other < 0 || r.mentions[other].pronoun != nil || !agree(&r.mentions[other], m) || r.twoNames(&r.mentions[other], m) {
			continue
		}
		r.join(other, k)
	}
}

// twoNames reports whether two phrases are names of persons or ships that share no word:
// of "the MV Gibe, INS Mysore, a destroyer" the first is not the second. A short form may
// stand in brackets.
func (r *resolver) twoNames(a, b *mention) bool {
	if !a.name || !b.name || b.First > 0 && r.d.Word(b.First-1) == "(" || a.kind != document.NamePerson && a.kind != document.NamePlatform {
		return false
	}
	for i := a.First; i < a.End; i++ {
		for k := b.First; k < b.End; k++ {
			if strings.EqualFold(r.d.Word(i), r.d.Word(k)) {
				return false
			}
		}
	}
	return true
}

// agree reports whether two phrases side by side may be the same thing: not
// two names of different kinds, nor one and many.
func agree(a, b *mention) bool {
	if a.name && b.name {
		return a.kind == b.kind
	}
	return a.kind == b.kind || a.kind == 0 || b.kind == 0
}

// relatives links a relative pronoun with the noun that its clause modifies.
func (r *resolver) relatives() {
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.pronoun == nil || m.pronoun.class != relative {
			continue
		}
		if k := r.partOf(m); k >= 0 {
			r.join(k, r.mentionAt(m.head))
			continue
		}
		at := m.head
		for range 6 {
			rel := r.d.Arcs[at].Rel
			at = int(r.d.Arcs[at].Head)
			if at < 0 {
				break
			}
			if rel == document.AclRelcl {
				if noun := r.mentionAt(at); noun >= 0 && noun != k {
					r.join(noun, k)
				}
				break
			}
		}
	}
}

// partOf returns the phrase before the comma that a pronoun in "militants, many
// of whom" stands for, or -1. The tree often has such a clause beside the whole.
func (r *resolver) partOf(m *mention) int {
	at := m.head
	if at < 3 || lower(r.d.Word(at)) != "whom" || lower(r.d.Word(at-1)) != "of" || r.d.Word(at-3) != "," {
		return -1
	}
	for k := at - 4; k >= 0 && k > at-10; k-- {
		if n := r.mentionAt(k); n >= 0 && r.mentions[n].pronoun == nil {
			return n
		}
	}
	return -1
}

// mentionAt returns the mention that a token heads, or -1.
func (r *resolver) mentionAt(token int) int {
	if token < 0 || token >= len(r.byHead) {
		return -1
	}
	return int(r.byHead[token])
}

// genderOf looks for a title before a person's name, or at the noun itself.
func (r *resolver) genderOf(m *mention) gender {
	if m.pronoun != nil {
		return m.pronoun.gender
	}
	if !m.name {
		return genderWords[lower(r.d.Word(m.head))]
	}
	if m.kind == document.NamePerson && m.First > 0 {
		return genderWords[lower(r.d.Word(m.First-1))]
	}
	return unknown
}

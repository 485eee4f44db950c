package event

import (
	"strings"

	"sayso/internal/document"
)

// view is a document laid out for quick questions: children of each token,
// classes of each token, and lower-case lemmas.
type view struct {
	d        *document.Document
	lex      *tables
	lemmas   []string
	word     []int32 // id of the word where a condition names it, else 0
	classes  []mask
	first    []int32 // children of i are kids[first[i]:first[i+1]]
	kids     []int32
	sent     []mask // classes in each sentence
	doc      mask
	actorAt  []int32 // innermost actor mention with that head, or -1
	inName   []document.NameKind
	topoAt   []int32 // toponym that covers the token, or -1
	sentence []int32
	spots    []spot
	entries  *document.Entries
}

func newView(d *document.Document, lex *tables) *view {
	n := len(d.Tokens)
	v := &view{d: d, lex: lex, lemmas: make([]string, n), word: make([]int32, n), classes: make([]mask, n),
		first: make([]int32, n+2), actorAt: make([]int32, n), topoAt: make([]int32, n),
		entries: d.Entries(),
		inName:  make([]document.NameKind, n), sentence: make([]int32, n), sent: make([]mask, len(d.Sentences))}
	v.readTree()
	for i := range n {
		v.actorAt[i], v.topoAt[i], v.sentence[i] = -1, -1, -1
		v.lemmas[i] = strings.ToLower(d.Tags[i].Lemma)
		low := strings.ToLower(d.Word(i))
		v.classes[i] = lex.classesOf(v.lemmas[i], low)
		for _, w := range [...]string{v.lemmas[i], low, lex.base[low]} {
			if v.word[i] == 0 {
				v.word[i] = lex.words[w]
			}
		}
		if d.Tags[i].UPOS == document.NUM {
			v.classes[i].add(classNumber)
		}
	}
	v.readNames()
	v.armPeople()
	for s, x := range d.Sentences {
		for i := x.First; i < x.End; i++ {
			v.sentence[i] = int32(s)
			v.sent[s].join(v.classes[i])
		}
		v.doc.join(v.sent[s])
	}
	v.findSpots()
	return v
}

// readTree lists the children of each token, in text order.
func (v *view) readTree() {
	arcs := v.d.Arcs
	for _, a := range arcs {
		if a.Head >= 0 && int(a.Head) < len(arcs) {
			v.first[a.Head+2]++
		}
	}
	for i := 2; i < len(v.first); i++ {
		v.first[i] += v.first[i-1]
	}
	v.kids = make([]int32, v.first[len(v.first)-1])
	for i, a := range arcs {
		if a.Head >= 0 && int(a.Head) < len(arcs) {
			v.kids[v.first[a.Head+1]] = int32(i)
			v.first[a.Head+1]++
		}
	}
}

func (v *view) readNames() {
	for _, n := range v.d.Names {
		for i := n.First; i < n.End && i < len(v.inName); i++ {
			v.inName[i] = n.Kind
			switch n.Kind {
			case document.NamePerson:
				v.classes[i].add(classPerson)
			case document.NameOrganisation:
				v.classes[i].add(classOrg)
			case document.NamePlace:
				v.classes[i].add(classPlace)
			}
		}
	}
	for t, p := range v.d.Toponyms {
		for i := p.First; i < p.End; i++ {
			v.topoAt[i] = int32(t)
			if !p.Demonym {
				v.classes[i].add(classPlace)
			}
		}
	}
	for a, m := range v.d.Actors {
		if m.Head < 0 || m.Head >= len(v.actorAt) {
			continue
		}
		if old := v.actorAt[m.Head]; old < 0 || v.d.Actors[old].Len() < m.Len() {
			v.actorAt[m.Head] = int32(a)
		}
		v.classes[m.Head].add(classActor)
		v.classes[m.Head].join(v.lex.kinds[m.Actor.Kind])
	}
}

// armPeople gives people who are armed or masked the class of those who bear arms:
// "armed men", "masked youths"; an armed guard or policeman is of a force.
func (v *view) armPeople() {
	armed, not := v.lex.bit("armed"), maskOf(v.lex.bit("force"), v.lex.bit("police"), v.lex.bit("army"))
	for i := range v.lemmas {
		switch v.lemmas[i] {
		case "armed", "masked", "hooded":
			if h := v.head(i); h > i && h <= i+2 && v.classes[h].has(v.lex.bit("person")) && !v.classes[h].touches(not) {
				v.classes[h].add(armed)
			}
		}
	}
}

func (v *view) children(i int) []int32 { return v.kids[v.first[i]:v.first[i+1]] }

func (v *view) rel(i int) document.Rel { return v.d.Arcs[i].Rel }

func (v *view) head(i int) int { return int(v.d.Arcs[i].Head) }

// child returns the first child with one of the relations, or -1.
func (v *view) child(i int, rels ...document.Rel) int {
	for _, k := range v.children(i) {
		for _, r := range rels {
			if v.rel(int(k)) == r {
				return int(k)
			}
		}
	}
	return -1
}

// caseOf returns the lemma of the preposition of a dependent, "" if none.
func (v *view) caseOf(i int) string {
	if c := v.child(i, document.Case); c >= 0 {
		return v.lemmas[c]
	}
	return ""
}

// governor is caseOf; of a conjunct without a preposition of its own that of the
// word it is joined to: the "between" of rebels in "between soldiers and rebels".
func (v *view) governor(i int) string {
	p := v.caseOf(i)
	for n := 0; n < 8 && p == "" && v.rel(i) == document.Conj; n++ {
		i = v.head(i)
		p = v.caseOf(i)
	}
	return p
}

// subtree returns the smallest range that holds i and everything below it,
// leaving out the children for which skip holds. Depth is bounded by the sentence.
func (v *view) subtree(i int, skip func(int) bool) document.Range {
	r := document.Range{First: i, End: i + 1}
	v.grow(i, &r, skip, 0)
	return r
}

func (v *view) grow(i int, r *document.Range, skip func(int) bool, depth int) {
	if depth > 200 {
		return
	}
	for _, k := range v.children(i) {
		c := int(k)
		if skip != nil && skip(c) {
			continue
		}
		r.First, r.End = min(r.First, c), max(r.End, c+1)
		v.grow(c, r, skip, depth+1)
	}
}

// above reports whether a is i or an ancestor of i.
func (v *view) above(a, i int) bool {
	for n := 0; i >= 0 && n < 200; n++ {
		if i == a {
			return true
		}
		i = v.head(i)
	}
	return false
}

// distance counts arcs on the path between two tokens of a sentence; 99 where
// there is none.
func (v *view) distance(a, b int) int {
	var up [32]int
	n := 0
	for i := a; i >= 0 && n < len(up); i = v.head(i) {
		up[n] = i
		n++
	}
	for i, steps := b, 0; i >= 0 && steps < 32; i, steps = v.head(i), steps+1 {
		for k := range n {
			if up[k] == i {
				return k + steps
			}
		}
	}
	return 99
}

func (v *view) isVerb(i int) bool {
	u := v.d.Tags[i].UPOS
	return u == document.VERB || u == document.AUX
}

func (v *view) passive(i int) bool {
	return v.child(i, document.AuxPass, document.NsubjPass) >= 0
}

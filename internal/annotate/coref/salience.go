package coref

import (
	"slices"
	"strings"

	"sayso/internal/document"
)

// window is how many sentences back a pronoun looks; noun phrases by kind look
// a little further.
const (
	window     = 3
	kindWindow = 4
	maxLooks   = 120 // mentions looked at for one pronoun
)

// inOrder links descriptions and pronouns from the first to the last.
func (r *resolver) inOrder() {
	heads := map[string]int{}
	titles := map[string]int{}
	var lastOf [document.NameNationality + 1]int
	for i := range lastOf {
		lastOf[i] = -1
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		switch {
		case m.pronoun != nil:
			if a := r.antecedent(k); a >= 0 {
				r.link(a, k)
			}
		case m.name:
			r.learnTitles(titles, k)
			lastOf[m.kind] = k
		case m.kind != 0:
			if a := r.described(k, heads, titles, &lastOf); a >= 0 && m.definite {
				r.link(a, k)
			}
			lemma := r.d.Tags[m.head].Lemma
			heads[lemma] = k
			if of := r.complement(m); of != "" {
				heads[lemma+" of "+of] = k
			}
		}
	}
}

// link joins a mention to its antecedent and keeps the entity's latest mention.
func (r *resolver) link(a, k int) {
	r.join(a, k)
	f := &r.facts[r.find(k)]
	if p := r.mentions[k].pronoun; p != nil && f.gender == unknown {
		f.gender = p.gender
	}
}

// learnTitles remembers the nouns that a person's name comes with: President
// Obama; Ali, the mayor.
func (r *resolver) learnTitles(titles map[string]int, k int) {
	m := &r.mentions[k]
	if m.kind != document.NamePerson {
		return
	}
	for i := m.First - 1; i >= 0 && i >= m.First-3; i-- {
		if u := r.d.Tags[i].UPOS; u != document.NOUN && u != document.PROPN {
			break
		}
		if lemma := lower(r.d.Tags[i].Lemma); r.nouns[lemma] == document.NamePerson {
			titles[lemma] = k
		}
	}
}

// described finds what a definite description refers to: a name that had the
// noun as its title, a phrase with the same noun, or for a general noun the
// name of its kind that came last.
func (r *resolver) described(k int, heads, titles map[string]int, lastOf *[document.NameNationality + 1]int) int {
	m := &r.mentions[k]
	lemma := r.d.Tags[m.head].Lemma
	if a, ok := titles[lemma]; ok && !m.plural && !r.ofAnother(a, k) {
		return a
	}
	if of := r.complement(m); of != "" {
		if a, ok := heads[lemma+" of "+of]; ok && r.sameModifiers(a, k) {
			return a
		}
	}
	if a, ok := heads[lemma]; ok && r.sameModifiers(a, k) && !r.ofAnother(a, k) {
		return a
	}
	if m.plural || m.Len() > 2 {
		return -1
	}
	a := -1
	switch {
	case groupWords[lemma]:
		a = lastOf[document.NameOrganisation]
	case placeWords[lemma]:
		a = lastOf[document.NamePlace]
	}
	if a >= 0 && m.sentence-r.mentions[a].sentence > kindWindow {
		return -1
	}
	return a
}

// complement is what a description is the governor or the mayor of: the lemma
// behind "of", or nothing.
func (r *resolver) complement(m *mention) string {
	if m.head+2 >= len(r.d.Tokens) || lower(r.d.Word(m.head+1)) != "of" {
		return ""
	}
	for i := m.head + 2; i < min(m.head+maxPhrase, len(r.d.Tokens)); i++ {
		if r.d.Arcs[i].Rel == document.Nmod && int(r.d.Arcs[i].Head) == m.head {
			return r.d.Tags[i].Lemma
		}
	}
	return ""
}

// ofAnother reports whether a description is of something else than the earlier
// one, or of something that is not named beside the person who had it as title:
// "regional governor Marchenko" of Kharkiv is not "the governor of Belgorod".
func (r *resolver) ofAnother(a, k int) bool {
	of := r.complement(&r.mentions[k])
	if of == "" {
		return false
	}
	x := &r.mentions[a]
	if other := r.complement(x); !x.name && other != "" {
		return other != of
	}
	if !slices.ContainsFunc(r.mentions, func(m mention) bool {
		return m.name && m.sentence == x.sentence && r.find(int(r.byHead[m.head])) == r.find(a)
	}) {
		return false
	}
	s := r.d.Sentences[x.sentence]
	return !slices.ContainsFunc(r.d.Tags[s.First:s.End], func(t document.Tag) bool { return t.Lemma == of })
}

// sameModifiers reports whether the later phrase has the number of the earlier
// and no modifier that the earlier lacks.
func (r *resolver) sameModifiers(a, k int) bool {
	x, y := &r.mentions[a], &r.mentions[k]
	if x.plural != y.plural {
		return false
	}
	for i := y.First; i < y.head; i++ {
		if u := r.d.Tags[i].UPOS; u != document.ADJ && u != document.NOUN && u != document.PROPN && u != document.NUM {
			continue
		}
		found := false
		for j := x.First; j < x.head; j++ {
			found = found || lower(r.d.Word(i)) == lower(r.d.Word(j))
		}
		if !found {
			return false
		}
	}
	return true
}

// antecedent finds the most salient earlier mention that a pronoun may stand
// for, or -1.
func (r *resolver) antecedent(k int) int {
	m := &r.mentions[k]
	if m.pronoun.class == relative {
		return -1
	}
	best, at := -1000, -1
	for c := k - 1; c >= 0 && k-c <= maxLooks && m.sentence-r.mentions[c].sentence <= window; c-- {
		if !r.compatible(c, k) {
			continue
		}
		if s := r.salience(c, k); s > best {
			best, at = s, c
		}
	}
	return at
}

// compatible reports whether a pronoun may stand for an earlier mention, by
// kind, number, gender and the tree.
func (r *resolver) compatible(c, k int) bool {
	a, m := &r.mentions[c], &r.mentions[k]
	f := &r.facts[r.find(c)]
	if a.pronoun != nil && (a.pronoun.class == relative || a.pronoun.class != m.pronoun.class) {
		return false
	}
	if strings.EqualFold(r.d.Word(a.First), "no") { // "No group said it had done it"
		return false
	}
	if a.Covers(m.Range) || r.bound(a, m) || r.subjectToo(c, k) {
		return false
	}
	switch m.pronoun.class {
	case personal:
		return f.kind == document.NamePerson && !a.plural && (f.gender == unknown || f.gender == m.pronoun.gender) && !collective(r.d.Word(a.head))
	case neuter:
		return f.kind != document.NamePerson && !a.plural
	default:
		return a.plural || f.kind == document.NameOrganisation
	}
}

// collectives are nouns for several that no "he" or "she" stands for.
var collectives = [...]string{"family", "couple", "pair", "crew", "crowd", "team", "people", "household", "generation", "public", "population", "clan", "tribe"}

func collective(w string) bool {
	for _, c := range collectives {
		if len(c) == len(w) && strings.EqualFold(c, w) {
			return true
		}
	}
	return false
}

// bound reports whether the pronoun is an argument of the same verb as a: "he
// saw him" are two.
func (r *resolver) bound(a, m *mention) bool {
	if rel := r.d.Arcs[m.head].Rel; m.pronoun.reflexive || m.pronoun.possessive && rel != document.Obj && rel != document.Iobj { // "shot her"
		return false
	}
	return r.d.Arcs[a.head].Head >= 0 && r.d.Arcs[a.head].Head == r.d.Arcs[m.head].Head
}

// subjectToo reports whether a pronoun is the object of a verb whose subject, which it
// may share with the verb that it is joined to, stands for the same as mention c:
// "soldiers rounded up men and killed them" has the soldiers killed by nobody.
func (r *resolver) subjectToo(c, k int) bool {
	m := &r.mentions[k]
	object := r.wholeOf(m.head)
	if m.pronoun.possessive || m.pronoun.reflexive || r.d.Arcs[object].Rel != document.Obj {
		return false
	}
	v := r.firstOf(int(r.d.Arcs[object].Head))
	for j := k - 1; j >= 0 && r.mentions[j].sentence == m.sentence; j-- {
		if x := &r.mentions[j]; x.subject && int(r.d.Arcs[x.head].Head) == v && r.find(j) == r.find(c) {
			return true
		}
	}
	return false
}

// wholeOf is the number that counts a part of what the word at token i stands for, else
// the word itself: in "detained 23 of them" 23.
func (r *resolver) wholeOf(i int) int {
	if h := int(r.d.Arcs[i].Head); h >= 0 && h < i && r.d.Arcs[i].Rel == document.Nmod && r.d.Tags[h].UPOS == document.NUM {
		return h
	}
	return i
}

// firstOf is the verb whose subject a verb has: the one that it is joined to, or whose
// participle it is ("repulsed an assault, killing 13 of them").
func (r *resolver) firstOf(v int) int {
	for n := 0; v >= 0 && n < 4 && (r.d.Arcs[v].Rel == document.Conj || r.d.Arcs[v].Rel == document.Advcl && r.d.Tags[v].XPOS == document.VBG) && !r.hasSubject(v); n++ {
		v = int(r.d.Arcs[v].Head)
	}
	return v
}

// objectBefore reports whether mention c is the object of the verb to which that of the
// pronoun is joined: of "seized a farmer and shot him" the farmer.
func (r *resolver) objectBefore(c, k int) bool {
	a, m := r.mentions[c].head, r.mentions[k].head
	if r.d.Arcs[a].Rel != document.Obj || r.d.Arcs[m].Rel != document.Obj {
		return false
	}
	v := int(r.d.Arcs[m].Head)
	for n := 0; v >= 0 && n < 4 && r.d.Arcs[v].Rel == document.Conj && !r.hasSubject(v); n++ {
		if v = int(r.d.Arcs[v].Head); v == int(r.d.Arcs[a].Head) {
			return true
		}
	}
	return false
}

// hasSubject reports whether a verb has a subject of its own.
func (r *resolver) hasSubject(v int) bool {
	for j := range r.mentions {
		if int(r.d.Arcs[r.mentions[j].head].Head) == v && r.mentions[j].subject {
			return true
		}
	}
	return false
}

// salience weighs an earlier mention for a pronoun; higher is likelier.
func (r *resolver) salience(c, k int) int {
	a, m := &r.mentions[c], &r.mentions[k]
	f := &r.facts[r.find(c)]
	s := -weightSentence*(m.sentence-a.sentence) - (k-c)*weightStep
	if a.subject {
		s += weightSubject
	}
	if a.subject && m.subject {
		s += weightParallel
	}
	if r.objectBefore(c, k) {
		s += weightShared
	}
	if a.name {
		s += weightName
	}
	if a.pronoun != nil {
		s += weightPronoun
	}
	if a.kind == document.NamePerson || a.kind == document.NameOrganisation || a.kind == document.NamePlace {
		s += weightKind
	}
	if r.d.Arcs[a.head].Rel == document.NmodPoss || r.d.Arcs[a.head].Rel == document.Compound {
		s -= weightNested
	}
	return s + weightSize*min(f.size, 4)
}

// The weights of salience, chosen on GUM's biographies, interviews and travel
// guides.
const (
	weightSentence = 20
	weightStep     = 1
	weightSubject  = 15
	weightParallel = 5
	weightShared   = 20
	weightName     = 6
	weightPronoun  = 6
	weightKind     = 6
	weightNested   = 6
	weightSize     = 3
)

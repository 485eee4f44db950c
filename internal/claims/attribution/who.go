package attribution

import (
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
)

// who is somebody who vouches.
type who struct {
	name  string
	named bool
	id    string
	kind  sayso.VoucherKind
	human bool // a person by name
	words document.Range
	why   *sayso.Explanation
}

func (w who) outlet() bool { return w.kind == sayso.VoucherOutlet }

// whoOf reads the words of a source.
func (w *work) whoOf(source []document.Range) who {
	if len(source) == 0 {
		return who{kind: sayso.VoucherSource}
	}
	r := source[0]
	head := w.headOf(r)
	if up := w.antecedent(head); up >= 0 {
		head, r = up, w.nounPhrase(up)
	}
	out := w.resolve(head, r)
	out.words = r
	return out
}

// resolve names the noun phrase r with head: the person in it, the issuer of a
// document, the entity that a pronoun stands for, the organisation, or else
// the description as written.
func (w *work) resolve(head int, r document.Range) who {
	if x, ok := w.paper(head, w.bare(r)); ok {
		return x
	}
	if n, ok := w.person(head, r); ok {
		x := w.named(n.First, w.untitled(n), "a person named in the words of the source")
		x.human = true
		return x
	}
	if w.personal(head) && w.lastPerson.name != "" && (!w.nameable(head) || w.goesOnSpeaking(head)) {
		x := w.lastPerson
		x.why = sayso.Because(x.name, "the person who spoke last, for “"+w.d.Word(head)+"”", x.why)
		return x
	}
	if x, ok := w.bodyGoesOn(head); ok {
		return x
	}
	if x, ok := w.theGroup(head); ok && !w.knownBody(head) {
		return x
	}
	if w.medium.name != "" && agencies[strings.ToLower(w.d.Tags[head].Lemma)] && w.definite(head) && !w.furnished(head) {
		return w.medium
	}
	if issuers[strings.ToLower(w.d.Tags[head].Lemma)] && !(strings.EqualFold(w.d.Word(head), "it") && !w.mediumNear(head)) {
		if x, ok := w.issued(head, r); ok {
			return x
		}
	}
	if e := w.entity[head]; e >= 0 && w.v.UPOS(head) == document.PRON {
		return w.byEntity(int(e), head, r)
	}
	if n, ok := w.nameAt(head); ok && n.Kind != document.NameNationality {
		return w.byName(n, head, r)
	}
	if n, ok := w.apposed(head, r); ok {
		x := w.named(n.First, w.bare(n), "a name in apposition to the words of the source")
		if w.isOutlet(w.d.Words(document.Range{First: r.First, End: head + 1}), head) {
			x.kind = sayso.VoucherOutlet
		}
		return x
	}
	if e := w.entity[head]; e >= 0 && !w.d.Entities[e].Name.Empty() {
		return w.byEntity(int(e), head, r)
	}
	if n, ok := w.bearer(head); ok {
		return w.named(n.First, w.untitled(n), "the one person whom the text gives this title")
	}
	if w.sameSpeaker(head) {
		x := w.lastPerson
		x.why = sayso.Because(x.name, "the person who spoke last, for “the "+w.d.Word(head)+"”", x.why)
		return x
	}
	return w.described(head, r)
}

// byName is the source that the name at the head of a noun phrase names.
func (w *work) byName(n document.Name, head int, r document.Range) who {
	words := overlap(n.Range, r)
	if k := w.branch(n, r); k >= 0 {
		o := &w.d.Actors[k]
		name := w.d.Words(document.Range{First: o.First, End: n.End})
		return who{name: name, named: true, kind: sayso.VoucherSource, id: o.Actor.ID,
			why: sayso.Because(name, "a body's branch in a country, in the words of the source")}
	}
	if n.Kind == document.NamePerson || w.styled(words) {
		words = w.surnamed(w.untitled(words))
	}
	x := w.named(head, w.station(w.bare(words)), "a name in the words of the source")
	x.named = n.Kind != document.NameTime && n.Kind != document.NameQuantity
	return x
}

// branch is the body whose branch in a place a name ends: the actor mention right
// before "Kenya" in "Amnesty International Kenya"; -1 for none.
func (w *work) branch(n document.Name, r document.Range) int {
	if n.Kind != document.NamePlace {
		return -1
	}
	for k := range w.d.Actors {
		if o := &w.d.Actors[k]; o.End == n.First && r.Covers(o.Range) && o.Actor.ID != "" && o.Actor.Country == "" && w.v.UPOS(o.End-1) != document.ADP {
			return k
		}
	}
	return -1
}

// apposed is the name that stands in apposition to the head of a noun phrase:
// "the Abkhaz news agency, Apsnipress", "a commando unit, the Civic Force".
func (w *work) apposed(head int, r document.Range) (document.Range, bool) {
	if head != r.First && unicode.IsUpper(rune(w.d.Word(head)[0])) && unicode.IsLower(rune(w.d.Word(head)[len(w.d.Word(head))-1])) {
		return document.Range{}, false // "the Workers Self-Defense, ADO"
	}
	for _, k := range w.v.Kids(head) {
		if k := int(k); k > head && r.Has(k) && w.v.Rel(k) == document.Appos && w.v.UPOS(k) == document.PROPN {
			if n, ok := w.nameAt(k); ok && r.Covers(n.Range) {
				return n.Range, true
			}
			if c := w.core(k, r); w.proper(c) {
				return c, true
			}
		}
	}
	return document.Range{}, false
}

// personal reports "he" and "she".
func (w *work) personal(i int) bool {
	s := strings.ToLower(w.d.Word(i))
	return s == "he" || s == "she"
}

// nameable reports whether the entity of the mention at a token has a name.
func (w *work) nameable(i int) bool {
	return w.entity[i] >= 0 && !w.d.Entities[w.entity[i]].Name.Empty()
}

// overlap is what is in both ranges, or the first where they share nothing.
func overlap(a, b document.Range) document.Range {
	if !a.Touches(b) {
		return a
	}
	return document.Range{First: max(a.First, b.First), End: min(a.End, b.End)}
}

// byEntity names what a pronoun or a repeated description refers to.
func (w *work) byEntity(e, head int, r document.Range) who {
	if x, ok := w.itSpoke(head); ok {
		return x
	}
	ent := &w.d.Entities[e]
	if !ent.Name.Empty() && w.misfit(head, ent.Name) {
		return w.described(head, r)
	}
	if !ent.Name.Empty() {
		x := w.named(head, w.entityName(ent), "the fullest name of what the words refer to")
		return x
	}
	for _, m := range ent.Mentions {
		if !m.Pronoun && m.Head < len(w.d.Tokens) {
			if n, ok := w.bearer(m.Head); ok {
				return w.named(n.First, w.untitled(n), "the one person whom the text gives this title")
			}
			return w.described(m.Head, m.Range)
		}
	}
	return w.described(head, r)
}

// entityName is the fullest name of an entity, a person's without titles.
func (w *work) entityName(e *document.Entity) document.Range {
	if e.Kind == document.NamePerson {
		return w.untitled(e.Name)
	}
	return w.bare(e.Name)
}

// described is a source without a proper name: its noun phrase as written.
func (w *work) described(head int, r document.Range) who {
	core := w.core(head, r)
	full := w.actorsName(head, core)
	text := w.d.Words(full)
	x := who{name: text, kind: sayso.VoucherSource, id: w.actorAt(head, core), named: full != core || w.particular(core)}
	if !persons[strings.ToLower(w.d.Tags[head].Lemma)] && w.isOutlet(text, head) {
		x.kind = sayso.VoucherOutlet
		x.named = x.named || w.proper(core)
	}
	x.why = sayso.Because(text, "described, not named")
	return x
}

// proper reports whether a proper noun is among the words.
func (w *work) proper(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		if w.v.UPOS(i) == document.PROPN {
			return true
		}
	}
	return false
}

// bare drops articles, prepositions and possessive marks at the ends of a name.
func (w *work) bare(r document.Range) document.Range {
	for r.Len() > 1 && (w.v.UPOS(r.First) == document.DET || w.v.UPOS(r.First) == document.ADP) {
		r.First++
	}
	for r.Len() > 1 && (w.d.Word(r.End-1) == "'s" || w.d.Word(r.End-1) == "’s") {
		r.End--
	}
	return r
}

// particular reports whether an organisation or a person is named inside.
func (w *work) particular(r document.Range) bool {
	for _, n := range w.d.Names {
		if r.Covers(n.Range) && (n.Kind == document.NameOrganisation || n.Kind == document.NamePerson) {
			return true
		}
	}
	return false
}

// core is the noun phrase from its first modifier to its head, or to the end
// of an "of", "for" or "at" phrase, without a leading article.
func (w *work) core(head int, r document.Range) document.Range {
	c := document.Range{First: max(r.First, int(w.v.L[head])), End: head + 1}
	if c.First > head {
		c.First = head
	}
	for _, k := range w.v.Kids(head) {
		k := int(k)
		if k > head && w.v.Rel(k) == document.Nmod && w.nameless(k) && int(w.v.R[k]) <= r.End {
			c.End = max(c.End, int(w.v.R[k]))
		}
		if k > head && (w.v.Rel(k) == document.Flat || w.v.Rel(k) == document.Conj) && int(w.v.R[k]) <= r.End {
			c.End = max(c.End, int(w.v.R[k]))
		}
	}
	for c.First < head && (w.v.Rel(c.First) == document.Det || w.v.Punct(c.First) || w.v.Rel(c.First) == document.Case || w.v.UPOS(c.First) == document.PRON && !w.capital(c.First) || ownPronoun(w.d.Word(c.First))) {
		c.First++
	}
	return w.v.Trim(c)
}

// nameless reports whether a phrase after the noun belongs to the description.
func (w *work) nameless(k int) bool {
	c := w.v.Kid(k, document.Case)
	if c < 0 {
		return false
	}
	switch strings.ToLower(w.d.Word(c)) {
	case "on":
		return !weekdays[strings.ToLower(w.d.Word(k))]
	case "of", "for", "at", "in", "from", "with":
		return true
	}
	return false
}

var weekdays = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

// person finds the person that the noun phrase names: at its head, in
// apposition to it or as part of its name, not one who is only mentioned.
func (w *work) person(head int, r document.Range) (document.Range, bool) {
	for _, n := range w.d.Names {
		if n.Kind != document.NamePerson || !r.Covers(n.Range) || titles[strings.TrimSuffix(strings.ToLower(w.d.Word(n.End-1)), ".")] {
			continue
		}
		h := w.headOf(n.Range)
		if h == head || n.Has(head) || w.titleOf(h, head) || w.closes(n.Range, r) {
			return n.Range, true
		}
	}
	return document.Range{}, false
}

func (w *work) nameAt(i int) (document.Name, bool) {
	for _, n := range w.d.Names {
		if n.Has(i) && n.Kind != document.NameTime && n.Kind != document.NameQuantity {
			return n, true
		}
	}
	return document.Name{}, false
}

// actorAt is the canonical actor of the mention at head or inside the name.
func (w *work) actorAt(head int, name document.Range) string {
	if a := w.actor[head]; a >= 0 {
		return w.d.Actors[a].Actor.ID
	}
	for i := name.First; i < name.End; i++ {
		if a := w.actor[i]; a >= 0 {
			return w.d.Actors[a].Actor.ID
		}
	}
	return ""
}

// headOf is the token of r that the others hang on.
func (w *work) headOf(r document.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := w.v.Head(i); (h < 0 || !r.Has(h)) && !w.v.Punct(i) && w.v.Rel(i) != document.Case {
			return i
		}
	}
	return r.First
}

// antecedent is the noun that a relative pronoun stands for, or -1.
func (w *work) antecedent(i int) int {
	switch strings.ToLower(w.d.Word(i)) {
	case "who", "which", "that", "whom":
	default:
		return -1
	}
	for v := w.v.Head(i); v >= 0; v = w.v.Head(v) {
		if w.v.Rel(v) == document.AclRelcl {
			return w.v.Head(v)
		}
		if w.v.UPOS(v) == document.NOUN {
			return -1
		}
	}
	return w.beforeComma(i)
}

// beforeComma is the head of the name or noun right before a relative pronoun
// whose clause the tree hangs elsewhere: "by al-Shabaab, which said …".
func (w *work) beforeComma(i int) int {
	for i--; i > 0 && w.d.Word(i) == ","; i-- {
	}
	if i < 0 || w.v.UPOS(i) != document.NOUN && w.v.UPOS(i) != document.PROPN {
		return -1
	}
	for n := 0; n < 5 && w.v.Rel(i) == document.Flat && w.v.Head(i) >= 0; n++ {
		i = w.v.Head(i)
	}
	return i
}

// nounPhrase is the subtree of a noun without relative clauses.
func (w *work) nounPhrase(head int) document.Range {
	r := w.v.Subtree(head)
	for _, k := range w.v.Kids(head) {
		if k := int(k); k > head && (w.v.Rel(k) == document.AclRelcl || w.v.Rel(k) == document.Acl) {
			r.End = min(r.End, int(w.v.L[k]))
		}
	}
	if r.End <= head {
		r.End = head + 1
	}
	return w.v.Trim(r)
}

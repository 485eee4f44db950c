package assemble

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// bearers says whom the article names elsewhere a description stands for: "the
// teenager" where it names a 15-year-old, "a merchant vessel" where it names the
// MV Gibe.
type bearers struct {
	r     *reader
	names []bearer
	of    map[int]int  // by actor mention: index into names, or -1
	sides map[int]side // by actor mention
}

// bearer is somebody or something with a name, and by which nouns it goes.
type bearer struct {
	mention int // the index of the first actor mention that names it
	first   int // its token
	nouns   nouns
	side    side
	speaks  bool // for others; who was shot dead is hardly the officer who said so
}

// readBearers lists who is named and by which nouns they go.
func (r *reader) readBearers() {
	b := &bearers{r: r, of: map[int]int{}}
	b.readSides()
	at := map[string]int{}
	for k := range r.d.Actors {
		if !r.named(k) {
			continue
		}
		a := &r.d.Actors[k].Actor
		key := a.ID
		if key == "" {
			key = strings.ToLower(a.Name)
		}
		n, ok := at[key]
		if !ok {
			n = len(b.names)
			at[key] = n
			b.names = append(b.names, bearer{mention: k, first: r.d.Actors[k].First, nouns: nouns{}})
		}
		x := &b.names[n]
		x.nouns.read(r, &r.d.Actors[k])
		x.speaks = x.speaks || a.Kind == sayso.KindPerson && r.speaks(r.d.Actors[k].Range)
		x.side = side{x.side.did || b.sides[k].did, x.side.suffered || b.sides[k].suffered}
	}
	for i := range b.names {
		b.names[i].nouns.general()
	}
	r.bearers = b
}

// named reports whether a mention names somebody or something of its own, which
// a noun may describe: no state, no body of one, no outlet.
func (r *reader) named(k int) bool {
	m := &r.d.Actors[k]
	if m.Actor.Generic || m.Actor.Name == "" || r.d.Tags[m.Head].UPOS == document.PRON || m.Plural {
		return false
	}
	switch m.Actor.Kind {
	case sayso.KindState, sayso.KindStateForce, sayso.KindOutlet, sayso.KindCivilians, sayso.KindProtesters:
		return false
	}
	proper := false
	for i := m.First; i < m.End; i++ {
		proper = proper || r.d.Tags[i].UPOS == document.PROPN
	}
	return proper
}

// bearer is the index of the actor mention that names whom a description stands
// for, or -1: where it is of one entity with a name, or where a name goes by its
// noun and no other does.
func (r *reader) bearer(k int) int {
	b := r.bearers
	n, ok := b.of[k]
	if !ok {
		n = b.find(k)
		b.of[k] = n
	}
	if n < 0 {
		return -1
	}
	return b.names[n].mention
}

// thing is the actor mention that names what a phrase stands for that is no actor
// mention itself, as things are where they do not suffer, or -1.
func (r *reader) thing(at document.Range) int {
	h := r.headOf(at)
	if r.d.Tags[h].UPOS != document.NOUN || r.d.Tags[h].XPOS == document.NNS {
		return -1
	}
	n := r.bearers.phrase(at, h, &sayso.Actor{})
	if n < 0 {
		return -1
	}
	return r.bearers.names[n].mention
}

func (b *bearers) find(k int) int {
	d, m := b.r.d, &b.r.d.Actors[k]
	if !m.Actor.Generic || m.Actor.ID != "" || m.Plural && d.Tags[m.Head].XPOS == document.NNS || d.Tags[m.Head].UPOS == document.PRON {
		return -1
	}
	if m.Entity >= 0 {
		for i := range b.names {
			if n := b.names[i].mention; d.Actors[n].Entity == m.Entity && alike(&m.Actor, &d.Actors[n].Actor) {
				return i
			}
		}
	}
	if n := b.beside(k); n >= 0 {
		return n
	}
	if strings.EqualFold(d.Word(m.Head), "group") {
		return b.theGroup(k)
	}
	n := b.phrase(m.Range, m.Head, &m.Actor)
	if n >= 0 && b.opposed(k, &b.names[n]) {
		return -1
	}
	return n
}

// beside is the name that stands in apposition to a description, or that it does: "the
// teenager, Kimani Gray", "Mahnefah Gray, sister of the teen"; -1 for none.
func (b *bearers) beside(k int) int {
	d, m := b.r.d, &b.r.d.Actors[k]
	for i := range b.names {
		x := &d.Actors[b.names[i].mention].Actor
		if !alike(&m.Actor, x) || x.Kind != sayso.KindPerson {
			continue
		}
		for n := range d.Actors {
			o := &d.Actors[n]
			if !b.r.named(n) || !sameActor(&o.Actor, x) {
				continue
			}
			if o.First == m.End+1 && d.Word(m.End) == "," && d.Arcs[o.Head] == d.Arcs[m.Head] || d.Arcs[o.Head].Rel == document.Appos && int(d.Arcs[o.Head].Head) == m.Head || d.Arcs[m.Head].Rel == document.Appos && int(d.Arcs[m.Head].Head) == o.Head {
				return i
			}
		}
	}
	return -1
}

// theGroup is the only armed group that the text names before "the group", or the only one
// that a few sentences before it do, or -1.
func (b *bearers) theGroup(k int) int {
	d, m := b.r.d, &b.r.d.Actors[k]
	if m.Len() > 2 || m.Head == m.First && (m.First == 0 || !strings.EqualFold(d.Word(m.First-1), "the")) || m.Len() == 2 && !strings.EqualFold(d.Word(m.First), "the") {
		return -1
	}
	for _, back := range []int{len(d.Sentences), groupSentences} {
		var found []int
		for i := range b.names {
			switch d.Actors[b.names[i].mention].Actor.Kind {
			case sayso.KindRebel, sayso.KindMilitia, sayso.KindCriminal:
				if b.namedBefore(i, m.Head, back) {
					found = append(found, i)
				}
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return -1
}

// namedBefore reports whether a name stands before a token, so many sentences back.
func (b *bearers) namedBefore(name, head, back int) bool {
	d := b.r.d
	x := &d.Actors[b.names[name].mention].Actor
	for n := range d.Actors {
		o := &d.Actors[n]
		if o.Head < head && d.SentenceOf(head)-d.SentenceOf(o.Head) <= back && b.r.named(n) && sameActor(&o.Actor, x) {
			return true
		}
	}
	return false
}

// groupSentences is how many sentences back "the group" points to one of several.
const groupSentences = 2

// phrase is whose name goes by a noun phrase, as an index into names, or -1. One
// that comes after the name without "the" is about somebody else.
func (b *bearers) phrase(at document.Range, head int, a *sayso.Actor) int {
	d := b.r.d
	definite := at.First > 0 && strings.EqualFold(d.Word(at.First-1), "the")
	for i := at.First; i < at.End; i++ {
		switch strings.ToLower(d.Word(i)) {
		case "another", "other", "second", "third", "fellow", "every", "any", "no", "each":
			return -1
		case "the", "this", "that":
			definite = definite || i < head
		}
		if d.Arcs[i].Rel == document.NmodPoss {
			return -1
		}
	}
	n := b.ofAge(at, a)
	if n >= 0 {
		return n
	}
	n = b.goingBy(head, head > at.First, a)
	if n < 0 || !definite && (b.names[n].first < at.First || anybody[strings.ToLower(d.Tags[head].Lemma)] && d.SentenceOf(head) != d.SentenceOf(b.names[n].first)) {
		return -1
	}
	x := &d.Actors[b.names[n].mention].Actor
	if a.Country != "" && x.Country != "" && x.Country != a.Country {
		return -1
	}
	return n
}

// ofAge is the only person with a name who is as old as words for a person say, or -1.
func (b *bearers) ofAge(at document.Range, a *sayso.Actor) int {
	for i := at.First; i < at.End; i++ {
		if w := strings.ToLower(b.r.d.Word(i)); w != "old" && !strings.HasSuffix(w, "-old") {
			continue
		}
		age := b.r.ageAt(i)
		if age < 0 {
			return -1
		}
		return b.only(ageNoun(age), a)
	}
	return -1
}

// only is the only name of the right kind that goes by a noun, or -1.
func (b *bearers) only(noun string, a *sayso.Actor) int {
	found := -1
	for i := range b.names {
		if b.names[i].nouns[noun] && alike(a, &b.r.d.Actors[b.names[i].mention].Actor) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// anybody are nouns that say too little to be of one person in two sentences
// without "the".
var anybody = map[string]bool{"man": true, "woman": true, "person": true, "victim": true, "suspect": true, "individual": true, "resident": true}

// goingBy is the only name that goes by a noun, or -1: by the noun with the word
// before it, else by the noun alone. What "pirate ship" and "cargo ship" say of a
// thing has to be said of the one with the name.
func (b *bearers) goingBy(head int, modified bool, a *sayso.Actor) int {
	d := b.r.d
	lemma := strings.ToLower(d.Tags[head].Lemma)
	if lemma == "police" {
		return -1 // which Police Captain Reyes is not
	}
	k := b.r.actorAt(head)
	suffers := k >= 0 && b.sides[k].suffered
	by := []string{lemma}
	if w := b.r.modifierOf(head); w != "" && modified {
		by = []string{w + " " + lemma, lemma}
		if a.Kind == "" && d.Tags[head-1].UPOS == document.NOUN {
			by = by[:1]
		}
	}
	for _, noun := range by {
		var found []int
		for i := range b.names {
			if b.names[i].nouns[noun] && (len(by) < 2 || d.Tags[head-1].UPOS != document.NOUN || !b.names[i].nouns.otherwise(lemma, by[0])) && alike(a, &d.Actors[b.names[i].mention].Actor) {
				found = append(found, i)
			}
		}
		if n := b.likeliest(found, head); n >= 0 {
			if suffers && b.names[n].speaks {
				return -1
			}
			return n
		}
	}
	return -1
}

// likeliest is the one of several names that a description can stand for, or -1: of
// things the one that the text names near by, where it names no other but far off; of
// persons the only one of those near by that suffers, where the described one does.
func (b *bearers) likeliest(found []int, head int) int {
	if len(found) < 2 {
		return append(found, -1)[0]
	}
	slices.SortStableFunc(found, func(x, y int) int { return cmp.Compare(b.away(x, head), b.away(y, head)) })
	if b.r.d.Actors[b.names[found[0]].mention].Actor.Kind != sayso.KindPerson {
		if near := b.away(found[0], head); near <= farthest && b.away(found[1], head) > 2*near+1 {
			return found[0]
		}
		return -1
	}
	if k := b.r.actorAt(head); k < 0 || !b.sides[k].suffered {
		return -1
	}
	only := -1
	for _, i := range found {
		if !b.names[i].side.suffered {
			continue
		}
		if only >= 0 || b.away(i, head) > 2*farthest {
			return -1
		}
		only = i
	}
	return only
}

// away is how many sentences from a token the nearest mention of a name stands.
func (b *bearers) away(name, head int) int {
	d := b.r.d
	x, least := &d.Actors[b.names[name].mention].Actor, len(d.Sentences)
	for k := range d.Actors {
		if m := &d.Actors[k]; sameActor(&m.Actor, x) {
			least = min(least, abs(d.SentenceOf(m.Head)-d.SentenceOf(head)))
		}
	}
	return least
}

// farthest is within how many sentences one of several names has to stand.
const farthest = 6

// alike reports whether a description may be of somebody or something with a
// name, by their kinds: one of a person of a person, one of a thing of no person.
func alike(described, named *sayso.Actor) bool {
	switch described.Kind {
	case "":
		return named.Kind != sayso.KindPerson
	case sayso.KindOutlet, sayso.KindInternational, sayso.KindParty:
		return named.Kind == described.Kind
	}
	if described.Kind == named.Kind && (named.Kind == sayso.KindCriminal || named.Kind == sayso.KindRebel || named.Kind == sayso.KindMilitia) {
		return true // the cartel, the front
	}
	return named.Kind == sayso.KindPerson || named.Kind == sayso.KindUnknown && described.Kind != sayso.KindCivilians
}

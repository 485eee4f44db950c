package assemble

import (
	"strconv"
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
	of    map[int]int // by actor mention: index into names, or -1
}

// bearer is somebody or something with a name, and by which nouns it goes.
type bearer struct {
	mention int // the index of the first actor mention that names it
	first   int // its token
	nouns   map[string]bool
}

// readBearers lists who is named and by which nouns they go.
func (r *reader) readBearers() {
	b := &bearers{r: r, of: map[int]int{}}
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
			b.names = append(b.names, bearer{mention: k, first: r.d.Actors[k].First, nouns: map[string]bool{}})
		}
		r.goesBy(k, b.names[n].nouns)
	}
	for i := range b.names {
		general(b.names[i].nouns)
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

// goesBy adds the nouns by which a mention's bearer goes there: before the name
// ("teenager Ali Hassan", "15-year-old Ali Hassan"), beside it ("the MV Gibe, a
// merchant vessel"), said of it ("he was a student", "the victim was named as"),
// and for what is no person the noun in the name itself ("West Coast Bank").
func (r *reader) goesBy(k int, nouns map[string]bool) {
	d, m := r.d, &r.d.Actors[k]
	take := func(i int) {
		if i >= 0 && (d.Tags[i].UPOS == document.NOUN || d.Tags[i].UPOS == document.PROPN) {
			nouns[strings.ToLower(d.Tags[i].Lemma)] = true
		}
	}
	h := m.Head
	for i := m.First; i < m.End; i++ {
		if m.Actor.Kind == sayso.KindPerson && (i < h || d.Tags[i].UPOS == document.NOUN) || m.Actor.Kind != sayso.KindPerson && i == m.End-1 {
			take(i)
		}
		if n := vesselLetters[d.Word(i)]; n != "" {
			nouns[n] = true
		}
	}
	if i := m.First - 1; i >= 0 {
		take(i)
		r.aged(i, nouns)
		for i--; i >= 0 && m.First-i <= 4 && r.d.Tags[i+1].UPOS != document.VERB && r.d.Tags[i+1].UPOS != document.PUNCT; i-- {
			r.aged(i, nouns)
		}
	}
	for i := max(0, m.First-25); i < min(len(d.Tokens), m.End+25); i++ {
		head := int(d.Arcs[i].Head)
		switch d.Arcs[i].Rel {
		case document.Appos:
			if m.Has(head) && !m.Has(i) {
				take(i)
				r.aged(i, nouns)
			} else if m.Has(i) && !m.Has(head) {
				take(head)
			}
		case document.Cop:
			if head >= 0 && head != h && r.subjectOf(head) == h {
				take(head)
			}
		case document.Nsubj, document.NsubjPass:
			if head >= 0 && naming[strings.ToLower(d.Tags[head].Lemma)] && i != h && r.calledBy(h, head) {
				take(i)
			}
		}
	}
	if v := int(d.Arcs[h].Head); v >= 0 && naming[strings.ToLower(d.Tags[v].Lemma)] && d.Arcs[v].Rel == document.Acl {
		take(int(d.Arcs[v].Head)) // a man named Ali
	}
}

// aged reads an age before or beside a name: what is said of the young.
func (r *reader) aged(i int, nouns map[string]bool) {
	d := r.d
	n := -1
	for k := i; k >= 0 && i-k <= 5; k-- {
		if v, err := strconv.Atoi(d.Word(k)); err == nil {
			n = v
			break
		}
	}
	if w := strings.ToLower(d.Word(i)); w != "old" && !strings.HasSuffix(w, "-old") || n < 0 {
		return
	}
	nouns["old"] = true
	switch {
	case n < 10:
		nouns["child"], nouns["boy"], nouns["girl"] = true, true, true
	case n < 20:
		nouns["teenager"], nouns["teen"], nouns["youth"], nouns["boy"], nouns["girl"] = true, true, true, true, true
	}
}

// subjectOf is the subject of a word, or -1.
func (r *reader) subjectOf(h int) int {
	for i := h - 1; i >= 0 && h-i < 30; i-- {
		if int(r.d.Arcs[i].Head) == h && r.d.Arcs[i].Rel == document.Nsubj {
			return i
		}
	}
	return -1
}

// calledBy reports whether a word hangs from another, as what it is called.
func (r *reader) calledBy(i, h int) bool {
	if int(r.d.Arcs[i].Head) != h {
		return false
	}
	switch r.d.Arcs[i].Rel {
	case document.Xcomp, document.Obj, document.Obl, document.Nmod:
		return true
	}
	return false
}

var naming = map[string]bool{"name": true, "identify": true, "call": true, "dub": true}

// vesselLetters say what sort of ship goes by a name behind them.
var vesselLetters = map[string]string{"MV": "ship", "M/V": "ship", "MT": "tanker", "FV": "trawler", "SS": "ship", "RMS": "ship",
	"INS": "warship", "HMS": "warship", "USS": "warship", "HMAS": "warship", "HMCS": "warship", "BRP": "warship", "KRI": "warship", "PNS": "warship"}

// general adds to nouns those that say the same or less.
func general(nouns map[string]bool) {
	for n := range nouns {
		for _, g := range moreGeneral[n] {
			nouns[g] = true
		}
	}
}

// moreGeneral are the nouns that a text may use of who goes by another.
var moreGeneral = map[string][]string{
	"teenager": {"teen", "youth", "boy", "girl", "youngster"}, "teen": {"teenager", "youth", "boy", "girl", "youngster"},
	"boy": {"teenager", "teen", "youth", "child", "youngster"}, "girl": {"teenager", "teen", "youth", "child", "youngster"},
	"policeman": {"officer"}, "policewoman": {"officer"}, "constable": {"officer", "policeman"}, "cop": {"officer", "policeman"},
	"freighter": {"ship", "vessel"}, "tanker": {"ship", "vessel"}, "trawler": {"boat", "ship", "vessel"}, "supertanker": {"tanker", "ship", "vessel"},
	"ferry": {"boat", "ship", "vessel"}, "yacht": {"boat", "vessel"}, "dhow": {"boat", "vessel"}, "ship": {"vessel"}, "vessel": {"ship"},
	"priest": {"cleric"}, "imam": {"cleric"}, "bishop": {"cleric"}, "archbishop": {"bishop", "cleric"},
	"reporter": {"journalist"}, "journalist": {"reporter"}, "editor": {"journalist"},
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

func (b *bearers) find(k int) int {
	d, m := b.r.d, &b.r.d.Actors[k]
	if !m.Actor.Generic || m.Actor.ID != "" || m.Plural || d.Tags[m.Head].UPOS == document.PRON {
		return -1
	}
	if m.Entity >= 0 {
		for i := range b.names {
			if n := b.names[i].mention; d.Actors[n].Entity == m.Entity && alike(&m.Actor, &d.Actors[n].Actor) {
				return i
			}
		}
	}
	definite := false
	for i := m.First; i < m.End; i++ {
		switch strings.ToLower(d.Word(i)) {
		case "another", "other", "second", "third", "fellow", "every", "any", "no", "each":
			return -1
		case "the", "this", "that":
			definite = definite || i < m.Head
		}
		if d.Arcs[i].Rel == document.NmodPoss {
			return -1
		}
	}
	if m.First > 0 && strings.EqualFold(d.Word(m.First-1), "the") {
		definite = true
	}
	lemma := strings.ToLower(d.Tags[m.Head].Lemma)
	found := -1
	for i := range b.names {
		if !b.names[i].nouns[lemma] || !alike(&m.Actor, &d.Actors[b.names[i].mention].Actor) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	if found < 0 || !definite && b.names[found].first < m.First {
		return -1
	}
	x := &d.Actors[b.names[found].mention].Actor
	if m.Actor.Country != "" && x.Country != "" && x.Country != m.Actor.Country {
		return -1
	}
	return found
}

// alike reports whether a description may be of somebody or something with a
// name, by their kinds: one of a person of a person, one of a thing of no person.
func alike(described, named *sayso.Actor) bool {
	switch described.Kind {
	case "":
		return named.Kind != sayso.KindPerson
	case sayso.KindOutlet, sayso.KindInternational, sayso.KindParty:
		return named.Kind == described.Kind
	}
	return named.Kind == sayso.KindPerson || named.Kind == sayso.KindUnknown && described.Kind != sayso.KindCivilians
}

// Zlinks is temporary.
func Zlinks(d *document.Document) (out []string) {
	r := newReader(d)
	for k := range d.Actors {
		if n := r.bearer(k); n >= 0 {
			m := d.Actors[k]
			s := d.SpanOf(m.Range)
			out = append(out, d.Words(m.Range)+" => "+d.Actors[n].Actor.Name+" | "+strings.ReplaceAll(d.Text[max(0, s.Start-60):min(len(d.Text), s.End+60)], "\n", " "))
		}
	}
	return out
}

package assemble

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// nouns are by what somebody or something with a name goes: lemmas, and lemmas
// with the word before them that says which kind.
type nouns map[string]bool

// read adds those of a mention by name: in the name ("West Coast Bank", "Officer
// Reyes"), before it ("teenager Ali Hassan"), beside it ("the MV Gibe, a merchant
// vessel"), said of it ("he was a student", "the victim was named as").
func (n nouns) read(r *reader, m *document.ActorMention) {
	person := m.Actor.Kind == sayso.KindPerson
	for i := m.First; i < m.End; i++ {
		if person && (i < m.Head || r.d.Tags[i].UPOS == document.NOUN) || !person && i == m.End-1 {
			n.take(r, i)
		}
		for _, x := range vesselLetters[r.d.Word(i)] {
			n[x] = true
		}
	}
	if h := int(r.d.Arcs[m.Head].Head); h >= m.End && h < m.End+2 && r.d.Tags[h].UPOS == document.NOUN {
		return // of a 78-year-old Trump supporter nothing is said of Trump
	}
	before := m.First - 1
	if before > 0 && strings.ContainsAny(r.d.Word(before), "\"'`“‘") {
		before-- // the trawler "Sea Rose"
	}
	n.take(r, before)
	for i := m.First - 1; i >= 0 && m.First-i <= 4; i-- {
		n.aged(r, i)
		if u := r.d.Tags[i].UPOS; u == document.VERB || u == document.PUNCT {
			break
		}
	}
	n.behind(r, m.End)
	n.tied(r, m)
}

// take adds a noun and the word before it.
func (n nouns) take(r *reader, i int) {
	if i < 0 || r.d.Tags[i].UPOS != document.NOUN && r.d.Tags[i].UPOS != document.PROPN {
		return
	}
	lemma := strings.ToLower(r.d.Tags[i].Lemma)
	n[lemma] = true
	if w := r.modifierOf(i); w != "" {
		n[w+" "+lemma] = true
	}
}

// otherwise reports whether a noun is only known with another word before it than
// in a kind: a "church leader" is no "clan leader".
func (n nouns) otherwise(noun, kind string) bool {
	other := false
	for x := range n {
		other = other || strings.HasSuffix(x, " "+noun)
	}
	return other && !n[kind]
}

// tied adds nouns that the tree ties to a name: appositions, predicates, what is
// named, called or identified so.
func (n nouns) tied(r *reader, m *document.ActorMention) {
	d := r.d
	for i := max(0, m.First-nearName); i < min(len(d.Tokens), m.End+nearName); i++ {
		head := int(d.Arcs[i].Head)
		if head < 0 {
			continue
		}
		switch d.Arcs[i].Rel {
		case document.Appos:
			if m.Has(head) && !m.Has(i) {
				n.take(r, i)
				n.aged(r, i)
			} else if m.Has(i) && !m.Has(head) {
				n.take(r, head)
			}
		case document.Cop:
			if head != m.Head && r.subjectOf(head) == m.Head {
				n.take(r, head)
			}
		case document.Nsubj, document.NsubjPass, document.Obj:
			if i != m.Head && r.calledBy(m.Head, head) {
				n.take(r, i)
			}
		}
	}
	v := int(d.Arcs[m.Head].Head)
	switch {
	case v < 0:
	case d.Arcs[v].Rel == document.Acl && r.calledBy(m.Head, v):
		n.take(r, int(d.Arcs[v].Head)) // a man named Ali
	case d.Arcs[v].Rel == document.AclRelcl && r.preposition(m.Head, "as"):
		if x := int(d.Arcs[v].Head); x >= 0 && d.Arcs[x].Head >= 0 && naming[strings.ToLower(d.Tags[d.Arcs[x].Head].Lemma)] {
			n.take(r, x) // identified the officer who died as Ali
		}
	}
}

// nearName is how many tokens from a name words are still read as tied to it.
const nearName = 25

// behind reads what stands behind a name and a comma: ", a local reporter",
// ", 16,". Trees often hang it from elsewhere.
func (n nouns) behind(r *reader, end int) {
	d := r.d
	if end+2 >= len(d.Tokens) || d.Word(end) != "," {
		return
	}
	if age, err := strconv.Atoi(d.Word(end + 1)); err == nil && age < oldest && (d.Word(end+2) == "," || d.Word(end+2) == ".") {
		n.youth(age)
		n[ageNoun(age)] = true
		return
	}
	if d.Tags[end+1].UPOS != document.DET {
		return
	}
	last := -1
	for i := end + 2; i < len(d.Tokens) && i < end+9; i++ {
		u := d.Tags[i].UPOS
		if u != document.NOUN && u != document.ADJ && u != document.PROPN && u != document.NUM && d.Word(i) != "-" {
			break
		}
		if u == document.NOUN {
			last = i
		}
	}
	if last >= 0 {
		n.take(r, last)
		n.aged(r, last-1)
	}
}

// oldest is the age from which a number behind a name is no age.
const oldest = 111

// aged reads an age that ends at a token: "15-year-old".
func (n nouns) aged(r *reader, i int) {
	if i < 0 || !strings.EqualFold(r.d.Word(i), "old") && !strings.HasSuffix(strings.ToLower(r.d.Word(i)), "-old") {
		return
	}
	if age := r.ageAt(i); age >= 0 {
		n["old"], n[ageNoun(age)] = true, true
		n.youth(age)
	}
}

// ageAt is the age in words that end at a token, "16-year-old", or -1.
func (r *reader) ageAt(i int) int {
	for k := i; k >= 0 && i-k <= 5; k-- {
		digits, _, _ := strings.Cut(r.d.Word(k), "-")
		if age, err := strconv.Atoi(digits); err == nil {
			return age
		}
	}
	return -1
}

// ageNoun is what everybody of an age goes by.
func ageNoun(age int) string { return "aged " + strconv.Itoa(age) }

// youth adds what those of an age are called.
func (n nouns) youth(age int) {
	switch {
	case age < 10:
		n["child"], n["boy"], n["girl"] = true, true, true
	case age < 20:
		n["teenager"], n["teen"], n["youth"], n["boy"], n["girl"] = true, true, true, true, true
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
	if int(r.d.Arcs[i].Head) != h || !naming[strings.ToLower(r.d.Tags[h].Lemma)] {
		return false
	}
	switch r.d.Arcs[i].Rel {
	case document.Xcomp, document.Obj, document.Obl, document.Nmod:
		return true
	}
	return false
}

// modifierOf is the noun or adjective right before a noun that says which kind is
// meant, in small letters.
func (r *reader) modifierOf(i int) string {
	if i == 0 || int(r.d.Arcs[i-1].Head) != i {
		return ""
	}
	switch r.d.Arcs[i-1].Rel {
	case document.Compound, document.Amod:
		return strings.ToLower(r.d.Word(i - 1))
	}
	return ""
}

// general adds those that say the same or less.
func (n nouns) general() {
	for _, x := range slices.Sorted(maps.Keys(n)) {
		for _, g := range moreGeneral[x] {
			n[g] = true
		}
	}
}

var naming = map[string]bool{"name": true, "identify": true, "call": true, "dub": true}

// vesselLetters say what sort of ship goes by a name behind them.
var vesselLetters = map[string][]string{"MV": merchant, "M/V": merchant, "MT": {"tanker"}, "FV": {"trawler", "fishing boat", "fishing vessel"}, "SS": merchant, "RMS": merchant,
	"INS": warship, "HMS": warship, "USS": warship, "HMAS": warship, "HMCS": warship, "BRP": warship, "KRI": warship, "PNS": warship}

var (
	merchant = []string{"ship", "merchant ship", "merchant vessel", "cargo ship", "cargo vessel", "freighter", "merchantman"}
	warship  = []string{"warship", "naval ship", "naval vessel", "navy ship", "navy vessel"}
)

// moreGeneral are the nouns that a text may use of who goes by another.
var moreGeneral = map[string][]string{
	"teenager": {"teen", "youth", "boy", "girl", "youngster"}, "teen": {"teenager", "youth", "boy", "girl", "youngster"},
	"boy": {"teenager", "teen", "youth", "child", "youngster"}, "girl": {"teenager", "teen", "youth", "child", "youngster"},
	"policeman": {"officer"}, "policewoman": {"officer"}, "constable": {"officer", "policeman"}, "cop": {"officer", "policeman"},
	"freighter": {"ship", "vessel"}, "tanker": {"ship", "vessel"}, "trawler": {"boat", "ship", "vessel"}, "supertanker": {"tanker", "ship", "vessel"},
	"ferry": {"boat", "ship", "vessel"}, "yacht": {"boat", "vessel"}, "dhow": {"boat", "vessel"}, "ship": {"vessel"}, "vessel": {"ship"},
	"capt.": {"officer", "police officer"}, "captain": {"officer", "police officer"}, "lt.": {"officer", "police officer"}, "lieutenant": {"officer", "police officer"},
	"sgt.": {"officer", "police officer"}, "sergeant": {"officer", "police officer"},
	"priest": {"cleric"}, "imam": {"cleric"}, "bishop": {"cleric"}, "archbishop": {"bishop", "cleric"},
	"reporter": {"journalist"}, "journalist": {"reporter"}, "editor": {"journalist"},
}

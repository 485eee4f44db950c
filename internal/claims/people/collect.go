package people

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
)

// reader is the state of one run.
type reader struct {
	d   *document.Document
	t   *tables
	all []someone

	doubts []document.Range // mentions that may be of something else
}

// someone is a person whom the text names.
type someone struct {
	name    string // fullest form
	at      []document.Range
	entity  int // index into Entities, or -1
	cues    []word
	phrases []string // with what stands before the cue's word: "convicted murderer"
	age     string   // "20", or "eleven-month" where it isn't in years
	minor   bool     // by age
	origin  string
	sex     byte
	harmed  bool   // by a verb that may be meant so
	hurt    bool   // by a verb that is
	why     string // in the table of public persons
	private bool
	reason  string
}

// collect finds the names of persons and puts those of one person together.
func (r *reader) collect() {
	var found []document.Range
	for _, n := range r.d.Names {
		if n.Kind == document.NamePerson {
			found = append(found, r.bare(r.whole(n.Range)))
		}
	}
	for i := len(found) - 1; i > 0; i-- {
		if found[i].First == found[i-1].End && found[i].Len()+found[i-1].Len() <= 5 {
			found[i-1].End = found[i].End
			found = slices.Delete(found, i, i+1)
		}
	}
	found = append(found, r.aged(found)...)
	found = append(found, r.unseen(found)...)
	r.doubts = r.doubted(found)
	found = append(found, r.doubts...)
	found = slices.DeleteFunc(found, func(m document.Range) bool {
		return m.Empty() || r.nobody(m) || !capital(r.d.Word(m.First)) && m.Len() == 1 && !strings.Contains(r.d.Words(m), "-")
	})
	order := slices.Clone(found)
	sort.SliceStable(order, func(i, k int) bool { return order[i].Len() > order[k].Len() })
	for _, m := range order {
		r.place(m)
	}
	for i := range r.all {
		at := r.all[i].at
		sort.Slice(at, func(x, y int) bool { return at[x].First < at[y].First })
	}
	sort.SliceStable(r.all, func(i, k int) bool { return r.all[i].at[0].First < r.all[k].at[0].First })
}

// ofTitle reports whether a token is what an office is of: "Secretary of State",
// "governor of Gao".
func (r *reader) ofTitle(i int) bool {
	if i > 2 && r.d.Word(i-1) == "the" { // "Speaker of the House"
		i--
	}
	if i < 2 || r.d.Word(i-1) != "of" {
		return false
	}
	_, c := r.cueAt([]string{r.d.Word(i - 2)}, []int{i - 2}, 0)
	return c.class == high || c.class == office
}

// posts are titles that are hardly ever names of somebody: "German Chancellor NAME".
var posts = set("President Minister Chancellor Secretary Senator Governor Mayor Premier Representative Congressman Congresswoman Ambassador Spokesman Commissioner")

// untitled is a name without what stands in front of its bearer's name in it:
// "US Secretary of State NAME", "Presidents NAME", "Ethiopians NAME".
func (r *reader) untitled(m document.Range) document.Range {
	words, at := r.glued(m)
	for i := 0; i+1 < len(words); i++ {
		if n, _ := r.cueAt(words, at, i); n > 0 && i+n < len(words) {
			i += n
			if words[i] == "of" { // "governor of Gao NAME"
				i += 2
			}
			if i >= len(words) { // "Democrat of Vermont"
				return document.Range{First: m.End, End: m.End}
			}
			return document.Range{First: at[i], End: m.End}
		}
		if !r.demonym(at[i]) && !r.located(at[i]) && !r.short(at[i]) && !posts[words[i+1]] {
			break
		}
		if r.demonym(at[i]) && plural(r, at[i]) {
			return document.Range{First: at[i+1], End: m.End}
		}
	}
	return m
}

// thing reports whether a token is a word that ends names of bodies, places and
// works.
func (r *reader) thing(i int) bool {
	return r.t.things[strings.ToLower(strings.Trim(r.d.Word(i), "."))]
}

// nobody reports whether what the names stage took for a person is a body, a
// place, a people or a day: "Arkansas State Police", "governor of Gao",
// "Palestinians", "Monday".
func (r *reader) nobody(m document.Range) bool {
	if r.thing(m.End-1) || r.ofTitle(m.First) || m.Len() == 1 && calendar(r.d.Word(m.First)) {
		return true
	}
	for i := m.First; i < m.End; i++ {
		if !r.demonym(i) {
			return false
		}
	}
	return true
}

// bare takes titles in front and a possessive behind off a name.
func (r *reader) bare(m document.Range) document.Range {
	if m.Len() > 2 && r.ofTitle(m.First) {
		m.First++
	}
	m = r.untitled(m)
	for m.Len() > 0 && r.title(m.First) {
		m.First++
		if m.Len() > 1 && r.d.Word(m.First) == "." {
			m.First++
		}
	}
	for m.Len() > 1 {
		switch r.d.Word(m.End - 1) {
		case "'s", "’s", "'", "’", ",", ".":
			m.End--
			continue
		}
		break
	}
	return m
}

var honorifics = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "dame": true, "prof": true, "gen": true,
	"col": true, "maj": true, "capt": true, "lt": true, "sgt": true, "sen": true, "rep": true, "gov": true, "rev": true, "hon": true, "mullah": true, "emeritus": true}

// title reports whether a token is a title in front of a name.
func (r *reader) title(i int) bool {
	raw := strings.Trim(r.d.Word(i), ".")
	w := strings.ToLower(raw)
	_, ok := r.t.words[w]
	_, capital := r.t.words[raw]
	return (ok || capital) && i+1 < len(r.d.Tokens) || honorifics[w]
}

// whole adds the proper names in front and behind that no other name holds: the
// names stage may cut "Tynice Nichole Hall" or "Tak-Sing Wong" in two. What an
// editor put into brackets belongs to the name: "Cindy [Pinhal]", "[Russell] Church".
func (r *reader) whole(m document.Range) document.Range {
	sent := r.sentence(m.First)
	more := func(i int) bool {
		return i >= sent.First && i < sent.End && m.Len() < 5 && r.proper(i) && !r.title(i) && !calendar(r.d.Word(i)) && !r.ofTitle(i)
	}
	for n := 1; n > 0; m.First -= n {
		n = 0
		switch {
		case more(m.First - 1):
			n = 1
		case r.hyphened(m.First-2, sent):
			n = 2
		case more(m.First-2) && r.d.Word(m.First-1) == "]" && m.First-3 >= sent.First && r.d.Word(m.First-3) == "[":
			n = 3
		}
	}
	for n := 1; n > 0; m.End += n {
		n = 0
		switch {
		case more(m.End) && !r.thing(m.End), m.Len() == 1 && r.surname(m.End, sent):
			n = 1
		case r.hyphened(m.End-1, sent):
			n = 2
		case more(m.End+1) && r.d.Word(m.End) == "[" && m.End+2 < sent.End && r.d.Word(m.End+2) == "]":
			n = 3
		}
	}
	return m
}

// hyphened reports whether a token and the next but one are the halves of a
// name, "Tak-Sing", and no peoples, "Anglo-Irish".
func (r *reader) hyphened(i int, sent document.Range) bool {
	return i >= sent.First && i+2 < sent.End && r.d.Word(i+1) == "-" && r.d.Tokens[i].End == r.d.Tokens[i+1].Start && r.d.Tokens[i+1].End == r.d.Tokens[i+2].Start &&
		r.nameLike(i) && r.nameLike(i+2) && !r.demonym(i) && !r.demonym(i+2) && !r.listedWord(i) && !r.listedWord(i+2)
}

// listedWord reports whether a token alone names a listed person: "Mubarak-Gore"
// is two.
func (r *reader) listedWord(i int) bool { return r.t.public[strings.ToLower(r.d.Word(i))] != "" }

// surname reports whether a token behind a given name goes on with the name
// though its tag says another word: "Martin How".
func (r *reader) surname(i int, sent document.Range) bool {
	if i >= sent.End || !capital(r.d.Word(i)) || len(r.d.Word(i)) < 2 || r.title(i) || r.thing(i) || calendar(r.d.Word(i)) || r.located(i) || r.inAny(i) || r.d.Tags[i].UPOS == document.PRON {
		return false
	}
	small := 0
	for k := sent.First; k < sent.End; k++ {
		if !capital(r.d.Word(k)) {
			small++
		}
	}
	return 2*small > sent.Len() // else a headline, in which all words are capitalised
}

// inAny reports whether a token is in a name.
func (r *reader) inAny(i int) bool {
	return slices.ContainsFunc(r.d.Names, func(n document.Name) bool { return n.Has(i) })
}

// proper reports whether a token is a capitalised proper name of nothing else.
func (r *reader) proper(i int) bool {
	if r.d.Tags[i].UPOS != document.PROPN || !capital(r.d.Word(i)) || len(r.d.Word(i)) < 2 {
		return false
	}
	if r.located(i) {
		return false
	}
	for _, n := range r.d.Names { // a place that no gazetteer knows may be a person
		if n.Has(i) && n.Kind != document.NamePerson && n.Kind != document.NamePlace {
			return false
		}
	}
	return true
}

// place files a mention with the person of its entity, or of whom it is a part
// of the name; the nearest before it where there are several.
func (r *reader) place(m document.Range) {
	words := r.words(m)
	e := r.entityOf(m)
	best := -1
	for i := range r.all {
		s := &r.all[i]
		if !partOf(words, strings.Fields(s.name)) {
			continue
		}
		if best < 0 || e >= 0 && s.entity == e || (r.all[best].entity != e || e < 0) && s.at[0].First < m.First && s.at[0].First > r.all[best].at[0].First {
			best = i
		}
	}
	if best < 0 {
		r.all = append(r.all, someone{name: strings.Join(words, " "), entity: e})
		best = len(r.all) - 1
	}
	r.all[best].at = append(r.all[best].at, m)
}

// words of a mention, on one line.
func (r *reader) words(m document.Range) []string { return strings.Fields(r.d.Words(m)) }

// partOf reports whether words begin or end the name, case aside.
func partOf(words, name []string) bool {
	if len(words) > len(name) {
		return false
	}
	return equal(words, name[:len(words)]) || equal(words, name[len(name)-len(words):])
}

func equal(a, b []string) bool {
	for i := range a {
		if !strings.EqualFold(a[i], b[i]) {
			return false
		}
	}
	return true
}

func (r *reader) entityOf(m document.Range) int {
	for i := m.First; i < m.End; i++ {
		if e := r.d.EntityAt(i); e >= 0 {
			return e
		}
	}
	return -1
}

func capital(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

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
	found = slices.DeleteFunc(found, func(m document.Range) bool {
		return m.Empty() || !capital(r.d.Word(m.First)) && m.Len() == 1 && !strings.Contains(r.d.Words(m), "-")
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

// bare takes titles in front and a possessive behind off a name.
func (r *reader) bare(m document.Range) document.Range {
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
	w := strings.ToLower(strings.Trim(r.d.Word(i), "."))
	_, ok := r.t.words[w]
	return ok && i+1 < len(r.d.Tokens) || honorifics[w]
}

// whole adds the proper names in front that no other name holds: the names
// stage may cut "Tynice Nichole Hall" in two.
func (r *reader) whole(m document.Range) document.Range {
	for m.First > 0 && m.Len() < 5 && r.proper(m.First-1) && !r.title(m.First-1) && r.d.SentenceOf(m.First-1) == r.d.SentenceOf(m.First) {
		m.First--
	}
	return m
}

// proper reports whether a token is a capitalised proper name of nothing else.
func (r *reader) proper(i int) bool {
	if r.d.Tags[i].UPOS != document.PROPN || !capital(r.d.Word(i)) || len(r.d.Word(i)) < 2 {
		return false
	}
	for k := range r.d.Toponyms {
		if t := &r.d.Toponyms[k]; t.Has(i) && (t.Place.ID != "" || t.Place.Country != "") {
			return false
		}
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

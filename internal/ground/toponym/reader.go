package toponym

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// reader is the state of reading one document.
type reader struct {
	doc    *document.Document
	gaz    *gazetteer.Gazetteer
	model  *Model
	spots  []spot
	groups []group
	home   string // country of the outlet's domain; "" where it says nothing
	wide   bool   // the outlet has a domain that says nothing: ".com"
	first  int    // where wordFrom counts from
	all    masses // what is believed in the end

	small    bool // the text has no capitals: its proper nouns are read as though they had
	wordFrom func(i int) string
	nameAt   []int // index of the name that begins at a token, or -1
	inName   []int // index of the name that holds a token, or -1
	sentence []int // end of the sentence of a token
	lower    map[string]bool
	cued     map[string]bool // folded names that stand behind "in" or "at" somewhere
	inKind   map[string]document.NameKind
	ships    map[string]bool // words that stand behind "INS" or "MV" somewhere
}

func newReader(d *document.Document, g *gazetteer.Gazetteer, m *Model) *reader {
	n := len(d.Tokens)
	r := &reader{doc: d, gaz: g, model: m, small: withoutCapitals(d), nameAt: fill(n), inName: fill(n), sentence: make([]int, n),
		lower: map[string]bool{}, cued: map[string]bool{}, inKind: map[string]document.NameKind{}, ships: map[string]bool{}}
	r.wordFrom = func(i int) string { return d.Word(r.first + i) }
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			r.sentence[i] = s.End
		}
	}
	r.readNames()
	for i := range n {
		w := r.word(i)
		if !capital(w) && len(w) > 3 {
			r.lower[w] = true
		}
		if i > 0 && shipLetters[r.word(i-1)] && capital(w) {
			r.ships[w] = true
		}
	}
	if d.Article != nil {
		r.home, r.wide = homeOf(d.Article.URL, d.Article.Outlet)
	}
	return r
}

func fill(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

func (r *reader) readNames() {
	for i, n := range r.doc.Names {
		switch n.Kind {
		case document.NamePerson, document.NamePlace, document.NameOrganisation, document.NameMisc, document.NameNationality:
		default:
			continue
		}
		r.nameAt[n.First] = i
		for j := n.First; j < n.End; j++ {
			r.inName[j] = i
			if n.Len() > 1 {
				r.inKind[r.word(j)] = n.Kind
			}
		}
	}
}

// word is the word at token i; in a text without capitals a proper noun has
// one.
func (r *reader) word(i int) string {
	w := r.doc.Word(i)
	if !r.small || r.doc.Tags[i].UPOS != document.PROPN {
		return w
	}
	first, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(first)) + w[n:]
}

// withoutCapitals reports whether most sentences of a text have none: an
// archive that was put in small letters, a message typed in haste.
func withoutCapitals(d *document.Document) bool {
	if len(d.Tags) != len(d.Tokens) {
		return false
	}
	n := 0
	for i := range d.Sentences {
		if !strings.ContainsFunc(d.Words(d.Sentences[i].Range), unicode.IsUpper) {
			n++
		}
	}
	return 2*n > len(d.Sentences)
}

// at returns the word at token i in lower case, or marks beyond the text.
func (r *reader) at(i int) string {
	if i < 0 {
		return "<s>"
	}
	if i >= len(r.doc.Tokens) {
		return "</s>"
	}
	return strings.ToLower(r.word(i))
}

func (r *reader) sentenceEnd(i int) int {
	if r.sentence[i] > i {
		return r.sentence[i]
	}
	return len(r.doc.Tokens)
}

func (r *reader) sentenceStart(i int) bool {
	return i == 0 || r.sentence[i-1] == i || r.word(i-1) == "\"" || r.word(i-1) == "“"
}

// key is the folded name of a spot's known words.
func (r *reader) key(at document.Range) string {
	var b strings.Builder
	for i := at.First; i < at.End; i++ {
		b.WriteString(gazetteer.Fold(r.word(i)))
	}
	return b.String()
}

// homeOf guesses the country of an outlet by the domain of its address; wide
// tells that it has one which is of no country.
func homeOf(url, outlet string) (country string, wide bool) {
	host := url
	if host == "" {
		host = outlet
	}
	if i := strings.Index(host, "://"); i >= 0 {
		host = host[i+3:]
	}
	host, _, _ = strings.Cut(host, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot < 0 || dot == len(host)-1 || strings.Contains(host, " ") {
		return "", false
	}
	top := strings.ToLower(host[dot+1:])
	if top == "mil" {
		return "", false // forces write about abroad
	}
	if c, ok := tlds[top]; ok {
		return c, c == ""
	}
	if len(top) == 2 {
		return strings.ToUpper(top), false
	}
	return "", true
}

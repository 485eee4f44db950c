package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
)

// finder is the state of one run.
type finder struct {
	lex    *lexicon.Lexicon
	d      *document.Document
	year   int      // of publication; 0 where unknown
	folded []string // one a token
	entity []int32  // token → index of the entity with a mention that it heads, or -1
	nameAt []int32  // token → index into Names that holds it, or -1
	at     []int32  // token → index into found that it heads, or -1
	taken  []bool   // tokens inside a name that was read
	lands  []land   // mentions of countries, in order
	counts map[sayso.Code]int
	found  []mention
	key    []byte // scratch
}

// mention is an actor mention in the making.
type mention struct {
	document.ActorMention
	how    how
	suffix string         // of the body that it was composed of
	words  document.Range // of the name by itself, inside the noun phrase
	sure   bool           // the words themselves say what the full name is
}

// how says by which way a mention was linked; it decides what may be shared.
type how uint8

const (
	byNothing how = iota
	byTable       // a name of the actor table
	byCountry     // the name of a country
	byBody        // country and body
	byContext     // a body, its country from the text
	byMember      // "Taliban fighters"
	byName        // a name that no table has
	byNoun        // a generic description
	byPronoun
)

func newFinder(lex *lexicon.Lexicon, d *document.Document) *finder {
	n := len(d.Tokens)
	f := &finder{lex: lex, d: d, folded: make([]string, n), entity: filled(n), nameAt: filled(n), at: filled(n),
		taken: make([]bool, n), counts: map[sayso.Code]int{}}
	if d.Article != nil && d.Article.Published.Known() {
		f.year, _, _ = d.Article.Published.Date()
	}
	for i := range d.Tokens {
		f.folded[i] = fold(d.Word(i))
	}
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			if m.Head >= 0 && m.Head < n {
				f.entity[m.Head] = int32(e)
			}
		}
	}
	for i, name := range d.Names {
		for t := name.First; t < name.End && t < n; t++ {
			f.nameAt[t] = int32(i)
		}
	}
	return f
}

func filled(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// fold is [lexicon.Fold] of one token, without its rule for "the".
func fold(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			if len(word) == 3 && strings.EqualFold(word, "the") {
				return "the"
			}
			return lexicon.Fold(word)
		}
	}
	return word
}

// add keeps a mention unless its head has one already; it reports whether it did.
func (f *finder) add(m mention) bool {
	if m.Head < 0 || m.Head >= len(f.at) || f.at[m.Head] >= 0 {
		return false
	}
	m.Entity = int(f.entity[m.Head])
	if m.words.Empty() {
		m.words = m.Range
	}
	if m.Actor.Name == "" {
		m.Actor.Name = f.written(m.words)
	}
	m.Actor.Span = f.d.SpanOf(m.Range)
	f.at[m.Head] = int32(len(f.found))
	f.found = append(f.found, m)
	return true
}

// written is the words of r on one line, without an article in front or a quotation
// mark that does not close in them: of "The army did it" the army.
func (f *finder) written(r document.Range) string {
	if words := f.d.Words(r); r.Len() > 1 && strings.Trim(f.d.Word(r.First), "\"“'‘`") == "" && !strings.ContainsAny(words[len(f.d.Word(r.First)):], "\"”") {
		r.First++
	}
	for r.Len() > 1 && article(f.folded[r.First]) {
		r.First++
	}
	words := f.d.Words(r)
	if strings.ContainsAny(words, "\n\t") || strings.Contains(words, "  ") {
		words = strings.Join(strings.Fields(words), " ")
	}
	for _, doubt := range doubts {
		if len(words) > len(doubt) && strings.EqualFold(words[:len(doubt)], doubt) {
			return words[len(doubt):]
		}
	}
	return words
}

// doubts stand before a name that the writer does not own; they are no part of it.
var doubts = []string{"so-called ", "self-styled ", "self-proclaimed ", "self-declared "}

func article(folded string) bool { return folded == "the" || folded == "a" || folded == "an" }

// sorted is the mentions by position.
func (f *finder) sorted() []document.ActorMention {
	out := make([]document.ActorMention, len(f.found))
	for i := range f.found {
		out[i] = f.found[i].ActorMention
	}
	slices.SortStableFunc(out, func(a, b document.ActorMention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return a.Head - b.Head
	})
	return out
}

func (f *finder) rel(i int) document.Rel   { return f.d.Arcs[i].Rel }
func (f *finder) head(i int) int           { return int(f.d.Arcs[i].Head) }
func (f *finder) upos(i int) document.UPOS { return f.d.Tags[i].UPOS }
func (f *finder) lemma(i int) string       { return f.d.Tags[i].Lemma }

// sentence is the tokens of the sentence that holds i; the whole document
// where none does.
func (f *finder) sentence(i int) document.Range {
	if s := f.d.SentenceOf(i); s >= 0 {
		return f.d.Sentences[s].Range
	}
	return document.Range{First: 0, End: len(f.d.Tokens)}
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func because(value, message string) *sayso.Explanation { return sayso.Because(value, message) }

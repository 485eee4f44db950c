package opinion

import (
	"strings"

	"sayso/internal/document"
)

// finder reads one document.
type finder struct {
	cues
	d     *document.Document
	kids  [][]int
	lower []string
	asked []int // heads of the questions of the sentence that is read
	found []document.Opinion
}

func newFinder(w cues, d *document.Document) *finder {
	f := &finder{cues: w, d: d, kids: make([][]int, len(d.Tokens)), lower: make([]string, len(d.Tokens))}
	for i := range d.Tokens {
		f.lower[i] = strings.ToLower(d.Word(i))
		if h := f.head(i); h >= 0 && h < len(f.kids) {
			f.kids[h] = append(f.kids[h], i)
		}
	}
	return f
}

func (f *finder) head(i int) int              { return int(f.d.Arcs[i].Head) }
func (f *finder) rel(i int) document.Rel      { return f.d.Arcs[i].Rel }
func (f *finder) lemma(i int) string          { return f.d.Tags[i].Lemma }
func (f *finder) xpos(i int) document.XPOS    { return f.d.Tags[i].XPOS }
func (f *finder) is(i int, xs ...string) bool { return among(f.lower[i], xs) }

func among(s string, xs []string) bool {
	for _, x := range xs {
		if s == x {
			return true
		}
	}
	return false
}

// kid is a dependent by one of the relations, or -1.
func (f *finder) kid(i int, rels ...document.Rel) int {
	for _, k := range f.kids[i] {
		for _, r := range rels {
			if f.rel(k) == r {
				return k
			}
		}
	}
	return -1
}

// classes are those of a token.
func (f *finder) classes(i int) []class {
	p := posOf(f.d.Tags[i])
	switch {
	case p == 'V' && f.rel(i) == document.Amod: // "suspected militants"
		p = 'A'
	case f.lower[i] == "ought":
		p = 'M'
	case p == 0:
		return nil
	}
	if c := f.cues[cue{f.lemma(i), p}]; c != nil {
		return c
	}
	return f.cues[cue{f.lower[i], p}]
}

// clause is the clause that a token heads, without other clauses beside it, cut
// to its sentence and to what its speaker says.
func (f *finder) clause(i int) document.Range {
	first, end := i, i+1
	var spread func(int, int)
	spread = func(t, depth int) {
		first, end = min(first, t), max(end, t+1)
		for _, k := range f.kids[t] {
			switch r := f.rel(k); {
			case depth == 0 && (r == document.Conj || r == document.Parataxis || r == document.Punct), depth > len(f.kids):
			default:
				spread(k, depth+1)
			}
		}
	}
	spread(i, 0)
	r := f.said(i, document.Range{First: first, End: end})
	for r.First < i && f.bare(r.First) {
		r.First++
	}
	for r.End > i+1 && f.bare(r.End-1) {
		r.End--
	}
	return r
}

// bare reports punctuation, "and" and "that", which no clause begins or ends with.
func (f *finder) bare(i int) bool {
	return f.d.Tags[i].UPOS == document.SCONJ && f.is(i, "that") || f.d.Tags[i].UPOS == document.PUNCT || f.d.Tags[i].UPOS == document.CCONJ
}

// said cuts a range about a token to the sentence and to the innermost content of
// an attribution that holds the token.
func (f *finder) said(i int, r document.Range) document.Range {
	if s := f.d.SentenceOf(i); s >= 0 {
		r = within(r, f.d.Sentences[s].Range)
	}
	inner := document.Range{First: 0, End: len(f.d.Tokens)}
	for a := range f.d.Attributions {
		for _, c := range f.d.Attributions[a].Content {
			if c.Has(i) && c.Len() < inner.Len() {
				inner = c
			}
		}
	}
	return within(r, inner)
}

func within(r, o document.Range) document.Range {
	return document.Range{First: max(r.First, o.First), End: min(r.End, o.End)}
}

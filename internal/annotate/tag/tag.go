package tag

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"sayso/internal/document"
)

// New returns the stage that provides tags. It reads the model that the program
// carries, once.
func New() (document.Stage, error) {
	m, err := load()
	if err != nil {
		return document.Stage{}, err
	}
	return m.stage(m.class(document.PROPN, document.NNP), m.class(document.NOUN, document.NNS)), nil
}

// Plain returns the stage that provides tags as the model that the program carries
// gives them alone, from which other models have learnt.
func Plain() (document.Stage, error) {
	m, err := load()
	if err != nil {
		return document.Stage{}, err
	}
	return m.Stage(), nil
}

// Stage returns the stage that tags with the model alone.
func (m *Model) Stage() document.Stage { return m.stage(-1, -1) }

// stage returns the stage that gives what [name] finds the class of names, where
// there is one, and what [people] finds that of nouns in the plural.
func (m *Model) stage(names, plurals int) document.Stage {
	pool := sync.Pool{New: func() any {
		return &run{model: m, names: names, plurals: plurals, past: m.class(document.VERB, document.VBD), present: m.class(document.VERB, document.VBZ)}
	}}
	return document.Stage{
		Name:     "tag",
		Version:  "3",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences},
		Provides: []document.Layer{document.LayerTags},
		Run: func(_ context.Context, d *document.Document) error {
			r := pool.Get().(*run)
			defer pool.Put(r)
			d.Tags = make([]document.Tag, len(d.Tokens))
			for _, s := range d.Sentences {
				r.sentence(s.Len(), func(i int) string { return d.Word(s.First + i) }, d.Tags[s.First:s.End])
			}
			return nil
		},
	}
}

// run holds the buffers of one pass over a document.
type run struct {
	model   *Model
	names   int // class of names, -1 where the model alone decides
	past    int // class of verbs in the past, -1 for none
	present int // class of verbs with "s", -1 for none
	plurals int // class of nouns in the plural, or -1
	lattice Lattice
	keys    []uint64
	scores  []int32
	known   map[uint64]string // lemmas made, by FormKey
}

// maxKnown is the number of lemmas that a run remembers.
const maxKnown = 1 << 14

// lemma is [Lemmas.Of] that remembers: the lemma of a word that is no name does
// not depend on its case.
func (r *run) lemma(form string, c Class) string {
	if c.UPOS == document.PROPN || !plain(form) {
		return r.model.lemmas.Of(form, c)
	}
	key := FormKey(form, c)
	if s, ok := r.known[key]; ok {
		return s
	}
	if r.known == nil || len(r.known) >= maxKnown {
		r.known = map[uint64]string{}
	}
	s := strings.Clone(r.model.lemmas.Of(form, c))
	r.known[key] = s
	return s
}

// plain reports whether a word is short and has letters and marks of ASCII alone.
func plain(w string) bool {
	for i := range len(w) {
		if w[i] >= 0x80 || '0' <= w[i] && w[i] <= '9' {
			return false
		}
	}
	return len(w) <= 40
}

// sentence tags n words into out.
func (r *run) sentence(n int, word func(int) string, out []document.Tag) {
	m := r.model
	r.lattice.Reset(m.words, n, word)
	t1, t2 := uint8(0), uint8(0)
	cased := r.names >= 0 && mixed(n, word)
	for i := range n {
		best := r.best(i, t1, t2)
		if cased && name(i, word, m.classes[best].UPOS) {
			best = r.names
		}
		if r.names >= 0 && r.past >= 0 && m.classes[best].UPOS != document.VERB && word(i) == "told" {
			best = r.past // "the official told Reuters", where "official" is taken for an adjective
		}
		if r.names >= 0 && r.present >= 0 && m.classes[best].UPOS == document.NOUN && reports(i, n, word) {
			best = r.present
		}
		if r.plurals >= 0 && people(word(i), m.classes[best].UPOS) {
			best = r.plurals
		}
		c := m.classes[best]
		out[i] = document.Tag{UPOS: c.UPOS, XPOS: c.XPOS, Lemma: r.lemma(word(i), c)}
		t1, t2 = uint8(best)+1, t1
	}
	if r.names >= 0 {
		r.mendPresent(n, word, out)
		r.mendParticiples(n, word, out)
	}
}

// reports reports the "reports" that ends a sentence behind a medium and a comma before
// that: "…, Reuters news agency reports."
func reports(i, n int, word func(int) string) bool {
	if word(i) != "reports" || i < 4 || i < n-2 || i == n-2 && word(n-1) != "." {
		return false
	}
	switch strings.ToLower(word(i - 1)) {
	case "agency", "newspaper", "television", "radio", "daily", "service", "tv", "channel", "broadcaster", "magazine":
	default:
		if !capital(word(i-1)) && strings.ToUpper(word(i-1)) != word(i-1) {
			return false
		}
	}
	for k := i - 2; k > 0 && k > i-8; k-- {
		if word(k) == "," {
			return true
		}
	}
	return false
}

// name reports whether what was taken for a verb in the middle of a sentence is a name,
// as it is written with a capital like the word before it: "Human Rights Watch, quoting
// survivors, said".
func name(i int, word func(int) string, p document.UPOS) bool {
	return i >= 2 && (p == document.VERB || p == document.AUX) && capital(word(i)) && capital(word(i-1))
}

func capital(w string) bool {
	return len(w) > 1 && 'A' <= w[0] && w[0] <= 'Z' && strings.ToLower(w[1:]) == w[1:]
}

// mixed reports whether capitals say something in a sentence, as not most of its words
// have them, as those of headlines do.
func mixed(n int, word func(int) string) bool {
	small := 0
	for i := range n {
		switch w := word(i); {
		case 'a' <= w[0] && w[0] <= 'z':
			small++
		case 'A' <= w[0] && w[0] <= 'Z':
			small--
		}
	}
	return small > 0
}

// people reports whether what was taken for a verb is a plural of "-man", which no form
// of a verb ends like: the second word of "said gunmen had fled".
func people(w string, p document.UPOS) bool {
	return (p == document.VERB || p == document.AUX) && len(w) > len("omen") && strings.HasSuffix(w, "men")
}

// class is the index of the class with both tags, -1 where the model has none.
func (m *Model) class(u document.UPOS, x document.XPOS) int {
	return slices.IndexFunc(m.classes, func(c Class) bool { return c.UPOS == u && c.XPOS == x })
}

// best returns the class of word i, the first among equals.
func (r *run) best(i int, t1, t2 uint8) int {
	r.keys = r.lattice.Features(r.keys[:0], i, t1, t2)
	r.scores = slices.Grow(r.scores[:0], len(r.model.classes))[:len(r.model.classes)]
	clear(r.scores)
	r.model.linear.Add(r.scores, r.keys)
	best := 0
	for c, s := range r.scores {
		if s > r.scores[best] {
			best = c
		}
	}
	return best
}

func sortedKeys[V any](m map[uint64]V) []uint64 { return slices.Sorted(maps.Keys(m)) }

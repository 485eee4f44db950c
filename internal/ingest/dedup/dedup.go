package dedup

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/kern"
)

// Index knows articles and finds which of them another repeats.
type Index struct {
	known []*wording
	at    map[uint64][]int32 // band, or sentence: places in known
	words map[string]int32   // their numbers
	runs  runner

	threes map[[gram]int32]int32 // of any three on end, likewise
}

// New returns an empty index.
func New() *Index {
	return &Index{at: map[uint64][]int32{}, words: map[string]int32{}, threes: map[[gram]int32]int32{}}
}

// number is the number of something, from 0 on as they come.
func number[K comparable](in map[K]int32, k K) int32 {
	n, ok := in[k]
	if !ok {
		n = int32(len(in))
		in[k] = n
	}
	return n
}

// Add takes an article in and returns its copies among those taken in before,
// by their ids. Whether two articles are linked depends on these two alone.
func (x *Index) Add(a *sayso.Article) []sayso.Copy {
	w := x.read(a)
	keys := w.keys()
	var out []sayso.Copy
	for _, k := range x.propose(keys) {
		if c, ok := x.runs.verify(x.known[k], w); ok {
			out = append(out, c)
		}
	}
	x.take(w, keys)
	sortCopies(out)
	return out
}

// Find returns the copies among articles, in an order that does not depend on
// theirs.
func Find(articles []sayso.Article) []sayso.Copy {
	x := New()
	var out []sayso.Copy
	for i := range articles {
		out = append(out, x.Add(&articles[i])...)
	}
	sortCopies(out)
	return out
}

func sortCopies(c []sayso.Copy) {
	slices.SortFunc(c, func(a, b sayso.Copy) int {
		return cmp.Or(strings.Compare(a.Article, b.Article), strings.Compare(a.Of, b.Of))
	})
}

// keys are what a wording is found by.
func (w *wording) keys() []uint64 {
	out := bandsOf(w.grams)
	for i := 1; i < len(w.sentences); i++ {
		if w.lengths[i-1]+w.lengths[i] >= blocking {
			out = append(out, kern.Join(w.sentences[i-1], w.sentences[i]))
		}
	}
	if len(w.words) < short {
		out = append(out, w.notice)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (x *Index) propose(keys []uint64) []int32 {
	var out []int32
	for _, key := range keys {
		out = append(out, x.at[key]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (x *Index) take(w *wording, keys []uint64) {
	n := int32(len(x.known))
	x.known = append(x.known, w)
	for _, key := range keys {
		x.at[key] = append(x.at[key], n)
	}
}

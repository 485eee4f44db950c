package ner

import (
	"sort"

	"sayso/internal/model/wordclass"
)

// Clusterings is the number of granularities of the word classes.
const Clusterings = 3

// Lexicon is what is known about words beyond the treebanks: their classes, and
// lists of names. Phrases are kept as hashes alone.
type Lexicon struct {
	classes *wordclass.Table // nil for none
	phrases table            // hash of a phrase → row in lists
	lists   []uint16         // bit set of the lists that hold the phrase
}

// MaxPhrase is the longest phrase of a list, in words; MaxLists the number of
// lists there may be.
const MaxPhrase, MaxLists = 6, 16

// The lists, as bits of [Entry.Lists].
const (
	ListCountry = 1 << iota
	ListRegion
	ListCity
	ListTown
	ListActor
	ListGroup
	ListPerson
	ListFirst // given names
	ListLast  // surnames
	ListWeapon
	ListPlatform
)

// Entry is a phrase with its lists, a bit each.
type Entry struct {
	Key   uint32
	Lists uint16
}

// NewLexicon builds a lexicon from phrases (keys by [PhraseKey]); the lists of
// a key that comes again are joined with the first's.
func NewLexicon(classes *wordclass.Table, phrases []Entry) *Lexicon {
	l := &Lexicon{classes: classes}
	for _, e := range sorted(phrases) {
		if row, ok := l.phrases.get(e.Key); ok {
			l.lists[row] |= e.Lists
			continue
		}
		l.lists = append(l.lists, e.Lists)
		l.phrases.put(e.Key, len(phrases))
	}
	return l
}

func sorted(entries []Entry) []Entry {
	s := append([]Entry(nil), entries...)
	sort.SliceStable(s, func(i, j int) bool { return s[i].Key < s[j].Key })
	return s
}

// PhraseKey joins the hashes of a phrase's lower-case words.
func PhraseKey(words ...uint32) uint32 {
	h := uint32(len(words))
	for _, w := range words {
		h = mix(h, w)
	}
	return h | 1
}

// classOf returns the classes of a word from fine to coarse, 0 for none.
func (l *Lexicon) classOf(word string) (c [Clusterings]uint32) {
	if l.classes == nil {
		return c
	}
	w := l.classes.OfWord(word)
	return [Clusterings]uint32{uint32(w.Fine), uint32(w.Middle), uint32(w.Coarse)}
}

// mark gives every word of a sentence the lists whose phrases cover it, and
// where in the phrase it stands. Of the phrases that begin at a word, the
// longest of a list wins; a word inside a phrase begins no other of that list.
func (l *Lexicon) mark(attrs []attribute, marks []uint32) {
	clear(marks)
	var free [MaxLists]int // by list: first word that may begin a phrase
	for i := range attrs {
		var best [MaxLists]int
		found := uint16(0)
		h := [MaxPhrase + 1]uint32{}
		for k := range h {
			h[k] = uint32(k)
		}
		for n := 1; n <= MaxPhrase && i+n <= len(attrs); n++ {
			for k := n; k <= MaxPhrase; k++ {
				h[k] = mix(h[k], attrs[i+n-1].lower)
			}
			row, ok := l.phrases.get(h[n] | 1)
			if !ok {
				continue
			}
			for list := range MaxLists {
				if l.lists[row]>>list&1 == 1 {
					best[list] = n
				}
			}
			found |= l.lists[row]
		}
		if found != 0 {
			cover(marks, i, &best, &free)
		}
	}
	for i := range attrs {
		attrs[i].gazetteer = marks[i]
	}
}

// cover writes two bits a list for the words of the longest phrases: 1 alone,
// 2 first, 3 further on.
func cover(marks []uint32, i int, best, free *[MaxLists]int) {
	for list, n := range best {
		if n == 0 || free[list] > i {
			continue
		}
		free[list] = i + n
		for k := range n {
			place := uint32(3)
			switch {
			case n == 1:
				place = 1
			case k == 0:
				place = 2
			}
			marks[i+k] |= place << (2 * list)
		}
	}
}

package ner

import "sort"

// Clusterings is the number of granularities of the word clusters.
const Clusterings = 3

// Lexicon is what is known about words beyond the treebanks: clusters of word
// vectors, and lists of names. Words and phrases are kept as hashes alone.
type Lexicon struct {
	words    table                 // hash of the lower-case word → row in clusters
	clusters [][Clusterings]uint16 // cluster numbers from 1
	phrases  table                 // hash of a phrase → row in lists
	lists    []uint8               // bit set of the lists that hold the phrase
}

// MaxPhrase is the longest phrase of a list, in words.
const MaxPhrase = 6

// Entry is a word with its clusters, or a phrase with its lists.
type Entry struct {
	Key      uint32
	Clusters [Clusterings]uint16 // words
	Lists    uint8               // phrases
}

// NewLexicon builds a lexicon from words (keys by [Hash] of the lower-case
// word) and phrases (keys by [PhraseKey]). Entries are sorted by key; a key
// that comes again is joined with the first (lists) or dropped (clusters).
func NewLexicon(words, phrases []Entry) *Lexicon {
	l := &Lexicon{}
	for _, e := range sorted(words) {
		if _, ok := l.words.get(e.Key); !ok {
			l.clusters = append(l.clusters, e.Clusters)
		}
		l.words.put(e.Key, len(words))
	}
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

// clustersOf returns the clusters of a word by the hash of its lower-case form.
func (l *Lexicon) clustersOf(lower uint32) (c [Clusterings]uint16, ok bool) {
	row, ok := l.words.get(lower)
	if !ok {
		return c, false
	}
	return l.clusters[row], true
}

// mark gives every word of a sentence the lists whose phrases cover it, and
// where in the phrase it stands. Of the phrases that begin at a word, the
// longest of a list wins; a word inside a phrase begins no other of that list.
func (l *Lexicon) mark(attrs []attribute, marks []uint32) {
	for i := range attrs {
		marks[i] = 0
	}
	var free [8]int // by list: first word that may begin a phrase
	for i := range attrs {
		var best [8]int
		h := [MaxPhrase + 1]uint32{}
		for n := 1; n <= MaxPhrase && i+n <= len(attrs); n++ {
			for k := n; k <= MaxPhrase; k++ {
				if n == 1 {
					h[k] = uint32(k)
				}
				h[k] = mix(h[k], attrs[i+n-1].lower)
			}
			row, ok := l.phrases.get(h[n] | 1)
			if !ok {
				continue
			}
			for list := 0; list < 8; list++ {
				if l.lists[row]>>list&1 == 1 {
					best[list] = n
				}
			}
		}
		l.cover(marks, i, &best, &free)
	}
	for i := range attrs {
		attrs[i].gazetteer = marks[i]
	}
}

// cover writes two bits a list for the words of the longest phrases: 1 alone,
// 2 first, 3 further on.
func (l *Lexicon) cover(marks []uint32, i int, best, free *[8]int) {
	for list, n := range best {
		if n == 0 || free[list] > i {
			continue
		}
		free[list] = i + n
		for k := 0; k < n; k++ {
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

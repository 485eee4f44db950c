package frame

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Entry is what the lexicon says of a lemma.
type Entry struct {
	Class  Class
	Clause bool // a clause or a quotation is its content: "said that"
	Object bool // its object is content: "denied the attack"
	Noun   bool // the noun is a cue too: "a report that"
	Adverb bool // an adverb over its clause: "reportedly"
	Prep   bool // a preposition: "according to"
	Adj    bool // an attribute of what is hedged: "the alleged attack"
}

// Lexicon holds the cue words by the hash of their lemma.
type Lexicon struct {
	entries map[uint32]Entry
}

// ReadLexicon reads a table of lemma, class, frame letters and origin,
// separated by tabs; lines that begin with # are remarks.
func ReadLexicon(r io.Reader) (*Lexicon, error) {
	lex := &Lexicon{entries: map[uint32]Entry{}}
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		text := sc.Text()
		if text == "" || text[0] == '#' {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) != 4 || !knownClass(Class(f[1])) {
			return nil, fmt.Errorf("cue lexicon, line %d: %q is not lemma, class, frame, origin", line, text)
		}
		lex.entries[Hash(f[0])] = entryOf(Class(f[1]), f[2])
	}
	return lex, sc.Err()
}

func entryOf(c Class, letters string) Entry {
	has := func(l string) bool { return strings.Contains(letters, l) }
	return Entry{Class: c, Clause: has("c"), Object: has("o"), Noun: has("n"), Adverb: has("a"), Prep: has("p"), Adj: has("j")}
}

func knownClass(c Class) bool {
	switch c {
	case Say, Show, Know, Think, Hedge, Accuse, Own, Deny, Want, Ask, Judge:
		return true
	}
	return false
}

// Of returns the entry of a hashed lemma.
func (l *Lexicon) Of(lemma uint32) (Entry, bool) {
	e, ok := l.entries[lemma]
	return e, ok
}

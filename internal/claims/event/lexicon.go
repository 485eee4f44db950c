package event

import (
	"fmt"
	"io/fs"
	"strings"

	"sayso"
	"sayso/internal/claims/event/where"
	"sayso/internal/document"
	"sayso/internal/lexicon/table"
	"sayso/internal/model/signs"
)

// mask is a set of word classes.
type mask [2]uint64

func (m *mask) add(bit int)        { m[bit>>6] |= 1 << (bit & 63) }
func (m *mask) join(o mask)        { m[0] |= o[0]; m[1] |= o[1] }
func (m mask) touches(o mask) bool { return m[0]&o[0] != 0 || m[1]&o[1] != 0 }
func (m mask) has(bit int) bool    { return m[bit>>6]&(1<<(bit&63)) != 0 }
func (m mask) empty() bool         { return m[0] == 0 && m[1] == 0 }

// and keeps of a set one class.
func (m mask) and(bit int) (out mask) {
	if m.has(bit) {
		out.add(bit)
	}
	return out
}

func maskOf(bits ...int) (m mask) {
	for _, b := range bits {
		m.add(b)
	}
	return m
}
func (l *tables) bit(n string) int { return l.classes[n] }

// Classes that the program itself fills.
const (
	classPerson = iota
	classOrg
	classPlace
	classNumber
	classActor
	builtinCount
)

var builtins = [builtinCount]string{"PERSON", "ORG", "PLACE", "NUMBER", "ACTOR"}

// place is where a condition looks.
type place uint8

const (
	inSubj place = iota
	inObj
	inObl
	inMod
	inDep
	inClause
	inSent
	inDoc
	inPrt
	inGov
)

var placeNames = [...]string{"subj", "obj", "obl", "mod", "dep", "clause", "sent", "doc", "prt", "gov"}

// condition asks whether a class or word stands in a place.
type condition struct {
	where place
	not   bool
	mask  mask
	words []int32 // ids of single words
}

// flags of a sense; see the head of triggers.tsv.
type flags uint16

const (
	flagEffect flags = 1 << iota
	flagGeneric
	flagParty
	flagOwned
	flagWeak
	flagPlan
	flagLost
	flagExchange
)

var flagNames = map[string]flags{"effect": flagEffect, "generic": flagGeneric, "party": flagParty,
	"owned": flagOwned, "weak": flagWeak, "plan": flagPlan, "lost": flagLost, "exchange": flagExchange}

// sense is one line of the table of triggers.
type sense struct {
	lemma string
	kind  string // type of incident; "" where the word reports nothing
	when  []condition
	flags flags
	line  int
	text  string // the conditions as written
}

type key struct {
	lemma string
	pos   byte // V, N, A
}

// lexicon is what the tables say, ready for use. It is not changed after it was read.
type tables struct {
	senses  map[key][]sense
	classes map[string]int   // name to bit
	names   []string         // bit to name
	members map[string]mask  // word to classes
	words   map[string]int32 // words that conditions name one by one, from 1
	kinds   map[sayso.ActorKind]mask
	base    map[string]string // inflected form to base
	where   *where.Scorer
	reports signs.Model
}

func readLexicon(layers ...fs.FS) (*tables, error) {
	l := &tables{senses: map[key][]sense{}, classes: map[string]int{}, members: map[string]mask{}, words: map[string]int32{}}
	for i, n := range builtins {
		l.classes[n] = i
		l.names = append(l.names, n)
	}
	rows, err := table.Read("events/classes.tsv", 2, layers...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if err := l.addClass(r); err != nil {
			return nil, err
		}
	}
	if rows, err = table.Read("events/triggers.tsv", 4, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		s, pos, err := l.sense(r)
		if err != nil {
			return nil, err
		}
		k := key{s.lemma, pos}
		l.senses[k] = append(l.senses[k], s)
	}
	if err := l.readForms(layers...); err != nil {
		return nil, err
	}
	return l, l.tieKinds()
}

func (l *tables) addClass(r table.Row) error {
	name := r.Cells[0]
	bit, ok := l.classes[name]
	if !ok {
		bit = len(l.classes)
		l.classes[name] = bit
		l.names = append(l.names, name)
	}
	if bit >= 128 {
		return r.Errorf("more than 128 classes")
	}
	for w := range strings.SplitSeq(r.Cells[1], "|") {
		m := l.members[w]
		m.add(bit)
		l.members[w] = m
	}
	return nil
}

func (l *tables) sense(r table.Row) (sense, byte, error) {
	s := sense{lemma: r.Cells[0], kind: r.Cells[2], line: r.Line, text: r.Cells[3]}
	if s.kind == "-" {
		s.kind = ""
	}
	pos := r.Cells[1]
	if len(pos) != 1 || !strings.Contains("VNA", pos) {
		return s, 0, r.Errorf("part of speech %q is none of V, N, A", pos)
	}
	if s.text == "-" {
		s.text = ""
	}
	for _, c := range strings.Fields(s.text) {
		cond, err := l.condition(c)
		if err != nil {
			return s, 0, r.Errorf("%v", err)
		}
		s.when = append(s.when, cond)
	}
	if len(r.Cells) > 4 && r.Cells[4] != "-" {
		for _, f := range strings.Fields(r.Cells[4]) {
			if flagNames[f] == 0 {
				return s, 0, r.Errorf("no flag %q", f)
			}
			s.flags |= flagNames[f]
		}
	}
	return s, pos[0], nil
}

func (l *tables) condition(text string) (condition, error) {
	var c condition
	rest, not := strings.CutPrefix(text, "!")
	c.not = not
	where, items, ok := strings.Cut(rest, ":")
	if !ok {
		return c, fmt.Errorf("condition %q has no place", text)
	}
	at := -1
	for i, n := range placeNames {
		if n == where {
			at = i
		}
	}
	if at < 0 {
		return c, fmt.Errorf("condition %q: no place %q", text, where)
	}
	c.where = place(at)
	for item := range strings.SplitSeq(items, "|") {
		if bit, ok := l.classes[item]; ok {
			c.mask.add(bit)
			continue
		}
		item = strings.Trim(item, `"`)
		if item == "" {
			return c, fmt.Errorf("condition %q has an empty item", text)
		}
		if l.words[item] == 0 {
			l.words[item] = int32(len(l.words) + 1)
		}
		c.words = append(c.words, l.words[item])
	}
	return c, nil
}

// tieKinds says to which word classes an actor of a kind belongs.
func (l *tables) tieKinds() error {
	l.kinds = map[sayso.ActorKind]mask{}
	for _, k := range []struct {
		kind    sayso.ActorKind
		classes string
	}{
		{sayso.KindState, "governmental army force"}, {sayso.KindStateForce, "army force governmental"},
		{sayso.KindPolice, "police force"}, {sayso.KindRebel, "armed governmental"}, {sayso.KindMilitia, "armed"},
		{sayso.KindCommunal, "armed crowd"}, {sayso.KindProtesters, "crowd protester"}, {sayso.KindCivilians, "civilian person"},
		{sayso.KindInternational, "army force"}, {sayso.KindCriminal, "armed"}, {sayso.KindPerson, "person PERSON"},
	} {
		var m mask
		for _, c := range strings.Fields(k.classes) {
			bit, ok := l.classes[c]
			if !ok {
				return fmt.Errorf("events/classes.tsv: no class %q", c)
			}
			m.add(bit)
		}
		l.kinds[k.kind] = m
	}
	return nil
}

// posOf maps a part of speech to those of the table, in the order to try.
func posOf(u document.UPOS) string {
	switch u {
	case document.VERB, document.AUX:
		return "V"
	case document.NOUN:
		return "N"
	case document.PROPN:
		return "NV"
	case document.ADJ:
		return "AN"
	case document.ADV: // "200 people attended the rally in Victoria Park"
		return "N"
	}
	return ""
}

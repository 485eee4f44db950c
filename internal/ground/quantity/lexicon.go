package quantity

import (
	"io/fs"
	"strconv"
	"strings"

	"sayso/data"
	"sayso/internal/lexicon/table"
)

// open is an end of a [Range] that is not bounded.
const open = -1

// Range is what a vague word stands for; an end may be [open].
type Range struct{ Min, Max int }

// How says in which way a cue word ties a number to what happened.
type How uint16

// The ways of the cues table.
const (
	HowObject  How = 1 << iota // what is counted suffers it
	HowSubject                 // what is counted does it
	HowNoun                    // the word itself is counted
	HowState                   // said of what is counted
	HowTotal                   // a running figure
	HowOf                      // what is counted follows with "of"
	HowThing                   // counted only where a verb agrees
	HowPlace                   // no people
	HowMixed                   // neither killed nor injured alone
	HowGroup                   // stands for the people in it
	HowFatal                   // what is counted dies of it where "fatally" or "deadly" stands by
	HowTakes                   // what is counted gets what the object is: suffered injuries
	HowBy                      // what is counted follows with the preposition of the entry
	HowNot                     // not what its last word is: a general strike
	HowLost                    // what is counted suffers it, where they are people: lost 14 men
	HowKin                     // one person where "his", "her" or "their" stands before it: his wife
)

var hows = map[string]How{"object": HowObject, "subject": HowSubject, "noun": HowNoun, "state": HowState, "total": HowTotal, "of": HowOf,
	"thing": HowThing, "place": HowPlace, "mixed": HowMixed, "group": HowGroup, "fatal": HowFatal, "takes": HowTakes, "not": HowNot, "by": HowBy, "lost": HowLost, "kin": HowKin}

// cue is what one lemma can decide: the ways, and what each makes of a number.
type cue struct {
	how  How
	what map[How]string
}

// Lexicon holds the tables of the stage. It is never changed after it was loaded.
type Lexicon struct {
	vague  map[string]Range // by words in lower case, one space between
	heads  map[string]bool  // first words of vague
	cues   map[string]cue   // by lemma; the words after it follow after a space
	longer map[string]int   // first words of cues of several words; the most words after it
	fatal  map[string]cue   // by lemma: what a cue is where "fatally" stands by
	units  map[string]string
	people map[string]bool // words for people
}

// Load reads agents.tsv of data/lexicon, of which the words for people are taken,
// vague.tsv, cues.tsv and units.tsv of data/lexicon/quantity, and
// after them those in the folder "quantity" of a user's own tables, whose lines win.
func Load(own ...fs.FS) (*Lexicon, error) {
	ours, err := fs.Sub(data.FS, "lexicon/quantity")
	if err != nil {
		return nil, err
	}
	layers := []fs.FS{ours}
	for _, f := range own {
		sub, err := fs.Sub(f, "quantity")
		if err != nil {
			return nil, err
		}
		layers = append(layers, sub)
	}
	lx := &Lexicon{vague: map[string]Range{}, heads: map[string]bool{}, cues: map[string]cue{}, longer: map[string]int{}, fatal: map[string]cue{}, units: map[string]string{}, people: map[string]bool{}}
	agents, err := table.Read("lexicon/agents.tsv", 2, data.FS)
	if err != nil {
		return nil, err
	}
	for _, r := range agents {
		if r.Cells[1] != "-" { // no thing
			lx.people[strings.ToLower(r.Cells[0])] = true
		}
	}
	for _, t := range []struct {
		name  string
		cells int
		add   func(table.Row) error
	}{{"vague.tsv", 3, lx.addVague}, {"cues.tsv", 3, lx.addCue}, {"units.tsv", 2, lx.addUnit}} {
		rows, err := table.Read(t.name, t.cells, layers...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if err := t.add(r); err != nil {
				return nil, err
			}
		}
	}
	return lx, nil
}

func (lx *Lexicon) addVague(r table.Row) error {
	lo, err := end(r, 1)
	if err != nil {
		return err
	}
	hi, err := end(r, 2)
	if err != nil {
		return err
	}
	if hi != open && hi < lo {
		return r.Errorf("%d is more than %d", lo, hi)
	}
	words := strings.ToLower(r.Cells[0])
	lx.vague[words] = Range{lo, hi}
	head, _, _ := strings.Cut(words, " ")
	lx.heads[head] = true
	return nil
}

func end(r table.Row, cell int) (int, error) {
	if r.Cells[cell] == "-" {
		return open, nil
	}
	n, err := strconv.Atoi(r.Cells[cell])
	if err != nil || n < 0 {
		return 0, r.Errorf("%q is neither a number nor -", r.Cells[cell])
	}
	return n, nil
}

func (lx *Lexicon) addCue(r table.Row) error {
	how, ok := hows[r.Cells[1]]
	if !ok {
		return r.Errorf("no way %q", r.Cells[1])
	}
	c := lx.cues[r.Cells[0]]
	if c.what == nil {
		c.what = map[How]string{}
	}
	c.how |= how
	c.what[how] = r.Cells[2]
	lx.cues[r.Cells[0]] = c
	if head, rest, ok := strings.Cut(r.Cells[0], " "); ok {
		lx.longer[head] = max(lx.longer[head], 1+strings.Count(rest, " "))
	}
	if how == HowFatal {
		what := map[How]string{HowObject: r.Cells[2], HowOf: r.Cells[2]}
		lx.fatal[r.Cells[0]] = cue{HowObject | HowOf, what}
	}
	return nil
}

func (lx *Lexicon) addUnit(r table.Row) error {
	lx.units[r.Cells[0]] = r.Cells[1]
	return nil
}

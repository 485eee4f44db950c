package lexicon

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sayso"
)

// Actor is an organisation, force, party or outlet that is known by name.
type Actor struct {
	ID      string          // "islamic-state"
	Name    string          // the name by which it is published
	Aliases []string        // other names and spellings
	Kind    sayso.ActorKind //
	Country sayso.Code      // ISO 3166-1 alpha-2 of its home; "" for none or several
	Parent  string          // id of the actor that it belongs to; "" for none
	From    int             // first year; 0 where unknown
	To      int             // last year; 0 where unknown or still there
	Source  string          // where the line comes from
	Reason  string          // why it is in the table
}

// ActiveIn reports whether the actor can have acted in a year; 0 is any year.
func (a *Actor) ActiveIn(year int) bool {
	return year == 0 || (a.From == 0 || a.From <= year) && (a.To == 0 || year <= a.To)
}

// Actor returns the actor with that id, or nil.
func (l *Lexicon) Actor(id string) *Actor {
	if i, ok := l.actorByID[id]; ok {
		return &l.Actors[i]
	}
	return nil
}

// ActorName says how an actor's name has to be written to be read as it.
type ActorName struct {
	Actor   *Actor
	Acronym bool // short and in capitals: "IS" is one, "is" is none
	Capital bool // has a capital letter somewhere
	Article bool // one word that needs its article: "The Times"
}

// ActorsByKey returns the names whose [Fold] is key, in the order of the table.
func (l *Lexicon) ActorsByKey(key []byte) []ActorName { return l.actorNames[string(key)] }

// LongestActor is the number of words of the longest name that begins with a
// folded word, 0 where none does.
func (l *Lexicon) LongestActor(first string) int { return int(l.actorFirst[first]) }

// ActorsNamed returns the actors that a name can stand for, in the order of
// the table. Case counts for short names in capitals alone.
func (l *Lexicon) ActorsNamed(name string) []*Actor {
	var out []*Actor
	for _, n := range l.actorNames[Fold(name)] {
		if !n.Acronym || acronym(name) {
			out = append(out, n.Actor)
		}
	}
	return out
}

// Under reports whether actor id is parent or belongs to it, at any remove.
func (l *Lexicon) Under(id, parent string) bool {
	for range maxDepth {
		if id == parent {
			return true
		}
		a := l.Actor(id)
		if a == nil || a.Parent == "" {
			return false
		}
		id = a.Parent
	}
	return false
}

// maxDepth is the longest chain of parents that is followed.
const maxDepth = 8

// actorKinds are the kinds that a table may give.
var actorKinds = []sayso.ActorKind{sayso.KindState, sayso.KindStateForce, sayso.KindPolice, sayso.KindRebel,
	sayso.KindMilitia, sayso.KindCommunal, sayso.KindProtesters, sayso.KindCivilians, sayso.KindInternational,
	sayso.KindCriminal, sayso.KindParty, sayso.KindOutlet, sayso.KindPerson, sayso.KindUnknown}

func (l *Lexicon) readActors(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"id", "name", "kind"},
		[]string{"aliases", "country", "parent", "from", "to", "source", "reason"})
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, r := range rows {
		a, err := parseActor(r)
		if err != nil {
			return err
		}
		if seen[a.ID] {
			return r.errorf("actor %q twice", a.ID)
		}
		seen[a.ID] = true
		if at, known := l.actorByID[a.ID]; known {
			l.Actors[at] = a
			continue
		}
		l.Actors = append(l.Actors, a)
	}
	l.indexActors()
	return nil
}

func parseActor(r row) (Actor, error) {
	a := Actor{ID: r.get("id"), Name: r.get("name"), Aliases: r.list("aliases"), Kind: sayso.ActorKind(r.get("kind")),
		Country: sayso.Code(r.get("country")), Parent: r.get("parent"), Source: r.get("source"), Reason: r.get("reason")}
	if !isID(a.ID) {
		return a, r.errorf("%q is no id: lower-case letters, digits and hyphens", a.ID)
	}
	if Fold(a.Name) == "" {
		return a, r.errorf("actor %q has no name", a.ID)
	}
	if !slices.Contains(actorKinds, a.Kind) {
		return a, r.errorf("actor %q has the unknown kind %q", a.ID, a.Kind)
	}
	var err error
	if a.From, err = year(r, "from"); err != nil {
		return a, err
	}
	a.To, err = year(r, "to")
	return a, err
}

func year(r row, col string) (int, error) {
	s := r.get(col)
	if s == "" {
		return 0, nil
	}
	y, err := strconv.Atoi(s)
	if err != nil || y < 1000 || y > 9999 {
		return 0, r.errorf("%s: %q is no year", col, s)
	}
	return y, nil
}

func (l *Lexicon) indexActors() {
	l.actorByID = make(map[string]int, len(l.Actors))
	l.actorNames = make(map[string][]ActorName, 4*len(l.Actors))
	l.actorFirst = make(map[string]uint8, 2*len(l.Actors))
	for i := range l.Actors {
		a := &l.Actors[i]
		l.actorByID[a.ID] = i
		l.addName(a, a.Name)
		for _, n := range a.Aliases {
			l.addName(a, n)
		}
	}
}

func (l *Lexicon) addName(a *Actor, name string) {
	key := Fold(name)
	n := ActorName{Actor: a, Acronym: acronym(name), Capital: hasCapital(name),
		Article: strings.HasPrefix(name, "The ") && !strings.Contains(key, " ")}
	for i, old := range l.actorNames[key] {
		if old.Actor == a {
			l.actorNames[key][i] = ActorName{a, n.Acronym && old.Acronym, n.Capital && old.Capital, n.Article && old.Article}
			return
		}
	}
	l.actorNames[key] = append(l.actorNames[key], n)
	first, _, _ := strings.Cut(key, " ")
	l.actorFirst[first] = max(l.actorFirst[first], uint8(min(1+strings.Count(key, " "), 255)))
}

func hasCapital(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

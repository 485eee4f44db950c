package lexicon

import (
	"io/fs"
	"slices"
	"strconv"

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

// ActorsNamed returns the actors that a name can stand for, in the order of
// the table. Case counts for short names in capitals alone: "IS" is one, "is"
// is none.
func (l *Lexicon) ActorsNamed(name string) []*Actor {
	var out []*Actor
	capital := acronym(name)
	for _, n := range l.actorNames[Fold(name)] {
		if !n.acronym || capital {
			out = append(out, &l.Actors[n.actor])
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

// actorName is one name of an actor; acronym says that case counts.
type actorName struct {
	actor   int
	acronym bool
}

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
	l.actorNames = make(map[string][]actorName, 4*len(l.Actors))
	for i := range l.Actors {
		a := &l.Actors[i]
		l.actorByID[a.ID] = i
		l.addName(i, a.Name)
		for _, n := range a.Aliases {
			l.addName(i, n)
		}
	}
}

func (l *Lexicon) addName(actor int, name string) {
	key := Fold(name)
	for _, n := range l.actorNames[key] {
		if n.actor == actor {
			return
		}
	}
	l.actorNames[key] = append(l.actorNames[key], actorName{actor, acronym(name)})
}

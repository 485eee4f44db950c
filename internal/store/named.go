package store

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
)

// Named is an actor or place with how often it occurs.
type Named struct {
	ID      string   // "" where it has none, and is told apart by its name
	Name    string   // as most incidents have it
	Aliases []string // its other names, most frequent first
	Kind    string   // of an actor: its kind; of a place: its level
	Country string
	N       int // incidents
	Killed  int // in them, by best figures
	First   sayso.Day
	Last    sayso.Day
}

// NamedPart is how often one actor or place occurs under one name.
type NamedPart struct {
	Word             string // of its term
	N, Killed        int
	Earliest, Latest int64 // the least and the greatest of [Row]
}

// Key is what tells it from the others: its id or, where it has none, its name.
func (n *Named) Key() string { return cmp.Or(n.ID, n.Name) }

// TermNamed is the kind of the terms that actors ([TermActor]) or places
// ([TermPlace]) are counted by.
func TermNamed(kind string) (string, bool) {
	named, ok := map[string]string{TermActor: TermNamedActor, TermPlace: TermNamedPlace}[kind]
	return named, ok
}

// parted stands between the parts of a named term, and longest is how long one
// may be, lest no index can hold it: what has a longer name is not counted.
const (
	parted  = "\x1f"
	longest = 1000
)

// namedTerm is the word of a term that says who or where: id, kind, country and
// name. It is "" for none.
func namedTerm(id, kind, country, name string) string {
	parts := []string{id, kind, country, name}
	for i := range parts {
		parts[i] = strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, parts[i])
	}
	if word := strings.Join(parts, parted); cmp.Or(id, name) != "" && len(word) <= longest {
		return word
	}
	return ""
}

// namedTerms are an incident's, one for each actor and for its place: of an
// actor that it names twice the first name counts.
func namedTerms(in *sayso.Incident) (out []Term) {
	done := map[string]bool{}
	for i := range in.Actors {
		a := &in.Actors[i]
		key := cmp.Or(a.ID, a.Name)
		if a.Generic || done[key] {
			continue
		}
		done[key] = true
		out = append(out, Term{TermNamedActor, namedTerm(a.ID, string(a.Kind), string(a.Country), a.Name)})
	}
	if p := in.Where; p != nil {
		out = append(out, Term{TermNamedPlace, namedTerm(p.ID, string(p.Level), string(p.Country), p.Name)})
	}
	return out
}

// GatherNamed puts parts together: most frequent first, then by name, then by
// key.
func GatherNamed(parts []NamedPart) []Named {
	slices.SortFunc(parts, func(a, b NamedPart) int { return cmp.Or(b.N-a.N, strings.Compare(a.Word, b.Word)) })
	at := map[string]int{}
	var out []Named
	for _, p := range parts {
		f := strings.Split(p.Word, parted)
		key := cmp.Or(f[0], f[3])
		k, ok := at[key]
		if !ok { // the most frequent comes first
			k = len(out)
			at[key] = k
			out = append(out, Named{ID: f[0], Name: f[3], Kind: f[1], Country: f[2], First: sayso.NoDay, Last: sayso.NoDay})
		}
		n := &out[k]
		n.N, n.Killed = n.N+p.N, n.Killed+p.Killed
		if f[3] != n.Name && !slices.Contains(n.Aliases, f[3]) {
			n.Aliases = append(n.Aliases, f[3])
		}
		if p.Earliest != UnknownDay && (!n.First.Known() || sayso.Day(p.Earliest) < n.First) {
			n.First = sayso.Day(p.Earliest)
		}
		if p.Latest != -UnknownDay && (!n.Last.Known() || sayso.Day(p.Latest) > n.Last) {
			n.Last = sayso.Day(p.Latest)
		}
	}
	slices.SortFunc(out, func(a, b Named) int {
		return cmp.Or(b.N-a.N, strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	return out
}

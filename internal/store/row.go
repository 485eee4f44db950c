package store

import (
	"slices"
	"strings"

	"sayso"
)

// Row is what queries look at in an incident but for its words and articles:
// what an index in memory is made of. Its number is never given to another
// incident.
type Row struct {
	N                      int64
	ID, Type               string
	Country                sayso.Code
	Status                 sayso.Status
	Salience               sayso.Salience
	Review                 sayso.Review
	Earliest, Latest       int64 // values of its [Key] by day and by newest
	Deaths, Origins, Worth int
	Lat, Lon               *float64
	Terms                  []Term // those that are counted, see [Term.Counted]
}

// RowOf makes the row of an incident.
func RowOf(n int64, f *Facts) Row {
	b := &f.Brief
	r := Row{N: n, ID: b.ID, Type: b.Type, Country: b.Country, Status: b.Status, Salience: b.Salience, Review: b.Review,
		Earliest: KeyOf(ByDay, b).Value, Latest: KeyOf(ByNewest, b).Value, Deaths: b.Best(), Origins: b.Origins, Worth: b.Worth}
	if b.Lat != nil && b.Lon != nil {
		lat, lon := *b.Lat, *b.Lon
		r.Lat, r.Lon = &lat, &lon
	}
	for _, t := range f.Terms {
		if t.Counted() {
			r.Terms = append(r.Terms, t)
		}
	}
	slices.SortFunc(r.Terms, Term.Compare)
	return r
}

// Key is the place of a row in a list.
func (r *Row) Key(o Order) Key {
	switch o {
	case ByNewest:
		return Key{r.Latest, r.ID}
	case ByDeaths:
		return Key{int64(r.Deaths), r.ID}
	case ByWorth:
		return Key{int64(r.Worth), r.ID}
	}
	return Key{r.Earliest, r.ID}
}

// Days are the ends of the row's days; ok is false where none is known.
func (r *Row) Days() (first, last sayso.Day, ok bool) {
	if r.Earliest == UnknownDay {
		return sayso.NoDay, sayso.NoDay, false
	}
	return sayso.Day(r.Earliest), sayso.Day(r.Latest), true
}

// Counted reports whether incidents are counted by a term, and not only found.
func (t Term) Counted() bool {
	switch t.Kind {
	case TermStance, TermDissent, TermNamedActor, TermNamedPlace:
		return true
	}
	return strings.HasPrefix(t.Word, "=")
}

// Compare orders terms by kind, then word.
func (t Term) Compare(o Term) int {
	if by := strings.Compare(t.Kind, o.Kind); by != 0 {
		return by
	}
	return strings.Compare(t.Word, o.Word)
}

// Changed is an incident that was put, with all that queries look at, or
// dropped.
type Changed struct {
	N     int64
	Facts *Facts // nil where it was dropped
}

// Indexing is what an index over the incidents is made of, and how it is kept
// as they are. Numbers are those of [Row].
type Indexing interface {
	// Generation numbers the state of the incidents: an update that puts or
	// drops any leads to a higher number, and no other does.
	Generation() (int64, error)
	// Rows lists rows by number, after the number given.
	Rows(after int64, limit int) ([]Row, error)
	// Changes lists the incidents that were put or dropped after a generation,
	// each once, by number.
	Changes(after int64, limit int) ([]Changed, error)
	// Numbers lists the numbers of what the query asks for; order and page aside.
	Numbers(q Query) ([]int64, error)
	// BriefsAt reads incidents in brief, in the order of the numbers given;
	// ErrNotFound.
	BriefsAt(numbers []int64) ([]Brief, error)
	// IncidentsAt reads the incidents themselves likewise.
	IncidentsAt(numbers []int64) ([]sayso.Incident, error)
}

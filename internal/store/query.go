package store

import (
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sayso"
)

// Query asks for incidents. Zero members ask for nothing; of a list, one value
// is enough.
type Query struct {
	Words     string         // every word occurs in the incident's words
	Types     []string       //
	Statuses  []sayso.Status //
	Salience  sayso.Salience //
	Reviews   []sayso.Review // "" among them is what nobody looked at
	Stances   []sayso.Stance // of a claim that it happened
	Actor     string         // an actor's id, or words that all occur in actors' names
	Place     string         // a place's gazetteer id, or words that all occur in the names of its places
	Countries []string       // ISO 3166-1 alpha-2
	Box       *Box           // its place lies in it
	From, To  *sayso.Day     // its day is known and not wholly before From, not wholly after To
	MinDeaths *int           // best figure, known
	MaxDeaths *int           //
	Origins   int            // at least so many independent ones
	Dissent   string         // this field has claims against it; "any": some field
	Article   string         // told by this article
	Order     Order          //
	After     string         // go on behind this place, see [CursorOf]
	Limit     int            // 0 is all
}

// Order is how a list of incidents is sorted. Equals are by id.
type Order string

// The orders.
const (
	ByDay    Order = ""       // earliest first, unknown days last
	ByNewest Order = "newest" // latest first, unknown days last
	ByDeaths Order = "deaths" // most people killed first, unknown last
	ByWorth  Order = "worth"  // most worth a look first, see [Worth]
)

// Orders are all orders.
var Orders = []Order{ByDay, ByNewest, ByDeaths, ByWorth}

// AnyDissent asks for disagreement about any field.
const AnyDissent = "any"

// ErrCursor is what a query fails with whose place is none of its order's.
var ErrCursor = errors.New("no place in this list")

// UnknownDay stands for unknown days among others: after all of them as the
// earliest day, before all of them, negative, as the latest.
const UnknownDay = int64(1) << 40

// Key is a place in a list.
type Key struct {
	Value int64 // that the list is sorted by
	ID    string
}

// KeyOf is the place of an incident in a list.
func KeyOf(o Order, b *Brief) Key {
	first, last, ok := b.Interval()
	switch {
	case o == ByDeaths:
		return Key{int64(b.Best()), b.ID}
	case o == ByWorth:
		return Key{int64(b.Worth), b.ID}
	case !ok && o == ByNewest:
		return Key{-UnknownDay, b.ID}
	case !ok:
		return Key{UnknownDay, b.ID}
	case o == ByNewest:
		return Key{int64(last), b.ID}
	}
	return Key{int64(first), b.ID}
}

// Compare orders places of a list.
func (k Key) Compare(o Order, l Key) int {
	by := cmp.Compare(k.Value, l.Value)
	if o != ByDay {
		by = -by
	}
	return cmp.Or(by, strings.Compare(k.ID, l.ID))
}

// CursorOf is the place behind an incident, for Query.After: the last of a page
// leads to the next page, whatever is added or removed meanwhile.
func CursorOf(o Order, b *Brief) string {
	k := KeyOf(o, b)
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%s %d %s", cmp.Or(o, "day"), k.Value, k.ID))
}

// Start is the place that a query goes on behind; ok is false for none. It
// fails with [ErrCursor].
func (q *Query) Start() (k Key, ok bool, err error) {
	if !slices.Contains(Orders, q.Order) {
		return k, false, fmt.Errorf("%w: there is no order %q", ErrCursor, q.Order)
	}
	if q.After == "" {
		return k, false, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(q.After)
	parts := strings.SplitN(string(b), " ", 3)
	if err != nil || len(parts) != 3 || parts[0] != string(cmp.Or(q.Order, "day")) {
		return k, false, ErrCursor
	}
	n, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return k, false, ErrCursor
	}
	return Key{n, parts[2]}, true, nil
}

// Facts are what a query looks at in an incident.
type Facts struct {
	Brief    Brief
	Words    string
	Terms    []Term
	Articles []string
}

// FactsOf gathers what queries look at.
func FactsOf(in *sayso.Incident) Facts {
	b := BriefOf(in)
	return Facts{b, WordsOf(in), TermsOf(in, &b), slices.Clone(in.Articles)}
}

// Asks reports whether a query asks for an incident, wherever its page starts
// and ends. It is the plain reading of [Query]; databases answer alike.
func (q *Query) Asks(f *Facts) bool {
	b := &f.Brief
	first, last, dated := b.Interval()
	return (len(q.Types) == 0 || slices.Contains(q.Types, b.Type)) &&
		(len(q.Statuses) == 0 || slices.Contains(q.Statuses, b.Status)) &&
		(q.Salience == "" || q.Salience == b.Salience) &&
		(len(q.Reviews) == 0 || slices.Contains(q.Reviews, b.Review)) &&
		(len(q.Stances) == 0 || slices.ContainsFunc(q.Stances, func(s sayso.Stance) bool { return slices.Contains(b.Stances, s) })) &&
		(len(q.Countries) == 0 || slices.Contains(q.Countries, string(b.Country))) &&
		f.named(TermActor, q.Actor) && f.named(TermPlace, q.Place) &&
		(q.Box == nil || b.Lat != nil && q.Box.Holds(*b.Lat, *b.Lon)) &&
		(q.From == nil || dated && last >= *q.From) && (q.To == nil || dated && first <= *q.To) &&
		(q.MinDeaths == nil || b.Best() >= max(0, *q.MinDeaths)) && (q.MaxDeaths == nil || b.Best() >= 0 && b.Best() <= *q.MaxDeaths) &&
		b.Origins >= q.Origins && (q.Dissent == "" || q.Dissent == AnyDissent && len(b.Dissent) > 0 || slices.Contains(b.Dissent, q.Dissent)) &&
		(q.Article == "" || slices.Contains(f.Articles, q.Article)) && HoldsWords(f.Words, Fold(q.Words))
}

// named reports whether an incident has a term of a kind for an id, or for
// every word of a name.
func (f *Facts) named(kind, name string) bool {
	has := func(word string) bool { return slices.Contains(f.Terms, Term{kind, word}) }
	if name == "" || has("="+name) {
		return true
	}
	n := 0
	for w := range strings.FieldsSeq(Fold(name)) {
		if n++; !has(w) {
			return false
		}
	}
	return n > 0
}

// Grounds are what incidents can be counted by; actors and places by their ids,
// those without one left out.
var Grounds = []string{"type", "country", "status", "salience", "review", "stance", "dissent", "actor", "place", "day", "month"}

// ValuesBy are an incident's values of a ground. Of a range of days the first
// counts; unknown days are "".
func (f *Facts) ValuesBy(ground string) []string {
	b := &f.Brief
	switch ground {
	case "type":
		return []string{b.Type}
	case "country":
		return []string{string(b.Country)}
	case "status":
		return []string{string(b.Status)}
	case "salience":
		return []string{string(b.Salience)}
	case "review":
		return []string{string(b.Review)}
	case "dissent":
		return b.Dissent
	case TermActor, TermPlace:
		var out []string
		for _, t := range f.Terms {
			if id, ok := strings.CutPrefix(t.Word, "="); ok && t.Kind == ground {
				out = append(out, id)
			}
		}
		return out
	case "stance":
		var out []string
		for _, s := range b.Stances {
			out = append(out, string(s))
		}
		return out
	}
	first, _, _ := b.Interval()
	return []string{DayBy(ground, first)}
}

// DayBy is the value of a day in a tally by "day" or "month".
func DayBy(ground string, d sayso.Day) string {
	if s := d.String(); ground == "day" || s == "" {
		return s
	}
	return d.String()[:7]
}

// Box is a range of degrees, borders included. One that crosses the
// antimeridian has West > East.
type Box struct{ South, West, North, East float64 }

// Holds reports whether a point lies in the box.
func (b *Box) Holds(lat, lon float64) bool {
	if lat < b.South || lat > b.North {
		return false
	}
	if b.West <= b.East {
		return lon >= b.West && lon <= b.East
	}
	return lon >= b.West || lon <= b.East
}

// eachIncident calls with every incident, by day.
func eachIncident(tx Reader, call func(*sayso.Incident) error) error {
	for after := ""; ; {
		list, err := tx.Incidents(Query{After: after, Limit: pageSize})
		if err != nil || len(list) == 0 {
			return err
		}
		for i := range list {
			if err := call(&list[i]); err != nil {
				return err
			}
		}
		last := BriefOf(&list[len(list)-1])
		after = CursorOf(ByDay, &last)
	}
}

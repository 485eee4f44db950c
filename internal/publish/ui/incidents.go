package ui

import (
	"net/http"

	"sayso/internal/store"
)

// listing is what the incidents page shows.
type listing struct {
	Filter    filter
	Chips     []chip
	Total     int // of what the filter asks for
	All       int // of the store
	Countries []choice
	Kinds     []choice
	Stances   []choice
	Reviews   []choice
	Orders    []choice
	Days      timeline
	Rows      []store.Brief
	Next      string // address of the next page
	Placed    int
	Fixed     string // what a page that shows a list of its own adds to the filter
}

// choice is a value that can be chosen in a filter.
type choice struct {
	Value, Name string
	N           int
	On          bool
}

func (d *Desk) incidents(w http.ResponseWriter, r *http.Request) error {
	f, err := readFilter(r)
	if err != nil {
		return err
	}
	var l *listing
	empty := false
	err = d.view(r, func(tx store.Reader) error {
		some, err := tx.Articles("", 1)
		if empty = err == nil && len(some) == 0; err != nil || empty {
			return err
		}
		l, err = d.list(tx, f)
		return err
	})
	switch {
	case err != nil:
		return err
	case empty:
		d.show(w, r, "first", "Start", d.o.Add != nil)
		return nil
	}
	d.show(w, r, "incidents", "Incidents", l)
	return nil
}

// incidentsPart is what changes on the page when the filter does.
func (d *Desk) incidentsPart(w http.ResponseWriter, r *http.Request) error {
	f, err := readFilter(r)
	if err != nil {
		return err
	}
	var l *listing
	err = d.view(r, func(tx store.Reader) error {
		l, err = d.list(tx, f)
		return err
	})
	if err != nil {
		return err
	}
	d.part(w, r, "incidents", "results", l)
	return nil
}

func (d *Desk) list(tx store.Reader, f filter) (*listing, error) {
	q, err := f.query()
	if err != nil {
		return nil, err
	}
	l := &listing{Filter: f, Chips: d.chips(&f)}
	if l.All, err = tx.Count(store.Query{}); err != nil {
		return nil, err
	}
	q.Limit = pageLength + 1
	if l.Rows, err = tx.Briefs(q); err != nil {
		return nil, err
	}
	if len(l.Rows) > pageLength {
		l.Rows = l.Rows[:pageLength]
		v := f.values()
		v.Set("after", store.CursorOf(q.Order, &l.Rows[pageLength-1]))
		l.Next = "/?" + v.Encode()
	}
	if l.Total, err = tx.Count(q); err != nil {
		return nil, err
	}
	undated := q
	undated.From, undated.To = nil, nil
	months, err := tx.Tallies(undated, "month")
	if err != nil {
		return nil, err
	}
	if l.Days, err = d.timeline(tx, undated, months, f.From, f.To); err != nil {
		return nil, err
	}
	return l, d.choices(tx, q, l)
}

// choices are what the filter offers, with how many incidents each has under
// the rest of the filter.
func (d *Desk) choices(tx store.Reader, q store.Query, l *listing) error {
	types, countries, stances, reviews := q, q, q, q
	types.Types, countries.Countries, stances.Stances, reviews.Reviews = nil, nil, nil, nil
	kinds, err := tally(tx, types, "type", l.Filter.Types)
	if err != nil {
		return err
	}
	for _, t := range d.o.Types {
		for _, c := range kinds {
			if c.Value == t.ID {
				c.Name = t.Label
				l.Kinds = append(l.Kinds, c)
			}
		}
	}
	if l.Countries, err = tally(tx, countries, "country", l.Filter.Countries); err != nil {
		return err
	}
	l.Countries = named(l.Countries, countryName)
	if l.Stances, err = tally(tx, stances, "stance", l.Filter.Stances); err != nil {
		return err
	}
	if l.Reviews, err = tally(tx, reviews, "review", l.Filter.Reviews); err != nil {
		return err
	}
	for i := range l.Reviews {
		if c := &l.Reviews[i]; c.Value == "" {
			c.Value, c.Name = unseen, "not reviewed"
			for _, s := range l.Filter.Reviews {
				c.On = c.On || s == unseen
			}
		}
	}
	for _, o := range orders {
		l.Orders = append(l.Orders, choice{Value: o.ID, Name: o.Name, On: o.ID == l.Filter.Order || l.Filter.Order == "" && o.ID == "newest"})
	}
	return nil
}

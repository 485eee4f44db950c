package indexed

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/store"
)

// reader answers from the index where there is one of its moment.
type reader struct {
	store.Reader
	of    *Store
	found bool
	ix    *index
}

func (r *reader) index() (*index, error) {
	if !r.found {
		ix, err := r.of.index(r.Reader)
		if err != nil {
			return nil, err
		}
		r.ix, r.found = ix, true
	}
	return r.ix, nil
}

// asked is what a query asks for; ix is nil where the store is to answer.
func (r *reader) asked(q store.Query) (ix *index, a *answer, err error) {
	if ix, err = r.index(); ix == nil || err != nil {
		return nil, nil, err
	}
	a, err = ix.asked(r.Reader, q)
	return ix, a, err
}

// Count implements [store.Reader].
func (r *reader) Count(q store.Query) (int, error) {
	ix, a, err := r.asked(q)
	if ix == nil && err == nil {
		return r.Reader.Count(q)
	}
	if err != nil {
		return 0, err
	}
	return a.n, nil
}

// page lists the numbers of a page.
func (r *reader) page(q store.Query) (numbers []int64, ok bool, err error) {
	start, behind, err := q.Start()
	if err != nil {
		return nil, false, err
	}
	ix, a, err := r.asked(q)
	if ix == nil || err != nil {
		return nil, false, err
	}
	order, at := ix.orders[q.Order], 0
	if behind {
		at, _ = slices.BinarySearchFunc(order, start, func(slot uint32, k store.Key) int { return cmp.Or(ix.rows[slot].key(q.Order).Compare(q.Order, k), -1) })
	}
	for _, slot := range order[at:] {
		if q.Limit > 0 && len(numbers) == q.Limit || len(numbers) == a.n {
			break
		}
		if a.in.has(slot) {
			numbers = append(numbers, ix.rows[slot].n)
		}
	}
	return numbers, true, nil
}

// Briefs implements [store.Reader].
func (r *reader) Briefs(q store.Query) ([]store.Brief, error) {
	numbers, ok, err := r.page(q)
	if err != nil {
		return nil, err
	}
	if !ok {
		return r.Reader.Briefs(q)
	}
	return r.BriefsAt(numbers)
}

// Incidents implements [store.Reader].
func (r *reader) Incidents(q store.Query) ([]sayso.Incident, error) {
	numbers, ok, err := r.page(q)
	if err != nil {
		return nil, err
	}
	if !ok {
		return r.Reader.Incidents(q)
	}
	return r.IncidentsAt(numbers)
}

// Points implements [store.Reader].
func (r *reader) Points(q store.Query) ([]store.Point, error) {
	ix, a, err := r.asked(q)
	if ix == nil && err == nil {
		return r.Reader.Points(q)
	}
	if err != nil {
		return nil, err
	}
	var out []store.Point
	terms := ix.names.all()
	for _, slot := range ix.byID {
		if w := &ix.rows[slot]; w.placed && a.in.has(slot) {
			p := store.Point{ID: w.id, Type: terms[w.kind].Word, Review: sayso.Review(terms[w.review].Word), Deaths: w.deaths, Lat: w.lat, Lon: w.lon}
			p.Earliest, p.Latest = w.days()
			out = append(out, p)
		}
	}
	return out, nil
}

// Tallies implements [store.Reader].
func (r *reader) Tallies(q store.Query, ground string) ([]store.Tally, error) {
	ix, a, err := r.asked(q)
	if ix == nil && err == nil || !slices.Contains(store.Grounds, ground) {
		return r.Reader.Tallies(q, ground)
	}
	if err != nil {
		return nil, err
	}
	switch ground {
	case "type":
		return ix.columns(a, func(w *row) code { return w.kind }), nil
	case "country":
		return ix.columns(a, func(w *row) code { return w.country }), nil
	case "status":
		return ix.columns(a, func(w *row) code { return w.status }), nil
	case "salience":
		return ix.columns(a, func(w *row) code { return w.salience }), nil
	case "review":
		return ix.columns(a, func(w *row) code { return w.review }), nil
	case store.TermActor, store.TermPlace:
		return ix.terms(a, ground, "="), nil
	case "stance", "dissent":
		return ix.terms(a, ground, ""), nil
	}
	return ix.days(a, ground), nil
}

// columns counts by a column.
func (ix *index) columns(a *answer, of func(*row) code) []store.Tally {
	terms := ix.names.all()
	n := make([]int, len(terms))
	for slot := range a.in.all() {
		n[of(&ix.rows[slot])]++
	}
	return tallied(terms, n, "")
}

// terms counts by the terms of a kind that begin alike.
func (ix *index) terms(a *answer, kind, prefix string) []store.Tally {
	terms := ix.names.all()
	n := make([]int, len(terms))
	for slot := range a.in.all() {
		for _, c := range ix.rows[slot].terms {
			if t := &terms[c]; t.Kind == kind && strings.HasPrefix(t.Word, prefix) {
				n[c]++
			}
		}
	}
	return tallied(terms, n, prefix)
}

// tallied are the names that were counted, by name.
func tallied(terms []store.Term, n []int, prefix string) (out []store.Tally) {
	for c, k := range n {
		if k > 0 {
			out = append(out, store.Tally{Value: strings.TrimPrefix(terms[c].Word, prefix), N: k})
		}
	}
	slices.SortFunc(out, func(a, b store.Tally) int { return strings.Compare(a.Value, b.Value) })
	return out
}

// days counts by the earliest day.
func (ix *index) days(a *answer, ground string) (out []store.Tally) {
	on := map[int64]int{}
	for slot := range a.in.all() {
		on[ix.rows[slot].earliest]++
	}
	n := map[string]int{}
	for d, k := range on {
		day := sayso.NoDay
		if d != store.UnknownDay {
			day = sayso.Day(d)
		}
		n[store.DayBy(ground, day)] += k
	}
	for v, k := range n {
		out = append(out, store.Tally{Value: v, N: k})
	}
	slices.SortFunc(out, func(a, b store.Tally) int { return strings.Compare(a.Value, b.Value) })
	return out
}

// Named implements [store.Reader].
func (r *reader) Named(q store.Query, kind string) ([]store.Named, error) {
	ix, a, err := r.asked(q)
	if ix == nil && err == nil {
		return r.Reader.Named(q, kind)
	}
	if err != nil {
		return nil, err
	}
	named, ok := store.TermNamed(kind)
	if !ok {
		return nil, fmt.Errorf("incidents name no %q", kind)
	}
	terms := ix.names.all()
	parts := make([]store.NamedPart, len(terms))
	for slot := range a.in.all() {
		w := &ix.rows[slot]
		for _, c := range w.terms {
			if terms[c].Kind != named {
				continue
			}
			p := &parts[c]
			if p.N == 0 {
				*p = store.NamedPart{Word: terms[c].Word, Earliest: w.earliest, Latest: w.latest}
			}
			p.N, p.Killed, p.Earliest, p.Latest = p.N+1, p.Killed+max(0, w.deaths), min(p.Earliest, w.earliest), max(p.Latest, w.latest)
		}
	}
	return store.GatherNamed(slices.DeleteFunc(parts, func(p store.NamedPart) bool { return p.N == 0 })), nil
}

package indexed

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"sayso"
	"sayso/internal/store"
)

// answer is which incidents a query asks for.
type answer struct {
	q    store.Query
	once sync.Once
	done atomic.Bool // without an error
	in   set
	n    int
	err  error
}

// with is the answer after changes; facts are nil where an incident was
// dropped.
func (a *answer) with(touched map[uint32]*store.Facts, slots int) *answer {
	out := &answer{q: a.q, in: a.in.grown(slots)}
	for slot, facts := range touched {
		out.in.remove(slot)
		if facts != nil && a.q.Asks(facts) {
			out.in.add(slot)
		}
	}
	out.n = out.in.count()
	out.once.Do(func() {})
	out.done.Store(true)
	return out
}

// most is how many answers are remembered.
const most = 400

// keyOf tells queries apart that ask for other incidents.
func keyOf(q *store.Query) string {
	return fmt.Sprintf("%q %q %q %q %q %q %q %q %q %s %s %s %s %s %d %q %q", q.Words, q.Types, q.Statuses, q.Salience, q.Reviews, q.Stances, q.Actor, q.Place, q.Countries,
		shown(q.Box), shown(q.From), shown(q.To), shown(q.MinDeaths), shown(q.MaxDeaths), q.Origins, q.Dissent, q.Article)
}

func shown[T any](p *T) string {
	if p == nil {
		return "-"
	}
	return fmt.Sprint(*p)
}

// plain is a query without order and page, shared with nobody.
func plain(q store.Query) store.Query {
	q.Words, q.Order, q.After, q.Limit = store.Fold(q.Words), "", "", 0
	q.Types, q.Statuses, q.Reviews, q.Stances, q.Countries = slices.Clone(q.Types), slices.Clone(q.Statuses), slices.Clone(q.Reviews), slices.Clone(q.Stances), slices.Clone(q.Countries)
	q.Box, q.From, q.To, q.MinDeaths, q.MaxDeaths = own(q.Box), own(q.From), own(q.To), own(q.MinDeaths), own(q.MaxDeaths)
	return q
}

func own[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

// asked finds what a query asks for, once for each query and generation; tx is
// a view of the index's generation.
func (ix *index) asked(tx store.Reader, q store.Query) (*answer, error) {
	q = plain(q)
	key := keyOf(&q)
	ix.mu.Lock()
	a := ix.remembered[key]
	if a == nil {
		if len(ix.remembered) >= most {
			clear(ix.remembered)
		}
		a = &answer{q: q}
		ix.remembered[key] = a
	}
	ix.mu.Unlock()
	a.once.Do(func() { ix.find(tx, a) })
	if a.err == nil {
		return a, nil
	}
	ix.mu.Lock()
	if ix.remembered[key] == a {
		delete(ix.remembered, key)
	}
	ix.mu.Unlock()
	a = &answer{q: q} // it may have failed for a reason of who asked first
	ix.find(tx, a)
	return a, a.err
}

// find finds what a query asks for.
func (ix *index) find(tx store.Reader, a *answer) {
	out := slices.Clone(ix.live)
	for _, part := range told(&a.q) {
		found, err := ix.told(tx, part, len(told(&a.q)) == 1 && keyOf(&part) == keyOf(&a.q))
		if err != nil {
			a.err = err
			return
		}
		out.and(found)
	}
	if tests := ix.tests(&a.q); len(tests) > 0 {
		for slot := range out.all() {
			r := &ix.rows[slot]
			for _, test := range tests {
				if !test(r) {
					out.remove(slot)
					break
				}
			}
		}
	}
	a.in, a.n = out, out.count()
	a.done.Store(true)
}

// told are the parts of a query that the store alone can answer.
func told(q *store.Query) (out []store.Query) {
	for _, part := range []store.Query{{Words: q.Words}, {Actor: q.Actor}, {Place: q.Place}, {Article: q.Article}} {
		if part.Words+part.Actor+part.Place+part.Article != "" {
			out = append(out, part)
		}
	}
	return out
}

// told is what the store answers to a part; whole says that it is the query by
// itself, which is being remembered already.
func (ix *index) told(tx store.Reader, part store.Query, whole bool) (set, error) {
	if !whole {
		a, err := ix.asked(tx, part)
		if err != nil {
			return nil, err
		}
		return a.in, nil
	}
	numbers, err := tx.Numbers(part)
	out := newSet(len(ix.rows))
	for _, n := range numbers {
		if slot, ok := ix.slot(n); ok {
			out.add(slot)
		}
	}
	return out, err
}

// tests are what a query asks of rows: [store.Query.Asks] but for what is told
// by the store.
func (ix *index) tests(q *store.Query) (out []func(*row) bool) {
	column := func(kind string, words []string, of func(*row) code) {
		if len(words) > 0 {
			codes := ix.codes(kind, words)
			out = append(out, func(r *row) bool { return slices.Contains(codes, of(r)) })
		}
	}
	column(columnType, q.Types, func(r *row) code { return r.kind })
	column(columnCountry, q.Countries, func(r *row) code { return r.country })
	column(columnStatus, texts(q.Statuses), func(r *row) code { return r.status })
	column(columnReview, texts(q.Reviews), func(r *row) code { return r.review })
	if q.Salience != "" {
		column(columnSalience, []string{string(q.Salience)}, func(r *row) code { return r.salience })
	}
	if len(q.Stances) > 0 {
		codes := ix.codes(store.TermStance, texts(q.Stances))
		out = append(out, func(r *row) bool {
			return slices.ContainsFunc(r.terms, func(c code) bool { return slices.Contains(codes, c) })
		})
	}
	if q.Dissent != "" {
		out = append(out, ix.dissent(q.Dissent))
	}
	return append(out, numeric(q)...)
}

func texts[T ~string](list []T) (out []string) {
	for _, v := range list {
		out = append(out, string(v))
	}
	return out
}

// codes are the codes of names that there are.
func (ix *index) codes(kind string, words []string) (out []code) {
	for _, w := range words {
		if c, ok := ix.names.find(kind, w); ok {
			out = append(out, c)
		}
	}
	return out
}

func (ix *index) dissent(field string) func(*row) bool {
	terms := ix.names.all()
	return func(r *row) bool {
		return slices.ContainsFunc(r.terms, func(c code) bool {
			t := &terms[c]
			return t.Kind == store.TermDissent && (field == store.AnyDissent || t.Word == field)
		})
	}
}

// numeric are the tests of days, degrees and numbers.
func numeric(q *store.Query) (out []func(*row) bool) {
	if b := q.Box; b != nil {
		out = append(out, func(r *row) bool { return r.placed && b.Holds(r.lat, r.lon) })
	}
	day := func(d *sayso.Day, test func(*row, int64) bool) {
		if d != nil {
			at := int64(*d)
			out = append(out, func(r *row) bool { return r.dated() && test(r, at) })
		}
	}
	day(q.From, func(r *row, at int64) bool { return r.latest >= at })
	day(q.To, func(r *row, at int64) bool { return r.earliest <= at })
	if q.MinDeaths != nil {
		least := max(0, *q.MinDeaths)
		out = append(out, func(r *row) bool { return r.deaths >= least })
	}
	if q.MaxDeaths != nil {
		most := *q.MaxDeaths
		out = append(out, func(r *row) bool { return r.deaths >= 0 && r.deaths <= most })
	}
	if least := q.Origins; least > 0 {
		out = append(out, func(r *row) bool { return r.origins >= least })
	}
	return out
}

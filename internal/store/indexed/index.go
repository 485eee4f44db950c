package indexed

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"sayso"
	"sayso/internal/store"
)

// index is the incidents of one generation. It is not changed once it is made,
// but for the sets that it remembers.
type index struct {
	generation int64
	names      *names
	rows       []row // by number; those that were dropped keep their slots
	live       set
	orders     map[store.Order][]uint32 // slots
	byID       []uint32

	mu         sync.Mutex
	remembered map[string]*answer
}

// row is [store.Row] with names as codes.
type row struct {
	n                                       int64
	id                                      string
	earliest, latest                        int64
	lat, lon                                float64
	placed                                  bool
	deaths, origins, worth                  int
	kind, country, status, salience, review code
	terms                                   []code
}

// code stands for a name.
type code uint32

// names are the names that rows hold, by code: values of columns and terms. It
// only grows, and is shared by all generations.
type names struct {
	mu    sync.RWMutex
	codes map[store.Term]code
	terms []store.Term
}

func (n *names) code(kind, word string) code {
	t := store.Term{Kind: kind, Word: word}
	n.mu.Lock()
	defer n.mu.Unlock()
	c, ok := n.codes[t]
	if !ok {
		c = code(len(n.terms))
		n.terms = append(n.terms, t)
		n.codes[t] = c
	}
	return c
}

// find is a name's code; ok is false where no incident had that name.
func (n *names) find(kind, word string) (c code, ok bool) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	c, ok = n.codes[store.Term{Kind: kind, Word: word}]
	return c, ok
}

// all are the names so far, by code.
func (n *names) all() []store.Term {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.terms[:len(n.terms):len(n.terms)]
}

// The columns whose values are names: so their kinds are no kinds of terms.
const (
	columnType     = "type"
	columnCountry  = "country"
	columnStatus   = "status"
	columnSalience = "salience"
	columnReview   = "review"
)

func (n *names) row(r *store.Row) row {
	out := row{n: r.N, id: r.ID, earliest: r.Earliest, latest: r.Latest, deaths: r.Deaths, origins: r.Origins, worth: r.Worth,
		kind: n.code(columnType, r.Type), country: n.code(columnCountry, string(r.Country)), status: n.code(columnStatus, string(r.Status)),
		salience: n.code(columnSalience, string(r.Salience)), review: n.code(columnReview, string(r.Review))}
	if r.Lat != nil && r.Lon != nil {
		out.lat, out.lon, out.placed = *r.Lat, *r.Lon, true
	}
	out.terms = make([]code, len(r.Terms))
	for i, t := range r.Terms {
		out.terms[i] = n.code(t.Kind, t.Word)
	}
	return out
}

// value is what a list is sorted by.
func (r *row) value(o store.Order) int64 {
	switch o {
	case store.ByNewest:
		return r.latest
	case store.ByDeaths:
		return int64(r.deaths)
	case store.ByWorth:
		return int64(r.worth)
	}
	return r.earliest
}

func (r *row) key(o store.Order) store.Key { return store.Key{Value: r.value(o), ID: r.id} }

func (r *row) dated() bool { return r.earliest != store.UnknownDay }

// days are the ends of its days; NoDay where none is known.
func (r *row) days() (first, last sayso.Day) {
	if !r.dated() {
		return sayso.NoDay, sayso.NoDay
	}
	return sayso.Day(r.earliest), sayso.Day(r.latest)
}

// page is how many rows are read at once.
const page = 5000

// read makes the index of a store.
func read(tx store.Reader, generation int64) (*index, error) {
	ix := &index{generation: generation, names: &names{codes: map[store.Term]code{}}, remembered: map[string]*answer{}}
	for after := int64(0); ; {
		list, err := tx.Rows(after, page)
		if err != nil {
			return nil, err
		}
		for i := range list {
			ix.rows = append(ix.rows, ix.names.row(&list[i]))
		}
		if len(list) < page {
			break
		}
		after = list[len(list)-1].N
	}
	ix.live = newSet(len(ix.rows))
	for i := range ix.rows {
		ix.live.add(uint32(i))
		ix.byID = append(ix.byID, uint32(i))
	}
	ix.sort()
	return ix, nil
}

// sort makes the orders. Equals are by id: so the place by id is what breaks
// ties, which compares faster than the id.
func (ix *index) sort() {
	slices.SortFunc(ix.byID, func(a, b uint32) int { return strings.Compare(ix.rows[a].id, ix.rows[b].id) })
	place := make([]uint32, len(ix.rows))
	for i, slot := range ix.byID {
		place[slot] = uint32(i)
	}
	ix.orders = map[store.Order][]uint32{}
	for _, o := range store.Orders {
		list := slices.Clone(ix.byID)
		slices.SortFunc(list, func(a, b uint32) int {
			by := cmp.Compare(ix.rows[a].value(o), ix.rows[b].value(o))
			if o != store.ByDay {
				by = -by
			}
			return cmp.Or(by, cmp.Compare(place[a], place[b]))
		})
		ix.orders[o] = list
	}
}

// slot is where an incident stands, or would.
func (ix *index) slot(n int64) (uint32, bool) {
	i, ok := slices.BinarySearchFunc(ix.rows, n, func(r row, n int64) int { return cmp.Compare(r.n, n) })
	return uint32(i), ok
}

// with is the index after changes, in the order of their numbers.
func (ix *index) with(changes []store.Changed, generation int64) *index {
	next := &index{generation: generation, names: ix.names, rows: slices.Clone(ix.rows), orders: map[store.Order][]uint32{}, remembered: map[string]*answer{}}
	touched := map[uint32]*store.Facts{}
	for _, c := range changes {
		slot, ok := next.slot(c.N)
		switch {
		case c.Facts == nil && !ok: // it came and went
			continue
		case c.Facts == nil:
		default:
			r := store.RowOf(c.N, c.Facts)
			if !ok {
				slot = uint32(len(next.rows)) // new numbers are greater than all before
				next.rows = append(next.rows, row{})
			}
			next.rows[slot] = ix.names.row(&r)
		}
		touched[slot] = c.Facts
	}
	next.live = ix.live.grown(len(next.rows))
	var put []uint32
	for slot, facts := range touched {
		next.live.remove(slot)
		if facts != nil {
			next.live.add(slot)
			put = append(put, slot)
		}
	}
	next.byID = replaced(ix.byID, touched, put, func(a, b uint32) int { return strings.Compare(next.rows[a].id, next.rows[b].id) })
	for o, list := range ix.orders {
		next.orders[o] = replaced(list, touched, put, func(a, b uint32) int { return next.rows[a].key(o).Compare(o, next.rows[b].key(o)) })
	}
	ix.mu.Lock()
	defer ix.mu.Unlock()
	for key, a := range ix.remembered {
		if a.done.Load() {
			next.remembered[key] = a.with(touched, len(next.rows))
		}
	}
	return next
}

// replaced is an order without what was touched and with what was put.
func replaced(order []uint32, touched map[uint32]*store.Facts, put []uint32, compare func(a, b uint32) int) []uint32 {
	put = slices.Clone(put)
	slices.SortFunc(put, compare)
	out := make([]uint32, 0, len(order)+len(put))
	for _, slot := range order {
		if _, ok := touched[slot]; ok {
			continue
		}
		for len(put) > 0 && compare(put[0], slot) < 0 {
			out, put = append(out, put[0]), put[1:]
		}
		out = append(out, slot)
	}
	return append(out, put...)
}
